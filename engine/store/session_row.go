package store

import (
	"time"

	"proba/engine"
	"proba/scenarios"
)

type sessionRow struct {
	ID           string `gorm:"primaryKey"`
	Person       string
	Scenario     string
	Title        string
	Version      string
	Channel      string
	Request      string
	ClientTypes  string
	Rubric       string
	Language     string
	Mode         string
	Seed         int64
	Variant      string
	TimeFactor   int
	Pack         string
	Sources      string
	Attempt      int
	Assignment   string
	SupervisedBy string
	Started      int64
	Ended        *int64
	Phase        string
	Last         int
	Due          int64
	Result       string
	Score        int
	Verdict      string
}

func (sessionRow) TableName() string { return "sessions" }

// foundSession is a session with where its log stands; its own row tells that only once it is finished.
type foundSession struct {
	Row     sessionRow `gorm:"embedded"`
	LogLast *int
	LogDue  *int64 // nil when the log was written before events carried it
}

func (foundSession) TableName() string { return sessionRow{}.TableName() }

const sessionColumns = `sessions.*,
	CASE WHEN phase <> 'finished' THEN (SELECT MAX(e.number) FROM events e WHERE e.session = sessions.id) END AS log_last,
	CASE WHEN phase <> 'finished' THEN (SELECT e.due FROM events e WHERE e.session = sessions.id ORDER BY e.number DESC LIMIT 1) END AS log_due`

func (r foundSession) record() (engine.Session, error) {
	if r.LogLast != nil {
		r.Row.Last = *r.LogLast
	}
	if r.LogDue != nil {
		r.Row.Due = *r.LogDue
	}
	return r.Row.record()
}

func (r sessionRow) record() (engine.Session, error) {
	types, err := fromJSON[string](r.ClientTypes)
	if err != nil {
		return engine.Session{}, err
	}
	sources, err := fromJSON[engine.Source](r.Sources)
	if err != nil {
		return engine.Session{}, err
	}
	return engine.Session{
		ID: engine.SessionID(r.ID), Person: PersonID(r.Person),
		Scenario: r.Scenario, Title: r.Title, Version: r.Version, Channel: scenarios.Channel(r.Channel), Request: r.Request,
		ClientTypes: types, Rubric: r.Rubric, Language: r.Language,
		Mode: engine.Mode(r.Mode), Seed: r.Seed, Variant: r.Variant, TimeFactor: r.TimeFactor,
		Pack: scenarios.Digest(r.Pack), Sources: sources,
		Attempt: r.Attempt, Assignment: r.Assignment, SupervisedBy: PersonID(r.SupervisedBy),
		Started: timeOf(r.Started), Ended: timeOrNil(r.Ended), Phase: engine.Phase(r.Phase), Last: r.Last, Due: dueOf(r.Due),
		Result: scenarios.Outcome(r.Result), Score: r.Score,
	}, nil
}

func sessionRowOf(n engine.Session) (sessionRow, error) {
	types, err := toJSON(n.ClientTypes)
	if err != nil {
		return sessionRow{}, err
	}
	sources, err := toJSON(n.Sources)
	if err != nil {
		return sessionRow{}, err
	}
	return sessionRow{
		ID: string(n.ID), Person: string(n.Person),
		Scenario: n.Scenario, Title: n.Title, Version: n.Version, Channel: string(n.Channel), Request: n.Request,
		ClientTypes: types, Rubric: n.Rubric, Language: n.Language,
		Mode: string(n.Mode), Seed: n.Seed, Variant: n.Variant, TimeFactor: n.TimeFactor,
		Pack: string(n.Pack), Sources: sources,
		Attempt: n.Attempt, Assignment: n.Assignment, SupervisedBy: string(n.SupervisedBy),
		Started: millis(n.Started), Ended: millisOrNil(n.Ended), Phase: string(n.Phase), Last: n.Last, Due: dueColumn(n.Due),
		Result: string(n.Result), Score: n.Score,
	}, nil
}

// dueColumn rounds up, so that a timer taken up again is never early.
func dueColumn(due time.Duration) int64 {
	if due < 0 {
		return -1
	}
	return int64((due + time.Millisecond - 1) / time.Millisecond)
}

func dueOf(ms int64) time.Duration {
	if ms < 0 {
		return -1
	}
	return time.Duration(ms) * time.Millisecond
}
