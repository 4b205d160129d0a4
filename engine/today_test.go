package engine

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"proba/engine/language"
)

// datedEars keep the day of each reply they hear.
type datedEars struct {
	literalEars
	days *[]string
}

func (e datedEars) Hear(r language.Reply) language.Heard {
	*e.days = append(*e.days, r.Today)
	return e.literalEars.Hear(r)
}

// hearDays says a, which enters a beat that lets two days pass, and then b twice.
func hearDays(t *testing.T, today string) (days *[]string, log []Event, script *Script) {
	t.Helper()
	days = new([]string)
	sc := chatOf(beat("A", "hello", when(says("a"), to("B"))), beat("B", "there", when(says("b"), "well")))
	sc.Beats[1].Later = 48 * time.Hour
	script, err := PrepareWith(sc, datedEars{literalEars{phrasesOf(sc)}, days})
	if err != nil {
		t.Fatal(err)
	}
	s, log, err := Start(script, Opening{Seed: 1, Instant: true, Today: today})
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		text string
		at   time.Duration
	}{{"a", time.Second}, {"b", 2 * time.Second}, {"b", 3 * time.Second}} {
		var events []Event
		if s, events, err = Step(script, s, Say{Text: step.text}, step.at); err != nil {
			t.Fatal(err)
		}
		log = append(log, events...)
	}
	return days, log, script
}

func TestRepliesAreHeardOnTheDayOfTheLog(t *testing.T) {
	days, log, script := hearDays(t, "2026-02-27")
	if got := strings.Join(*days, " "); got != "2026-02-27 2026-03-01 2026-03-01" {
		t.Errorf("replies were heard on %s, want the start's day and, past the beat that lets two days go by, the second after it", got)
	}
	before := strings.Join(*days, " ")
	*days = nil
	Rehear(script, log)
	if got := strings.Join(*days, " "); got != before {
		t.Errorf("heard anew on %s, at first on %s", got, before)
	}
	first, ok := log[0].Fact.(Started)
	if !ok || first.Today != "2026-02-27" {
		t.Errorf("the log begins with %+v, want the day", log[0].Fact)
	}
}

func TestALogWithoutADayIsHeardWithoutOne(t *testing.T) {
	days, log, _ := hearDays(t, "")
	if got := strings.Join(*days, ""); got != "" {
		t.Errorf("replies were heard on %q, want on no day", got)
	}
	written, err := json.Marshal(log[0].Fact)
	if err != nil || strings.Contains(string(written), "today") {
		t.Errorf("the start is written %s (%v), want it as before there were days", written, err)
	}
}

func TestASessionNeedsARealDay(t *testing.T) {
	script, err := PrepareWith(chatOf(waitingForA()), literalEars{})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := Start(script, Opening{Today: "12.3.2026"}); err == nil {
		t.Error("a day in another form starts a session")
	}
}
