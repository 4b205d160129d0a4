package store_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strings"
	"testing"
	"time"

	"proba/engine"
	"proba/engine/store"
	"proba/scenarios"
)

// fileHolds looks for a text in the database and its write-ahead log.
func (f *fixture) fileHolds(text string) bool {
	f.Helper()
	for _, suffix := range []string{"", "-wal"} {
		b, err := os.ReadFile(f.config.Path + suffix)
		if err == nil && strings.Contains(string(b), text) {
			return true
		}
	}
	return false
}

func TestAttemptsAreCountedAtTheStart(t *testing.T) {
	f := open(t)
	anna := f.person("anna")
	practice := f.session(anna, engine.Practice)
	if practice.Attempt != 0 {
		t.Errorf("practice used attempt %d", practice.Attempt)
	}
	first := f.session(anna, engine.Assessed)
	_, err := f.CreateSession(f.ctx, blankSession(anna, engine.Assessed), nil, started(first))
	wants(t, "a second one while the first runs", err, store.ErrAlreadyRunning)
	must(t, f.Append(f.ctx, first.ID, f.finished(2, scenarios.Fail)))
	second := f.session(anna, engine.Assessed)
	if first.Attempt != 1 || second.Attempt != 2 {
		t.Errorf("attempts %d and %d, want 1 and 2", first.Attempt, second.Attempt)
	}
}

func TestAnAssignmentGivesNoMoreAttemptsThanItAllows(t *testing.T) {
	f := open(t)
	anna, ion := f.person("anna"), f.person("ion")
	due := noon.Add(48 * time.Hour)
	ids, err := f.Assign(f.ctx, boss, store.NewAssignment{People: []store.PersonID{anna}, Scenario: "late-parcel",
		Mode: engine.Assessed, Attempts: 2, Due: &due})
	must(t, err)
	start := func(who store.PersonID) error {
		n := blankSession(who, engine.Assessed)
		n.Assignment = ids[0]
		s, err := f.CreateSession(f.ctx, n, nil, started(n))
		if err == nil {
			must(t, f.Append(f.ctx, s.ID, f.finished(2, scenarios.Fail)))
		}
		return err
	}
	must(t, start(anna))
	wants(t, "somebody else's assignment", start(ion), store.ErrNoAttempts)
	must(t, start(anna))
	wants(t, "the third of two", start(anna), store.ErrNoAttempts)
	a, err := f.Assignment(f.ctx, ids[0])
	must(t, err)
	if left, limited := a.Left(); a.Used != 2 || left != 0 || !limited {
		t.Errorf("Assignment = %+v, want 2 used, none left", a)
	}
}

func TestAssignmentsAreListedBySoonestDue(t *testing.T) {
	f := open(t)
	anna := f.person("anna")
	soon, late := noon.Add(time.Hour), noon.Add(24*time.Hour)
	for scenario, due := range map[string]*time.Time{"none": nil, "late": &late, "soon": &soon} {
		_, err := f.Assign(f.ctx, boss, store.NewAssignment{People: []store.PersonID{anna}, Scenario: scenario, Mode: engine.Practice, Due: due})
		must(t, err)
	}
	list, err := f.AssignmentsOf(f.ctx, anna)
	must(t, err)
	if len(list) != 3 || list[0].Scenario != "soon" || list[1].Scenario != "late" || list[2].Scenario != "none" {
		t.Errorf("AssignmentsOf = %+v", list)
	}
	must(t, f.Withdraw(f.ctx, boss, list[0].ID))
	wants(t, "Withdraw again", f.Withdraw(f.ctx, boss, list[0].ID), store.ErrNotFound)
	of, err := f.Assignments(f.ctx, "Shop", store.Page{})
	must(t, err)
	if len(of) != 2 {
		t.Errorf("Assignments of the group = %+v, want 2", of)
	}
}

func TestAssignmentsAreForAllOrNobody(t *testing.T) {
	f := open(t)
	anna := f.person("anna")
	_, err := f.Assign(f.ctx, boss, store.NewAssignment{People: []store.PersonID{anna, "nobody"}, Scenario: "s", Mode: engine.Practice})
	wants(t, "Assign", err, store.ErrNotFound)
	if list, _ := f.AssignmentsOf(f.ctx, anna); len(list) != 0 || f.audited("assignment.create") != 0 {
		t.Errorf("%d assignments were kept", len(list))
	}
	_, err = f.Assign(f.ctx, boss, store.NewAssignment{People: []store.PersonID{anna}, Scenario: "s", Mode: engine.Trial})
	wants(t, "a trial", err, store.ErrInvalid)
}

