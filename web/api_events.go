package web

import (
	"context"
	"encoding/json"
	"strconv"
	"time"
)

// apiEvents streams a session of one's own until it is finished. Each message is one event as [see] tells it. In chat a
// line comes when it is typed, so one's own words may come before a line with a lower number: the id says up to which
// number everything was sent, and a client that comes back with it misses nothing.
func (s *Server) apiEvents(v *visit) error {
	run, err := s.ownSession(v)
	if err != nil {
		return err
	}
	ctx, leave := s.presence.enter(v.ctx(), v.person.ID)
	defer leave()
	stream := newEventStream(v)
	if err := stream.open(); err != nil {
		return err
	}
	a := apiStream{deskStream{server: s, out: stream, run: run, sent: map[int]bool{}, after: resumeAfter(v)}}
	return a.follow(ctx, a.tell)
}

// apiStream is a stream of events instead of changes of a page.
type apiStream struct{ deskStream }

// tell sends what can be seen by now and returns when the line being typed will be there, nil for none.
func (a *apiStream) tell(ctx context.Context) (<-chan time.Time, error) {
	moment, err := a.server.Live.State(ctx, a.run.session.ID)
	if err != nil {
		return nil, err
	}
	a.run.state, a.run.now, a.run.session = moment.State, moment.Now, moment.Session
	saw := look(a.run.session.Mode, a.run.script.Channel, a.run.log, a.run.now)
	for _, one := range saw.Seen {
		if one.Number <= a.after || a.sent[one.Number] {
			continue
		}
		body, err := json.Marshal(one)
		if err != nil {
			return nil, err
		}
		if err := a.out.send("event", strconv.Itoa(min(one.Number, saw.Upto)), string(body)); err != nil {
			return nil, err
		}
		a.sent[one.Number] = true
	}
	if !saw.Typing {
		return nil, nil
	}
	return time.After(saw.Until - a.run.now + time.Millisecond), nil
}
