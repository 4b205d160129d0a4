package web

import (
	"encoding/json"
	"html"
	"slices"
	"strings"
	"testing"
	"time"

	"proba/engine"
	"proba/grading"
	"proba/grading/prove"
	"proba/scenarios"
)

// secrets are texts of a scenario that the trainee who plays it must not see (SEMANTICS 59), whatever the language of the
// interface. Short ones are left out: they could stand anywhere by chance.
func secrets(sc *scenarios.Scenario) []string {
	var all []string
	add := func(texts ...string) {
		for _, text := range texts {
			if len([]rune(text)) >= 9 {
				all = append(all, text)
			}
		}
	}
	for _, f := range sc.Facts {
		add(f.Name)
	}
	add(sc.Variants...)
	for _, p := range sc.Phrases {
		add(p.Name)
		for _, pattern := range p.Patterns {
			add(pattern.Text)
		}
		for _, u := range slices.Concat(p.Examples, p.Not) {
			add(u.Text)
		}
	}
	for _, c := range slices.Concat(sc.Criteria, sc.Debrief) {
		add(c.Name, c.Advice, c.Why, c.Praise)
		add(c.Rows...)
		for _, item := range c.Items() {
			add(item.Text)
		}
	}
	for _, form := range sc.Desk {
		for _, field := range form.Fields {
			add(field.Text)
		}
	}
	return append(all, lines(sc)...)
}

// lines are the customer's lines, cut before the first fact so that they are found however it is filled in.
func lines(sc *scenarios.Scenario) []string {
	var all []string
	add := func(blocks []scenarios.Block) {
		for _, b := range blocks {
			for _, l := range b.Lines {
				if text, _, _ := strings.Cut(l.Text, "{"); len([]rune(text)) >= 9 {
					all = append(all, text)
				}
			}
		}
	}
	for _, b := range sc.Beats {
		add(b.Blocks)
		for _, r := range b.Reactions {
			add(r.Blocks)
		}
	}
	return all
}

// open is everything a trainee may have read so far: what the desk shows, what was said, what he wrote.
func open(run running) string {
	var all strings.Builder
	add := func(texts ...string) { all.WriteString(strings.Join(texts, "\n") + "\n") }
	sc := run.script.Scenario
	add(sc.Title, sc.Brief, run.customer())
	for _, a := range sc.World.Articles {
		add(a.Name, a.Body)
	}
	for _, f := range sc.World.Forms {
		add(f.Name)
		for _, field := range f.Fields {
			add(field.Name, strings.Join(field.Choices, "\n"))
		}
	}
	for _, t := range sc.World.Templates {
		add(t.Name, t.Body)
	}
	for _, r := range sc.World.Records {
		add(r.Name)
	}
	for _, e := range run.log {
		switch f := e.Fact.(type) {
		case engine.CustomerSaid:
			add(f.Text)
		case engine.Replied:
			add(f.Text)
		case engine.Filed:
			for _, field := range f.Fields {
				add(field.Value)
			}
		}
	}
	return all.String()
}

// everything a session sends to its trainee at one moment: the page, a message of the stream, and the whitelist's JSON.
func sentTo(t *testing.T, s *Server, run running) string {
	t.Helper()
	texts := s.texts.In("en")
	desk := sample{page: "desk/session", view: func(p Page) view {
		v := deskNow(run, texts)
		v.tools(run, "")
		v.Page, v.Bare = p, true
		v.Title = run.script.Title
		return v
	}}
	var out strings.Builder
	out.WriteString(renderSample(t, s, desk, "en"))
	stream := deskStream{server: s, texts: texts, run: run, sent: map[int]bool{}, drawn: map[string]string{}}
	change, err := stream.change()
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []any{change, look(run.session.Mode, run.script.Channel, run.log, run.now)} {
		body, err := json.Marshal(part)
		if err != nil {
			t.Fatal(err)
		}
		plain := strings.NewReplacer(`\u003c`, "<", `\u003e`, ">", `\u0026`, "&", `\"`, `"`).Replace(string(body))
		out.WriteString(plain)
	}
	return html.UnescapeString(out.String())
}

func TestNothingSecretLeavesARunningSession(t *testing.T) {
	s := bare(t)
	for id, script := range sampleScripts() {
		hidden := secrets(script.Scenario)
		if len(hidden) < 50 {
			t.Errorf("%s: only %d secrets to look for, want 50 or more", id, len(hidden))
		}
		for i, test := range script.Tests {
			log := prove.Play(script, test).Log
			for n := range len(log) {
				if i > 0 && n%7 != 0 {
					continue
				}
				for _, mode := range []engine.Mode{engine.Assessed, engine.Practice} {
					run := sampleRun(script, log[:n+1], mode)
					if run.state.Phase == engine.Debrief || run.state.Phase == engine.Finished {
						continue
					}
					checkSecrets(t, s, run, hidden)
				}
			}
		}
	}
}

func checkSecrets(t *testing.T, s *Server, run running, hidden []string) {
	t.Helper()
	sent, known := sentTo(t, s, run), open(run)
	if run.session.Mode == engine.Practice { // marks so far name criteria that were met by something he did
		for _, m := range grading.Grade(run.script.Scenario, run.log).Marks {
			if m.Mark == grading.Met && cites(m) {
				known += m.Criterion + "\n"
			}
		}
	}
	for _, secret := range hidden {
		if strings.Contains(sent, secret) && !strings.Contains(known, secret) {
			t.Fatalf("%s, %s, after event %d: %q leaves for the trainee", run.script.ID, run.session.Mode, run.state.Number, secret)
		}
	}
}

func TestAssessedSessionsShowNoMood(t *testing.T) {
	change := engine.Event{Number: 3, Fact: engine.PatienceChanged{From: 7, To: 5}}
	if _, ok := see(engine.Assessed, change); ok {
		t.Error("see(assessed, patience) shows something")
	}
	if got, ok := see(engine.Practice, change); !ok || got.Mood != scenarios.Tense {
		t.Errorf("see(practice, patience) = %+v, %v, want the mood tense", got, ok)
	}
}

func TestChatLinesComeOneAfterTheOther(t *testing.T) {
	said := func(n int, at, takes time.Duration) engine.Event {
		return engine.Event{Number: n, At: at, Fact: engine.CustomerSaid{Text: "x", Takes: takes}}
	}
	log := []engine.Event{said(1, 0, 0), said(2, time.Second, 3*time.Second), said(3, time.Second, time.Second),
		{Number: 4, At: 2 * time.Second, Fact: engine.LookedUp{Name: "Resi"}}}
	tests := map[string]struct {
		now   time.Duration
		seen  []int
		until time.Duration
		upto  int
	}{
		"while the first is typed, deeds are there":  {2 * time.Second, []int{1, 4}, 4 * time.Second, 1},
		"the second waits for the first":             {4 * time.Second, []int{1, 2, 4}, 5 * time.Second, 2},
		"a line is there at the end of its own time": {5 * time.Second, []int{1, 2, 3, 4}, 0, 4},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got := look(engine.Assessed, scenarios.Chat, log, test.now)
			var numbers []int
			for _, one := range got.Seen {
				numbers = append(numbers, one.Number)
			}
			if !slices.Equal(numbers, test.seen) || got.Until != test.until || got.Upto != test.upto || got.Typing != (test.until > 0) {
				t.Errorf("look() = %v until %v up to %d, want %v until %v up to %d", numbers, got.Until, got.Upto, test.seen, test.until, test.upto)
			}
		})
	}
}
