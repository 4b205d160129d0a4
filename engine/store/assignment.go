package store

import (
	"context"
	"time"

	"proba/engine"
)

// Assignment asks a person to play a scenario.
type Assignment struct {
	ID       string
	Person   PersonID
	Scenario string
	Mode     engine.Mode // practice or assessed
	// Due is nil when there is no date.
	Due *time.Time
	// Attempts allowed; 0 means any number.
	Attempts int
	By       PersonID
	Created  time.Time
	// Withdrawn is nil while the assignment stands.
	Withdrawn *time.Time
	// Used counts the assessed sessions started from it.
	Used int
}

// NewAssignment is what is asked of each of People.
type NewAssignment struct {
	People   []PersonID
	Scenario string
	Mode     engine.Mode
	Due      *time.Time
	Attempts int
}

// Assign asks all of them or none and returns the ids in the order of People.
func (s *Store) Assign(ctx context.Context, by Actor, n NewAssignment) ([]string, error) {
	panic("not written yet")
}

// Withdraw ends an assignment; sessions started from it stay.
func (s *Store) Withdraw(ctx context.Context, by Actor, id string) error { panic("not written yet") }

// Assignment finds an assignment.
func (s *Store) Assignment(ctx context.Context, id string) (Assignment, error) {
	panic("not written yet")
}

// AssignmentsOf lists what stands for a person, soonest due first, those without a date last.
func (s *Store) AssignmentsOf(ctx context.Context, person PersonID) ([]Assignment, error) {
	panic("not written yet")
}

// Assignments lists what stands for the people of a group ("" for all), soonest due first.
func (s *Store) Assignments(ctx context.Context, group string, p Page) ([]Assignment, error) {
	panic("not written yet")
}
