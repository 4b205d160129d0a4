package web

import (
	"fmt"
	"html/template"
	"time"

	"proba/engine"
	"proba/grading"
	"proba/scenarios"
)

// deskView is the agent desktop. Its partials, also sent alone by the event stream, all take it.
type deskView struct {
	Page
	ID      engine.SessionID
	Mode    engine.Mode
	Attempt int
	Channel scenarios.Channel
	Phase   engine.Phase
	// Here and there: what the session's title and the customer's name are written in.
	TitleLanguage string
	Customer      string
	// CustomerFirst is the short name beside each turn.
	CustomerFirst string
	// Language the trainee may use first, and all of them.
	Language  string
	Languages []string
	// Now is the session's clock at rendering; script counts on from it.
	Now time.Duration
	// Last is the number of the last event and Key a fresh once-only key: every form carries both.
	Last int
	Key  string
	// Started is the wall time of the start, for the times beside chat turns.
	Started time.Time

	OnHold   bool
	Answered bool
	Turns    []turnView
	Typing   bool
	Clocks   deskClocks
	Mood     scenarios.Band // practice only, "" else
	Marks    *marksSoFar    // practice only, nil else

	Brief       template.HTML
	Records     []cardView
	Articles    []cardView
	Query       string
	Forms       []formView
	Departments []placeView
	Colleagues  []placeView
	Templates   []scenarios.Template
	Attachments []scenarios.Attachment
	Catalogue   *scenarios.Catalogue

	// Draft is a reply that was refused, kept in the field; Refused is why, as a code, and Detail what it is about.
	Draft   string
	Refused string
	Detail  string
}

// CanTalk tells whether replies are taken now.
func (v deskView) CanTalk() bool { return v.Phase == engine.Talking && !v.OnHold }

// Speaks tells whether the channel is spoken: captions and dictation instead of bubbles.
func (v deskView) Speaks() bool {
	return v.Channel == scenarios.Phone || v.Channel == scenarios.Counter
}

// MayHold, MaySend and the like name what the channel offers.
func (v deskView) MayHold() bool { return v.Channel == scenarios.Phone }

// MaySend tells whether files and canned replies can be sent.
func (v deskView) MaySend() bool { return v.Channel == scenarios.Chat || v.Channel == scenarios.Email }

// Path is the address of an action of this session.
func (v deskView) Path(action string) string { return fmt.Sprintf("/sessions/%s/%s", v.ID, action) }

// turnView is one line of the conversation.
type turnView struct {
	seen
	Channel scenarios.Channel
	// Who is the short name of the speaker, "" for the trainee.
	Who string
	// Clock is the time of day in chat, Since the time from the start elsewhere.
	Clock time.Time
	Since time.Duration
}

// Agent tells the trainee's own turns.
func (t turnView) Agent() bool { return t.Kind == engine.Replied{}.Kind() }

// Deed tells what was done from what was said.
func (t turnView) Deed() bool { return !t.Agent() && t.Kind != engine.CustomerSaid{}.Kind() }

// marksSoFar are the marks of a running practice session. Only criteria already met are named: the others would give the
// rubric away.
type marksSoFar struct {
	Earned, Of int
	Met        []string
	Open       int
}

func soFar(ev grading.Evaluation) *marksSoFar {
	out := &marksSoFar{Of: ev.Of}
	for _, m := range ev.Marks {
		switch {
		case m.Debrief > 0 || m.Mark == grading.NotApplicable:
		case m.Mark == grading.Met:
			out.Met = append(out.Met, m.Criterion)
			out.Earned += m.Points
		default:
			out.Open++
		}
	}
	return out
}

// turnsOf are the lines a trainee sees, as the page shows them.
func turnsOf(run running, s sight) []turnView {
	out := make([]turnView, 0, len(s.Seen))
	for _, one := range s.Seen {
		if one.Kind == (engine.PatienceChanged{}).Kind() {
			continue
		}
		t := turnView{seen: one, Channel: run.script.Channel, Since: time.Duration(one.At) * time.Millisecond}
		if one.Kind == (engine.CustomerSaid{}).Kind() {
			t.Who = firstName(run.customer())
		}
		t.Clock = run.session.Started.Add(t.Since)
		out = append(out, t)
	}
	return out
}
