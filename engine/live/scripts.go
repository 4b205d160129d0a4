package live

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"proba/engine"
	"proba/scenarios"
)

// Texts finds the pinned author files of a session, in their order.
type Texts interface {
	Sources(ctx context.Context, pinned []engine.Source) ([]scenarios.File, error)
}

// mostScripts is how many scripts of past packs are kept ready; one takes some hundred kilobytes.
const mostScripts = 200

// Shelf prepares the script a session is pinned to from the texts in the records, and keeps it ready. It may be used by
// any number of goroutines.
type Shelf struct {
	texts Texts
	mu    sync.Mutex
	ready map[scenarios.Digest]*engine.Script
	order []scenarios.Digest // oldest first
	// preparing has an entry for every pack somebody prepares or waits for.
	preparing map[scenarios.Digest]*preparation
}

// preparation lets one prepare a pack while the others wait: after a restart thousands of sessions may ask at once.
type preparation struct {
	sync.Mutex
	users int // guarded by Shelf.mu
}

// NewShelf makes an empty shelf over the records.
func NewShelf(texts Texts) *Shelf {
	return &Shelf{texts: texts, ready: map[scenarios.Digest]*engine.Script{}, preparing: map[scenarios.Digest]*preparation{}}
}

// Add keeps a script that is already prepared, such as one of the present library.
func (h *Shelf) Add(script *engine.Script) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if _, there := h.ready[script.Pack]; there {
		return
	}
	if len(h.order) >= mostScripts {
		delete(h.ready, h.order[0])
		h.order = h.order[1:]
	}
	h.ready[script.Pack] = script
	h.order = append(h.order, script.Pack)
}

// Script returns the script a session was started with. The error names what of its texts is missing or no longer read.
func (h *Shelf) Script(ctx context.Context, s engine.Session) (*engine.Script, error) {
	if script, ok := h.find(s.Pack); ok {
		return script, nil
	}
	p := h.begin(s.Pack)
	defer h.done(s.Pack, p)
	if script, ok := h.find(s.Pack); ok { // somebody else prepared it meanwhile
		return script, nil
	}
	script, err := h.prepare(ctx, s)
	if err != nil {
		return nil, fmt.Errorf("script of %q: %w", s.Scenario, err)
	}
	h.Add(script)
	return script, nil
}

// begin waits until nobody else prepares the pack.
func (h *Shelf) begin(pack scenarios.Digest) *preparation {
	h.mu.Lock()
	p, ok := h.preparing[pack]
	if !ok {
		p = &preparation{}
		h.preparing[pack] = p
	}
	p.users++
	h.mu.Unlock()
	p.Lock()
	return p
}

func (h *Shelf) done(pack scenarios.Digest, p *preparation) {
	p.Unlock()
	h.mu.Lock()
	defer h.mu.Unlock()
	if p.users--; p.users == 0 {
		delete(h.preparing, pack)
	}
}

// prepare makes a script from the pinned texts.
func (h *Shelf) prepare(ctx context.Context, s engine.Session) (*engine.Script, error) {
	files, err := h.texts.Sources(ctx, s.Sources)
	if err != nil {
		return nil, err
	}
	pack, _ := scenarios.Load(scenarios.FilesFS(files)) // it loaded without errors when it was pinned
	scenario, ok := pack.Scenarios[s.Scenario]
	if !ok {
		return nil, errors.New("the pinned texts hold no such scenario")
	}
	script, err := engine.Prepare(scenario)
	if err != nil {
		return nil, err
	}
	if script.Pack != s.Pack {
		return nil, fmt.Errorf("the pinned texts are not those of pack %.12s", s.Pack)
	}
	return script, nil
}

func (h *Shelf) find(pack scenarios.Digest) (*engine.Script, bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	script, ok := h.ready[pack]
	return script, ok
}
