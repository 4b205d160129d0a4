package web

import (
	"sync"
	"testing"
	"time"

	"proba/content"
	"proba/engine"
	"proba/engine/store"
	"proba/grading"
	"proba/grading/prove"
	"proba/scenarios"
)

// sampleOf is a shipped test played to its end, as a session on its page.
func sampleOf(scenario string, test int, mode engine.Mode) running {
	script := sampleScripts()[scenario]
	played := prove.Play(script, script.Tests[test])
	return sampleRun(script, played.Log, mode)
}

// sampleScripts are the shipped scenarios, made ready once.
var sampleScripts = sync.OnceValue(func() map[string]*engine.Script {
	out := map[string]*engine.Script{}
	for id, sc := range testPack().Scenarios {
		script, err := engine.Prepare(sc)
		if err != nil {
			panic(err)
		}
		out[id] = script
	}
	return out
})

func sampleRun(script *engine.Script, log []engine.Event, mode engine.Mode) running {
	state := engine.Replay(log)
	return running{
		script: script, state: state, log: log, now: state.At + 3*time.Second,
		session: engine.Session{ID: "abcdefghijklmnopqrstuvwxyz", Scenario: script.ID, Title: script.Title, Version: script.Version, Channel: script.Channel,
			Language: firstLanguage(script.Scenario), Mode: mode, Attempt: 1, Started: sampleTime, Phase: state.Phase},
	}
}

// upTo is a session as it was when its first n events had happened.
func (r running) upTo(n int) running { return sampleRun(r.script, r.log[:n], r.session.Mode) }

// untilEnd counts the events before the contact ended.
func (r running) untilEnd() int {
	for i, e := range r.log {
		if _, over := e.Fact.(engine.ContactEnded); over {
			return i
		}
	}
	return len(r.log)
}

func traineeSamples() []sample {
	chat, call := sampleOf(warranty, 0, engine.Practice), sampleOf(missedDelivery, 0, engine.Assessed)
	return []sample{
		{"desk/session", "ringing", deskSample(call.upTo(1), "")},
		{"desk/session", "call", deskSample(call.upTo(call.untilEnd()), "")},
		{"desk/session", "held", deskSample(call.upTo(heldAt(call)), "on-hold")},
		{"desk/session", "chat", deskSample(chat.upTo(chat.untilEnd()), "")},
		{"desk/session", "stale", deskSample(chat.upTo(4), staleCode)},
		{"desk/session", "wrap-up", deskSample(chat.upTo(chat.untilEnd()+1), "")},
		{"desk/debrief", "open", debriefSample(call)},
		{"result/result", "passed practice", resultSample(chat, viewTrainee, nil, false)},
		{"result/result", "assessed", resultSample(call, viewTrainee, nil, false)},
		{"result/result", "not passed, answers withheld", resultSample(sampleOf(missedDelivery, 1, engine.Assessed), viewTrainee, nil, true)},
		{"result/result", "silent", resultSample(sampleOf(warranty, 4, engine.Practice), viewTrainee, nil, false)},
		{"result/result", "decided", resultSample(call, viewAssessor, &verdictView{"Carlo Iannucci", true, "Clear and kind.", sampleTime}, false)},
		{"result/result", "without words", resultSample(call, viewHR, nil, false)},
		{"trainee/home", "empty", func(p Page) view { return homeView{Page: p, ProgressMode: engine.Assessed} }},
		{"trainee/home", "busy", homeSample},
		{"trainee/brief", "practice", briefSample(engine.Practice, 0)},
		{"trainee/brief", "assessed", briefSample(engine.Assessed, 1)},
		{"trainee/brief", "no attempts", briefSample(engine.Assessed, 3)},
		{"trainee/practice", "some", func(p Page) view {
			return practiceView{p, []exerciseView{{scenarioView: scenarioOf(chat.script.Scenario), Played: 2, Best: 80}}}
		}},
		{"trainee/practice", "none", func(p Page) view { return practiceView{Page: p} }},
		{"trainee/results", "none", func(p Page) view { return resultsView{Page: p} }},
		{"trainee/results", "some", func(p Page) view { return resultsView{p, sampleRows(), sampleRows()} }},
	}
}

// heldAt is the number of events after which the customer was on hold.
func heldAt(run running) int {
	for i, e := range run.log {
		if _, held := e.Fact.(engine.Held); held {
			return i + 1
		}
	}
	return 0
}