func TestTrialsAreInNoListThatDoesNotAskForThem(t *testing.T) {
	f := open(t)
	anna := f.person("anna")
	trial := f.session(anna, engine.Trial)
	practice := f.session(anna, engine.Practice)
	list, err := f.Sessions(f.ctx, store.SessionFilter{})
	must(t, err)
	if len(list) != 1 || list[0].ID != practice.ID {
		t.Errorf("Sessions = %+v, want the practice only", list)
	}
	of, err := f.SessionsOf(f.ctx, anna)
	must(t, err)
	if len(of) != 1 {
		t.Errorf("SessionsOf = %+v, want the practice only", of)
	}
	if trials, _ := f.Sessions(f.ctx, store.SessionFilter{Mode: engine.Trial}); len(trials) != 1 || trials[0].ID != trial.ID {
		t.Errorf("Sessions in trial mode = %+v", trials)
	}
	if running, _ := f.RunningSessions(f.ctx); len(running) != 2 {
		t.Errorf("RunningSessions = %+v, want both", running)
	}
}

func TestSessionsAreNarrowedByEveryFilter(t *testing.T) {
	f := open(t)
	anna, ion := f.person("anna"), f.person("ion")
	done := f.assessed(anna, scenarios.Pass)
	f.now = noon.Add(time.Hour)
	f.session(ion, engine.Practice)
	for name, c := range map[string]struct {
		filter store.SessionFilter
		want   int
	}{
		"everything":         {store.SessionFilter{}, 2},
		"a person":           {store.SessionFilter{Person: anna}, 1},
		"a group":            {store.SessionFilter{Group: "Shop"}, 2},
		"another group":      {store.SessionFilter{Group: "Desk"}, 0},
		"a mode":             {store.SessionFilter{Mode: engine.Assessed}, 1},
		"running":            {store.SessionFilter{Running: true}, 1},
		"finished":           {store.SessionFilter{Finished: true}, 1},
		"a phase":            {store.SessionFilter{Phase: engine.Talking}, 1},
		"awaiting a verdict": {store.SessionFilter{Verdict: store.AwaitingVerdict}, 1},
		"with a verdict":     {store.SessionFilter{Verdict: store.WithVerdict}, 0},
		"from a time":        {store.SessionFilter{From: noon.Add(time.Minute)}, 1},
		"to a time":          {store.SessionFilter{To: noon.Add(time.Minute)}, 1},
		"another scenario":   {store.SessionFilter{Scenario: "other"}, 0},
		"the second page":    {store.SessionFilter{Page: store.Page{Limit: 1, Offset: 1}}, 1},
	} {
		list, err := f.Sessions(f.ctx, c.filter)
		must(t, err)
		if len(list) != c.want {
			t.Errorf("%s: %d sessions, want %d", name, len(list), c.want)
		}
		c.filter.Page = store.Page{}
		if n, _ := f.CountSessions(f.ctx, c.filter); name != "the second page" && n != c.want {
			t.Errorf("%s: counted %d, want %d", name, n, c.want)
		}
	}
	waiting, err := f.SessionsAwaitingVerdict(f.ctx, store.SessionFilter{})
	must(t, err)
	if len(waiting) != 1 || waiting[0].ID != done {
		t.Errorf("SessionsAwaitingVerdict = %+v", waiting)
	}
}

func source(path, text string) scenarios.File {
	sum := sha256.Sum256([]byte(text))
	return scenarios.File{Path: path, Text: text, Digest: scenarios.Digest(hex.EncodeToString(sum[:]))}
}

func TestASessionsTextsStayWhenTheLibraryMovesOn(t *testing.T) {
	f := open(t)
	a, b := source("a.md", "first text"), source("b.md", "second")
	n := blankSession(f.person("anna"), engine.Practice)
	n.Sources = []engine.Source{{Path: "a.md", Digest: a.Digest}, {Path: "b.md", Digest: b.Digest}}
	s, err := f.CreateSession(f.ctx, n, []scenarios.File{a, b}, started(n))
	must(t, err)
	must(t, f.SaveSources(f.ctx, []scenarios.File{source("a.md", "changed text"), a}))
	f.reopen()
	kept, err := f.Session(f.ctx, s.ID)
	must(t, err)
	files, err := f.Sources(f.ctx, kept.Sources)
	must(t, err)
	if len(files) != 2 || files[0].Text != "first text" || files[1].Text != "second" || files[0].Path != "a.md" {
		t.Errorf("Sources = %+v", files)
	}
	_, err = f.Sources(f.ctx, []engine.Source{{Path: "c.md", Digest: "nothing"}})
	wants(t, "a text that is missing", err, store.ErrNotFound)
}

func TestATextWithAnotherDigestIsRefused(t *testing.T) {
	f := open(t)
	forged := source("a.md", "text")
	forged.Text = "other text"
	wants(t, "SaveSources", f.SaveSources(f.ctx, []scenarios.File{forged}), store.ErrInvalid)
	wants(t, "NUL", f.SaveSources(f.ctx, []scenarios.File{source("a.md", "a\x00b")}), store.ErrInvalid)
}

