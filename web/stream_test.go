package web

import (
	"bufio"
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"
)

// listening is an open event stream.
type listening struct {
	testing.TB
	response *http.Response
	lines    *bufio.Scanner
}

// message is one event of a stream.
type message struct{ event, id, data string }

// listen opens the stream of a session; last is what the browser says it has, "" for nothing.
func (s *seat) listen(last string) *listening {
	s.Helper()
	r := s.request(http.MethodGet, s.path+"/events", "")
	if last != "" {
		r.Header.Set("Last-Event-ID", last)
	}
	response, err := s.client.Do(r)
	if err != nil {
		s.Fatal(err)
	}
	s.Cleanup(func() { response.Body.Close() })
	lines := bufio.NewScanner(response.Body)
	lines.Buffer(nil, 1<<20)
	return &listening{s.TB, response, lines}
}

// next is the next message; the zero message when the stream has ended.
func (l *listening) next() message {
	var m message
	for l.lines.Scan() {
		line := l.lines.Text()
		name, value, _ := strings.Cut(line, ": ")
		switch name {
		case "event":
			m.event = value
		case "id":
			m.id = value
		case "data":
			m.data = value
		case "":
			if m.event != "" {
				return m
			}
		}
	}
	return message{}
}

// change is the next change of the desk.
func (l *listening) change() (deskChange, string) {
	l.Helper()
	m := l.next()
	var c deskChange
	if err := json.Unmarshal([]byte(m.data), &c); err != nil || m.event != "desk" {
		l.Fatalf("message = %+v (%v), want a change of the desk", m, err)
	}
	return c, m.id
}

func TestAStreamSaysHowItWantsToBeTreated(t *testing.T) {
	s := newSite(t).as("trainee").begin(warranty)
	header := s.listen("").response.Header
	for name, want := range map[string]string{
		"Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store", "X-Accel-Buffering": "no", "Content-Encoding": "",
	} {
		if got := header.Get(name); got != want {
			t.Errorf("%s = %q, want %q", name, got, want)
		}
	}
}

func TestAStreamTellsWhatHappensAndResumes(t *testing.T) {
	s := newSite(t).as("trainee").begin(warranty)
	stream := s.listen("")
	first, id := stream.change()
	if len(first.Turns) != 1 || first.Regions["queue"] == "" {
		t.Fatalf("the first change has %d turns, want the customer's first line and the regions", len(first.Turns))
	}
	s.does("look-up", "name", "Garanzia")
	second, _ := stream.change()
	if len(second.Turns) != 1 || !strings.Contains(second.Turns[0].HTML, "Garanzia") || !strings.Contains(second.Regions["shelf"], "article") {
		t.Errorf("after a look-up came %+v", second.Turns)
	}
	if _, drawn := second.Regions["typing"]; drawn {
		t.Error("a region that did not change was sent again")
	}
	resumed, _ := s.listen(id).change()
	if len(resumed.Turns) != 1 || resumed.Turns[0].Number != second.Turns[0].Number {
		t.Errorf("resumed after %s the stream sends %+v, want only what came later", id, resumed.Turns)
	}
}

func TestAStreamShowsALineOnceItIsTyped(t *testing.T) {
	s := newSite(t).as("trainee").begin(warranty)
	s.clock.Advance(5 * time.Second)
	stream := s.listen("")
	stream.change()
	s.submit("say", "text", "Può pagare in 3 rate.").wantStatus(t, "say", http.StatusSeeOther)
	reply, id := stream.change()
	if len(reply.Turns) != 1 || !strings.Contains(reply.Regions["typing"], "typing") {
		t.Fatalf("after the reply came %+v, want the reply alone and the typing sign", reply.Turns)
	}
	if early, _ := s.listen(id).change(); len(early.Turns) != 0 {
		t.Errorf("a stream resumed while a line is typed sends %+v, want nothing yet", early.Turns)
	}
	s.clock.Advance(5 * time.Second)
	if typed, _ := s.listen(id).change(); len(typed.Turns) != 1 || !strings.Contains(typed.Turns[0].HTML, "Marta") {
		t.Errorf("a stream resumed after the line was typed sends %+v, want the line", typed.Turns)
	}
}

func TestAStreamEndsWithTheSignIn(t *testing.T) {
	site := newSite(t)
	b := site.as("trainee")
	s := b.begin(warranty)
	stream := s.listen("")
	stream.change()
	b.post("/sign-out")
	if got := stream.next(); got.event != "gone" {
		t.Errorf("after signing out the stream says %+v, want gone", got)
	}
	if got := stream.next(); got != (message{}) {
		t.Errorf("after signing out the stream goes on with %+v", got)
	}
}

func TestAStreamEndsWithTheSession(t *testing.T) {
	s := newSite(t).as("trainee").begin(warranty)
	stream := s.listen("")
	s.playWarranty()
	last := deskChange{}
	for m := stream.next(); m.event == "desk"; m = stream.next() {
		if err := json.Unmarshal([]byte(m.data), &last); err != nil {
			t.Fatal(err)
		}
	}
	if last.Phase != "finished" {
		t.Errorf("the stream ended in phase %q, want finished", last.Phase)
	}
}
