package store

import (
	"context"
	"time"

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

// AwardCertificate keeps an award and returns it with its number. ErrSelf when by is the person, ErrExists when a valid
// award of the certificate and version stands.
func (s *Store) AwardCertificate(ctx context.Context, by Actor, n NewAward) (Award, error) {
	panic("not written yet")
}

// RevokeAward takes an award back; it stays visible as revoked.
func (s *Store) RevokeAward(ctx context.Context, by Actor, number, reason string) error {
	panic("not written yet")
}

// AwardsOf lists a person's awards, newest first, also expired and revoked ones.
func (s *Store) AwardsOf(ctx context.Context, person PersonID) ([]Award, error) {
	panic("not written yet")
}

// Awards lists the awards of the people of a group ("" for all), newest first.
func (s *Store) Awards(ctx context.Context, group string, p Page) ([]Award, error) {
	panic("not written yet")
}

// AwardByNumber finds an award by its public number, written in any case.
func (s *Store) AwardByNumber(ctx context.Context, number string) (Award, error) {
	panic("not written yet")
}
