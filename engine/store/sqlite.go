package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"runtime"

	"github.com/pressly/goose/v3"
	"gorm.io/driver/sqlite"
)

// busyMillis is how long a connection waits for another one before it gives up.
const busyMillis = "5000"

func openSQLite(ctx context.Context, path string) (*database, error) {
	if path == "" {
		return nil, fmt.Errorf("%w: no file named for the records", ErrInvalid)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	lock, err := lockFile(path + ".lock")
	if err != nil {
		return nil, err
	}
	if err := findOrMake(ctx, path); err != nil {
		lock.Close()
		return nil, err
	}
	d := &database{dialect: goose.DialectSQLite3, lock: lock}
	if err := d.connectSQLite(ctx, path); err != nil {
		d.close()
		return nil, err
	}
	return d, nil
}

// findOrMake makes an empty database where there is no file, readable by nobody else. It is made under another name
// first: whoever finds a file under the right one may take it for whole.
func findOrMake(ctx context.Context, path string) error {
	if _, err := os.Lstat(path); !errors.Is(err, os.ErrNotExist) {
		return checkHeader(path)
	}
	fresh := path + ".new"
	if err := removeIfThere(fresh); err != nil {
		return err
	}
	pool, err := openPool(ctx, sqliteDSN(fresh, toWrite), 1, writerPragmas)
	if err != nil {
		return err
	}
	if err := pool.Close(); err != nil {
		return err
	}
	if err := os.Chmod(fresh, 0o600); err != nil {
		return err
	}
	return os.Rename(fresh, path)
}

// checkHeader refuses a file that is no database. SQLite itself takes an empty or very short one for new, and records
// that were cut off would go unnoticed.
func checkHeader(path string) error {
	const magic = "SQLite format 3\x00"
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	head := make([]byte, len(magic))
	if _, err := io.ReadFull(f, head); err != nil || string(head) != magic {
		return fmt.Errorf("%w: %s is no database", ErrDamaged, path)
	}
	return nil
}

func (d *database) connectSQLite(ctx context.Context, path string) error {
	var err error
	if d.writerPool, err = openPool(ctx, sqliteDSN(path, toWrite), 1, writerPragmas); err != nil {
		return err
	}
	if d.readerPool, err = openPool(ctx, sqliteDSN(path, toRead), readers(), readerPragmas); err != nil {
		return err
	}
	return d.mapSQLite()
}

// openSQLiteToRead leaves the file alone: no lock is taken and every connection refuses to write.
func openSQLiteToRead(ctx context.Context, path string) (*database, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotFound, err)
	}
	d := &database{dialect: goose.DialectSQLite3}
	var err error
	if d.readerPool, err = openPool(ctx, sqliteDSN(path, toRead), readers(), readerPragmas); err != nil {
		return nil, err
	}
	d.writerPool = d.readerPool
	if err := d.mapSQLite(); err != nil {
		d.close()
		return nil, err
	}
	return d, nil
}

func (d *database) mapSQLite() (err error) {
	if d.writer, err = mapped(sqlite.New(sqlite.Config{Conn: d.writerPool})); err != nil {
		return err
	}
	d.reader, err = mapped(sqlite.New(sqlite.Config{Conn: d.readerPool}))
	return err
}

// What the connections are. A writer's commits are written through to the disk (synchronous FULL) before they are
// acknowledged, it takes the write lock at the begin of a transaction, and deleted records are overwritten.
const (
	toWrite = "_journal_mode=WAL&_synchronous=FULL&_foreign_keys=true&_secure_delete=true&_txlock=immediate"
	toRead  = "_query_only=true"
)

// sqliteDSN names a file for the driver. A question mark in a name would end it.
func sqliteDSN(path, parameters string) string {
	return "file:" + (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath() + "?_busy_timeout=" + busyMillis + "&" + parameters
}

func readers() int { return max(4, 2*runtime.GOMAXPROCS(0)) }

// The pragmas as they must read back: the driver ignores parameters it does not know.
var (
	writerPragmas = map[string]string{"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "busy_timeout": busyMillis,
		"secure_delete": "1", "query_only": "0"}
	readerPragmas = map[string]string{"query_only": "1", "busy_timeout": busyMillis}
)

// openPool opens at most most connections, and one at once to see that its pragmas hold.
func openPool(ctx context.Context, dsn string, most int, pragmas map[string]string) (*sql.DB, error) {
	pool, err := sql.Open("sqlite3", dsn)
	if err != nil {
		return nil, err
	}
	pool.SetMaxOpenConns(most)
	pool.SetMaxIdleConns(most)
	if err := checkPragmas(ctx, pool, pragmas); err != nil {
		pool.Close()
		return nil, err
	}
	return pool, nil
}

func checkPragmas(ctx context.Context, pool *sql.DB, pragmas map[string]string) error {
	for name, want := range pragmas {
		var got string
		if err := pool.QueryRowContext(ctx, "PRAGMA "+name).Scan(&got); err != nil {
			return fmt.Errorf("read pragma %s: %w", name, err)
		}
		if got != want {
			return fmt.Errorf("pragma %s is %q, not %q", name, got, want)
		}
	}
	return nil
}
