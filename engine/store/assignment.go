package store

import (
	"context"
	"fmt"
	"time"

	"gorm.io/gorm"

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

type assignmentRow struct {
	ID        string `gorm:"primaryKey"`
	Person    string
	Scenario  string
	Mode      string
	Due       *int64
	Attempts  int
	Used      int
	Author    string
	Created   int64
	Withdrawn *int64
}

func (assignmentRow) TableName() string { return "assignments" }

func (r assignmentRow) record() (Assignment, error) {
	return Assignment{ID: r.ID, Person: PersonID(r.Person), Scenario: r.Scenario, Mode: engine.Mode(r.Mode), Due: timeOrNil(r.Due),
		Attempts: r.Attempts, Used: r.Used, By: PersonID(r.Author), Created: timeOf(r.Created), Withdrawn: timeOrNil(r.Withdrawn)}, nil
}

// Left is how many attempts are left; false when any number is.
func (a Assignment) Left() (int, bool) { return max(0, a.Attempts-a.Used), a.Attempts > 0 }

// mostAttempts bounds what can be allowed.
const mostAttempts = 1000

func (n NewAssignment) check() error {
	switch {
	case n.Mode != engine.Practice && n.Mode != engine.Assessed:
		return fmt.Errorf("%w: mode %q", ErrInvalid, n.Mode)
	case !plainText(n.Scenario, 1, 200):
		return fmt.Errorf("%w: scenario %q", ErrInvalid, n.Scenario)
	case n.Attempts < 0 || n.Attempts > mostAttempts:
		return fmt.Errorf("%w: %d attempts", ErrInvalid, n.Attempts)
	default:
		return nil
	}
}

// Assign asks all of them or none and returns the ids in the order of People. ErrNotFound when one does not exist.
func (s *Store) Assign(ctx context.Context, by Actor, n NewAssignment) ([]string, error) {
	if err := n.check(); err != nil {
		return nil, fmt.Errorf("assign %q: %w", n.Scenario, err)
	}
	ids := make([]string, 0, len(n.People))
	err := s.change(ctx, func(t *change) error {
		for _, person := range n.People {
			id, err := t.assign(by, n, person)
			if err != nil {
				return err
			}
			ids = append(ids, id)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("assign %q: %w", n.Scenario, err)
	}
	return ids, nil
}

func (t *change) assign(by Actor, n NewAssignment, person PersonID) (string, error) {
	id, err := t.s.newID()
	if err != nil {
		return "", err
	}
	row := assignmentRow{ID: id, Person: string(person), Scenario: n.Scenario, Mode: string(n.Mode), Due: millisOrNil(n.Due),
		Attempts: n.Attempts, Author: string(by.Person), Created: millis(t.now)}
	if err := t.Create(&row).Error; err != nil {
		return "", err
	}
	return id, t.audit(by, "assignment.create", id, map[string]string{"person": row.Person, "scenario": row.Scenario})
}

// Withdraw ends an assignment; sessions started from it stay. ErrNotFound when it does not stand.
func (s *Store) Withdraw(ctx context.Context, by Actor, id string) error {
	err := s.change(ctx, func(t *change) error {
		ended := t.Model(&assignmentRow{}).Where("id = ? AND withdrawn IS NULL", id).Update("withdrawn", millis(t.now))
		if ended.Error != nil {
			return ended.Error
		}
		if ended.RowsAffected == 0 {
			return ErrNotFound
		}
		return t.audit(by, "assignment.withdraw", id, nil)
	})
	if err != nil {
		return fmt.Errorf("withdraw assignment %q: %w", id, err)
	}
	return nil
}

// Assignment finds an assignment, also a withdrawn one.
func (s *Store) Assignment(ctx context.Context, id string) (Assignment, error) {
	var row assignmentRow
	if err := s.read(ctx).Where("id = ?", id).Take(&row).Error; err != nil {
		return Assignment{}, fmt.Errorf("assignment %q: %w", id, translate(err))
	}
	return row.record()
}

// AssignmentsOf lists what stands for a person, soonest due first, those without a date last.
func (s *Store) AssignmentsOf(ctx context.Context, person PersonID) ([]Assignment, error) {
	return findAssignments(s.read(ctx).Where("person = ?", string(person)))
}

// Assignments lists what stands for the people of a group ("" for all), soonest due first.
func (s *Store) Assignments(ctx context.Context, group string, p Page) ([]Assignment, error) {
	q := p.of(s.read(ctx))
	if group != "" {
		q = q.Where("person IN (SELECT id FROM people WHERE team = ?)", group)
	}
	return findAssignments(q)
}

func findAssignments(q *gorm.DB) ([]Assignment, error) {
	var rows []assignmentRow
	err := q.Where("withdrawn IS NULL").Order("due IS NULL").Order("due").Order("created").Order("id").Find(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("list assignments: %w", translate(err))
	}
	return each(rows, assignmentRow.record)
}
