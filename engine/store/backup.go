package store

import "context"

// Backup writes a complete copy of the records as they are now to a new file. It does not stop readers or writers.
// SQLite only: PostgreSQL has tools of its own, and the error says so.
func (s *Store) Backup(ctx context.Context, path string) error { panic("not written yet") }

// CheckBackup reports whether the file is a sound copy this program can open, and leaves it alone.
func CheckBackup(ctx context.Context, path string) error { panic("not written yet") }

// Restore puts a sound backup in the place of the records at path, which no process may be using. The replaced file
// is kept beside it with the returned name.
func Restore(ctx context.Context, backup, path string) (kept string, err error) {
	panic("not written yet")
}

// IntegrityCheck looks through the whole database; the error is ErrDamaged with what was found.
func (s *Store) IntegrityCheck(ctx context.Context) error { panic("not written yet") }
