package store_test

import (
	"testing"
	"time"

	"proba/engine/store"
)

func TestARightTakenAwayIsGoneAtTheNextUseOfAToken(t *testing.T) {
	f := open(t)
	anna := f.person("anna", store.Trainee, store.Trainer)
	kept, secret, err := f.CreateToken(f.ctx, actor(anna), anna, "laptop", time.Hour)
	must(t, err)
	for range 2 { // the second time from memory
		p, err := f.PersonByToken(f.ctx, secret)
		must(t, err)
		if !p.Is(store.Trainer) {
			t.Fatalf("PersonByToken = %+v, want a trainer", p)
		}
		p.Roles[0] = store.Admin // what a caller does to his copy stays his
	}
	must(t, f.SetRoles(f.ctx, boss, anna, []store.Role{store.Trainee}))
	p, err := f.PersonByToken(f.ctx, secret)
	must(t, err)
	if p.Is(store.Trainer) || p.Is(store.Admin) {
		t.Errorf("roles after the change = %v, want trainee only", p.Roles)
	}
	must(t, f.RevokeToken(f.ctx, actor(anna), anna, kept.ID))
	_, err = f.PersonByToken(f.ctx, secret)
	wants(t, "a revoked token", err, store.ErrNotFound)
}
