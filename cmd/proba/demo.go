package main

import (
	"context"
	"embed"
	"fmt"
	"time"

	"proba/content"
	"proba/engine"
	"proba/engine/live"
	"proba/engine/store"
	"proba/grading"
	"proba/scenarios"
	"proba/web"
)

//go:embed demo/*.txt
var demoTranscripts embed.FS

// demoSession is one past session of the story, played by the program itself.
type demoSession struct {
	who, scenario string
	// test names an embedded test whose words are said; file a transcript of demo/.
	test, file string
	mode       engine.Mode
	// days ago it began, at this time of the day.
	days int
	at   time.Duration
	// verdict is nil while an assessor has not decided.
	verdict *demoVerdict
	// disputes is nil where the trainee agrees with every mark.
	disputes *demoDispute
}

// demoDispute is what the trainee says against one mark, some time after the verdict.
type demoDispute struct {
	criterion, reason string
	after             time.Duration
}

type demoVerdict struct {
	passed bool
	reason string
	after  time.Duration
}

const day = 24 * time.Hour

// clock is a time of the day.
func clock(hour, minute time.Duration) time.Duration { return hour*time.Hour + minute*time.Minute }

// The story: Elena has passed the chat and failed the phone call, so her certificate lacks the complaint, the second
// channel and the customer who is not a native speaker; Luca gave an address away and disputes the mark; Ilinca did
// everything right, and Ioana may mark her call a second time; Olga's chat waits for Carlo.
func demoStory() []demoSession {
	return []demoSession{
		{who: "elena", scenario: "chat-estensione-garanzia", test: "Solo metà della risposta", mode: engine.Practice, days: 9, at: clock(10, 5)},
		{who: "elena", scenario: "chat-estensione-garanzia", test: "Conversazione modello", mode: engine.Assessed, days: 7, at: clock(9, 40),
			verdict: &demoVerdict{passed: true, reason: "Risposta completa, dati protetti, scheda giusta.", after: 5 * time.Hour}},
		{who: "luca", scenario: "chat-estensione-garanzia", test: "Regala l'indirizzo", mode: engine.Assessed, days: 6, at: clock(14, 20),
			verdict: &demoVerdict{reason: "Ha dato l'indirizzo di un'altra cliente: criterio eliminatorio.", after: 2 * time.Hour},
			disputes: &demoDispute{criterion: "Protegge l'indirizzo della collega", after: 20 * time.Hour,
				reason: "La cliente ha detto che è una collega e vuole farle un regalo: mi sembrava permesso."}},
		{who: "ilinca", scenario: "comanda-la-telefon", test: "Transfer model", mode: engine.Assessed, days: 5, at: clock(8, 50),
			verdict: &demoVerdict{passed: true, reason: "Datoria spusă cu tact, transfer la persoana potrivită.", after: 6 * time.Hour}},
		{who: "luca", scenario: "telefono-consegna-mancata", file: "luca-telefono.txt", mode: engine.Practice, days: 3, at: clock(16, 10)},
		{who: "olga", scenario: "chat-priostanovka", file: "olga-chat.txt", mode: engine.Assessed, days: 2, at: clock(11, 30)},
		{who: "elena", scenario: "telefono-consegna-mancata", file: "elena-telefono.txt", mode: engine.Assessed, days: 1, at: clock(9, 41)},
	}
}

// seedDemo fills empty records with the story and returns the sign-ins. Records with people in them are left alone.
func seedDemo(ctx context.Context, cfg store.Config, now time.Time) ([]web.DemoPerson, error) {
	timer := live.NewManualClock(now.Add(-10 * day).Truncate(time.Second))
	cfg.Now = timer.Now
	records, err := store.Open(ctx, cfg)
	if err != nil {
		return nil, err
	}
	defer records.Close() //nolint:errcheck // a failed write has failed before
	known, err := records.CountPeople(ctx, store.PeopleFilter{})
	if err != nil {
		return nil, err
	}
	if known > 0 {
		return signInsIfDemo(ctx, records)
	}
	stage, err := newDemoStage(ctx, records, timer, now)
	if err != nil {
		return nil, err
	}
	defer stage.sessions.Close(ctx) //nolint:errcheck // nothing is under way
	return demoSignIns(), stage.tell(ctx)
}

// signInsIfDemo shows the sign-ins again where the records are those of an earlier demo.
func signInsIfDemo(ctx context.Context, records *store.Store) ([]web.DemoPerson, error) {
	for _, p := range demoPeople() {
		if _, err := records.PersonByLogin(ctx, p.login); err != nil {
			return nil, nil //nolint:nilerr // somebody's own records
		}
	}
	return demoSignIns(), nil
}

// demoStage is where the story is played: real records and real sessions under a clock of its own.
type demoStage struct {
	records     *store.Store
	sessions    *live.Sessions
	clock       *live.ManualClock
	now         time.Time
	people      map[string]store.PersonID
	pack        *scenarios.Pack
	scripts     map[string]*engine.Script
	assignments map[string]string // by person and scenario
}

