package store

import (
	"context"
	"fmt"
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

type tokenRow struct {
	ID         string `gorm:"primaryKey"`
	SecretHash string
	Person     string
	Label      string
	Created    int64
	Expires    int64
	LastUsed   *int64
}

func (tokenRow) TableName() string { return "tokens" }

func (r tokenRow) record() (Token, error) {
	return Token{ID: r.ID, Person: PersonID(r.Person), Label: r.Label, Created: timeOf(r.Created), Expires: timeOf(r.Expires),
		LastUsed: timeOrNil(r.LastUsed)}, nil
}

// CreateToken makes a token and returns its secret, which is kept only as a hash.
func (s *Store) CreateToken(ctx context.Context, by Actor, person PersonID, label string, valid time.Duration) (Token, string, error) {
	if !plainText(label, 0, 200) {
		return Token{}, "", fmt.Errorf("create a token: %w: label %q", ErrInvalid, label)
	}
	secret, kept, err := s.newSecret()
	if err != nil {
		return Token{}, "", err
	}
	row := tokenRow{SecretHash: kept, Person: string(person), Label: label}
	err = s.change(ctx, func(t *change) (err error) {
		if row.ID, err = s.newID(); err != nil {
			return err
		}
		row.Created, row.Expires = millis(t.now), millis(t.now.Add(valid))
		if err := t.Create(&row).Error; err != nil {
			return err
		}
		return t.audit(by, "token.create", row.ID, map[string]string{"person": row.Person, "label": label})
	})
	if err != nil {
		return Token{}, "", fmt.Errorf("create a token for person %q: %w", person, err)
	}
	t, err := row.record()
	return t, secret, err
}

// PersonByToken finds who a secret belongs to. ErrNotFound for an unknown or revoked one and for somebody who is not
// active, ErrExpired for an old one. It is asked at every request of the JSON interface, so what was found is remembered
// until anything in the records changes; nobody else can change them, because this process alone has them open.
func (s *Store) PersonByToken(ctx context.Context, secret string) (Person, error) {
	hash, changes, now := hashOf(secret), s.changes.Load(), s.now()
	if known, ok := s.bearers.find(hash, changes, now); ok {
		return known, nil
	}
	var row tokenRow
	if err := s.read(ctx).Where("secret_hash = ?", hash).Take(&row).Error; err != nil {
		return Person{}, fmt.Errorf("token: %w", translate(err))
	}
	if row.Expires <= millis(now) {
		return Person{}, fmt.Errorf("token %s: %w", row.ID, ErrExpired)
	}
	p, err := s.Person(ctx, PersonID(row.Person))
	if err != nil {
		return Person{}, err
	}
	if !p.Active {
		return Person{}, fmt.Errorf("token %s of somebody barred: %w", row.ID, ErrNotFound)
	}
	if err := s.tokenUsed(ctx, row, now.Truncate(time.Minute)); err != nil {
		return Person{}, err
	}
	if s.appender == nil {
		return p, nil // another process may change what was found
	}
	s.bearers.keep(hash, bearer{person: p, changes: changes, until: timeOf(min(row.Expires, millis(now.Truncate(time.Minute).Add(time.Minute))))})
	return p, nil
}

// tokenUsed notes the minute of a use, so that a busy token writes once a minute.
func (s *Store) tokenUsed(ctx context.Context, row tokenRow, minute time.Time) error {
	if row.LastUsed != nil && *row.LastUsed >= millis(minute) || s.appender == nil {
		return nil
	}
	return s.change(ctx, func(t *change) error {
		return t.Model(&tokenRow{}).Where("id = ?", row.ID).Update("last_used", millis(minute)).Error
	})
}

// Tokens lists a person's tokens, newest first, also expired ones.
func (s *Store) Tokens(ctx context.Context, person PersonID) ([]Token, error) {
	var rows []tokenRow
	if err := s.read(ctx).Where("person = ?", string(person)).Order("created DESC").Order("id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("tokens of person %q: %w", person, translate(err))
	}
	return each(rows, tokenRow.record)
}

// RevokeToken ends a token of a person. ErrNotFound when it is not his.
func (s *Store) RevokeToken(ctx context.Context, by Actor, person PersonID, id string) error {
	err := s.change(ctx, func(t *change) error {
		gone := t.Where("id = ? AND person = ?", id, string(person)).Delete(&tokenRow{})
		if gone.Error != nil {
			return gone.Error
		}
		if gone.RowsAffected == 0 {
			return ErrNotFound
		}
		return t.audit(by, "token.revoke", id, map[string]string{"person": string(person)})
	})
	if err != nil {
		return fmt.Errorf("revoke token %q: %w", id, err)
	}
	return nil
}