func TestATextChangedInTheFileIsFound(t *testing.T) {
	f := openFile(t)
	a := source("a.md", "what was graded against")
	must(t, f.SaveSources(f.ctx, []scenarios.File{a}))
	must(t, f.Close())
	raw(t, f.config.Path, "UPDATE sources SET text = 'something else'")
	f.Store = nil
	f.reopen()
	_, err := f.Sources(f.ctx, []engine.Source{{Path: "a.md", Digest: a.Digest}})
	wants(t, "Sources", err, store.ErrDamaged)
}

func TestPackVersionsFollowOneAnother(t *testing.T) {
	f := open(t)
	anna := f.person("anna", store.Trainer)
	first, err := f.SavePack(f.ctx, actor(anna), "Shop floor", 0, []scenarios.File{source("b.md", "b"), source("a.md", "a")})
	must(t, err)
	if first.Version != 1 || first.Status != store.PackDraft || first.Files[0].Path != "a.md" || first.By != anna {
		t.Errorf("SavePack = %+v", first)
	}
	_, err = f.SavePack(f.ctx, actor(anna), "SHOP floor", 0, nil)
	wants(t, "a new pack of the same name", err, store.ErrExists)
	must(t, f.SetPackStatus(f.ctx, actor(anna), "shop floor", 1, store.PackPublished))
	_, err = f.SavePack(f.ctx, actor(anna), "Shop floor", 1, []scenarios.File{source("a.md", "a2")})
	must(t, err)
	_, err = f.SavePack(f.ctx, actor(anna), "Shop floor", 1, nil)
	wants(t, "a save on an older version", err, store.ErrConflict)
	wants(t, "publishing an older version", f.SetPackStatus(f.ctx, actor(anna), "shop floor", 1, store.PackReviewed), store.ErrConflict)
	newest, err := f.PackFiles(f.ctx, "shop floor", 0)
	must(t, err)
	if len(newest) != 1 || newest[0].Text != "a2" {
		t.Errorf("PackFiles = %+v", newest)
	}
	published, err := f.PublishedPacks(f.ctx)
	must(t, err)
	packs, err := f.Packs(f.ctx)
	must(t, err)
	if len(published) != 1 || published[0].Version != 1 || len(packs) != 1 || packs[0].Version != 2 {
		t.Errorf("published %+v, newest %+v", published, packs)
	}
	_, err = f.PackVersions(f.ctx, "nothing")
	wants(t, "PackVersions", err, store.ErrNotFound)
}

func TestSignalsAreKeptInOrderAndBounded(t *testing.T) {
	f := open(t)
	n := f.session(f.person("anna"), engine.Practice)
	for i := range store.MaxSignals + 5 {
		must(t, f.RecordSignal(f.ctx, store.Signal{Session: n.ID, After: i, Kind: "paste"}))
	}
	list, err := f.Signals(f.ctx, n.ID)
	must(t, err)
	if len(list) != store.MaxSignals || list[1].After != 1 || !list[0].At.Equal(noon) {
		t.Errorf("%d signals are kept, want %d in order", len(list), store.MaxSignals)
	}
	wants(t, "no session", f.RecordSignal(f.ctx, store.Signal{Session: "x", Kind: "paste"}), store.ErrNotFound)
	wants(t, "no kind", f.RecordSignal(f.ctx, store.Signal{Session: n.ID}), store.ErrInvalid)
}

func TestWhoOpenedASupervisedSessionIsInTheAudit(t *testing.T) {
	f := open(t)
	anna, vera := f.person("anna"), f.person("vera")
	n := blankSession(anna, engine.Assessed)
	n.SupervisedBy = vera
	s, err := f.CreateSession(f.ctx, n, nil, started(n))
	must(t, err)
	rows, err := f.AuditRows(f.ctx, store.AuditFilter{Action: "session.start"})
	must(t, err)
	if len(rows) != 1 || rows[0].Person != vera || rows[0].Subject != string(s.ID) {
		t.Errorf("AuditRows = %+v, want one by the supervisor", rows)
	}
}

func TestASessionWithoutAPersonOrAnEventIsRefused(t *testing.T) {
	f := open(t)
	n := blankSession("nobody", engine.Practice)
	_, err := f.CreateSession(f.ctx, n, nil, started(n))
	wants(t, "without a person", err, store.ErrNotFound)
	n.Person = f.person("anna")
	_, err = f.CreateSession(f.ctx, n, nil, engine.Batch{})
	wants(t, "without an event", err, store.ErrInvalid)
	if list, _ := f.RunningSessions(f.ctx); len(list) != 0 {
		t.Errorf("RunningSessions = %+v, want none", list)
	}
}

func TestTheHeartbeatTellsTheOneBefore(t *testing.T) {
	f := open(t)
	last, err := f.Beat(f.ctx)
	must(t, err)
	if !last.IsZero() {
		t.Errorf("the first beat tells of one at %v", last)
	}
	f.now = noon.Add(time.Minute)
	if last, err = f.Beat(f.ctx); err != nil || !last.Equal(noon) {
		t.Errorf("the second beat tells of one at %v (%v), want noon", last, err)
	}
	if _, err := f.Settings(f.ctx); err != nil {
		t.Errorf("Settings: %v", err)
	}
}
