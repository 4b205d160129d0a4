package web

import (
	"net/http"
	"slices"
	"time"

	"proba/engine/store"
	"proba/grading"
)

type disagreementRequest struct {
	Criterion string `json:"criterion" validate:"required,max=400"`
	// Debrief is that of the mark: the number of a debrief question, 0 for a criterion of the contact.
	Debrief int    `json:"debrief" validate:"min=0,max=1000"`
	Reason  string `json:"reason" validate:"required"`
}

type apiDisagreementList struct {
	Disagreements []apiDisagreement `json:"disagreements"`
}

// apiDisagreement is what the trainee stated against a mark. Reason is left out for those who may not read what was said.
type apiDisagreement struct {
	Criterion  string    `json:"criterion"`
	Debrief    int       `json:"debrief,omitempty"`
	Evaluation int       `json:"evaluation"`
	Reason     string    `json:"reason,omitempty"`
	At         time.Time `json:"at"`
	// Read tells that an assessor has decided since, with the statement beside the mark.
	Read bool `json:"read"`
}

func disagreementForAPI(d store.Disagreement, decided time.Time) apiDisagreement {
	return apiDisagreement{d.Criterion, d.Debrief, d.Evaluation, d.Reason, d.At.UTC(), decided.After(d.At)}
}

// apiDisagree keeps the trainee's statement against one mark of his own assessed session.
func (s *Server) apiDisagree(v *visit) error {
	asked, err := bindJSON[disagreementRequest](v, s.valid)
	if err != nil {
		return err
	}
	run, err := s.ownSession(v)
	if err != nil {
		return err
	}
	stated, err := s.stateAgainst(v, run, asked.Reason, func(ev grading.Evaluation) int {
		return slices.IndexFunc(ev.Marks, func(m grading.Mark) bool { return m.Criterion == asked.Criterion && m.Debrief == asked.Debrief })
	})
	if err != nil {
		return err
	}
	v.Response().Header().Set("Location", apiPath+sessionPath(run.session.ID, "disagreements"))
	return v.JSON(http.StatusCreated, disagreementForAPI(stated, time.Time{}))
}

// apiDisagreements lists the statements against marks of a session to those who may see its result.
func (s *Server) apiDisagreements(v *visit) error {
	run, who, err := s.runningSeen(v)
	if err != nil {
		return err
	}
	settings, err := s.Store.Settings(v.ctx())
	if err != nil {
		return err
	}
	given, err := s.Store.Verdicts(v.ctx(), run.session.ID)
	if err != nil {
		return err
	}
	against, err := s.objectionsTo(v, run.session.ID, given)
	if err != nil {
		return err
	}
	list := apiDisagreementList{Disagreements: []apiDisagreement{}}
	for _, d := range against.stated {
		if !who.mayRead(settings) {
			d.Reason = ""
		}
		list.Disagreements = append(list.Disagreements, disagreementForAPI(d, against.decided))
	}
	return v.JSON(http.StatusOK, list)
}
