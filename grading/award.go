package grading

import (
	"time"

	"proba/engine"
	"proba/scenarios"
)

// PassedSession is a session that may count for a certificate, passed or not: those not passed use up attempts.
type PassedSession struct {
	Session     engine.SessionID
	Scenario    string
	Channel     scenarios.Channel
	Request     string
	ClientTypes []string
	// Rubric it was marked by; a certificate counts only sessions marked by its own.
	Rubric    string
	Mode      engine.Mode
	Passed    bool // by a person's verdict
	VerdictBy string
	DecidedAt time.Time
	// Supervised and SecondRated tell what was recorded.
	Supervised  bool
	SecondRated []string // competences
}

// Coverage is how far a person is with a certificate.
type Coverage struct {
	Certificate string
	Rules       []RuleCoverage
	Conditions  []ConditionState
	// Complete: every rule and condition holds.
	Complete bool
	// Shortest is the smallest set of scenarios of the pack that would supply what is missing, by id; empty when
	// nothing is missing or nothing can supply it.
	Shortest []string
}

// RuleCoverage is one coverage rule: how many of how many, by which sessions.
type RuleCoverage struct {
	Rule  scenarios.CoverageRule
	Have  int
	Need  int
	Holds bool
	By    []engine.SessionID
	// Missing lists values that would count and are not there yet.
	Missing []string
}

// ConditionState is one condition of a certificate (SEMANTICS 58): "attempts", "supervised", "second rater".
type ConditionState struct {
	Condition string
	Holds     bool
	Detail    string
}
