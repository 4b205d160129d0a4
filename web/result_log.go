package web

import (
	"time"

	"proba/engine"
	"proba/grading"
)

// logRow is one line of the whole contact with the marks it earned or lost in the margin.
type logRow struct {
	turnView
	// Silence is how long a silence had lasted when it was noticed; 0 for lines that are something else.
	Silence time.Duration
	// Misunderstood is why the customer did not understand, "" when he did.
	Misunderstood engine.Misunderstood
	Word          string
	// From and To are the patience around this line; equal when it did not change.
	From, To int
	Pins     []markView
}

// IsSilence tells the lines the clock wrote.
func (r logRow) IsSilence() bool { return r.Silence > 0 }

// MisunderstoodKey completes result.misunderstood, "" when he understood.
func (r logRow) MisunderstoodKey() string { return slug(string(r.Misunderstood)) }

// Changed tells that patience changed here.
func (r logRow) Changed() bool { return r.From != r.To }

// logRows are the lines of a session that is over, for those who may read all of it.
func logRows(run running, marks []markView) []logRow {
	pins := map[int][]markView{}
	for _, m := range marks {
		if n := decidedAt(m.Mark); n > 0 {
			pins[n] = append(pins[n], m)
		}
	}
	var rows []logRow
	for _, e := range run.log {
		switch f := e.Fact.(type) {
		case engine.PatienceChanged:
			if len(rows) > 0 {
				rows[len(rows)-1].From, rows[len(rows)-1].To = f.From, f.To
			}
			continue
		case engine.Silence:
			rows = append(rows, logRow{turnView: turnView{Since: e.At, Channel: run.script.Channel}, Silence: f.Limit})
			continue
		}
		one, ok := see(engine.Assessed, e)
		if !ok {
			continue
		}
		row := logRow{turnView: turnView{seen: one, Session: run.session.ID, Channel: run.script.Channel, Since: e.At,
			Clock: run.session.Started.Add(e.At)}, Pins: pins[e.Number]}
		switch f := e.Fact.(type) {
		case engine.CustomerSaid:
			row.Who = firstName(run.customer())
		case engine.Replied:
			row.Misunderstood, row.Word = f.NotUnderstood, f.UnknownWord
		}
		rows = append(rows, row)
	}
	return rows
}

// decidedAt is the event a mark is pinned to: what broke it or came nearest where it is not met, else the last thing that
// made it met. 0 when no event stands for it.
func decidedAt(m grading.Mark) int {
	first, last := 0, 0
	for _, e := range m.Evidence {
		if e.Event == 0 {
			continue
		}
		if held := itemHeld(m, e.Item); m.Mark != grading.Met && !held && first == 0 {
			first = e.Event
		}
		last = max(last, e.Event)
	}
	if first > 0 {
		return first
	}
	return last
}

func itemHeld(m grading.Mark, number int) bool {
	for _, item := range m.Items {
		if item.Item == number {
			return itemState(item) == "met"
		}
	}
	return false
}
