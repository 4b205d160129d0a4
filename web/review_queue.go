package web

import (
	"context"
	"time"

	"proba/engine"
	"proba/engine/store"
	"proba/grading"
	"proba/scenarios"
)

// shownWaiting is how many waiting sessions a page lists; the others follow when these are decided.
const shownWaiting = 50

// waitingRow is a session that waits for a verdict. It says why it waits and nothing of how the machine marked it.
type waitingRow struct {
	ID       engine.SessionID
	Owner    string
	Title    string
	Language string
	Version  string
	Channel  scenarios.Channel
	Attempt  int
	Ended    time.Time
	// Days are whole days since it waits: since Ended, which for a disputed session is the disagreement.
	Days    int
	Reasons []waitingReason
	Current bool
	// Second leads to the second marking instead of the verdict.
	Second bool
	// stated is when the trainee last disagreed with a mark; zero when he did not.
	stated time.Time
}

// waitingReason is why a person is needed; Key completes review.why and is counted.
type waitingReason struct {
	Key string
	N   int
}

// ChannelIcon is the drawing of the channel.
func (r waitingRow) ChannelIcon() string { return channelIcon(r.Channel) }

// Path is where the session is reviewed.
func (r waitingRow) Path() string {
	if r.Second {
		return secondPath(r.ID)
	}
	return reviewPath(r.ID)
}

func reviewPath(id engine.SessionID) string { return "/review/" + string(id) }

type reviewQueueView struct {
	Page
	Waiting []waitingRow
	// All counts those that wait, also the ones not listed.
	All int
	// Disputed were decided, and their trainee disagreed with a mark since.
	Disputed []waitingRow
	// Second were decided by others and nobody has marked them a second time.
	Second []waitingRow
}

// reviewQueue lists what waits for a verdict, longest waiting first, and what was disputed after one.
func (s *Server) reviewQueue(v *visit) error {
	view := reviewQueueView{Page: s.page(v, "review.title", "/review")}
	var err error
	if view.Waiting, view.All, err = s.waiting(v, ""); err != nil {
		return err
	}
	if view.Disputed, err = s.disputed(v); err != nil {
		return err
	}
	if view.Second, err = s.forSecond(v); err != nil {
		return err
	}
	return s.render(v, "review/queue", view)
}

// disputed lists decided sessions with a disagreement that no verdict followed.
func (s *Server) disputed(v *visit) ([]waitingRow, error) {
	sessions, err := s.Store.SessionsDisputed(v.ctx(), store.SessionFilter{Group: v.scope(), Page: store.Page{Limit: shownWaiting}})
	if err != nil {
		return nil, err
	}
	rows, _, err := s.waitingRows(v, sessions, "")
	for i := range rows { // he waits since he disagreed, not since the session
		rows[i].Ended, rows[i].Days = rows[i].stated, daysBetween(rows[i].stated.In(s.Zone), s.Now().In(s.Zone))
	}
	return rows, err
}

// waiting lists the sessions this assessor may decide on, and counts all of them. His own are never among them.
func (s *Server) waiting(v *visit, current engine.SessionID) (rows []waitingRow, all int, err error) {
	sessions, err := s.Store.SessionsAwaitingVerdict(v.ctx(), store.SessionFilter{Group: v.scope(), Page: store.Page{Limit: 1000}})
	if err != nil {
		return nil, 0, err
	}
	return s.waitingRows(v, sessions, current)
}

// waitingRows are the rows of sessions without the visitor's own, at most [shownWaiting], and how many there are.
func (s *Server) waitingRows(v *visit, sessions []engine.Session, current engine.SessionID) (rows []waitingRow, all int, err error) {
	people, err := s.Store.PeopleByID(v.ctx(), playersOf(sessions))
	if err != nil {
		return nil, 0, err
	}
	for _, session := range sessions {
		if session.Person == v.person.ID {
			continue
		}
		if all++; all > shownWaiting {
			continue
		}
		row, err := s.waitingRow(v.ctx(), session)
		if err != nil {
			return nil, 0, err
		}
		row.Owner, row.Current = people[session.Person].Name, session.ID == current
		rows = append(rows, row)
	}
	return rows, all, nil
}

func playersOf(sessions []engine.Session) []store.PersonID {
	ids := make([]store.PersonID, len(sessions))
	for i, session := range sessions {
		ids[i] = session.Person
	}
	return ids
}

func (s *Server) waitingRow(ctx context.Context, session engine.Session) (waitingRow, error) {
	row := waitingRow{ID: session.ID, Title: session.Title, Language: session.Language, Version: session.Version,
		Channel: session.Channel, Attempt: session.Attempt, Ended: session.Started}
	if session.Ended != nil {
		row.Ended = *session.Ended
	}
	row.Days = daysBetween(row.Ended.In(s.Zone), s.Now().In(s.Zone))
	ev, err := s.evaluation(ctx, session.ID)
	if err != nil {
		return row, err
	}
	stated, err := s.Store.Disagreements(ctx, session.ID)
	if err != nil {
		return row, err
	}
	votes, err := s.Store.RaterVotes(ctx, session.ID)
	row.Reasons = whyWaiting(ev, len(stated), doubted(ev, votes))
	if len(stated) > 0 {
		row.stated = stated[len(stated)-1].At
	}
	return row, err
}

// whyWaiting says what a person has to do: read answers, settle marks, weigh what the trainee disputes or a rater sees
// otherwise, or only confirm.
func whyWaiting(ev grading.Evaluation, disputed, doubted int) []waitingReason {
	var answers, required, other int
	for _, m := range ev.Open() {
		switch {
		case m.Debrief > 0:
			answers++
		case m.Required || m.Fatal:
			required++
		default:
			other++
		}
	}
	var out []waitingReason
	for _, r := range []waitingReason{{"disputed", disputed}, {"answers", answers}, {"required", required}, {"marks", other}, {"doubted", doubted}} {
		if r.N > 0 {
			out = append(out, r)
		}
	}
	if len(out) == 0 {
		return []waitingReason{{"confirm", 1}}
	}
	return out
}
