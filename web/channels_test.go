package web

import (
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"proba/engine"
	"proba/grading/prove"
	"proba/scenarios"
)

// channelSite has the pack of testdata/channels as its library: a scenario by e-mail and one at the counter.
func channelSite(t testing.TB, _ ...func(*Config)) *site {
	t.Helper()
	pack, problems := scenarios.Load(os.DirFS("testdata/channels"))
	for _, p := range append(problems, prove.Pack(pack)...) {
		if p.Level == scenarios.LevelError {
			t.Fatalf("%s:%d %s %s", p.File, p.Line, p.Code, p.Message)
		}
	}
	return newSite(t, func(c *Config) {
		library, err := NewLibrary(pack)
		if err != nil {
			t.Fatal(err)
		}
		c.Library = library
	})
}

func TestAMailIsAnsweredOnceAndGraded(t *testing.T) {
	site := channelSite(t)
	trainee := site.as("trainee")
	if text := trainee.get("/play/mail-forgotten-bag").wantStatus(t, "brief", http.StatusOK).text(t, "main"); !strings.Contains(text, "2:00:00") {
		t.Errorf("the brief does not tell of the two hours: %s", text)
	}
	s := trainee.begin("mail-forgotten-bag")
	page := s.desk()
	if got := page.Find("#turns .turn").Length(); got != 1 {
		t.Fatalf("%d messages on arrival, want the customer's mail at once", got)
	}
	if page.Find("form[data-command=answer], #hold, .typing:not([hidden])").Length() != 0 {
		t.Error("a mail neither rings, nor is held, nor types")
	}
	if text := strings.Join(strings.Fields(page.Find("#due").Text()), " "); !strings.Contains(text, "120 min") || strings.Contains(text, "7200") {
		t.Errorf("the deadline says %q, want minutes", text)
	}
	s.does("look-up", "name", "Opening hours")
	site.clock.Advance(40 * time.Minute)
	s.says("Dear Ms Holt,\n\nthank you for writing. We keep a bag for 14 days.\n\nKind regards")
	if phase := site.state(s.session()).Phase; phase != engine.WrapUp {
		t.Fatalf("after the mail back the contact is %s, want wrap-up", phase)
	}
	s.fills("Contact note", "Reason", "question", "Note", "blue bag")
	s.does("finish")
	result := s.get(s.path+"/result").wantStatus(t, "result", http.StatusOK)
	if got := result.text(t, ".score b"); got != "100%" {
		t.Errorf("score = %q, want 100%%: %s", got, result.text(t, "section[aria-labelledby=marks]"))
	}
	result.page(t).Find("section[aria-labelledby=clocks] tbody th").Each(func(_ int, row *goquery.Selection) {
		if strings.Contains(row.Text(), "hold") {
			t.Errorf("the clocks of a mail show %q", row.Text())
		}
	})
}

func TestAMailThatNobodyAnswersEnds(t *testing.T) {
	site := channelSite(t)
	s := site.as("trainee").begin("mail-forgotten-bag")
	site.clock.Advance(3 * time.Hour)
	site.clock.Advance(time.Hour)
	s.browser = site.as("trainee") // nobody stays signed in for four hours
	if got := s.get(s.path); got.status != http.StatusSeeOther {
		t.Fatalf("a mail of four hours ago = %d in phase %s, want its result", got.status, site.state(s.session()).Phase)
	}
	if text := s.get(s.path+"/result").text(t, ".verdict h1"); text != "Requirements not met" {
		t.Errorf("outcome = %q", text)
	}
}

func TestACounterContactIsGreetedAnsweredAndGraded(t *testing.T) {
	site := channelSite(t)
	s := site.as("trainee").begin("counter-forgotten-bag")
	page := s.desk()
	if text := page.Find(".contact--ringing").Text(); !strings.Contains(text, "A customer is waiting") {
		t.Errorf("on arrival the desk says %q", text)
	}
	if got := s.post(s.path+"/say", "text", "hello", "key", "k1", "last", "1"); got.status == http.StatusSeeOther {
		t.Error("a reply before the customer was attended to is taken")
	}
	s.does("answer")
	page = s.desk()
	if page.Find("#hold").Length() != 0 || page.Find("#turns .cap").Length() == 0 {
		t.Error("at the counter nobody is held, and what is said stands as captions")
	}
	if keys := page.Find(".keys").Text(); !strings.Contains(keys, "F2") || strings.Contains(keys, "F8") {
		t.Errorf("the keys of a counter are %q, want F2 to attend and no hold", keys)
	}
	s.does("look-up", "name", "Opening hours")
	s.says("We keep a bag for 14 days.")
	s.says("Goodbye and thank you.")
	s.fills("Contact note", "Reason", "question", "Note", "bag")
	s.does("finish")
	if got := s.get(s.path+"/result").text(t, ".score b"); got != "100%" {
		t.Errorf("score = %q, want 100%%", got)
	}
}

// session is the id of the seat's session.
func (s *seat) session() engine.SessionID {
	return engine.SessionID(strings.TrimPrefix(s.path, "/sessions/"))
}