func deskSample(run running, refused string) func(Page) view {
	return func(p Page) view {
		catalogue, err := content.LoadCatalogue()
		if err != nil {
			panic(err)
		}
		v := deskNow(run, catalogue.In(p.Language))
		v.tools(run, "")
		p.Notice, p.Body = "", "desk"
		v.Page, v.Bare = p, true
		v.Refused, v.Draft, v.Key, v.Last = refused, "A draft", "key", run.state.Number
		return v
	}
}

func debriefSample(run running) func(Page) view {
	return func(p Page) view {
		saw := look(run.session.Mode, run.script.Channel, run.log, run.now)
		v := debriefView{Page: p, ID: run.session.ID, Mode: run.session.Mode, Turns: turnsOf(run, saw), Refused: "too-long", ByPerson: true}
		for i, q := range run.script.Debrief {
			v.Questions = append(v.Questions, questionOf(i+1, q, saw.Seen, debriefProblem{}))
		}
		return v
	}
}

func resultSample(run running, who viewer, verdict *verdictView, hidden bool) func(Page) view {
	return func(p Page) view {
		catalogue, err := content.LoadCatalogue()
		if err != nil {
			panic(err)
		}
		ev := grading.Grade(run.script.Scenario, run.log)
		v := resultView{Page: p, Session: run.session, Verdict: verdict, Number: 1, Owner: "Elena Rusu"}
		v.evidenceSheet = sheetOf(run, ev, who, hidden, who != viewHR, &wording{texts: catalogue.In(p.Language)})
		v.Next = nextView{Scenario: run.script.ID, Known: true, Task: sampleTask(run.script.Scenario, 1)}
		v.figures(run.script.Scenario, ev)
		return v
	}
}

func sampleTask(sc *scenarios.Scenario, used int) *taskView {
	due := sampleTime.Add(30 * time.Hour)
	return &taskView{scenarioView: scenarioOf(sc), DueSoon: true, DueIn: 1, Left: 3 - used, Pips: []bool{true, false, false},
		Assignment: store.Assignment{ID: "a", Mode: engine.Assessed, Attempts: 3, Used: used, Due: &due}}
}

func sampleRows() []resultRow {
	var rows []resultRow
	for _, s := range []standing{standsRunning, standsPassed, standsFailed, standsAwaiting, standsPractised} {
		rows = append(rows, resultRow{ID: "x", Title: "Una chiamata", Language: "it", Channel: scenarios.Phone, Mode: engine.Assessed, Attempt: 1,
			Started: sampleTime, Score: 76, Result: scenarios.Undecided, Standing: s})
	}
	return rows
}

func homeSample(p Page) view {
	sc := sampleScripts()[missedDelivery].Scenario
	next, late, free := sampleTask(sc, 1), sampleTask(sc, 3), sampleTask(sc, 0)
	next.Last = &sampleRows()[2]
	late.Late, late.Left = true, 0
	free.Assignment.Due, free.Assignment.Attempts = nil, 0
	return homeView{
		Page: p, Group: "B", Running: sampleRows()[:1], Next: next, Also: []taskView{*late, *free}, All: 4, ProgressMode: engine.Practice,
		Practice: []exerciseView{{scenarioView: scenarioOf(sc), Trains: "Soluzione"}, {scenarioView: scenarioOf(sc), Played: 1, Best: 90}},
		Weakest:  "Soluzione", Results: sampleRows(),
		Certificates: []certificateProgress{{Title: "Assistenza remota", Language: "it", State: stateMissing, Held: 1, Needed: 2, Shortest: []scenarioName{{"x", sc.Title, "it"}},
			Rules: []ruleView{{Text: "almeno 2 canali", Facet: "channel", Have: 2, Need: 2, Holds: true}, {Text: "almeno 1 reclamo", Facet: "request", Value: "complaint", Need: 1}}}},
		Progress: []progressRow{{Name: "Soluzione", Language: "it", Latest: 0, Minimum: 70, Percents: []int{80, 0}, Below: true, Spark: spark([]int{80, 0}, 70)}},
	}
}

func briefSample(mode engine.Mode, used int) func(Page) view {
	return func(p Page) view {
		script := sampleScripts()[missedDelivery]
		v := briefView{Page: p, scenarioView: scenarioOf(script.Scenario), Title: script.Title, Text: authors.html(script.Brief), Mode: mode,
			Clocks: briefClocks(script, 150), Factor: 150}
		if mode == engine.Assessed {
			v.Task = sampleTask(script.Scenario, used)
		}
		return v
	}
}

func TestASampleHasWhatItShows(t *testing.T) {
	call := sampleOf(missedDelivery, 0, engine.Assessed)
	if heldAt(call) == 0 || call.untilEnd() == len(call.log) {
		t.Error("the sample call has no hold or no end; choose another test of the scenario")
	}
}
