// Package store keeps the records: people, sessions and their logs, evaluations, verdicts, awards, and who did what.
//
//	s, err := store.Open(ctx, store.Config{Path: "data/proba.db"})
//	defer s.Close()
//	id, err := s.CreatePerson(ctx, store.CommandLine("setup"), store.NewPerson{Login: "anna", Name: "Anna"})
//
// There is one file per record. A method is one transaction. Methods that change something take the [Actor] who does it
// and write an audit row in the same transaction. Times come back in UTC, cut to milliseconds. A method that looks for
// one record and finds none returns [ErrNotFound]; lists are empty, never nil with an error swallowed. All methods may
// be called from any number of goroutines.
//
// The database is SQLite or PostgreSQL; row types and the object mapper never leave the package. Logs of sessions take
// a path of their own, [Store.Append]: one writer gathers what waits into one transaction.
package store

import (
	"context"
	"errors"
	"io"
	"time"
)

// Config says where the records are.
type Config struct {
	// Path of the SQLite file; it is made where missing. Ignored when DSN is given.
	Path string
	// DSN of a PostgreSQL database, such as "postgres://user@host/proba".
	DSN string
	// Now is the wall clock; nil means the real one.
	Now func() time.Time
	// Random is the source of ids and secrets; nil means crypto/rand.
	Random io.Reader
}

// The errors a caller must act on; match them with errors.Is.
var (
	ErrNotFound       = errors.New("no such record")
	ErrConflict       = errors.New("somebody else was first")
	ErrStale          = errors.New("decided on an older state")
	ErrExists         = errors.New("already there")
	ErrInvalid        = errors.New("not a possible value")
	ErrFull           = errors.New("no space left for records")
	ErrInUse          = errors.New("another process uses these records")
	ErrNewer          = errors.New("the records were written by a newer program")
	ErrDamaged        = errors.New("the records are damaged")
	ErrExpired        = errors.New("no longer valid")
	ErrNoAttempts     = errors.New("no attempts left")
	ErrAlreadyRunning = errors.New("an assessed session of this scenario is running")
	ErrSelf           = errors.New("nobody decides on himself")
	ErrNotFinished    = errors.New("the session is not finished")
	ErrLastAdmin      = errors.New("the last administrator cannot go")
	ErrClosed         = errors.New("the records are closed")
)

// Store is the records.
type Store struct{}

// Open opens the records, makes or migrates the schema, and checks that the database works as it must.
func Open(ctx context.Context, cfg Config) (*Store, error) { panic("not written yet") }

// Close lets waiting writers finish and closes the database.
func (s *Store) Close() error { panic("not written yet") }

// Ready reports whether the records can be read and written now.
func (s *Store) Ready(ctx context.Context) error { panic("not written yet") }

// Page is a part of a list: at most Limit rows after skipping Offset. The zero Page means the first 100; Limit is held
// to 1000.
type Page struct {
	Limit  int
	Offset int
}
