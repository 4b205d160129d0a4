package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"

	"github.com/pressly/goose/v3"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"
)

// database is one open database: a pool of one connection for what changes it, and a pool of many for reading.
type database struct {
	dialect goose.Dialect
	writer  *gorm.DB
	reader  *gorm.DB
	// writerPool and readerPool are what the mapper runs on; the event path uses writerPool directly.
	writerPool *sql.DB
	readerPool *sql.DB
	// lock is held as long as the database is open; nil when opened to read.
	lock io.Closer
}

func openDatabase(ctx context.Context, cfg Config) (*database, error) {
	if cfg.DSN != "" {
		return openPostgres(ctx, cfg.DSN)
	}
	return openSQLite(ctx, cfg.Path)
}

func openToRead(ctx context.Context, cfg Config) (*database, error) {
	if cfg.DSN != "" {
		return openPostgresToRead(ctx, cfg.DSN)
	}
	return openSQLiteToRead(ctx, cfg.Path)
}

// mapped puts the object mapper on a pool.
func mapped(d gorm.Dialector) (*gorm.DB, error) {
	db, err := gorm.Open(d, &gorm.Config{
		TranslateError:         true,
		SkipDefaultTransaction: true, // change opens the only transactions there are
		DisableAutomaticPing:   true,
		Logger:                 logger.Discard, // errors are returned, not logged twice
	})
	if err != nil {
		return nil, fmt.Errorf("set up the object mapper: %w", err)
	}
	return db, nil
}

func (d *database) close() error {
	var errs []error
	for _, pool := range []*sql.DB{d.readerPool, d.writerPool} {
		if pool != nil {
			errs = append(errs, pool.Close())
		}
	}
	if d.lock != nil {
		errs = append(errs, d.lock.Close())
	}
	return errors.Join(errs...)
}
