package web

import (
	"fmt"
	"io/fs"
	"sync/atomic"

	"proba/engine"
	"proba/engine/live"
	"proba/scenarios"
)

// Library is the author files that new sessions start from. It can be replaced while the server runs; a session goes on
// with the texts it was started with. It may be used by any number of goroutines.
type Library struct {
	shelf atomic.Pointer[shelf]
	// own are the author files the program comes with; nil for a library made of one pack.
	own fs.FS
	// keeper is told every script; nil until Keep.
	keeper *live.Shelf
}

// shelf is one state of the library.
type shelf struct {
	pack    *scenarios.Pack
	scripts map[string]*engine.Script
	aside   map[string][]scenarios.Problem
}

// NewLibrary prepares every scenario of a pack. The error names the scenario that cannot be played.
func NewLibrary(pack *scenarios.Pack) (*Library, error) {
	l := &Library{}
	return l, l.Replace(pack)
}

// Replace puts another pack in the place of the present one; on an error the present one stays.
func (l *Library) Replace(pack *scenarios.Pack) error { return l.replace(pack, nil) }

func (l *Library) replace(pack *scenarios.Pack, aside map[string][]scenarios.Problem) error {
	next := &shelf{pack: pack, scripts: map[string]*engine.Script{}, aside: aside}
	for id, scenario := range pack.Scenarios {
		script, err := engine.Prepare(scenario)
		if err != nil {
			return fmt.Errorf("prepare scenario %q: %w", id, err)
		}
		next.scripts[id] = script
	}
	l.shelf.Store(next)
	if l.keeper != nil {
		l.Keep(l.keeper)
	}
	return nil
}

// Pack is what is in the library now. It is never changed; a replacement is another Pack.
func (l *Library) Pack() *scenarios.Pack { return l.shelf.Load().pack }

// Script returns the scenario of that id, ready to play.
func (l *Library) Script(id string) (*engine.Script, bool) {
	script, ok := l.shelf.Load().scripts[id]
	return script, ok
}
