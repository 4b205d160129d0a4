package web

import (
	"html/template"
	"slices"
	"strconv"
	"strings"
	"time"

	"proba/engine"
	"proba/grading"
	"proba/scenarios"
)

// competenceView is one competence's bar with the tick at its minimum.
type competenceView struct {
	grading.CompetenceScore
	Language string
	Bar      template.HTML
	// Shown is the percentage as written.
	Shown string
	// Open tells that a mark of it waits for a person; without points and without an open mark nothing of it applied.
	Open bool
}

func competencesOf(ev grading.Evaluation, lang string) []competenceView {
	out := make([]competenceView, 0, len(ev.Competences))
	for _, c := range ev.Competences {
		view := competenceView{CompetenceScore: c, Language: lang, Shown: shownPercent(c.Earned, c.Of, c.Minimum)}
		if c.Of > 0 {
			view.Bar = gauge(100*c.Earned/c.Of, c.Minimum)
		}
		view.Open = slices.ContainsFunc(ev.Marks, func(m grading.Mark) bool { return m.Competence == c.Name && m.AwaitsPerson })
		out = append(out, view)
	}
	return out
}

// shownPercent is the nearest whole percent, halves up; a share that would so seem to reach a minimum it misses gets one
// decimal, cut (SEMANTICS 45): 69.6 for a minimum of 70. "–" of nothing.
func shownPercent(earned, of, minimum int) string {
	if of <= 0 {
		return "–"
	}
	whole := (200*earned + of) / (2 * of)
	if whole < minimum || 100*earned >= minimum*of {
		return strconv.Itoa(whole)
	}
	tenths := 1000 * earned / of
	return strconv.Itoa(tenths/10) + "." + strconv.Itoa(tenths%10)
}

// decimalComma writes a figure as the language does.
func decimalComma(lang, figure string) string {
	if lang == "en" {
		return figure
	}
	return strings.Replace(figure, ".", ",", 1)
}

// clockRow is one clock against its target; Key completes result.clock.
type clockRow struct {
	Key    string
	Value  time.Duration
	Target time.Duration // 0 for none
	// Happened: false when there was nothing to measure.
	Happened bool
}

// Inside tells that the target was kept.
func (c clockRow) Inside() bool { return c.Value <= c.Target }

// figuresOf are the clocks of a contact against their targets.
func figuresOf(run running, k grading.KPIs) []clockRow {
	row := func(key string, value grading.Millis, target time.Duration) clockRow {
		return clockRow{key, value.Duration(), target, value >= 0}
	}
	var out []clockRow
	if run.spoken() {
		out = append(out, row("answer", k.AnsweredAfter, run.limit(scenarios.TimerAnswer)))
	} else {
		out = append(out, row("first", k.FirstReply, run.limit(scenarios.TimerFirstReply)))
	}
	if longest := longestHold(run.log); longest > 0 {
		out = append(out, clockRow{"hold", longest, run.limit(scenarios.TimerLongestHold), true})
	}
	return append(out, row("silence", k.LongestSilence, run.silence()), row("handling", k.Handling, 0))
}

func longestHold(log []engine.Event) time.Duration {
	var longest time.Duration
	for _, e := range log {
		if f, ok := e.Fact.(engine.Resumed); ok {
			longest = max(longest, f.After)
		}
	}
	return longest
}
