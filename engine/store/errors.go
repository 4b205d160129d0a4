package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/mattn/go-sqlite3"
	"gorm.io/gorm"
)

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
	ErrOlder          = errors.New("the records must be migrated first")
	ErrReadOnly       = errors.New("the records are open to read only")
	ErrDamaged        = errors.New("the records are damaged")
	ErrExpired        = errors.New("no longer valid")
	ErrNoAttempts     = errors.New("no attempts left")
	ErrAlreadyRunning = errors.New("an assessed session of this scenario is running")
	ErrSelf           = errors.New("nobody decides on himself")
	ErrNotFinished    = errors.New("the session is not finished")
	ErrLastAdmin      = errors.New("the last administrator cannot go")
	ErrClosed         = errors.New("the records are closed")
)

// translate gives a driver's error its name in this package; the cause stays in the text. Other errors come back as
// they are.
func translate(err error) error {
	name := nameOf(err)
	if name == nil || errors.Is(err, name) {
		return err
	}
	return fmt.Errorf("%w: %w", name, err)
}

// nameOf is nil for an error without a name.
func nameOf(err error) error {
	var lite sqlite3.Error
	var pg *pgconn.PgError
	switch {
	case err == nil:
		return nil
	case errors.Is(err, gorm.ErrRecordNotFound):
		return ErrNotFound
	case errors.Is(err, gorm.ErrDuplicatedKey):
		return ErrExists
	case errors.Is(err, gorm.ErrForeignKeyViolated):
		return ErrNotFound
	case errors.Is(err, sql.ErrConnDone), err.Error() == databaseClosed:
		return ErrClosed
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return nil
	case errors.As(err, &lite):
		return nameOfSQLite(lite)
	case errors.As(err, &pg):
		return nameOfPostgres(pg.Code)
	default:
		return nil
	}
}

// databaseClosed is the one error of database/sql that has a text but no name.
const databaseClosed = "sql: database is closed"

func nameOfSQLite(err sqlite3.Error) error {
	switch {
	case err.ExtendedCode == sqlite3.ErrConstraintPrimaryKey, err.ExtendedCode == sqlite3.ErrConstraintUnique:
		return ErrExists
	case err.ExtendedCode == sqlite3.ErrConstraintForeignKey:
		return ErrNotFound
	case err.Code == sqlite3.ErrFull:
		return ErrFull
	case err.Code == sqlite3.ErrReadonly:
		return ErrReadOnly
	case err.Code == sqlite3.ErrCorrupt, err.Code == sqlite3.ErrNotADB:
		return ErrDamaged
	default:
		return nil
	}
}

// nameOfPostgres reads the codes of PostgreSQL's appendix A.
func nameOfPostgres(code string) error {
	switch code {
	case "23505": // unique_violation
		return ErrExists
	case "23503": // foreign_key_violation
		return ErrNotFound
	case "53100": // disk_full
		return ErrFull
	case "25006": // read_only_sql_transaction
		return ErrReadOnly
	case "XX001", "XX002": // data_corrupted, index_corrupted
		return ErrDamaged
	default:
		return nil
	}
}

// againstALog tells that the schema's own rules about logs refused a row: it does not follow, or its key was used.
func againstALog(err error) bool {
	var lite sqlite3.Error
	var pg *pgconn.PgError
	switch {
	case errors.As(err, &lite):
		return lite.ExtendedCode == sqlite3.ErrConstraintTrigger
	case errors.As(err, &pg):
		return pg.Code == "23000" // integrity_constraint_violation
	default:
		return false
	}
}
