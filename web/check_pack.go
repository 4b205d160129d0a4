package web

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"
	"time"

	"proba/grading/prove"
	"proba/scenarios"
)

// checkWithin bounds how long a check that somebody waits for may take; one scenario takes about half a second.
const checkWithin = 25 * time.Second

// checker does what `proba check` does, one scenario at a time whoever asks, so that live clocks never wait for it: a
// thousand scenarios checked at once would take every processor. It may be used by any number of goroutines.
type checker struct {
	turn chan struct{}
	// known keeps what proving a part found, by the digest of its texts; only who has the turn touches it.
	known map[string][]scenarios.Problem
	// read remembers packs that were read; nobody changes them.
	read scenarios.Memory
}

// mostKnown bounds what a checker remembers.
const mostKnown = 2000

func newChecker() *checker {
	return &checker{turn: make(chan struct{}, 1), known: map[string][]scenarios.Problem{}}
}

// checked is a pack that was read and examined.
type checked struct {
	Pack *scenarios.Pack
	// Problems are never nil, sorted by place.
	Problems []scenarios.Problem
}

// Usable tells that a pack can be played: it has no error.
func (c checked) Usable() bool {
	return !slices.ContainsFunc(c.Problems, func(p scenarios.Problem) bool { return p.Level == scenarios.LevelError })
}

// check reads and proves files. told hears how many of how many parts are done. The error is that of ctx.
func (c *checker) check(ctx context.Context, files []scenarios.File, told func(done, all int)) (checked, error) {
	pack, problems := c.read.Load(scenarios.FilesFS(files), ShippedActs())
	parts := partsOfPack(pack)
	for i, part := range parts {
		found, err := c.prove(ctx, part)
		if err != nil {
			return checked{}, err
		}
		problems = append(problems, found...)
		told(i+1, len(parts))
	}
	slices.SortStableFunc(problems, func(a, b scenarios.Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column), cmp.Compare(a.Code, b.Code))
	})
	return checked{pack, append([]scenarios.Problem{}, problems...)}, nil
}

// prove proves a part when it is its turn, and once: the same texts at the same places have the same problems.
func (c *checker) prove(ctx context.Context, part *scenarios.Pack) ([]scenarios.Problem, error) {
	select {
	case c.turn <- struct{}{}:
		defer func() { <-c.turn }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	key := digestOfFiles(part.Files)
	if problems, ok := c.known[key]; ok {
		return problems, nil
	}
	if len(c.known) >= mostKnown {
		clear(c.known)
	}
	c.known[key] = prove.Pack(part)
	return c.known[key], nil
}

// partsOfPack cuts a pack into packs of one scenario or library, so that proving can be stopped between them. Files of a
// part are the texts it is made of.
func partsOfPack(pack *scenarios.Pack) []*scenarios.Pack {
	var parts []*scenarios.Pack
	for _, id := range slices.Sorted(maps.Keys(pack.Scenarios)) {
		parts = append(parts, &scenarios.Pack{Scenarios: map[string]*scenarios.Scenario{id: pack.Scenarios[id]}, Files: pack.Scenarios[id].Sources})
	}
	for _, id := range slices.Sorted(maps.Keys(pack.Libraries)) {
		library := pack.Libraries[id]
		parts = append(parts, &scenarios.Pack{Libraries: map[string]*scenarios.Library{id: library}, Files: filesAt(pack, library.At.File)})
	}
	return parts
}

func filesAt(pack *scenarios.Pack, path string) []scenarios.File {
	return slices.DeleteFunc(slices.Clone(pack.Files), func(f scenarios.File) bool { return f.Path != path })
}

// checkNow checks while somebody waits: errBusy when that takes too long.
func (s *Server) checkNow(ctx context.Context, files []scenarios.File) (checked, error) {
	ctx, cancel := context.WithTimeout(ctx, checkWithin)
	defer cancel()
	found, err := s.checker.check(ctx, files, func(int, int) {})
	if errors.Is(err, context.DeadlineExceeded) {
		return found, errBusy
	}
	return found, err
}
