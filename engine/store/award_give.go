package store

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"proba/engine"
)

// AwardCertificate keeps an award and returns it with its number. ErrSelf when by is the person, ErrExists when an award
// of the certificate and version stands, ErrInvalid without a person who awards, a session, or readable coverage.
func (s *Store) AwardCertificate(ctx context.Context, by Actor, n NewAward) (Award, error) {
	if err := n.check(by); err != nil {
		return Award{}, fmt.Errorf("award %q: %w", n.Certificate, err)
	}
	var number string
	err := s.change(ctx, func(t *change) (err error) {
		number, err = t.award(by, n)
		return err
	})
	if err != nil {
		return Award{}, fmt.Errorf("award %q to person %q: %w", n.Certificate, n.Person, err)
	}
	return s.AwardByNumber(ctx, number)
}

func (n NewAward) check(by Actor) error {
	switch {
	case by.Person == "" || n.Certificate == "" || len(n.Sessions) == 0:
		return fmt.Errorf("%w: an award without a person who decides, a certificate or a session", ErrInvalid)
	case by.Person == n.Person:
		return ErrSelf
	case !json.Valid(n.Coverage):
		return fmt.Errorf("%w: coverage that is no JSON", ErrInvalid)
	default:
		return nil
	}
}

func (t *change) award(by Actor, n NewAward) (string, error) {
	person, err := t.person(n.Person)
	if err != nil {
		return "", err
	}
	if err := t.noneStands(n); err != nil {
		return "", err
	}
	number, err := t.s.newAwardNumber()
	if err != nil {
		return "", err
	}
	row := awardRow{Number: number, Person: person.ID, PersonName: person.Name, Certificate: n.Certificate, Title: n.Title,
		Version: n.Version, Coverage: string(n.Coverage), Author: string(by.Person), At: millis(t.now), ValidUntil: millisOrNil(n.ValidUntil)}
	if err := t.Create(&row).Error; err != nil {
		return "", err
	}
	if err := t.restsOn(row, n.Sessions); err != nil {
		return "", err
	}
	return number, t.audit(by, "award.give", number, map[string]string{"person": person.ID, "certificate": n.Certificate})
}

// noneStands refuses a second award of what the person has.
func (t *change) noneStands(n NewAward) error {
	var has int64
	err := t.Model(&awardRow{}).Where("person = ? AND certificate = ? AND version = ? AND revoked IS NULL", string(n.Person), n.Certificate, n.Version).
		Where("valid_until IS NULL OR valid_until > ?", millis(t.now)).Count(&has).Error
	if err == nil && has > 0 {
		err = ErrExists
	}
	return err
}

// restsOn keeps the sessions of an award: assessed ones of the same person with a passed verdict, nothing else.
func (t *change) restsOn(award awardRow, sessions []engine.SessionID) error {
	var counts int64
	err := t.Model(&sessionRow{}).Where("id IN ? AND person = ? AND mode = 'assessed' AND verdict = 'passed'", sessions, award.Person).
		Count(&counts).Error
	if err != nil {
		return err
	}
	if int(counts) != len(sessions) {
		return fmt.Errorf("%w: %d of %d sessions are the person's and passed", ErrInvalid, counts, len(sessions))
	}
	rows := make([]awardSessionRow, len(sessions))
	for i, id := range sessions {
		rows[i] = awardSessionRow{Award: award.Number, Position: i, Session: string(id)}
	}
	return t.Create(&rows).Error
}

// newAwardNumber draws 80 bits as "PR-XXXX-XXXX-XXXX-XXXX": readable aloud, not guessable.
func (s *Store) newAwardNumber() (string, error) {
	var b [10]byte
	if _, err := io.ReadFull(s.cfg.Random, b[:]); err != nil {
		return "", fmt.Errorf("draw an award number: %w", err)
	}
	t := strings.ToUpper(letters.EncodeToString(b[:]))
	return "PR-" + t[:4] + "-" + t[4:8] + "-" + t[8:12] + "-" + t[12:], nil
}

// RevokeAward takes an award back; it stays visible as revoked. ErrNotFound when there is none that stands, ErrInvalid
// without a reason.
func (s *Store) RevokeAward(ctx context.Context, by Actor, number, reason string) error {
	err := s.change(ctx, func(t *change) error {
		if strings.TrimSpace(reason) == "" {
			return fmt.Errorf("%w: no reason", ErrInvalid)
		}
		gone := t.Model(&awardRow{}).Where("number = ? AND revoked IS NULL", awardKey(number)).
			Updates(map[string]any{"revoked": millis(t.now), "revoked_reason": reason})
		if gone.Error != nil {
			return gone.Error
		}
		if gone.RowsAffected == 0 {
			return ErrNotFound
		}
		return t.audit(by, "award.revoke", awardKey(number), map[string]string{"reason": reason})
	})
	if err != nil {
		return fmt.Errorf("revoke award %q: %w", number, err)
	}
	return nil
}

func awardKey(number string) string { return strings.ToUpper(strings.TrimSpace(number)) }
