package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"time"

	"proba/engine"
	"proba/engine/live"
)

// envelope is what every command carries beside its own fields (SEMANTICS 61).
type envelope struct {
	Kind string `json:"kind"`
	Key  string `json:"key"`
	Last int    `json:"last"`
	// At is only a tick's.
	At int64 `json:"at"`
}

// apiCommandAnswer is what followed, as far as the trainee may see it. Lines still being typed come by the stream.
type apiCommandAnswer struct {
	Last   int          `json:"last"`
	Phase  engine.Phase `json:"phase"`
	Events []seen       `json:"events"`
}

// apiCommand does a command in a session of one's own.
func (s *Server) apiCommand(v *visit) error {
	moment, err := s.ownMoment(v)
	if err != nil {
		return err
	}
	asked, command, err := readCommand(v)
	if err != nil {
		return err
	}
	if _, tick := command.(engine.Tick); tick {
		if err := s.tick(moment.Now, asked); err != nil {
			return err
		}
	}
	answer, err := s.Live.Do(v.ctx(), moment.Session.ID, live.Request{Command: command, Key: asked.Key, Last: asked.Last})
	if err != nil {
		return s.commandError(v, err)
	}
	if answer.Refusal != nil {
		return s.refused(v, *answer.Refusal, answer.Last)
	}
	return v.JSON(http.StatusOK, apiCommandAnswer{answer.Last, answer.Phase, seenOf(moment, answer.Events)})
}

// readCommand reads the envelope and the command; fields that no command of the kind has are refused.
func readCommand(v *visit) (envelope, engine.Command, error) {
	var asked envelope
	media, _, err := mime.ParseMediaType(v.Request().Header.Get("Content-Type"))
	if err != nil || media != "application/json" {
		return asked, nil, fmt.Errorf("%w: content type is not application/json", errBadRequest)
	}
	body, err := readBody(v.Request())
	if err != nil {
		return asked, nil, fmt.Errorf("%w: %w", errBadRequest, err)
	}
	if err := json.Unmarshal(body, &asked); err != nil {
		return asked, nil, fmt.Errorf("%w: %w", errBadRequest, err)
	}
	if len(asked.Key) > live.MaxKey || asked.Last < 0 || bytes.Contains(body, []byte{0}) {
		return asked, nil, errBadRequest
	}
	command, err := engine.DecodeCommand(asked.Kind, body)
	if err != nil {
		return asked, nil, fmt.Errorf("%w: %w", errBadRequest, err)
	}
	return asked, command, nil
}

// readBody reads a body in one go where its length is told; it is bounded already.
func readBody(r *http.Request) ([]byte, error) {
	if r.ContentLength < 0 || r.ContentLength > maxBody {
		return io.ReadAll(r.Body)
	}
	body := make([]byte, r.ContentLength)
	_, err := io.ReadFull(r.Body, body)
	return body, err
}

// longestTick bounds how far a tick moves the clock.
const longestTick = 31 * 24 * time.Hour

// tick moves a test clock on to a time of the session. With the real clock it is refused.
func (s *Server) tick(now time.Duration, asked envelope) error {
	clock, manual := s.Live.Clock.(*live.ManualClock)
	if !manual {
		return errNoTestClock
	}
	ahead := time.Duration(asked.At)*time.Millisecond - now
	if asked.At < 0 || asked.At > int64(longestTick/time.Millisecond) || ahead < 0 {
		return errBadRequest
	}
	clock.Advance(ahead)
	return nil
}

// seenOf is what the trainee sees of new events at once.
func seenOf(m live.Moment, events []engine.Event) []seen {
	if len(events) == 0 {
		return []seen{}
	}
	sight := look(m.Session.Mode, m.Script.Channel, events, events[len(events)-1].At)
	return append([]seen{}, sight.Seen...)
}

// commandError tells a client whose command was made on an older state which number to see first.
func (s *Server) commandError(v *visit, err error) error {
	var stale *live.StaleError
	if !errors.As(err, &stale) {
		return err
	}
	problem, err := s.problemOf(v, errorKind{nil, http.StatusConflict, "stale"})
	if err != nil {
		return err
	}
	problem.Last = stale.Last
	return sendProblem(v, problem)
}

// refused answers a command that was understood and cannot be done now.
func (s *Server) refused(v *visit, r engine.Refusal, last int) error {
	problem, err := s.problemOf(v, errorKind{nil, http.StatusUnprocessableEntity, "invalid"})
	if err != nil {
		return err
	}
	if problem.Title, err = v.texts.Text("desk.refused." + refusalCode(r.Reason)); err != nil {
		return err
	}
	problem.Detail, problem.Reason, problem.Last = r.Detail, string(r.Reason), last
	return sendProblem(v, problem)
}
