package web

import (
	"time"

	"proba/engine/store"
	"proba/grading"
)

// givenView is a verdict as the assessor's pages show it.
type givenView struct {
	By     string
	Passed bool
	Reason string
	At     time.Time
	Spent  time.Duration
	// Marks counts the marks the person gave, Against those where the machine had decided otherwise.
	Marks, Against int
	Score          int
}

func (s *Server) givenViews(v *visit, given []store.Verdict) ([]givenView, error) {
	var out []givenView
	for i := len(given) - 1; i >= 0; i-- {
		view, err := s.givenView(v, given[i])
		if err != nil {
			return nil, err
		}
		out = append(out, view)
	}
	return out, nil
}

func (s *Server) givenView(v *visit, given store.Verdict) (givenView, error) {
	by, err := s.nameOf(v, given.By)
	if err != nil {
		return givenView{}, err
	}
	ev, err := given.Evaluation.Decode()
	if err != nil {
		return givenView{}, err
	}
	return givenView{By: by, Passed: given.Passed, Reason: given.Reason, At: given.At, Spent: given.TimeSpent,
		Marks: len(given.Settlements), Against: against(ev), Score: ev.Score}, nil
}

// against counts the marks where a person decided otherwise than the machine had.
func against(ev grading.Evaluation) int {
	n := 0
	for _, m := range ev.Marks {
		if m.Settled && m.Machine != grading.Undecided && m.Machine != "" && m.Machine != m.Mark {
			n++
		}
	}
	return n
}

// bothMarks is one criterion with the machine's mark and, where one was given, the person's.
type bothMarks struct {
	Machine markView
	// Person is nil where nobody marked it.
	Person *markView
	Reason string
}

// bothMarksOf sets the newest verdict's marks beside the machine's.
func bothMarksOf(r review) ([]bothMarks, error) {
	settled, err := r.given[len(r.given)-1].Evaluation.Decode()
	if err != nil {
		return nil, err
	}
	evidence := newSheet(r.script.Scenario, r.log, false)
	var out []bothMarks
	for i, m := range r.machine.Marks {
		both := bothMarks{Machine: evidence.mark(i, m)}
		both.Machine.Objection, both.Machine.Votes = r.stated.to(m), votesBeside(r.votes, m)
		if i < len(settled.Marks) && settled.Marks[i].Settled {
			person := evidence.mark(i, settled.Marks[i])
			both.Person, both.Reason = &person, reasonFor(m, r.given[len(r.given)-1].Settlements)
		}
		out = append(out, both)
	}
	return out, nil
}

func reasonFor(m grading.Mark, given []grading.Settlement) string {
	for _, g := range given {
		if g.Criterion == m.Criterion && g.Debrief == m.Debrief {
			return g.Reason
		}
	}
	return ""
}
