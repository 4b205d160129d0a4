package store

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"gorm.io/gorm"
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

type auditRow struct {
	Number  int64 `gorm:"primaryKey;autoIncrement"`
	At      int64
	Person  string
	Name    string
	Address string
	Action  string
	Subject string
	Detail  string
}

func (auditRow) TableName() string { return "audit" }

func (r auditRow) record() (AuditRow, error) {
	return AuditRow{Number: r.Number, At: timeOf(r.At), Person: PersonID(r.Person), Name: r.Name, Address: r.Address,
		Action: r.Action, Subject: r.Subject, Detail: r.Detail}, nil
}

// audit adds the row of a change in its transaction. Detail is nil or becomes a JSON object.
func (t *change) audit(by Actor, action, subject string, detail any) error {
	text, err := detailText(detail)
	if err != nil {
		return err
	}
	return t.Create(&auditRow{At: millis(t.now), Person: string(by.Person), Name: by.Name, Address: by.Address,
		Action: action, Subject: subject, Detail: text}).Error
}

func detailText(detail any) (string, error) {
	if detail == nil {
		return "", nil
	}
	b, err := json.Marshal(detail)
	if err != nil {
		return "", fmt.Errorf("write an audit row: %w", err)
	}
	return string(b), nil
}

// Audit adds a row for something that changes no record here, such as a sign-in or an export.
func (s *Store) Audit(ctx context.Context, by Actor, action, subject, detail string) error {
	return s.note(ctx, by, action, subject, detail)
}

// ReadAudit adds a row for reading a personal record: what is "record", "transcript" or "export".
func (s *Store) ReadAudit(ctx context.Context, by Actor, what string, person PersonID) error {
	return s.note(ctx, by, what+".read", string(person), "")
}

func (s *Store) note(ctx context.Context, by Actor, action, subject, detail string) error {
	err := s.change(ctx, func(t *change) error {
		if detail == "" {
			return t.audit(by, action, subject, nil)
		}
		return t.audit(by, action, subject, map[string]string{"detail": detail})
	})
	if err != nil {
		return fmt.Errorf("audit %s: %w", action, err)
	}
	return nil
}

// AuditRows lists rows, newest first.
func (s *Store) AuditRows(ctx context.Context, f AuditFilter) ([]AuditRow, error) {
	var rows []auditRow
	if err := f.Page.of(f.narrow(s.read(ctx))).Order("number DESC").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("list the audit: %w", translate(err))
	}
	return each(rows, auditRow.record)
}

// CountAuditRows counts what AuditRows would list without its page.
func (s *Store) CountAuditRows(ctx context.Context, f AuditFilter) (int, error) {
	var n int64
	if err := f.narrow(s.read(ctx)).Model(&auditRow{}).Count(&n).Error; err != nil {
		return 0, fmt.Errorf("count the audit: %w", translate(err))
	}
	return int(n), nil
}

func (f AuditFilter) narrow(q *gorm.DB) *gorm.DB {
	if f.Person != "" {
		q = q.Where("person = ?", string(f.Person))
	}
	if f.Subject != "" {
		q = q.Where("subject = ?", f.Subject)
	}
	if strings.HasSuffix(f.Action, ".") {
		q = q.Where("action >= ? AND action < ?", f.Action, strings.TrimSuffix(f.Action, ".")+"/")
	} else if f.Action != "" {
		q = q.Where("action = ?", f.Action)
	}
	return between(q, "at", f.From, f.To)
}

// between narrows a column of times; the zero time leaves its side open. column is one of ours, never from outside.
func between(q *gorm.DB, column string, from, to time.Time) *gorm.DB {
	if !from.IsZero() {
		q = q.Where(column+" >= ?", millis(from))
	}
	if !to.IsZero() {
		q = q.Where(column+" < ?", millis(to))
	}
	return q
}
