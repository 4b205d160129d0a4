package rater

import (
	"bytes"
	"context"
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
	// Timeout is for one request; 0 is DefaultTimeout.
	Timeout time.Duration
}

// DefaultTimeout is how long an answer may take.
const DefaultTimeout = 30 * time.Second

// maxQuestion is the greatest size of what is sent in one request, in bytes.
const maxQuestion = 64 << 10

// ErrConfig says that an address or a model cannot be used.
var ErrConfig = errors.New("rater not usable")

// Rater gives a vote on one criterion. It is safe for concurrent use.
type Rater interface {
	// Ask always gives a vote, a void one when the service fails; only an ended context is an error.
	Ask(ctx context.Context, q Question) (Vote, error)
	// Model is the name the votes carry.
	Model() string
}

// service is an address of an OpenAI-compatible service that the operator named.
type service struct {
	config Config
	url    string
	client *http.Client
	// most is the greatest size of an answer, in bytes.
	most int
}

// newService checks the operator's settings; ErrConfig when they do not do. Nothing is sent.
func newService(c Config, most int, path ...string) (service, error) {
	u, err := url.Parse(c.Address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return service{}, fmt.Errorf("%w: address %q", ErrConfig, c.Address)
	}
	if c.Model == "" {
		return service{}, fmt.Errorf("%w: no model", ErrConfig)
	}
	if c.Timeout <= 0 {
		c.Timeout = DefaultTimeout
	}
	client := &http.Client{Timeout: c.Timeout, Transport: &http.Transport{MaxIdleConnsPerHost: 2},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	return service{config: c, url: u.JoinPath(path...).String(), client: client, most: most}, nil
}

// Model is the name of the model asked.
func (s *service) Model() string { return s.config.Model }

// send posts a body and gives back what came, and why it cannot be used.
func (s *service) send(ctx context.Context, body []byte) (string, Why) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, s.url, bytes.NewReader(body))
	if err != nil {
		return "", NoAnswer
	}
	request.Header.Set("Content-Type", "application/json")
	if s.config.Key != "" {
		request.Header.Set("Authorization", "Bearer "+s.config.Key)
	}
	response, err := s.client.Do(request)
	if err != nil {
		return "", NoAnswer
	}
	defer response.Body.Close() //nolint:errcheck // it was read
	raw, err := io.ReadAll(io.LimitReader(response.Body, int64(s.most)+1))
	text := strings.ToValidUTF8(string(raw[:min(len(raw), s.most)]), "\uFFFD")
	switch {
	case len(raw) > s.most:
		return text, TooLong
	case err != nil, response.StatusCode != http.StatusOK:
		return text, NoAnswer
	}
	return text, ""
}
