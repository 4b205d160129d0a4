package web

import (
	"html/template"
	"slices"
	"strings"
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
	// TitleLanguage is the language of what the scenario's author wrote.
	TitleLanguage string
	Customer      string
	// CustomerFirst is the short name beside each turn.
	CustomerFirst string
	// Speaking is the language the conversation goes on in, Spoken all that the trainee may use.
	Speaking string
	Spoken   []string
	// Now is the session's clock at rendering; script counts on from it.
	Now time.Duration
	// Last is the number of the last event and Key a fresh once-only key: every form carries both.
	Last int
	Key  string
	// Seen is the number up to which the page shows everything there is to see; the stream goes on from there.
	Seen int
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
	Canned      []cannedView
	Attachments []attachmentView
	Catalogue   *scenarios.Catalogue

	// Draft is a reply that was refused, kept in the field; Refused is why, as a code, and Detail what it is about.
	Draft   string
	Refused string
	Detail  string
	// HasDebrief tells that questions follow.
	HasDebrief bool
}

// Ringing, Talking and Wrapping tell the phases the desk knows.
func (v deskView) Ringing() bool { return v.Phase == engine.Waiting }

// Talking tells that the contact runs.
func (v deskView) Talking() bool { return v.Phase == engine.Talking }

// Wrapping tells that only the desk is open.
func (v deskView) Wrapping() bool { return v.Phase == engine.WrapUp }

// Speaks tells whether the channel is spoken: captions and dictation instead of bubbles.
func (v deskView) Speaks() bool {
	return v.Channel == scenarios.Phone || v.Channel == scenarios.Counter
}

// MayHold tells whether the channel has a hold.
func (v deskView) MayHold() bool { return v.Channel == scenarios.Phone }

// MaySend tells whether files and canned replies can be sent.
func (v deskView) MaySend() bool { return v.Channel == scenarios.Chat || v.Channel == scenarios.Email }

// Path is the address of an action of this session, of its page for "".
func (v deskView) Path(action string) string { return sessionPath(v.ID, action) }

func sessionPath(id engine.SessionID, action string) string {
	return strings.TrimSuffix("/sessions/"+string(id)+"/"+action, "/")
}

// Over tells that the contact is: nobody can be asked or handed over to any more.
func (v deskView) Over() bool { return v.Phase != engine.Waiting && v.Phase != engine.Talking }

// Unsaved are the forms as long as none was saved. Whoever finishes then loses the marks for all of them.
func (v deskView) Unsaved() []formView {
	if slices.ContainsFunc(v.Forms, func(f formView) bool { return f.Saved }) {
		return nil
	}
	return v.Forms
}

// PhaseKey completes desk.phase: nobody converses by mail.
func (v deskView) PhaseKey() string {
	if v.Channel == scenarios.Email && v.Phase == engine.Talking {
		return "mail"
	}
	return string(v.Phase)
}

// ChannelIcon is the drawing of the channel.
func (v deskView) ChannelIcon() string { return channelIcon(v.Channel) }

func channelIcon(c scenarios.Channel) string {
	switch c {
	case scenarios.Phone:
		return "phone"
	case scenarios.Email:
		return "mail"
	case scenarios.Counter:
		return "counter"
	case scenarios.Desk:
		return "form"
	default:
		return "chat"
	}
}

// deskForm is a form with the desk around it, for its partial.
type deskForm struct {
	Desk deskView
	Form formView
}

// ForForm pairs a form with the desk.
func (v deskView) ForForm(f formView) deskForm { return deskForm{v, f} }

// turnView is one line of the conversation.
type turnView struct {
	seen
	Session engine.SessionID
	Channel scenarios.Channel
	// Who is the short name of the speaker, "" for the trainee.
	Who string
	// Clock is the time of day in chat, Since the time from the start elsewhere.
	Clock time.Time
	Since time.Duration
}

// Agent tells the trainee's own turns.
func (t turnView) Agent() bool { return t.Kind == (engine.Replied{}).Kind() }

// Shown are the files the customer sent with the line.
func (t turnView) Shown() []fileView { return fileViews(t.Session, t.Attachments, t.Files) }

// Deed tells what was done from what was said.
func (t turnView) Deed() bool { return !t.Agent() && t.Kind != (engine.CustomerSaid{}).Kind() }

// Caption tells the turns of a call, which are captions, from those of a chat.
func (t turnView) Caption() bool {
	return t.Channel == scenarios.Phone || t.Channel == scenarios.Counter
}

// deedIcons are the drawings of deeds by kind; what has none gets the clock.
var deedIcons = map[string]string{
	engine.Answered{}.Kind(): "phone", engine.LookedUp{}.Kind(): "lookup", engine.Held{}.Kind(): "hold", engine.Resumed{}.Kind(): "phone",
	engine.Transferred{}.Kind(): "transfer", engine.Escalated{}.Kind(): "up", engine.Consulted{}.Kind(): "two",
	engine.Filed{}.Kind(): "form", engine.Sent{}.Kind(): "clip", engine.Closed{}.Kind(): "hang", engine.Argued{}.Kind(): "scale",
}

// Icon is the drawing of a deed.
func (t turnView) Icon() string { return deedIcon(t.Kind) }

func deedIcon(kind string) string {
	if icon, ok := deedIcons[kind]; ok {
		return icon
	}
	return "clock"
}

// marksSoFar are the marks of a running practice session. Only criteria met by something the trainee did are named: the
// others, and what is met by not happening, would tell what is still to come.
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
		case m.Mark == grading.Met && cites(m):
			out.Met = append(out.Met, m.Criterion)
			out.Earned += m.Points
		default:
			out.Open++
		}
	}
	return out
}

// cites tells that a mark rests on something that happened.
func cites(m grading.Mark) bool {
	return slices.ContainsFunc(m.Evidence, func(e grading.Evidence) bool { return e.Event > 0 })
}

// turnsOf are the lines a trainee sees, as the page shows them.
func turnsOf(run running, s sight) []turnView {
	out := make([]turnView, 0, len(s.Seen))
	for _, one := range s.Seen {
		if one.Kind == (engine.PatienceChanged{}).Kind() {
			continue
		}
		t := turnView{seen: one, Session: run.session.ID, Channel: run.script.Channel, Since: time.Duration(one.At) * time.Millisecond}
		if one.Kind == (engine.CustomerSaid{}).Kind() {
			t.Who = firstName(run.customer())
		}
		t.Clock = run.session.Started.Add(t.Since)
		out = append(out, t)
	}
	return out
}
