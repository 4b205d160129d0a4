package store

import (
	"context"
	"database/sql"
	"fmt"
	"io"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"
	"github.com/pressly/goose/v3"
	"gorm.io/driver/postgres"
)

// lockNumber is the advisory lock of the one process that writes: "proba" in ASCII.
const lockNumber = 0x70726f6261

// postgresConns bounds the connections of each pool.
const postgresConns = 16

func openPostgres(ctx context.Context, dsn string) (*database, error) {
	d := &database{dialect: goose.DialectPostgres}
	var err error
	if d.writerPool, err = openPostgresPool(ctx, dsn); err != nil {
		return nil, err
	}
	d.readerPool = d.writerPool
	if d.lock, err = lockPostgres(ctx, d.writerPool); err != nil {
		d.close()
		return nil, err
	}
	if err := d.mapPostgres(); err != nil {
		d.close()
		return nil, err
	}
	return d, nil
}

func openPostgresToRead(ctx context.Context, dsn string) (*database, error) {
	pool, err := openPostgresPool(ctx, dsn)
	if err != nil {
		return nil, err
	}
	d := &database{dialect: goose.DialectPostgres, writerPool: pool, readerPool: pool}
	if err := d.mapPostgres(); err != nil {
		d.close()
		return nil, err
	}
	return d, nil
}

func openPostgresPool(ctx context.Context, dsn string) (*sql.DB, error) {
	pool, err := sql.Open("pgx", dsn)
	if err != nil {
		return nil, err
	}
	pool.SetMaxOpenConns(postgresConns)
	pool.SetMaxIdleConns(postgresConns)
	if err := checkSynchronous(ctx, pool); err != nil {
		pool.Close()
		return nil, err
	}
	return pool, nil
}

// checkSynchronous refuses a server that acknowledges before it has written.
func checkSynchronous(ctx context.Context, pool *sql.DB) error {
	for _, name := range []string{"fsync", "synchronous_commit"} {
		var got string
		if err := pool.QueryRowContext(ctx, "SELECT current_setting($1)", name).Scan(&got); err != nil {
			return fmt.Errorf("read setting %s: %w", name, err)
		}
		if got == "off" {
			return fmt.Errorf("%w: the server's %s is off, so what is acknowledged could be lost", ErrInvalid, name)
		}
	}
	return nil
}

func (d *database) mapPostgres() (err error) {
	d.writer, err = mapped(postgres.New(postgres.Config{Conn: d.writerPool}))
	d.reader = d.writer
	return err
}

// lockPostgres keeps one connection for the lock; it is released when the connection goes.
func lockPostgres(ctx context.Context, pool *sql.DB) (io.Closer, error) {
	conn, err := pool.Conn(ctx)
	if err != nil {
		return nil, err
	}
	var got bool
	if err := conn.QueryRowContext(ctx, "SELECT pg_try_advisory_lock($1)", int64(lockNumber)).Scan(&got); err != nil {
		conn.Close()
		return nil, fmt.Errorf("lock the records: %w", err)
	}
	if !got {
		conn.Close()
		return nil, ErrInUse
	}
	return conn, nil
}
