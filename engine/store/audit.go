package store

import (
	"context"
	"time"
)

// AuditRow is who did what. Rows are only ever added.
type AuditRow struct {
	Number  int64
	At      time.Time
	Person  PersonID // "" for the program itself
	Name    string
	Address string
	Action  string // a code: "person.create", "verdict.give", "record.read"
	Subject string // the id of what it was done to
	Detail  string // JSON object or ""
}

// AuditFilter narrows the audit; zero fields do not.
type AuditFilter struct {
	Person   PersonID
	Action   string // exact, or a prefix ending in "."
	Subject  string
	From, To time.Time // To is excluded
	Page     Page
}

// Audit adds a row for something that changes no record here, such as a sign-in or an export.
func (s *Store) Audit(ctx context.Context, by Actor, action, subject, detail string) error {
	panic("not written yet")
}

// ReadAudit adds a row for reading a personal record: what is "record", "transcript" or "export".
func (s *Store) ReadAudit(ctx context.Context, by Actor, what string, person PersonID) error {
	panic("not written yet")
}

// AuditRows lists rows, newest first.
func (s *Store) AuditRows(ctx context.Context, f AuditFilter) ([]AuditRow, error) {
	panic("not written yet")
}
