package store

import (
	"context"
	"embed"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
)

//go:embed migrations
var migrations embed.FS

// migrate brings the schema to this program's version. A newer one is refused and left alone.
func migrate(ctx context.Context, d *database) error {
	p, err := migrationsFor(d)
	if err != nil {
		return err
	}
	current, target, err := p.GetVersions(ctx)
	if err != nil {
		return fmt.Errorf("read the schema's version: %w", err)
	}
	if current > target {
		return fmt.Errorf("%w: schema %d, this program knows %d", ErrNewer, current, target)
	}
	if _, err := p.Up(ctx); err != nil {
		return fmt.Errorf("migrate the schema: %w", err)
	}
	return nil
}

// checkSchema reports whether the schema is this program's own and changes nothing.
func checkSchema(ctx context.Context, d *database) error {
	p, err := migrationsFor(d)
	if err != nil {
		return err
	}
	var current int64
	row := d.readerPool.QueryRowContext(ctx, "SELECT MAX(version_id) FROM goose_db_version WHERE is_applied")
	if err := row.Scan(&current); err != nil {
		return fmt.Errorf("%w: no schema of this program: %w", ErrDamaged, err)
	}
	switch target := newest(p); {
	case current > target:
		return fmt.Errorf("%w: schema %d, this program knows %d", ErrNewer, current, target)
	case current < target:
		return fmt.Errorf("%w: schema %d, this program needs %d", ErrOlder, current, target)
	default:
		return nil
	}
}

func newest(p *goose.Provider) int64 {
	sources := p.ListSources()
	return sources[len(sources)-1].Version
}

func migrationsFor(d *database) (*goose.Provider, error) {
	folder := "migrations/sqlite"
	if d.dialect == goose.DialectPostgres {
		folder = "migrations/postgres"
	}
	files, err := fs.Sub(migrations, folder)
	if err != nil {
		return nil, err
	}
	p, err := goose.NewProvider(d.dialect, d.writerPool, files)
	if err != nil {
		return nil, fmt.Errorf("read the migrations: %w", err)
	}
	return p, nil
}
