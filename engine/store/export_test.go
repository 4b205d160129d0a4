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
