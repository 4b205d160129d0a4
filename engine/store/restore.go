package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/pressly/goose/v3"
)

// CheckBackup reports whether the file is a sound copy this program can open, and leaves it alone: ErrDamaged, ErrNewer
// or ErrNotFound. An older schema is fine; it is migrated when opened.
func CheckBackup(ctx context.Context, path string) error {
	if _, err := os.Stat(path); err != nil {
		return fmt.Errorf("backup: %w: %w", ErrNotFound, err)
	}
	pool, err := openPool(ctx, sqliteDSN(path, toRead+"&mode=ro"), 1, nil)
	if err != nil {
		return fmt.Errorf("backup %s: %w", path, translate(err))
	}
	defer pool.Close()
	if err := checkFile(ctx, pool); err != nil {
		return fmt.Errorf("backup %s: %w", path, err)
	}
	err = checkSchema(ctx, &database{dialect: goose.DialectSQLite3, readerPool: pool, writerPool: pool})
	if err != nil && !errors.Is(err, ErrOlder) {
		return fmt.Errorf("backup %s: %w", path, translate(err))
	}
	return nil
}

// checkFile lets SQLite look at every page, index and reference.
func checkFile(ctx context.Context, pool *sql.DB) error {
	for _, pragma := range []string{"PRAGMA integrity_check(20)", "PRAGMA foreign_key_check"} {
		found, err := answersOf(ctx, pool, pragma)
		if err != nil {
			return fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		if text := strings.Join(found, "; "); text != "ok" && text != "" {
			return fmt.Errorf("%w: %s", ErrDamaged, text)
		}
	}
	return nil
}

// answersOf reads the first column of a pragma's rows.
func answersOf(ctx context.Context, pool *sql.DB, pragma string) ([]string, error) {
	rows, err := pool.QueryContext(ctx, pragma)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return nil, err
	}
	var found []string
	cells := make([]any, len(columns))
	for i := range cells {
		cells[i] = new(sql.NullString)
	}
	for rows.Next() {
		if err := rows.Scan(cells...); err != nil {
			return nil, err
		}
		found = append(found, cells[0].(*sql.NullString).String)
	}
	return found, rows.Err()
}

// Restore puts a sound backup in the place of the records at path, which no process may be using. The replaced file
// is kept beside it with the returned name, "" when there was none. now is only for that name.
func Restore(ctx context.Context, backup, path string, now time.Time) (kept string, err error) {
	if err := CheckBackup(ctx, backup); err != nil {
		return "", fmt.Errorf("restore: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", fmt.Errorf("restore: %w", err)
	}
	lock, err := lockFile(path + ".lock")
	if err != nil {
		return "", fmt.Errorf("restore: %w", err)
	}
	defer lock.Close()
	part := path + ".part"
	if err := copyFile(backup, part); err != nil {
		return "", fmt.Errorf("restore: %w", errors.Join(err, removeIfThere(part)))
	}
	if kept, err = setAside(path, now); err != nil {
		return "", fmt.Errorf("restore: %w", err)
	}
	if err := os.Rename(part, path); err != nil {
		return kept, fmt.Errorf("restore: %w", err)
	}
	return kept, syncFile(filepath.Dir(path))
}

// setAside renames the records with their write-ahead log, which belongs to them.
func setAside(path string, now time.Time) (string, error) {
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return "", nil
	}
	kept := path + ".before-" + now.UTC().Format("20060102T150405.000Z")
	for _, suffix := range []string{"-wal", "-shm", ""} {
		if err := os.Rename(path+suffix, kept+suffix); err != nil && !errors.Is(err, os.ErrNotExist) {
			return "", err
		}
	}
	return kept, nil
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	if _, err := io.Copy(out, in); err != nil {
		return errors.Join(err, out.Close())
	}
	return errors.Join(out.Sync(), out.Close())
}
