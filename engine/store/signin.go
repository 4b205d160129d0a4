package store

import (
	"context"
	"time"
)

// SignIns keeps browser sign-ins for scs (its Store and CtxStore); tokens are kept only as hashes.
type SignIns struct{ s *Store }

// SignIns returns the keeper of browser sign-ins.
func (s *Store) SignIns() *SignIns { return &SignIns{s} }

// FindCtx implements scs.CtxStore.
func (k *SignIns) FindCtx(ctx context.Context, token string) ([]byte, bool, error) {
	panic("not written yet")
}

// CommitCtx implements scs.CtxStore.
func (k *SignIns) CommitCtx(ctx context.Context, token string, b []byte, expiry time.Time) error {
	panic("not written yet")
}

// DeleteCtx implements scs.CtxStore.
func (k *SignIns) DeleteCtx(ctx context.Context, token string) error { panic("not written yet") }

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

// WithSignInOf marks ctx so that the sign-in committed with it belongs to the person.
func WithSignInOf(ctx context.Context, person PersonID) context.Context { panic("not written yet") }

// DeleteSignInsOf ends all sign-ins of a person.
func (s *Store) DeleteSignInsOf(ctx context.Context, by Actor, person PersonID) error {
	panic("not written yet")
}

// DeleteExpired removes sign-ins, invites and tokens whose time is over and returns how many.
func (s *Store) DeleteExpired(ctx context.Context) (int, error) { panic("not written yet") }
