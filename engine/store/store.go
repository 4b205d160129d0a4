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
	"crypto/rand"
	"fmt"
	"io"
	"sync"
	"sync/atomic"
	"time"

	"gorm.io/gorm"
)

// Config says where the records are.
type Config struct {
	// Path of the SQLite file; it is made where missing. Ignored when DSN is given.
	Path string
	// DSN of a PostgreSQL database, such as "postgres://user@host/proba".
	DSN string
	// Now is the wall clock; nil means the real one.
	Now func() time.Time
	// Random is the source of ids and secrets; nil means crypto/rand. It must be safe for several goroutines.
	Random io.Reader
}

func (cfg Config) withDefaults() Config {
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	if cfg.Random == nil {
		cfg.Random = rand.Reader
	}
	return cfg
}

// Store is the records.
type Store struct {
	cfg      Config
	db       *database
	appender *appender // nil when opened to read
	// kept remembers digests of sources that are in the database; they are never deleted.
	kept sync.Map
	// changes counts transactions; what was remembered before one may no longer be true.
	changes atomic.Int64
	bearers bearers
}

// Open opens the records, makes or migrates the schema, and checks that the database works as it must. ErrInUse when
// another process has them open, ErrNewer when a newer program wrote them, ErrDamaged when the file is none of ours.
func Open(ctx context.Context, cfg Config) (*Store, error) {
	cfg = cfg.withDefaults()
	db, err := openDatabase(ctx, cfg)
	if err != nil {
		return nil, fmt.Errorf("open records: %w", translate(err))
	}
	if err := migrate(ctx, db); err != nil {
		db.close()
		return nil, fmt.Errorf("open records: %w", translate(err))
	}
	a, err := newAppender(ctx, cfg, db)
	if err != nil {
		db.close()
		return nil, fmt.Errorf("open records: %w", translate(err))
	}
	return &Store{cfg: cfg, db: db, appender: a}, nil
}

// OpenToRead opens records that another process may be using, such as for a backup or an export. Every change fails
// with ErrReadOnly. The schema must be this program's own; nothing is migrated.
func OpenToRead(ctx context.Context, cfg Config) (*Store, error) {
	cfg = cfg.withDefaults()
	db, err := openToRead(ctx, cfg)
	if err != nil {
		return nil, fmt.Errorf("open records to read: %w", translate(err))
	}
	if err := checkSchema(ctx, db); err != nil {
		db.close()
		return nil, fmt.Errorf("open records to read: %w", translate(err))
	}
	return &Store{cfg: cfg, db: db}, nil
}

// Close lets waiting writers finish and closes the database. Changes after it fail with ErrClosed.
func (s *Store) Close() error {
	if s.appender != nil {
		s.appender.close()
	}
	return s.db.close()
}

// Ready reports whether the records can be read and written now.
func (s *Store) Ready(ctx context.Context) error {
	err := s.change(ctx, func(t *change) error {
		return t.Exec("UPDATE settings SET value = value WHERE key = ''").Error
	})
	if err != nil {
		return fmt.Errorf("records are not ready: %w", err)
	}
	return nil
}

// read returns a session of the object mapper for reading.
func (s *Store) read(ctx context.Context) *gorm.DB { return s.db.reader.WithContext(ctx) }

// change is one transaction: everything in it carries one time.
type change struct {
	*gorm.DB
	s   *Store
	now time.Time
}

// change runs do in a transaction. Errors come back translated.
func (s *Store) change(ctx context.Context, do func(t *change) error) error {
	if s.appender == nil {
		return ErrReadOnly
	}
	err := s.db.writer.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		return do(&change{DB: tx, s: s, now: s.now()})
	})
	s.changes.Add(1)
	return translate(err)
}

// now is the present as it is kept.
func (s *Store) now() time.Time { return s.cfg.Now().UTC().Truncate(time.Millisecond) }

// Page is a part of a list: at most Limit rows after skipping Offset. The zero Page means the first 100; Limit is held
// to 1000.
type Page struct {
	Limit  int
	Offset int
}

const (
	usualPage = 100
	mostPage  = 1000
)

func (p Page) of(q *gorm.DB) *gorm.DB {
	limit := p.Limit
	if limit <= 0 {
		limit = usualPage
	}
	return q.Limit(min(limit, mostPage)).Offset(max(p.Offset, 0))
}
