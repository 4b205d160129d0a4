package rater

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// Config is set by the operator and by nobody else.
type Config struct {
	// Address is the base of an OpenAI-compatible service, as in http://127.0.0.1:8000/v1.
	Address string
	Model   string
	// Key is sent as a bearer token when it is not "".
	Key string
	// Timeout is for one question; 0 is DefaultTimeout.
	Timeout time.Duration
}

// DefaultTimeout is how long an answer may take.
const DefaultTimeout = 30 * time.Second

// The greatest sizes of what is asked and of what comes back, in bytes.
const (
	maxQuestion = 64 << 10
	maxAnswer   = 64 << 10
)

// ErrConfig says that an address or a model cannot be used.
var ErrConfig = errors.New("rater not usable")

// Chat asks a chat service. It is safe for concurrent use.
type Chat struct {
	config Config
	url    string
	client *http.Client
}

// NewChat checks the operator's settings; ErrConfig when they do not do. Nothing is sent.
func NewChat(c Config) (*Chat, error) {
	u, err := url.Parse(c.Address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return nil, fmt.Errorf("%w: address %q", ErrConfig, c.Address)
	}
	if c.Model == "" {
		return nil, fmt.Errorf("%w: no model", ErrConfig)
	}
	if c.Timeout <= 0 {
		c.Timeout = DefaultTimeout
	}
	client := &http.Client{Timeout: c.Timeout, Transport: &http.Transport{MaxIdleConnsPerHost: 2},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	return &Chat{config: c, url: u.JoinPath("chat", "completions").String(), client: client}, nil
}

type message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

type chatRequest struct {
	Model       string    `json:"model"`
	Temperature int       `json:"temperature"`
	MaxTokens   int       `json:"max_tokens"`
	Messages    []message `json:"messages"`
}

// maxTokens leaves room for a long quote.
const maxTokens = 400

// Ask asks about one criterion. A vote always comes back, a void one when the service fails; only an ended context is
// an error.
func (c *Chat) Ask(ctx context.Context, q Question) (Vote, error) {
	v := Vote{Criterion: q.Criterion, Opinion: Void, Model: c.config.Model}
	if strings.TrimSpace(strings.Join(q.Replies, "")) == "" {
		v.Why = NothingSaid
		return v, nil
	}
	seal := sealOf(q)
	body, err := json.Marshal(chatRequest{Model: c.config.Model, MaxTokens: maxTokens,
		Messages: []message{{"system", instructions(seal)}, {"user", task(q, seal)}}})
	if err != nil {
		return v, fmt.Errorf("write a question: %w", err)
	}
	if len(body) > maxQuestion {
		v.Why = TooLong
		return v, nil
	}
	sum := sha256.Sum256(body)
	v.Prompt = hex.EncodeToString(sum[:])
	v.Raw, v.Why = c.send(ctx, body)
	if err := ctx.Err(); err != nil {
		return v, fmt.Errorf("ask about %q: %w", q.Criterion, err)
	}
	if v.Why != "" {
		return v, nil
	}
	words, ok := content(v.Raw)
	if !ok {
		v.Why = WrongForm
		return v, nil
	}
	v.Opinion, v.Quote, v.Why = judge(q, seal, words)
	return v, nil
}

func (c *Chat) send(ctx context.Context, body []byte) (string, Why) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.url, bytes.NewReader(body))
	if err != nil {
		return "", NoAnswer
	}
	request.Header.Set("Content-Type", "application/json")
	if c.config.Key != "" {
		request.Header.Set("Authorization", "Bearer "+c.config.Key)
	}
	response, err := c.client.Do(request)
	if err != nil {
		return "", NoAnswer
	}
	defer response.Body.Close() //nolint:errcheck // it was read
	raw, err := io.ReadAll(io.LimitReader(response.Body, maxAnswer+1))
	text := strings.ToValidUTF8(string(raw[:min(len(raw), maxAnswer)]), "\uFFFD")
	switch {
	case len(raw) > maxAnswer:
		return text, TooLong
	case err != nil, response.StatusCode != http.StatusOK:
		return text, NoAnswer
	}
	return text, ""
}

// content is what the only choice of an answer says.
func content(raw string) (string, bool) {
	var answer struct{ Choices []struct{ Message message } }
	if err := json.Unmarshal([]byte(raw), &answer); err != nil || len(answer.Choices) != 1 {
		return "", false
	}
	return answer.Choices[0].Message.Content, true
}
