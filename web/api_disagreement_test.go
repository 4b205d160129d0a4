package web

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"proba/engine"
	"proba/engine/store"
)

// firstMark is what a request against the first mark of a session's evaluation says.
func (c *apiClient) firstMark(session, reason string) map[string]any {
	c.Helper()
	marks := c.call("showEvaluation", []string{session}, nil, http.StatusOK)["marks"].([]any)
	first := marks[0].(map[string]any)
	return map[string]any{"criterion": first["criterion"], "reason": reason}
}

func TestATraineeStatesAgainstAMarkByTheInterface(t *testing.T) {
	site := newSite(t)
	session := site.played("trainee", delivery, engine.Assessed)
	id := []string{string(session.ID)}
	c := site.client("trainee")
	before := c.call("showEvaluation", id, nil, http.StatusOK)["score"]
	body := c.firstMark(id[0], "  L’ho detto due volte. ")
	kept := c.call("disagree", id, body, http.StatusCreated)
	if kept["criterion"] != body["criterion"] || kept["reason"] != "L’ho detto due volte." || kept["read"] != false {
		t.Errorf("kept %v, want the statement", kept)
	}
	c.call("disagree", id, body, http.StatusConflict)
	list := c.call("listDisagreements", id, nil, http.StatusOK)["disagreements"].([]any)
	if len(list) != 1 || list[0].(map[string]any)["at"] != kept["at"] {
		t.Errorf("listed %v, want what was kept", list)
	}
	if after := c.call("showEvaluation", id, nil, http.StatusOK)["score"]; after != before {
		t.Errorf("the score is %v after the statement, was %v", after, before)
	}

	site.clock.Advance(time.Minute)
	b := site.as("assessor").reviews(session)
	b.gives("decide", append(b.fullMarks(), "verdict", "passed", "reason", "Letto.")...).wantStatus(t, "verdict", http.StatusSeeOther)
	read := c.call("listDisagreements", id, nil, http.StatusOK)["disagreements"].([]any)[0].(map[string]any)
	if read["read"] != true {
		t.Errorf("after the verdict the statement is %v, want read", read)
	}
}

func TestStatementsAgainstMarksAreForWhomTheResultPageIs(t *testing.T) {
	site := newSite(t)
	assessed := site.played("trainee", warranty, engine.Assessed)
	practised := site.played("trainee", warranty, engine.Practice)
	id := []string{string(assessed.ID)}
	c := site.client("trainee")
	body := c.firstMark(id[0], "Ho detto una cosa privata.")
	for _, who := range []string{"other trainee", "trainer", "assessor", "hr", "admin"} {
		site.client(who).call("disagree", id, body, http.StatusNotFound)
	}
	c.call("disagree", []string{"none"}, body, http.StatusNotFound)
	c.call("disagree", id, body, http.StatusCreated)
	for _, who := range []string{"other trainee", "trainer", "admin"} {
		site.client(who).call("listDisagreements", id, nil, http.StatusNotFound)
	}
	words := func(who string) any {
		return site.client(who).call("listDisagreements", id, nil, http.StatusOK)["disagreements"].([]any)[0].(map[string]any)["reason"]
	}
	if got := words("assessor"); got != body["reason"] {
		t.Errorf("the assessor reads %v, want the words", got)
	}
	if got := words("hr"); got != nil {
		t.Errorf("HR reads %v, want no words", got)
	}
	c.call("disagree", []string{string(practised.ID)}, body, http.StatusUnprocessableEntity)
}

func TestAStatementNeedsAMarkAndAReason(t *testing.T) {
	site := newSite(t)
	c := site.client("trainee")
	id := []string{string(site.played("trainee", warranty, engine.Assessed).ID)}
	body := c.firstMark(id[0], "no")
	with := func(key string, value any) map[string]any {
		out := map[string]any{"criterion": body["criterion"], "reason": "no"}
		out[key] = value
		return out
	}
	for what, bad := range map[string]map[string]any{
		"no such criterion":  with("criterion", "none"),
		"no criterion":       with("criterion", ""),
		"no such debrief":    with("debrief", 9),
		"a negative debrief": with("debrief", -1),
		"no reason":          with("reason", ""),
		"an unknown field":   with("points", 5),
	} {
		t.Run(what, func(*testing.T) { c.call("disagree", id, bad, http.StatusBadRequest) })
	}
	c.call("disagree", id, with("reason", " "), http.StatusUnprocessableEntity)
	c.call("disagree", id, with("reason", strings.Repeat("a", store.MaxDisagreement+1)), http.StatusUnprocessableEntity)
	running := c.call("startSession", nil, map[string]any{"scenario": warranty, "mode": "practice"}, http.StatusCreated)["id"].(string)
	c.call("disagree", []string{running}, body, http.StatusConflict)
}
