package web

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"proba/engine"
	"proba/engine/live"
	"proba/engine/store"
)

// TestTheDescriptionListsExactlyTheRoutes holds the table of routes and the description together.
func TestTheDescriptionListsExactlyTheRoutes(t *testing.T) {
	site := newSite(t)
	var described, served []string
	for _, op := range site.describe().operations() {
		described = append(described, op.method+" "+op.path)
	}
	for _, r := range site.server.routes {
		if path, ok := strings.CutPrefix(r.path, apiPath); ok {
			served = append(served, r.method+" "+parameter.ReplaceAllStringFunc(path, func(p string) string { return "{" + p[1:] + "}" }))
		}
	}
	slices.Sort(described)
	slices.Sort(served)
	if !slices.Equal(described, served) {
		t.Errorf("described\n%s\nserved\n%s", strings.Join(described, "\n"), strings.Join(served, "\n"))
	}
}

// playsByAPI plays the shipped chat to a pass with commands of the interface.
func (c *apiClient) playsByAPI(clock *live.ManualClock, session string) {
	c.Helper()
	last := c.call("showSession", []string{session}, nil, http.StatusOK)["last"]
	commands := []map[string]any{
		{"kind": "say", "text": "Buongiorno, sono Anna del servizio clienti di Casa Nocciola. Controllo subito."},
		{"kind": "look-up", "name": "Pagamenti"},
		{"kind": "say", "text": "Sì, da 150 euro in su può pagare in 3 rate senza interessi."},
		{"kind": "look-up", "name": "Garanzia"},
		{"kind": "say", "text": "La garanzia legale copre già i difetti per 2 anni. L'estensione costa 19,00 euro e può comprarla entro 30 giorni dall'acquisto."},
		{"kind": "say", "text": "Mi dispiace, non posso comunicare l'indirizzo di un'altra persona. Può chiederlo direttamente alla sua collega."},
		{"kind": "say", "text": "Posso esserle utile in altro? Grazie per averci contattato, buona giornata!"},
		{"kind": "file", "form": "Scheda di contatto", "fields": map[string]string{"Motivo": "informazione", "Esito": "risolto", "Nota": "rate ed estensione della garanzia"}},
		{"kind": "finish"},
	}
	for i, command := range commands {
		command["key"], command["last"] = "k"+strconv.Itoa(i), last
		last = c.call("command", []string{session}, command, http.StatusOK)["last"]
		clock.Advance(5 * time.Second)
	}
}

func TestAClientThatKnowsOnlyTheDescriptionPlaysToAPass(t *testing.T) {
	site := newSite(t)
	c := site.client("trainee")
	list := c.call("listScenarios", nil, nil, http.StatusOK)["scenarios"].([]any)
	if len(list) != len(testPack().Scenarios) {
		t.Errorf("%d scenarios are listed, want %d", len(list), len(testPack().Scenarios))
	}
	if brief := c.call("showScenario", []string{warranty}, nil, http.StatusOK)["brief"]; brief == nil {
		t.Error("a scenario is shown without its brief")
	}
	session := c.call("startSession", nil, map[string]any{"scenario": warranty, "mode": "practice"}, http.StatusCreated)["id"].(string)
	c.call("showEvaluation", []string{session}, nil, http.StatusConflict)
	c.playsByAPI(site.clock, session)
	messages := c.follow(session, "0", 0)
	if n := len(messages); n < 15 {
		t.Errorf("the stream told %d events, want the whole contact", n)
	}
	if kind := messages[len(messages)-1].Event["kind"]; kind != (engine.SessionFinished{}).Kind() {
		t.Errorf("the stream ends with %q, want the end of the session", kind)
	}
	evaluation := c.call("showEvaluation", []string{session}, nil, http.StatusOK)
	if evaluation["result"] != "pass" || evaluation["score"] != float64(100) {
		t.Errorf("evaluation is %v with %v, want pass with 100", evaluation["result"], evaluation["score"])
	}
}

func TestTheStreamResumesWithoutGapOrRepeat(t *testing.T) {
	site := newSite(t)
	c := site.client("trainee")
	session := c.call("startSession", nil, map[string]any{"scenario": warranty, "mode": "practice"}, http.StatusCreated)["id"].(string)
	c.playsByAPI(site.clock, session)
	whole := c.follow(session, "0", 0)
	for _, cut := range []int{1, 4, len(whole) - 1} {
		rest := c.follow(session, whole[cut-1].ID, 0)
		if got, want := len(rest), len(whole)-cut; got != want {
			t.Errorf("after %d messages %d follow, want %d", cut, got, want)
		}
	}
}