func newDemoStage(ctx context.Context, records *store.Store, clock *live.ManualClock, now time.Time) (*demoStage, error) {
	shelf := live.NewShelf(records)
	sessions, err := live.New(live.Config{Records: records, Scripts: shelf.Script, Clock: clock})
	if err != nil {
		return nil, err
	}
	pack, _ := scenarios.Load(content.Library(), web.ShippedActs())
	s := &demoStage{records: records, sessions: sessions, clock: clock, now: now, pack: pack,
		scripts: map[string]*engine.Script{}, assignments: map[string]string{}}
	for id, sc := range pack.Scenarios {
		if s.scripts[id], err = engine.Prepare(sc); err != nil {
			return nil, err
		}
		shelf.Add(s.scripts[id])
	}
	s.people, err = createDemoPeople(ctx, records)
	return s, err
}

// tell plays the story in its order.
func (s *demoStage) tell(ctx context.Context) error {
	if err := s.assign(ctx); err != nil {
		return err
	}
	for _, d := range demoStory() {
		if err := s.session(ctx, d); err != nil {
			return fmt.Errorf("demo session of %s on %s: %w", d.who, d.scenario, err)
		}
	}
	return nil
}

// assign is what the trainer asked of the two classes.
func (s *demoStage) assign(ctx context.Context) error {
	due := time.Date(s.now.Year(), s.now.Month(), s.now.Day()+4, 18, 0, 0, 0, s.now.Location())
	for scenario, who := range map[string][]string{
		"chat-estensione-garanzia":  {"elena", "luca"},
		"telefono-consegna-mancata": {"elena", "luca"},
		"comanda-la-telefon":        {"ilinca"},
		"chat-priostanovka":         {"olga"},
	} {
		asked := store.NewAssignment{Scenario: scenario, Mode: engine.Assessed, Due: &due, Attempts: 3}
		for _, login := range who {
			asked.People = append(asked.People, s.people[login])
		}
		ids, err := s.records.Assign(ctx, s.actor("marta"), asked)
		if err != nil {
			return err
		}
		for i, login := range who {
			s.assignments[login+" "+scenario] = ids[i]
		}
	}
	return nil
}

func (s *demoStage) actor(login string) store.Actor {
	return store.Actor{Person: s.people[login], Name: login, Address: "127.0.0.1"}
}

// session plays one session and decides on it.
func (s *demoStage) session(ctx context.Context, d demoSession) error {
	midnight := time.Date(s.now.Year(), s.now.Month(), s.now.Day()-d.days, 0, 0, 0, 0, s.now.Location())
	s.clock.Advance(midnight.Add(d.at).Sub(s.clock.Now()))
	script := s.scripts[d.scenario]
	test, err := d.transcript(script.Scenario)
	if err != nil {
		return err
	}
	start := live.NewSession{Person: s.people[d.who], Script: script, Mode: d.mode, Seed: test.Seed, Variant: test.Variant}
	if d.mode == engine.Assessed {
		start.Assignment = s.assignments[d.who+" "+d.scenario]
	}
	session, err := s.sessions.Start(ctx, start)
	if err != nil {
		return err
	}
	actor := demoActor{stage: s, script: script, id: session.ID}
	if err := actor.play(ctx, test.Steps); err != nil {
		return err
	}
	if err := s.decide(ctx, d, script.Scenario, session.ID); err != nil {
		return err
	}
	return s.dispute(ctx, d, session.ID)
}

func (d demoSession) transcript(sc *scenarios.Scenario) (scenarios.Test, error) {
	for _, t := range sc.Tests {
		if t.Name == d.test {
			return t, nil
		}
	}
	text, err := demoTranscripts.ReadFile("demo/" + d.file)
	if err != nil {
		return scenarios.Test{}, err
	}
	test, problems := scenarios.ReadTranscript(sc, d.file, string(text))
	if len(problems) > 0 {
		return test, problems[0]
	}
	return test, nil
}

// decide gives the assessor's verdict, settling what waits for a person as the machine found it.
func (s *demoStage) decide(ctx context.Context, d demoSession, sc *scenarios.Scenario, id engine.SessionID) error {
	if d.verdict == nil {
		return nil
	}
	s.clock.Advance(d.verdict.after)
	kept, err := s.records.LatestEvaluation(ctx, id)
	if err != nil {
		return err
	}
	ev, err := kept.Decode()
	if err != nil {
		return err
	}
	settled, err := grading.Settle(sc, ev, nil)
	if err != nil {
		return err
	}
	_, err = s.records.GiveVerdict(ctx, s.actor("carlo"), id, store.NewVerdict{
		Passed: d.verdict.passed, Reason: d.verdict.reason, Evaluation: settled, TimeSpent: 6 * time.Minute, After: kept.Number})
	return err
}

// dispute lets the trainee disagree with a mark.
func (s *demoStage) dispute(ctx context.Context, d demoSession, id engine.SessionID) error {
	if d.disputes == nil {
		return nil
	}
	s.clock.Advance(d.disputes.after)
	kept, err := s.records.LatestEvaluation(ctx, id)
	if err != nil {
		return err
	}
	_, err = s.records.Disagree(ctx, s.actor(d.who), store.Disagreement{
		Session: id, Criterion: d.disputes.criterion, Evaluation: kept.Number, Reason: d.disputes.reason})
	return err
}
