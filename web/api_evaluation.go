package web

import (
	"net/http"

	"proba/engine"
	"proba/engine/store"
	"proba/grading"
)

// apiEvaluation gives the evaluation that holds to those who may see the result page, with what they see there.
func (s *Server) apiEvaluation(v *visit) error {
	run, who, err := s.runningSeen(v)
	if err != nil {
		return err
	}
	if run.state.Phase != engine.Finished {
		return store.ErrNotFinished
	}
	shown, err := s.resultOf(v, run, who)
	if err != nil {
		return err
	}
	return v.JSON(http.StatusOK, evaluationFor(shown.evidenceSheet))
}

// evaluationFor leaves out of an evaluation what its reader's page leaves out (SEMANTICS 59).
func evaluationFor(sheet evidenceSheet) grading.Evaluation {
	ev := sheet.Evaluation
	ev.Marks = make([]grading.Mark, len(sheet.Evaluation.Marks))
	for i, m := range sheet.Evaluation.Marks {
		evidence := make([]grading.Evidence, len(m.Evidence))
		for j, e := range m.Evidence {
			evidence[j] = evidenceFor(sheet, e)
		}
		if !sheet.Words {
			m.Items = []grading.ItemResult{}
		}
		m.Evidence, ev.Marks[i] = evidence, m
	}
	return ev
}

func evidenceFor(sheet evidenceSheet, e grading.Evidence) grading.Evidence {
	if !sheet.Words {
		return grading.Evidence{Event: e.Event, At: e.At, Item: e.Item, Verdict: e.Verdict, Why: e.Why}
	}
	if sheet.Hidden {
		e = withheld(e)
	}
	return e
}

// withheld takes away what would tell the answers while attempts remain.
func withheld(e grading.Evidence) grading.Evidence {
	e.Pattern, e.Example = "", ""
	if e.Field != "" {
		e.Expected = ""
	}
	return e
}
