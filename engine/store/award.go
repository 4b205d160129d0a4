package store

import (
	"context"
	"fmt"
	"time"

	"gorm.io/gorm"

	"proba/engine"
)

// Award is the decision that a certificate's conditions hold for a person.
type Award struct {
	// Number is public: it is printed on the certificate and looked up by anybody.
	Number      string
	Person      PersonID
	PersonName  string // as it was then
	Certificate string // its id
	Title       string
	Version     string
	// Sessions are what it rests on.
	Sessions []engine.SessionID
	// Coverage is the JSON of the grading.Coverage it was decided on.
	Coverage []byte
	By       PersonID
	At       time.Time
	// ValidUntil is nil when it does not expire.
	ValidUntil *time.Time
	// Revoked is nil while it stands.
	Revoked       *time.Time
	RevokedReason string
}

// NewAward is what is awarded. Coverage must be complete by the caller's count.
type NewAward struct {
	Person      PersonID
	Certificate string
	Title       string
	Version     string
	Sessions    []engine.SessionID
	Coverage    []byte
	ValidUntil  *time.Time
}

type awardRow struct {
	Number        string `gorm:"primaryKey"`
	Person        string
	PersonName    string
	Certificate   string
	Title         string
	Version       string
	Coverage      string
	Author        string
	At            int64
	ValidUntil    *int64
	Revoked       *int64
	RevokedReason string
}

func (awardRow) TableName() string { return "awards" }

type awardSessionRow struct {
	Award    string `gorm:"primaryKey"`
	Position int    `gorm:"primaryKey;autoIncrement:false"`
	Session  string
}

func (awardSessionRow) TableName() string { return "award_sessions" }

func (r awardRow) record() (Award, error) {
	return Award{Number: r.Number, Person: PersonID(r.Person), PersonName: r.PersonName, Certificate: r.Certificate, Title: r.Title,
		Version: r.Version, Coverage: []byte(r.Coverage), By: PersonID(r.Author), At: timeOf(r.At), ValidUntil: timeOrNil(r.ValidUntil),
		Revoked: timeOrNil(r.Revoked), RevokedReason: r.RevokedReason}, nil
}

// Stands reports whether an award is neither revoked nor expired at a time.
func (a Award) Stands(at time.Time) bool {
	return a.Revoked == nil && (a.ValidUntil == nil || at.Before(*a.ValidUntil))
}

// AwardsOf lists a person's awards, newest first, also expired and revoked ones.
func (s *Store) AwardsOf(ctx context.Context, person PersonID) ([]Award, error) {
	return s.findAwards(ctx, s.read(ctx).Where("person = ?", string(person)))
}

// Awards lists the awards of the people of a group ("" for all), newest first.
func (s *Store) Awards(ctx context.Context, group string, p Page) ([]Award, error) {
	q := p.of(s.read(ctx))
	if group != "" {
		q = q.Where("person IN (SELECT id FROM people WHERE team = ?)", group)
	}
	return s.findAwards(ctx, q)
}

// AwardByNumber finds an award by its public number, written in any case.
func (s *Store) AwardByNumber(ctx context.Context, number string) (Award, error) {
	found, err := s.findAwards(ctx, s.read(ctx).Where("number = ?", awardKey(number)))
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("award %q: %w", number, ErrNotFound)
	}
	if err != nil {
		return Award{}, err
	}
	return found[0], nil
}

func (s *Store) findAwards(ctx context.Context, q *gorm.DB) ([]Award, error) {
	var rows []awardRow
	if err := q.Order("at DESC").Order("number").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("list awards: %w", translate(err))
	}
	awards, err := each(rows, awardRow.record)
	if err != nil {
		return nil, err
	}
	for i := range awards {
		err := s.read(ctx).Model(&awardSessionRow{}).Where("award = ?", awards[i].Number).Order("position").
			Pluck("session", &awards[i].Sessions).Error
		if err != nil {
			return nil, fmt.Errorf("sessions of award %s: %w", awards[i].Number, translate(err))
		}
	}
	return awards, nil
}
