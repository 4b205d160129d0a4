package web

import (
	"context"
	"encoding/json"
	"strconv"
	"time"

	"proba/content"
	"proba/engine"
)

// The event stream of a desk. Every message is one change of what the trainee may see: new turns, and the regions of the
// page that differ. Its id is the number up to which everything was sent, so a browser that comes back with
// Last-Event-ID misses nothing and is sent nothing twice.

const (
	heartbeatEvery = 15 * time.Second
	// writeWithin ends a stream whose reader does not read; the browser opens it again and catches up.
	writeWithin = 10 * time.Second
)

// deskChange is one message.
type deskChange struct {
	Now   int64      `json:"now"` // the session's clock in milliseconds
	Last  int        `json:"last"`
	Phase string     `json:"phase"`
	Next  string     `json:"next"` // where the page of this phase is
	Turns []turnHTML `json:"turns"`
	// Regions are HTML by the id of the element they replace.
	Regions map[string]string `json:"regions"`
}

type turnHTML struct {
	Number int    `json:"n"`
	HTML   string `json:"html"`
}

// deskEvents streams a session to its trainee until it is finished, he signs out, or the program stops.
func (s *Server) deskEvents(v *visit) error {
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
	d := deskStream{server: s, out: stream, texts: v.texts, run: run, sent: map[int]bool{}, drawn: map[string]string{}, after: resumeAfter(v)}
	err = d.follow(ctx, d.tell)
	if ctx.Err() != nil && v.ctx().Err() == nil {
		// Signed out or changed in rights: the page must ask again who is there.
		return stream.send("gone", "", "{}")
	}
	return err
}

// resumeAfter is the number the browser has seen: Last-Event-ID on a reconnection, else what the page was drawn with.
func resumeAfter(v *visit) int {
	for _, value := range []string{v.Request().Header.Get("Last-Event-ID"), v.QueryParam("after")} {
		if n, err := strconv.Atoi(value); err == nil && n >= 0 {
			return n
		}
	}
	return 0
}

// deskStream is one open stream.
type deskStream struct {
	server *Server
	out    *eventStream
	texts  *content.Texts
	run    running
	after  int
	sent   map[int]bool      // turns above after that were sent
	drawn  map[string]string // regions as last sent
}

// follow tells what happens until the session is finished. Events wake it, and so do lines that are typed by now, and the heartbeat.
func (d *deskStream) follow(ctx context.Context, tell func(context.Context) (<-chan time.Time, error)) error {
	events := d.events(ctx)
	beat := time.NewTicker(heartbeatEvery)
	defer beat.Stop()
	for {
		typed, err := tell(ctx)
		if err != nil {
			return err
		}
		if d.run.state.Phase == engine.Finished {
			return nil
		}
		if more, err := d.wait(events, typed, beat.C); err != nil || !more || ctx.Err() != nil {
			return err
		}
	}
}

// events hands on the live events; the channel is closed when there will be none.
func (d *deskStream) events(ctx context.Context) <-chan engine.Event {
	out := make(chan engine.Event, 16)
	session, after := d.run.session.ID, lastNumber(d.run.log) // d.run changes while the goroutine runs
	go func() {
		defer close(out)
		for e, err := range d.server.Live.Follow(ctx, session, after) {
			if err != nil {
				return
			}
			select {
			case out <- e:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

// wait blocks until there is something to tell; the heartbeat goes out meanwhile. False when nothing more will come: the
// browser then opens another stream.
func (d *deskStream) wait(events <-chan engine.Event, typed <-chan time.Time, beat <-chan time.Time) (bool, error) {
	for {
		select {
		case e, open := <-events:
			if !open {
				return false, nil
			}
			d.take(e, events)
			return true, nil
		case <-typed:
			return true, nil
		case <-beat:
			if err := d.out.comment("still here"); err != nil {
				return false, err
			}
		}
	}
}

// take adds an event, and with it those that are there already: a reply and its answer are one change.
func (d *deskStream) take(e engine.Event, more <-chan engine.Event) {
	for {
		if e.Number > lastNumber(d.run.log) {
			d.run.log = append(d.run.log, e)
		}
		select {
		case next, open := <-more:
			if !open {
				return
			}
			e = next
		default:
			return
		}
	}
}

// tell sends the change since the last message and returns when the line being typed will be there, nil for none.
func (d *deskStream) tell(ctx context.Context) (<-chan time.Time, error) {
	moment, err := d.server.Live.State(ctx, d.run.session.ID)
	if err != nil {
		return nil, err
	}
	d.run.state, d.run.now, d.run.session = moment.State, moment.Now, moment.Session
	saw := look(d.run.session.Mode, d.run.script.Channel, d.run.log, d.run.now)
	change, err := d.change()
	if err != nil {
		return nil, err
	}
	body, err := json.Marshal(change)
	if err != nil {
		return nil, err
	}
	if err := d.out.send("desk", strconv.Itoa(saw.Upto), string(body)); err != nil {
		return nil, err
	}
	if !saw.Typing {
		return nil, nil
	}
	return time.After(saw.Until - d.run.now + time.Millisecond), nil
}

func (d *deskStream) change() (deskChange, error) {
	view := deskNow(d.run, d.texts)
	view.tools(d.run, "")
	out := deskChange{Now: d.run.now.Milliseconds(), Last: lastNumber(d.run.log), Phase: string(d.run.state.Phase),
		Next: sessionPath(d.run.session.ID, ""), Turns: []turnHTML{}, Regions: map[string]string{}}
	for _, turn := range view.Turns {
		if turn.Number <= d.after || d.sent[turn.Number] {
			continue
		}
		html, err := fragment(d.server, d.texts, "desk/turn", turn)
		if err != nil {
			return out, err
		}
		d.sent[turn.Number] = true
		out.Turns = append(out.Turns, turnHTML{turn.Number, html})
	}
	return out, d.regions(view, out.Regions)
}

// deskRegions are the parts of the desk that change, by the id of their element.
var deskRegions = map[string]string{
	"desk-top": "desk/top", "queue": "desk/queue", "sofar": "desk/sofar", "head": "desk/head", "meters": "desk/meters",
	"typing": "desk/typing", "due": "desk/due", "sends": "desk/sends", "records": "desk/records", "shelf": "desk/shelf",
}

// regions draws those that differ from what was sent last.
func (d *deskStream) regions(view deskView, into map[string]string) error {
	for id, name := range deskRegions {
		html, err := fragment(d.server, d.texts, name, view)
		if err != nil {
			return err
		}
		if d.drawn[id] != html {
			d.drawn[id], into[id] = html, html
		}
	}
	for _, form := range view.Forms {
		for _, part := range []string{"form-head", "form-state"} {
			id := part + "-" + strconv.Itoa(form.Index)
			html, err := fragment(d.server, d.texts, "desk/"+part, form)
			if err != nil {
				return err
			}
			if d.drawn[id] != html && (d.drawn[id] != "" || form.Saved) {
				into[id] = html
			}
			d.drawn[id] = html
		}
	}
	return nil
}