func TestNothingOfTheScriptLeavesByTheInterface(t *testing.T) {
	site := newSite(t)
	c := site.client("trainee")
	session := c.call("startSession", nil, map[string]any{"scenario": delivery, "mode": "practice"}, http.StatusCreated)["id"].(string)
	c.call("command", []string{session}, map[string]any{"kind": "answer"}, http.StatusOK)
	c.call("command", []string{session}, map[string]any{"kind": "say", "text": "Buongiorno, servizio clienti Casa Nocciola, sono Anna."}, http.StatusOK)
	var all strings.Builder
	for _, id := range []string{"showSession", "showScenario"} {
		parameter := map[string]string{"showSession": session, "showScenario": delivery}[id]
		response := c.send(id, []string{parameter}, nil)
		text, err := io.ReadAll(response.Body)
		response.Body.Close()
		if err != nil {
			t.Fatal(err)
		}
		all.Write(text)
	}
	for _, m := range c.follow(session, "0", 3) {
		for _, key := range slices.Sorted(maps.Keys(m.Event)) {
			if text, ok := m.Event[key].(string); ok {
				all.WriteString(text + "\n")
			}
		}
	}
	sc := testPack().Scenarios[delivery]
	var secrets []string
	for _, criterion := range append(slices.Clone(sc.Criteria), sc.Debrief...) {
		secrets = append(secrets, criterion.Name)
	}
	for _, beat := range sc.Beats {
		secrets = append(secrets, `"`+beat.Name+`"`)
	}
	for _, phrase := range sc.Phrases {
		secrets = append(secrets, `"`+phrase.Name+`"`)
	}
	for _, secret := range secrets {
		if strings.Contains(all.String(), secret) {
			t.Errorf("a trainee is told %q", secret)
		}
	}
}

func TestASessionOfAnotherDoesNotExistForTheInterface(t *testing.T) {
	site := newSite(t)
	session := site.client("trainee").call("startSession", nil, map[string]any{"scenario": warranty, "mode": "practice"}, http.StatusCreated)["id"].(string)
	for _, who := range []string{"other trainee", "trainer", "assessor", "hr", "admin"} {
		c := site.client(who)
		c.call("showSession", []string{session}, nil, http.StatusNotFound)
		c.call("command", []string{session}, map[string]any{"kind": "close"}, http.StatusNotFound)
		c.call("followSession", []string{session}, nil, http.StatusNotFound)
		c.call("showEvaluation", []string{session}, nil, http.StatusNotFound)
	}
}

func TestCommandsAreAnsweredByTheirRules(t *testing.T) {
	site := newSite(t)
	c := site.client("trainee")
	start := c.call("startSession", nil, map[string]any{"scenario": warranty, "mode": "practice"}, http.StatusCreated)
	session := []string{start["id"].(string)}
	say := map[string]any{"kind": "say", "text": "Buongiorno, sono Anna.", "key": "k1", "last": start["last"]}
	first := c.call("command", session, say, http.StatusOK)
	if again := c.call("command", session, say, http.StatusOK); again["last"] != first["last"] {
		t.Errorf("the same key answered %v, then %v", first["last"], again["last"])
	}
	stale := c.call("command", session, map[string]any{"kind": "say", "text": "E poi?", "last": start["last"]}, http.StatusConflict)
	if stale["last"] != first["last"] {
		t.Errorf("a stale command is told last %v, want %v", stale["last"], first["last"])
	}
	refused := c.call("command", session, map[string]any{"kind": "hold"}, http.StatusUnprocessableEntity)
	if refused["reason"] != string(engine.RefusedChannel) {
		t.Errorf("a hold in chat is refused with %q, want %q", refused["reason"], engine.RefusedChannel)
	}
	for what, body := range map[string]map[string]any{
		"unknown kind":         {"kind": "sing"},
		"unknown field":        {"kind": "close", "texxt": "x"},
		"field of another":     {"kind": "close", "text": "x"},
		"negative last":        {"kind": "close", "last": -1},
		"key too long":         {"kind": "close", "key": strings.Repeat("k", 65)},
		"number for text":      {"kind": "say", "text": 5},
		"no kind":              {},
		"impossible dictation": {"kind": "say", "text": "x", "took": -1},
	} {
		t.Run(what, func(*testing.T) { c.call("command", session, body, http.StatusBadRequest) })
	}
	c.call("command", session, map[string]any{"kind": "say", "text": strings.Repeat("x", 70<<10)}, http.StatusRequestEntityTooLarge)
}

