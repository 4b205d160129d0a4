package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"
)

// SignIns keeps browser sign-ins for scs (its Store and CtxStore); tokens are kept only as hashes. Signing in is no
// change of a record, so these methods take no actor; the caller audits it.
type SignIns struct{ s *Store }

// SignIns returns the keeper of browser sign-ins.
func (s *Store) SignIns() *SignIns { return &SignIns{s} }

type signInRow struct {
	TokenHash string `gorm:"primaryKey"`
	Person    string
	Data      []byte
	Expires   int64
}

func (signInRow) TableName() string { return "sign_ins" }

// FindCtx implements scs.CtxStore.
func (k *SignIns) FindCtx(ctx context.Context, token string) ([]byte, bool, error) {
	var row signInRow
	err := k.s.read(ctx).Where("token_hash = ? AND expires > ?", hashOf(token), millis(k.s.now())).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, fmt.Errorf("find a sign-in: %w", translate(err))
	}
	return row.Data, true, nil
}

// CommitCtx implements scs.CtxStore.
func (k *SignIns) CommitCtx(ctx context.Context, token string, b []byte, expiry time.Time) error {
	row := signInRow{TokenHash: hashOf(token), Data: b, Expires: millis(expiry)}
	columns := []string{"data", "expires"}
	if person, ok := ctx.Value(signInKey{}).(PersonID); ok {
		row.Person = string(person)
		columns = append(columns, "person")
	}
	err := k.s.change(ctx, func(t *change) error {
		return t.Clauses(clause.OnConflict{Columns: []clause.Column{{Name: "token_hash"}},
			DoUpdates: clause.AssignmentColumns(columns)}).Create(&row).Error
	})
	if err != nil {
		return fmt.Errorf("keep a sign-in: %w", err)
	}
	return nil
}

// DeleteCtx implements scs.CtxStore.
func (k *SignIns) DeleteCtx(ctx context.Context, token string) error {
	err := k.s.change(ctx, func(t *change) error {
		return t.Where("token_hash = ?", hashOf(token)).Delete(&signInRow{}).Error
	})
	if err != nil {
		return fmt.Errorf("delete a sign-in: %w", err)
	}
	return nil
}

// Find implements scs.Store.
func (k *SignIns) Find(token string) ([]byte, bool, error) {
	return k.FindCtx(context.Background(), token)
}

// Commit implements scs.Store.
func (k *SignIns) Commit(token string, b []byte, expiry time.Time) error {
	return k.CommitCtx(context.Background(), token, b, expiry)
}

// Delete implements scs.Store.
func (k *SignIns) Delete(token string) error { return k.DeleteCtx(context.Background(), token) }

type signInKey struct{}

// WithSignInOf marks ctx so that the sign-in committed with it belongs to the person. A sign-in committed without the
// mark keeps the person it had.
func WithSignInOf(ctx context.Context, person PersonID) context.Context {
	return context.WithValue(ctx, signInKey{}, person)
}

// DeleteSignInsOf ends all sign-ins of a person.
func (s *Store) DeleteSignInsOf(ctx context.Context, by Actor, person PersonID) error {
	err := s.change(ctx, func(t *change) error {
		if err := t.endSignIns(person); err != nil {
			return err
		}
		return t.audit(by, "signin.end", string(person), nil)
	})
	if err != nil {
		return fmt.Errorf("end the sign-ins of person %q: %w", person, err)
	}
	return nil
}

func (t *change) endSignIns(person PersonID) error {
	return t.Where("person = ? AND person <> ''", string(person)).Delete(&signInRow{}).Error
}

// DeleteExpired removes sign-ins, invites and tokens whose time is over and returns how many.
func (s *Store) DeleteExpired(ctx context.Context) (int, error) {
	var n int64
	err := s.change(ctx, func(t *change) error {
		for _, row := range []any{&signInRow{}, &inviteRow{}, &tokenRow{}} {
			gone := t.Where("expires <= ?", millis(t.now)).Delete(row)
			if gone.Error != nil {
				return gone.Error
			}
			n += gone.RowsAffected
		}
		return nil
	})
	if err != nil {
		return 0, fmt.Errorf("delete what has expired: %w", err)
	}
	return int(n), nil
}
