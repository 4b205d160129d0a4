package main

import (
	"database/sql"
	"fmt"
	"time"

	_ "github.com/mattn/go-sqlite3" // the reference is measured on the same driver, below the records
)

// durableAppends is the limit everything is compared with: one small row a transaction, write-ahead log, full sync.
func durableAppends(path string, n int) (latencies, error) {
	db, err := sql.Open("sqlite3", "file:"+path+"?_journal_mode=WAL&_synchronous=FULL&_txlock=immediate")
	if err != nil {
		return nil, fmt.Errorf("reference: %w", err)
	}
	defer db.Close() //nolint:errcheck // a throw-away file
	db.SetMaxOpenConns(1)
	if _, err := db.Exec(`CREATE TABLE events (session TEXT, number INTEGER, body BLOB, PRIMARY KEY (session, number)) WITHOUT ROWID`); err != nil {
		return nil, fmt.Errorf("reference: %w", err)
	}
	insert, err := db.Prepare(`INSERT INTO events VALUES (?, ?, ?)`)
	if err != nil {
		return nil, fmt.Errorf("reference: %w", err)
	}
	defer insert.Close() //nolint:errcheck // a throw-away file
	body := make([]byte, 400)
	times := make(latencies, 0, n)
	for i := range n {
		began := time.Now()
		if _, err := insert.Exec("reference", i, body); err != nil {
			return nil, fmt.Errorf("reference: %w", err)
		}
		times = append(times, time.Since(began))
	}
	return times, nil
}
