package store

import (
	"fmt"
	"testing"
)

// LimitPages lets the database file grow to so many pages and no further.
func (s *Store) LimitPages(t testing.TB, n int) {
	t.Helper()
	if _, err := s.db.writerPool.Exec(fmt.Sprintf("PRAGMA max_page_count = %d", n)); err != nil {
		t.Fatal(err)
	}
}

// MakeOld makes records as a program of the past left them: the schema of that version, and what the statements write.
func MakeOld(t testing.TB, path string, version int64, statements ...string) {
	t.Helper()
	db, err := openSQLite(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.close() //nolint:errcheck // opened again by the test
	p, err := migrationsFor(db)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.UpTo(t.Context(), version); err != nil {
		t.Fatal(err)
	}
	for _, s := range statements {
		if _, err := db.writerPool.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}
