package store

import (
	"context"
	"time"
)

// Token is a bearer token of the API without its secret.
type Token struct {
	ID      string
	Person  PersonID
	Label   string
	Created time.Time
	Expires time.Time
	// LastUsed is nil until the first use; it is kept to the minute.
	LastUsed *time.Time
}

// CreateToken makes a token and returns its secret, which is kept only as a hash.
func (s *Store) CreateToken(ctx context.Context, by Actor, person PersonID, label string, valid time.Duration) (Token, string, error) {
	panic("not written yet")
}

// PersonByToken finds who a secret belongs to. ErrNotFound for an unknown or revoked one and for somebody who is not
// active, ErrExpired for an old one.
func (s *Store) PersonByToken(ctx context.Context, secret string) (Person, error) {
	panic("not written yet")
}

// Tokens lists a person's tokens, newest first, also expired ones.
func (s *Store) Tokens(ctx context.Context, person PersonID) ([]Token, error) {
	panic("not written yet")
}

// RevokeToken ends a token of a person. ErrNotFound when it is not his.
func (s *Store) RevokeToken(ctx context.Context, by Actor, person PersonID, id string) error {
	panic("not written yet")
}