func TestATickMovesOnlyATestClock(t *testing.T) {
	site := newSite(t)
	c := site.client("trainee")
	start := c.call("startSession", nil, map[string]any{"scenario": delivery, "mode": "practice"}, http.StatusCreated)
	session := []string{start["id"].(string)}
	after := c.call("command", session, map[string]any{"kind": "tick", "at": 40_000}, http.StatusOK)
	if after["phase"] != string(engine.WrapUp) {
		t.Errorf("after 40 s of ringing the phase is %q, want %q", after["phase"], engine.WrapUp)
	}
	c.call("command", session, map[string]any{"kind": "tick", "at": 10}, http.StatusBadRequest)
	site.server.Live.Clock = live.SystemClock()
	c.call("command", session, map[string]any{"kind": "tick", "at": 50_000}, http.StatusNotImplemented)
}

func TestWhoMayStartWhat(t *testing.T) {
	site := newSite(t)
	cases := []struct {
		what, who string
		body      map[string]any
		want      int
	}{
		{"a trainee's trial", "trainee", map[string]any{"mode": "trial"}, http.StatusForbidden},
		{"a trainer's trial", "trainer", map[string]any{"mode": "trial", "seed": 7}, http.StatusCreated},
		{"a trial of an unknown variant", "trainer", map[string]any{"mode": "trial", "variant": "none"}, http.StatusBadRequest},
		{"a seed in practice", "trainee", map[string]any{"mode": "practice", "seed": 7}, http.StatusBadRequest},
		{"an assessed session without an assignment", "trainee", map[string]any{"mode": "assessed"}, http.StatusConflict},
		{"an assessed session of a trainer", "trainer", map[string]any{"mode": "assessed"}, http.StatusForbidden},
		{"an unknown mode", "trainee", map[string]any{"mode": "exam"}, http.StatusBadRequest},
		{"an unknown field", "trainee", map[string]any{"mode": "practice", "score": 100}, http.StatusBadRequest},
		{"an assessor's practice", "assessor", map[string]any{"mode": "practice"}, http.StatusForbidden},
	}
	for _, c := range cases {
		t.Run(c.what, func(*testing.T) {
			c.body["scenario"] = warranty
			site.client(c.who).call("startSession", nil, c.body, c.want)
		})
	}
	site.client("trainee").call("startSession", nil, map[string]any{"scenario": "none", "mode": "practice"}, http.StatusNotFound)
}

func TestAnAssessedSessionTakesTheAssignmentThatIsOpen(t *testing.T) {
	site := newSite(t)
	if _, err := site.store.Assign(t.Context(), store.CommandLine("test"), store.NewAssignment{
		People: []store.PersonID{site.people["trainee"]}, Scenario: warranty, Mode: engine.Assessed, Attempts: 1,
	}); err != nil {
		t.Fatal(err)
	}
	c := site.client("trainee")
	session := c.call("startSession", nil, map[string]any{"scenario": warranty, "mode": "assessed"}, http.StatusCreated)
	if session["mode"] != "assessed" || session["attempt"] != float64(1) || session["mood"] != nil {
		t.Errorf("started %v, want the first attempt and no mood", session)
	}
	c.playsByAPI(site.clock, session["id"].(string))
	c.call("startSession", nil, map[string]any{"scenario": warranty, "mode": "assessed"}, http.StatusConflict)
}

func TestTheInterfaceNeedsATokenAndTakesNoCookie(t *testing.T) {
	site := newSite(t)
	c := site.describe()
	c.call("listScenarios", nil, nil, http.StatusUnauthorized)
	c.call("createToken", nil, map[string]any{"login": "trainee", "password": "wrong"}, http.StatusUnauthorized)
	c.token = "nonsense"
	c.call("listScenarios", nil, nil, http.StatusUnauthorized)
	if got := site.as("trainee").get("/api/v1/scenarios"); got.status != http.StatusUnauthorized {
		t.Errorf("a cookie opens the interface: %d, want 401", got.status)
	}
}

func TestTokensAreThrottledLikeSignIns(t *testing.T) {
	site := newSite(t)
	c := site.describe()
	wrong := map[string]any{"login": "trainee", "password": "wrong"}
	for range triesHere.tries {
		c.call("createToken", nil, wrong, http.StatusUnauthorized)
	}
	c.call("createToken", nil, wrong, http.StatusTooManyRequests)
}

