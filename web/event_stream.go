package web

import (
	"net/http"
	"strings"
	"time"
)

// eventStream writes server-sent events. It is used by one goroutine.
type eventStream struct {
	v  *visit
	rc *http.ResponseController
}

func newEventStream(v *visit) *eventStream {
	return &eventStream{v: v, rc: http.NewResponseController(v.Response())}
}

// open sends the headers. The server's read and write deadlines are for ordinary requests: here each write has its own.
func (s *eventStream) open() error {
	h := s.v.Response().Header()
	h.Set("Content-Type", "text/event-stream; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Accel-Buffering", "no")
	if err := s.rc.SetReadDeadline(time.Time{}); err != nil {
		return err
	}
	s.v.Response().WriteHeader(http.StatusOK)
	return s.write("retry: 1000\n\n")
}

// send writes a message; id "" leaves the browser's last id as it is. data is one line.
func (s *eventStream) send(event, id, data string) error {
	var b strings.Builder
	b.WriteString("event: " + event + "\n")
	if id != "" {
		b.WriteString("id: " + id + "\n")
	}
	b.WriteString("data: " + data + "\n\n")
	return s.write(b.String())
}

// comment keeps the connection open on its way through proxies.
func (s *eventStream) comment(text string) error { return s.write(": " + text + "\n\n") }

func (s *eventStream) write(text string) error {
	if err := s.rc.SetWriteDeadline(time.Now().Add(writeWithin)); err != nil {
		return err
	}
	if _, err := s.v.Response().Write([]byte(text)); err != nil {
		return err
	}
	return s.rc.Flush()
}
