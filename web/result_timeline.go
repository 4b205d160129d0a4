package web

import (
	"fmt"
	"html/template"
	"strings"
	"time"

	"proba/engine"
	"proba/grading"
	"proba/scenarios"
)

// timelineView is the picture of the contact and the same as a table.
type timelineView struct {
	SVG    template.HTML
	Points []patienceRow
	// Began and Ended are the patience at both ends.
	Began, Ended         int
	BeganMood, EndedMood scenarios.Band
}

// patienceRow is one change of patience.
type patienceRow struct {
	Since   time.Duration
	Value   int
	Change  int
	Mood    scenarios.Band
	Reasons []patienceReason
}

// patienceReason is why it changed, as the author wrote it.
type patienceReason struct {
	Why    string
	Change int
}

// Signed is the change with its sign.
func (r patienceReason) Signed() string { return fmt.Sprintf("%+d", r.Change) }

// perWord is how long a typed reply is drawn as if it were spoken: the pace of the customer's lines (SEMANTICS 32).
const perWord = 400 * time.Millisecond

// timelineOf draws a contact with its wrap-up; the questions have no clock and are left out.
func timelineOf(run running, marks []markView, w *wording) timelineView {
	t := timeline{Until: overAt(run), Speech: speech(run.log), Pins: pinsOf(run, marks)}
	out := patienceOf(run.log)
	for _, p := range out.Points {
		t.Patience = append(t.Patience, patiencePoint{p.Since, p.Value, shortReason(p)})
	}
	t.Spans, t.Ticks = deskOf(run, w)
	t.Words = timelineWords{
		Marks: w.t("result.chart.marks"), Customer: firstName(run.customer()), Agent: w.t("result.chart.agent"), Desk: w.t("result.chart.desk"),
		Patience: w.t("result.chart.patience"), Calm: w.t("mood.calm") + " 7–10", Tense: w.t("mood.tense") + " 4–6", Angry: w.t("mood.angry") + " 1–3",
	}
	t.Title = w.t("result.chart.title", "Until", length(t.Until))
	t.Description = w.t("result.chart.desc", "From", out.Began, "To", out.Ended)
	out.SVG = t.svg()
	return out
}

// overAt is the end of the wrap-up, or of the log.
func overAt(run running) time.Duration {
	for _, e := range run.log {
		switch e.Fact.(type) {
		case engine.DebriefStarted, engine.SessionFinished:
			return e.At
		}
	}
	if n := len(run.log); n > 0 {
		return run.log[n-1].At
	}
	return 0
}

// speech are the bars of who spoke when. A reply is drawn from when it came, at the pace of speaking, and never over the
// answer to it.
func speech(log []engine.Event) []speechBar {
	var bars []speechBar
	for _, e := range log {
		switch f := e.Fact.(type) {
		case engine.CustomerSaid:
			for i := range bars {
				if bars[i].Agent && bars[i].To > e.At {
					bars[i].To = max(e.At, bars[i].From)
				}
			}
			bars = append(bars, speechBar{From: e.At, To: e.At + f.Takes})
		case engine.Replied:
			words := time.Duration(len(strings.Fields(f.Text)))
			bars = append(bars, speechBar{From: e.At, To: e.At + words*perWord, Agent: true})
		}
	}
	return bars
}

// deskOf are holds, the wrap-up, and what was looked up, filed and sent.
func deskOf(run running, w *wording) (spans []deskSpan, ticks []time.Duration) {
	var held, over time.Duration = -1, -1
	until := overAt(run)
	for _, e := range run.log {
		switch e.Fact.(type) {
		case engine.Held:
			held = e.At
		case engine.Resumed:
			spans = append(spans, deskSpan{held, e.At, w.t("result.chart.hold", "Length", length(e.At-held))})
			held = -1
		case engine.ContactEnded:
			over = e.At
		case engine.LookedUp, engine.Filed, engine.Sent:
			ticks = append(ticks, e.At)
		}
	}
	if over >= 0 && until > over {
		spans = append(spans, deskSpan{over, until, w.t("result.chart.wrapup", "Length", length(until-over))})
	}
	return spans, ticks
}

// pinsOf puts each mark of the contact where it was decided; what nothing decided stands at the end of the contact.
func pinsOf(run running, marks []markView) []pin {
	at := map[int]time.Duration{}
	end := overAt(run)
	for _, e := range run.log {
		at[e.Number] = e.At
		if _, over := e.Fact.(engine.ContactEnded); over {
			end = e.At
		}
	}
	var pins []pin
	for _, m := range marks {
		if m.Debrief > 0 || m.Mark.Mark == grading.NotApplicable {
			continue
		}
		when, known := at[decidedAt(m.Mark)]
		if !known {
			when = end
		}
		pins = append(pins, pin{when, m.Number, m.Mark.Mark})
	}
	return pins
}

// patienceOf reads the patience from the log.
func patienceOf(log []engine.Event) timelineView {
	var out timelineView
	for _, e := range log {
		switch f := e.Fact.(type) {
		case engine.Started:
			out.Began, out.Ended = f.Patience, f.Patience
			out.Points = append(out.Points, patienceRow{Value: f.Patience, Mood: scenarios.BandOf(f.Patience)})
		case engine.PatienceChanged:
			out.Ended = f.To
			out.Points = append(out.Points, patienceRow{Since: e.At, Value: f.To, Change: f.To - f.From, Mood: scenarios.BandOf(f.To), Reasons: reasonsOfPatience(f.Reasons)})
		}
	}
	out.BeganMood, out.EndedMood = scenarios.BandOf(out.Began), scenarios.BandOf(out.Ended)
	return out
}

func reasonsOfPatience(reasons []engine.PatienceReason) []patienceReason {
	out := make([]patienceReason, len(reasons))
	for i, r := range reasons {
		out[i] = patienceReason{plainText(r.Why), r.Change}
	}
	return out
}

// shortReason is what fits beside a point of the curve.
func shortReason(p patienceRow) string {
	if len(p.Reasons) == 0 {
		return ""
	}
	text := []rune(p.Reasons[0].Why)
	if len(text) > 32 {
		return string(text[:31]) + "…"
	}
	return string(text)
}
