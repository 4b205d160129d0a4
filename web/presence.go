package web

import (
	"context"
	"sync"

	"proba/engine/store"
)

// presence knows the open event streams of each person, so that they end when he signs out, loses a role or is barred.
type presence struct {
	mu   sync.Mutex
	open map[store.PersonID]map[*context.CancelFunc]struct{}
}

func newPresence() *presence {
	return &presence{open: map[store.PersonID]map[*context.CancelFunc]struct{}{}}
}

// enter returns a context for a stream of the person that [presence.end] cancels. leave must be called when the stream
// is over.
func (p *presence) enter(ctx context.Context, person store.PersonID) (stream context.Context, leave func()) {
	stream, cancel := context.WithCancel(ctx)
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.open[person] == nil {
		p.open[person] = map[*context.CancelFunc]struct{}{}
	}
	p.open[person][&cancel] = struct{}{}
	return stream, func() {
		cancel()
		p.forget(person, &cancel)
	}
}

func (p *presence) forget(person store.PersonID, cancel *context.CancelFunc) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.open[person], cancel)
	if len(p.open[person]) == 0 {
		delete(p.open, person)
	}
}

// end closes every stream of the person; a browser that is still signed in opens its own again.
func (p *presence) end(person store.PersonID) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for cancel := range p.open[person] {
		(*cancel)()
	}
}
