package web

import (
	"strings"
	"testing"
	"time"

	"proba/engine"
	"proba/scenarios"
)

func TestClocksTurnAmberWithLessThanFortyPercentLeftAndRedPastTheirLimit(t *testing.T) {
	tests := map[string]struct {
		passed time.Duration
		state  string
		over   bool
	}{
		"sixty percent passed":       {6 * time.Second, "", false},
		"a little more":              {6001 * time.Millisecond, "wait", false},
		"a limit includes its end":   {10 * time.Second, "wait", false},
		"a millisecond past the end": {10001 * time.Millisecond, "miss", true},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			c := clockView{Now: test.passed, Limit: 10 * time.Second}
			if c.State() != test.state || c.Over() != test.over {
				t.Errorf("after %v of 10 s: state %q, over %v, want %q, %v", test.passed, c.State(), c.Over(), test.state, test.over)
			}
		})
	}
}

func TestDeadlinesCountDownAndThenHowFarTheyAreOver(t *testing.T) {
	c := clockView{Down: true, From: 5 * time.Second, Limit: 10 * time.Second}
	for now, want := range map[time.Duration]time.Duration{5 * time.Second: 10 * time.Second, 12 * time.Second: 3 * time.Second, 17 * time.Second: 2 * time.Second} {
		if c.Now = now; c.Value() != want {
			t.Errorf("Value() at %v = %v, want %v", now, c.Value(), want)
		}
	}
}

func TestATimeFactorStretchesEveryClock(t *testing.T) {
	call := sampleOf(missedDelivery, 0, engine.Assessed).upTo(1)
	plain, silence := call.limit(scenarios.TimerAnswer), call.silence()
	call.state.Opened.TimeFactor = 150
	if got, want := call.limit(scenarios.TimerAnswer), plain*3/2; got != want {
		t.Errorf("answer within %v, want %v", got, want)
	}
	if got, want := call.silence(), silence*3/2; got != want {
		t.Errorf("silence noticed at %v, want %v", got, want)
	}
}

func TestWhichClocksRun(t *testing.T) {
	call, chat := sampleOf(missedDelivery, 0, engine.Assessed), sampleOf(warranty, 0, engine.Practice)
	if c := clocksOf(call.upTo(1)); c.Contact == nil || c.Contact.Key != "desk.clock.answer" || len(c.Meters) != 0 {
		t.Errorf("while it rings: %+v, want the time to answer alone", c.Contact)
	}
	held := clocksOf(call.upTo(heldAt(call)))
	if len(held.Meters) != 3 || held.Meters[1].Stopped || held.Silence != nil {
		t.Errorf("on hold the meters are %+v, silence %v: want the hold to run and no silence", held.Meters, held.Silence)
	}
	if c := clocksOf(chat.upTo(3)); c.Reply == nil || c.Reply.Key != "desk.clock.first" {
		t.Errorf("before the first reply: %+v, want the time to the first reply", c.Reply)
	}
	wrapped := clocksOf(chat.upTo(chat.untilEnd() + 1))
	if wrapped.Contact == nil || wrapped.Contact.Key != "desk.clock.wrapup" || wrapped.Reply != nil {
		t.Errorf("in wrap-up: %+v, want the wrap-up's clock alone", wrapped.Contact)
	}
}

func TestAuthorTextsCarryNoScript(t *testing.T) {
	for name, text := range map[string]string{
		"raw HTML":                 "Hallo <script>alert(1)</script><img src=x onerror=alert(1)>",
		"a script link":            "[click](javascript:alert(1))",
		"an entity in the scheme":  "[click](jav&#x61;script:alert(1))",
		"a data link":              "[click](data:text/html;base64,PHNjcmlwdD4=)",
		"a picture from elsewhere": "![x](https://example.org/x.png)",
		"a style":                  `<p style="position:fixed">x</p>`,
	} {
		t.Run(name, func(t *testing.T) {
			got := string(authors.html(text))
			for _, bad := range []string{"<script", "javascript:", "onerror", "data:", "<img", "style="} {
				if strings.Contains(strings.ToLower(got), bad) {
					t.Errorf("html(%q) = %s, which holds %q", text, got, bad)
				}
			}
		})
	}
}

func TestASearchFindsWordsByTheirBeginning(t *testing.T) {
	tests := map[string]struct {
		query, text string
		want        bool
	}{
		"the beginning of words":   {"dati perso", "Dati personali", true},
		"no accent asked for":      {"citta", "Città di consegna", true},
		"not the middle of words":  {"sonali", "Dati personali", false},
		"every word must be there": {"dati resi", "Dati personali", false},
		"Russian":                  {"дост", "Доставка на дом", true},
		"nothing finds all":        {"", "anything", true},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if got := found(test.query, test.text); got != test.want {
				t.Errorf("found(%q, %q) = %v, want %v", test.query, test.text, got, test.want)
			}
		})
	}
}

func BenchmarkDeskChange(b *testing.B) {
	s := bare(b)
	run := sampleOf(missedDelivery, 0, engine.Practice)
	run = run.upTo(run.untilEnd())
	for b.Loop() {
		d := deskStream{server: s, texts: s.texts.In("en"), run: run, after: 1000, sent: map[int]bool{}, drawn: map[string]string{}}
		if _, err := d.change(); err != nil {
			b.Fatal(err)
		}
	}
}
