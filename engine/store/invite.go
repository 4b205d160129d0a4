package store

import (
	"context"
	"time"
)

// CreateInvite makes a one-time link for a person to set a password and returns its secret, which is kept only as a
// hash. Earlier invites of the person stop working.
func (s *Store) CreateInvite(ctx context.Context, by Actor, person PersonID, valid time.Duration) (secret string, err error) {
	panic("not written yet")
}

// InvitedPerson tells whose invite a secret is, without using it up. ErrNotFound for an unknown or used one,
// ErrExpired for an old one.
func (s *Store) InvitedPerson(ctx context.Context, secret string) (Person, error) {
	panic("not written yet")
}

// UseInvite sets the password by an invite, once. Errors as in InvitedPerson. The actor of the audit row is the person.
func (s *Store) UseInvite(ctx context.Context, address, secret, passwordHash string) (Person, error) {
	panic("not written yet")
}
