package rater

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
)

// maxAnswer is the greatest size of what a chat service answers, in bytes.
const maxAnswer = 64 << 10

// Chat asks a chat service.
type Chat struct{ service }

// NewChat checks the operator's settings; ErrConfig when they do not do. Nothing is sent.
func NewChat(c Config) (*Chat, error) {
	s, err := newService(c, maxAnswer, "chat", "completions")
	if err != nil {
		return nil, err
	}
	return &Chat{s}, nil
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

// content is what the only choice of an answer says.
func content(raw string) (string, bool) {
	var answer struct{ Choices []struct{ Message message } }
	if err := json.Unmarshal([]byte(raw), &answer); err != nil || len(answer.Choices) != 1 {
		return "", false
	}
	return answer.Choices[0].Message.Content, true
}
