package main

import (
	"database/sql"
	"fmt"
	"time"

	_ "github.com/mattn/go-sqlite3" // the reference is measured on the same driver, below the records
)

// appends are the limit everything is compared with: one small row a transaction, write-ahead log, full sync.
type appends struct {
	db     *sql.DB
	insert *sql.Stmt
	body   []byte
	kept   int
}

func openAppends(path string) (*appends, error) {
	db, err := sql.Open("sqlite3", "file:"+path+"?_journal_mode=WAL&_synchronous=FULL&_txlock=immediate")
	if err != nil {
		return nil, fmt.Errorf("reference: %w", err)
	}
	db.SetMaxOpenConns(1)
	a := &appends{db: db, body: make([]byte, 400)}
	if _, err = db.Exec(`CREATE TABLE events (session TEXT, number INTEGER, body BLOB, PRIMARY KEY (session, number)) WITHOUT ROWID`); err == nil {
		a.insert, err = db.Prepare(`INSERT INTO events VALUES (?, ?, ?)`)
	}
	if err != nil {
		db.Close() //nolint:errcheck // a throw-away file
		return nil, fmt.Errorf("reference: %w", err)
	}
	return a, nil
}

func (a *appends) append() error {
	a.kept++
	if _, err := a.insert.Exec("reference", a.kept, a.body); err != nil {
		return fmt.Errorf("reference: %w", err)
	}
	return nil
}

func (a *appends) close() {
	a.insert.Close() //nolint:errcheck // a throw-away file
	a.db.Close()     //nolint:errcheck // a throw-away file
}

// durableAppends times n of them, one after the other.
func durableAppends(path string, n int) (latencies, error) {
	a, err := openAppends(path)
	if err != nil {
		return nil, err
	}
	defer a.close()
	times := make(latencies, 0, n)
	for range n {
		began := time.Now()
		if err := a.append(); err != nil {
			return nil, err
		}
		times = append(times, time.Since(began))
	}
	return times, nil
}