func TestPeopleAndRecordsAreForThoseWhoMayReadThem(t *testing.T) {
	site := newSite(t)
	session := site.played("trainee", warranty, engine.Assessed)
	b := site.as("assessor").reviews(session)
	b.gives("decide", "verdict", "passed", "reason", "tutto a posto").wantStatus(t, "verdict", http.StatusSeeOther)
	id := string(site.people["trainee"])
	hr := site.client("hr")
	if n := hr.call("listPeople", nil, nil, http.StatusOK)["total"]; n != float64(len(site.people)) {
		t.Errorf("%v people are listed, want %d", n, len(site.people))
	}
	for _, who := range []string{"hr", "trainee"} {
		record := site.client(who).call("showRecord", []string{id}, nil, http.StatusOK)
		first := record["sessions"].([]any)[0].(map[string]any)
		if first["verdict"] != "passed" || first["decided_by"] != "The assessor" || first["reason"] != "tutto a posto" {
			t.Errorf("%s reads %v, want who decided what and why", who, first)
		}
	}
	for _, who := range []string{"other trainee", "trainer", "assessor", "admin"} {
		site.client(who).call("showRecord", []string{id}, nil, http.StatusNotFound)
	}
	site.client("trainee").call("listPeople", nil, nil, http.StatusForbidden)
	hr.call("showRecord", []string{"none"}, nil, http.StatusNotFound)
	if got := site.audited(id); !slices.Contains(got, "hr record.read") {
		t.Errorf("the audit says %v, want the reading by HR", got)
	}
}

func TestACertificateIsCheckedByAnybody(t *testing.T) {
	site := newSite(t)
	session := site.played("trainee", warranty, engine.Assessed)
	site.as("assessor").reviews(session).gives("decide", "verdict", "passed", "reason", "so").wantStatus(t, "verdict", http.StatusSeeOther)
	award, err := site.store.AwardCertificate(t.Context(), site.by("hr"), store.NewAward{
		Person: site.people["trainee"], Certificate: "uc2", Title: "Assistenza", Version: "1.0.0", Sessions: []engine.SessionID{session.ID}, Coverage: []byte(`{}`),
	})
	if err != nil {
		t.Fatal(err)
	}
	c := site.describe()
	shown := c.call("checkCertificate", []string{award.Number}, nil, http.StatusOK)
	if shown["holder"] != "The trainee" || shown["valid"] != true {
		t.Errorf("the certificate says %v", shown)
	}
	if err := site.store.RevokeAward(t.Context(), site.by("hr"), award.Number, "errore"); err != nil {
		t.Fatal(err)
	}
	if shown = c.call("checkCertificate", []string{award.Number}, nil, http.StatusOK); shown["valid"] != false || shown["revoked"] != true {
		t.Errorf("a revoked certificate says %v", shown)
	}
	c.call("checkCertificate", []string{"none"}, nil, http.StatusNotFound)
}

func TestACheckReportsProblemsAtTheirPlace(t *testing.T) {
	site := newSite(t)
	c := site.client("trainer")
	files := map[string]any{"scenarios/x.md": "---\nkind: scenario\nid: x\n---\n# X\n"}
	problems := c.call("checkPack", nil, map[string]any{"files": files}, http.StatusOK)["problems"].([]any)
	if len(problems) == 0 || problems[0].(map[string]any)["file"] != "scenarios/x.md" {
		t.Errorf("problems are %v, want some in scenarios/x.md", problems)
	}
	var archive bytes.Buffer
	w := zip.NewWriter(&archive)
	part, err := w.Create("scenarios/x.md")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(part, files["scenarios/x.md"].(string)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	response := c.send("checkPack", nil, &archive, "Content-Type", "application/zip")
	defer response.Body.Close()
	if zipped := c.answered("checkPack", response, http.StatusOK)["problems"].([]any); len(zipped) != len(problems) {
		t.Errorf("as zip the pack has %d problems, as JSON %d", len(zipped), len(problems))
	}
	c.call("checkPack", nil, map[string]any{"files": map[string]any{"../x.md": ""}}, http.StatusBadRequest)
	c.call("checkPack", nil, map[string]any{"files": map[string]any{}}, http.StatusBadRequest)
	site.client("trainee").call("checkPack", nil, map[string]any{"files": files}, http.StatusForbidden)
}
