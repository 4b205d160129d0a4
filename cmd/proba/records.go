package main

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"proba/engine"
	"proba/engine/live"
	"proba/engine/store"
)

// recordsFlags say where the records are; every command that reads or changes them has these.
type recordsFlags struct {
	Data string `default:"./data" help:"Folder of the records."`
	DSN  string `name:"dsn" help:"PostgreSQL database instead of SQLite in the data folder."`
}

func (f recordsFlags) config() store.Config {
	return store.Config{Path: filepath.Join(f.Data, "proba.db"), DSN: f.DSN}
}

// pinned is a stored session with everything it can be recomputed from.
type pinned struct {
	session engine.Session
	script  *engine.Script
	log     []engine.Event
}

func readPinned(ctx context.Context, records *store.Store, shelf *live.Shelf, id engine.SessionID) (pinned, error) {
	session, err := records.Session(ctx, id)
	if err != nil {
		return pinned{}, err
	}
	script, err := shelf.Script(ctx, session)
	if err != nil {
		return pinned{}, err
	}
	log, err := records.Events(ctx, id, 0)
	return pinned{session, script, log}, err
}

type migrateCommand struct{ recordsFlags }

// Run opens the records, which brings them to this program's schema, and looks them through.
func (c *migrateCommand) Run(ctx context.Context, io streams) error {
	records, err := store.Open(ctx, c.config())
	if err != nil {
		return err
	}
	defer records.Close() //nolint:errcheck // nothing is waiting to be written
	if err := records.IntegrityCheck(ctx); err != nil {
		return err
	}
	fmt.Fprintln(io.out, "the records have this program's schema and are whole")
	return nil
}

type backupCommand struct {
	recordsFlags
	File string `arg:"" help:"New file to write the copy to."`
}

// Run copies the records while the server may be running.
func (c *backupCommand) Run(ctx context.Context, io streams) error {
	records, err := store.OpenToRead(ctx, c.config())
	if err != nil {
		return err
	}
	defer records.Close() //nolint:errcheck // opened to read
	if err := records.Backup(ctx, c.File); err != nil {
		return err
	}
	fmt.Fprintf(io.out, "the records are copied to %s\n", c.File)
	return nil
}

type restoreCommand struct {
	recordsFlags
	File string `arg:"" type:"existingfile" help:"A backup."`
}

// Run puts a backup in the place of the records; those there before are kept beside it.
func (c *restoreCommand) Run(ctx context.Context, io streams) error {
	kept, err := store.Restore(ctx, c.File, c.config().Path, time.Now())
	if err != nil {
		return err
	}
	fmt.Fprintf(io.out, "restored from %s\n", c.File)
	if kept != "" {
		fmt.Fprintf(io.out, "the records that were there are kept as %s\n", kept)
	}
	return nil
}
