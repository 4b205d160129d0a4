package store

import (
	"context"
	"time"

	"proba/engine"
	"proba/scenarios"
)

// SaveSources keeps author files by the digest of their text; those already there are left alone. ErrInvalid when a
// digest is not that of its text.
func (s *Store) SaveSources(ctx context.Context, files []scenarios.File) error {
	panic("not written yet")
}

// Sources returns the texts behind pinned sources, in their order, with Path, Text and Digest filled in. ErrNotFound
// names the digest that is missing.
func (s *Store) Sources(ctx context.Context, pinned []engine.Source) ([]scenarios.File, error) {
	panic("not written yet")
}

// Pack is a library somebody uploaded or wrote in the studio.
type Pack struct {
	ID      string
	Name    string // unique, without case
	Status  PackStatus
	Version int // counts saves, from 1
	By      PersonID
	Changed time.Time
	Files   []engine.Source // by path
}

// PackStatus is how far a pack is.
type PackStatus string

// The states of a pack.
const (
	PackDraft     PackStatus = "draft"
	PackReviewed  PackStatus = "reviewed"
	PackPublished PackStatus = "published"
)

// SavePack keeps the files of a pack as its next version, a draft again. After is the version the change was made on, 0
// for a new pack; ErrConflict when another save came between, ErrExists when a new pack's name is taken.
func (s *Store) SavePack(ctx context.Context, by Actor, name string, after int, files []scenarios.File) (Pack, error) {
	panic("not written yet")
}

// SetPackStatus moves a version of a pack on. ErrConflict when a newer version was saved meanwhile.
func (s *Store) SetPackStatus(ctx context.Context, by Actor, name string, version int, status PackStatus) error {
	panic("not written yet")
}

// Packs lists the newest version of every pack by name.
func (s *Store) Packs(ctx context.Context) ([]Pack, error) { panic("not written yet") }

// PublishedPacks lists the newest published version of every pack that has one, by name.
func (s *Store) PublishedPacks(ctx context.Context) ([]Pack, error) { panic("not written yet") }

// PackVersions lists every version of a pack, newest first.
func (s *Store) PackVersions(ctx context.Context, name string) ([]Pack, error) {
	panic("not written yet")
}

// PackFiles returns the texts of a version of a pack; version 0 is the newest.
func (s *Store) PackFiles(ctx context.Context, name string, version int) ([]scenarios.File, error) {
	panic("not written yet")
}
