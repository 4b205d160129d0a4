package store

import (
	"slices"
	"sync"
	"time"
)

// bearers remembers who the tokens in use belong to. The zero value is empty; it may be used by any number of goroutines.
type bearers struct {
	mu    sync.Mutex
	known map[string]bearer // by the hash of the secret
}

// bearer is a person found for a token, true while the records have not changed since and until the minute is over, when
// the use is written down again.
type bearer struct {
	person  Person
	changes int64
	until   time.Time
}

// mostBearers bounds the memory; beyond it everything is forgotten and found again.
const mostBearers = 5000

func (b *bearers) find(hash string, changes int64, now time.Time) (Person, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	found, ok := b.known[hash]
	if !ok || found.changes != changes || !now.Before(found.until) {
		return Person{}, false
	}
	p := found.person
	p.Roles = slices.Clone(p.Roles)
	return p, true
}

func (b *bearers) keep(hash string, found bearer) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.known == nil || len(b.known) >= mostBearers {
		b.known = map[string]bearer{}
	}
	b.known[hash] = found
}
