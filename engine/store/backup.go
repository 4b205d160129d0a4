package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/pressly/goose/v3"
)

// Backup writes a complete copy of the records as they are now to a new file, which is on the disk when it returns. It
// stops neither readers nor writers. ErrExists when there is a file of that name. SQLite only: PostgreSQL has tools of
// its own, and the error, ErrInvalid, says so.
func (s *Store) Backup(ctx context.Context, path string) error {
	if s.db.dialect != goose.DialectSQLite3 {
		return fmt.Errorf("back up: %w: use pg_dump for PostgreSQL", ErrInvalid)
	}
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("back up to %s: %w", path, ErrExists)
	}
	part := path + ".part"
	if err := s.copyTo(ctx, part); err != nil {
		return fmt.Errorf("back up to %s: %w", path, errors.Join(translate(err), removeIfThere(part)))
	}
	if err := os.Rename(part, path); err != nil {
		return fmt.Errorf("back up to %s: %w", path, err)
	}
	return syncFile(filepath.Dir(path))
}

// copyTo copies within one read transaction. A connection that may only query may not do that, so one is lent the
// right; what it writes is the other file.
func (s *Store) copyTo(ctx context.Context, path string) error {
	if err := removeIfThere(path); err != nil {
		return err
	}
	conn, err := s.db.readerPool.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, "PRAGMA query_only = OFF"); err != nil {
		return err
	}
	_, err = conn.ExecContext(ctx, "VACUUM INTO ?", path)
	// A new context: the connection goes back to the pool also when ctx has ended.
	_, back := conn.ExecContext(context.WithoutCancel(ctx), "PRAGMA query_only = ON")
	if err := errors.Join(err, back); err != nil {
		return err
	}
	if err := os.Chmod(path, 0o600); err != nil {
		return err
	}
	return syncFile(path)
}

func removeIfThere(path string) error {
	if err := os.Remove(path); !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

// syncFile writes a file, or the names in a folder, through to the disk.
func syncFile(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// IntegrityCheck looks through the whole database; the error is ErrDamaged with what was found. PostgreSQL keeps
// checksums of its own; there only the logs are compared with their sessions.
func (s *Store) IntegrityCheck(ctx context.Context) error {
	if s.db.dialect == goose.DialectSQLite3 {
		if err := checkFile(ctx, s.db.readerPool); err != nil {
			return fmt.Errorf("integrity: %w", err)
		}
	}
	return s.checkLogs(ctx)
}

// checkLogs finds a session whose log is not what its row says, or has a gap. The row of one that runs may be behind.
func (s *Store) checkLogs(ctx context.Context) error {
	var broken []string
	err := s.read(ctx).Raw(`SELECT s.id FROM sessions s LEFT JOIN
		(SELECT session, COUNT(*) AS n, MAX(number) AS top FROM events GROUP BY session) e ON e.session = s.id
		WHERE COALESCE(e.n, 0) <> COALESCE(e.top, 0) OR COALESCE(e.top, 0) < s.last
		OR s.phase = 'finished' AND e.top <> s.last ORDER BY s.id LIMIT 10`).Scan(&broken).Error
	if err != nil {
		return fmt.Errorf("integrity: %w", translate(err))
	}
	if len(broken) > 0 {
		return fmt.Errorf("integrity: %w: the logs of sessions %q are not whole", ErrDamaged, broken)
	}
	return nil
}
