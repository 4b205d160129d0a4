package store

import (
	"context"
	"fmt"
	"time"
)

type inviteRow struct {
	SecretHash string `gorm:"primaryKey"`
	Person     string
	Expires    int64
}

func (inviteRow) TableName() string { return "invites" }

// CreateInvite makes a one-time link for a person to set a password and returns its secret, which is kept only as a
// hash. Earlier invites of the person stop working.
func (s *Store) CreateInvite(ctx context.Context, by Actor, person PersonID, valid time.Duration) (secret string, err error) {
	secret, kept, err := s.newSecret()
	if err != nil {
		return "", err
	}
	err = s.change(ctx, func(t *change) error {
		if _, err := t.person(person); err != nil {
			return err
		}
		if err := t.Where("person = ?", string(person)).Delete(&inviteRow{}).Error; err != nil {
			return err
		}
		row := inviteRow{SecretHash: kept, Person: string(person), Expires: millis(t.now.Add(valid))}
		if err := t.Create(&row).Error; err != nil {
			return err
		}
		return t.audit(by, "invite.create", string(person), nil)
	})
	if err != nil {
		return "", fmt.Errorf("invite person %q: %w", person, err)
	}
	return secret, nil
}

// InvitedPerson tells whose invite a secret is, without using it up. ErrNotFound for an unknown or used one,
// ErrExpired for an old one.
func (s *Store) InvitedPerson(ctx context.Context, secret string) (Person, error) {
	var row inviteRow
	if err := s.read(ctx).Where("secret_hash = ?", hashOf(secret)).Take(&row).Error; err != nil {
		return Person{}, fmt.Errorf("invite: %w", translate(err))
	}
	if row.Expires <= millis(s.now()) {
		return Person{}, fmt.Errorf("invite: %w", ErrExpired)
	}
	return s.Person(ctx, PersonID(row.Person))
}

// UseInvite sets the password by an invite, once, and ends all sign-ins of the person. Errors as in InvitedPerson. The
// actor of the audit row is the person.
func (s *Store) UseInvite(ctx context.Context, address, secret, passwordHash string) (Person, error) {
	var row personRow
	err := s.change(ctx, func(t *change) (err error) {
		row, err = t.useInvite(secret, passwordHash)
		if err != nil {
			return err
		}
		by := Actor{Person: PersonID(row.ID), Name: row.Login, Address: address}
		return t.audit(by, "invite.use", row.ID, nil)
	})
	if err != nil {
		return Person{}, fmt.Errorf("use an invite: %w", err)
	}
	return row.record()
}

func (t *change) useInvite(secret, passwordHash string) (personRow, error) {
	var invite inviteRow
	if err := t.Where("secret_hash = ?", hashOf(secret)).Take(&invite).Error; err != nil {
		return personRow{}, err
	}
	if invite.Expires <= millis(t.now) {
		return personRow{}, ErrExpired
	}
	gone := t.Where("secret_hash = ?", invite.SecretHash).Delete(&inviteRow{})
	if gone.Error != nil {
		return personRow{}, gone.Error
	}
	if gone.RowsAffected != 1 { // somebody used it at the same moment
		return personRow{}, ErrNotFound
	}
	id := PersonID(invite.Person)
	if err := t.setPassword(id, passwordHash); err != nil {
		return personRow{}, err
	}
	if err := t.endSignIns(id); err != nil {
		return personRow{}, err
	}
	return t.person(id)
}
