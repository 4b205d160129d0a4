package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
)

// statements are the prepared statements of the event path.
type statements struct {
	// events insert several rows at once; the longest first.
	events   []rowsStatement
	move     *sql.Stmt
	answer   *sql.Stmt
	evaluate *sql.Stmt
	score    *sql.Stmt
}

type rowsStatement struct {
	rows int
	*sql.Stmt
}

// That events follow the last one kept and that a key is new is checked by the schema.
const (
	moveSession = "UPDATE sessions SET last = $1, phase = $2, due = $3, ended = $4 WHERE id = $5"
	keepAnswer  = "INSERT INTO answers (session, key, answer) VALUES ($1, $2, $3)"
	keepMarks   = `INSERT INTO evaluations (id, session, number, origin, author, reason, at, body, result, score)
		VALUES ($1, $2, 1, 'play', '', '', $3, $4, $5, $6)`
	keepScore = "UPDATE sessions SET result = $1, score = $2 WHERE id = $3"
)

// rowsAtOnce are the sizes of the multi-row inserts, the longest first.
// A turn has three to six events: those sizes have their own, so that a turn is one insert.
var rowsAtOnce = []int{64, 16, 8, 7, 6, 5, 4, 3, 2, 1}

func prepare(ctx context.Context, db *sql.DB) (*statements, error) {
	p := &statements{}
	for _, n := range rowsAtOnce {
		stmt, err := db.PrepareContext(ctx, insertEvents(n))
		if err != nil {
			return nil, fmt.Errorf("prepare the event path: %w", err)
		}
		p.events = append(p.events, rowsStatement{n, stmt})
	}
	for text, to := range map[string]**sql.Stmt{moveSession: &p.move, keepAnswer: &p.answer, keepMarks: &p.evaluate, keepScore: &p.score} {
		stmt, err := db.PrepareContext(ctx, text)
		if err != nil {
			return nil, fmt.Errorf("prepare the event path: %w", err)
		}
		*to = stmt
	}
	return p, nil
}

// eventColumns is how many parameters an event takes.
const eventColumns = 6

// insertEvents is the statement that inserts n events.
func insertEvents(n int) string {
	var b strings.Builder
	b.WriteString("INSERT INTO events (session, number, body, due, key, answer) VALUES ")
	for i := range n {
		if i > 0 {
			b.WriteString(", ")
		}
		p := eventColumns * i
		fmt.Fprintf(&b, "($%d, $%d, $%d, $%d, $%d, $%d)", p+1, p+2, p+3, p+4, p+5, p+6)
	}
	return b.String()
}

func (p *statements) close() {
	for _, s := range p.events {
		_ = s.Close()
	}
	for _, s := range []*sql.Stmt{p.move, p.answer, p.evaluate, p.score} {
		_ = s.Close() // the database is closed next and tells
	}
}

// simple finds the statement that keeps a group all by itself, so that it needs no transaction around it: a usual turn is
// one insert. False when it takes several.
func (p *statements) simple(group []waiting) (rowsStatement, bool) {
	if len(group) != 1 || group[0].entry.besidesEvents() {
		return rowsStatement{}, false
	}
	s := p.longest(len(group[0].entry.bodies))
	return s, s.rows == len(group[0].entry.bodies)
}

// keep writes a group inside a transaction.
func (p *statements) keep(ctx context.Context, tx *sql.Tx, group []waiting) error {
	for _, w := range group {
		if err := p.keepBeside(ctx, tx, w.entry); err != nil {
			return err
		}
	}
	return p.keepEvents(ctx, tx, group)
}

// keepBeside writes what does not stand in the log.
func (p *statements) keepBeside(ctx context.Context, tx *sql.Tx, e entry) error {
	if len(e.bodies) == 0 {
		_, err := tx.StmtContext(ctx, p.answer).ExecContext(ctx, string(e.id), e.batch.Key, string(e.batch.Answer))
		return conflict(err)
	}
	if e.turned() {
		_, err := tx.StmtContext(ctx, p.move).ExecContext(ctx, e.last(), string(e.batch.Phase), dueColumn(e.batch.Due),
			millisOrNil(e.batch.Ended), string(e.id))
		if err != nil {
			return err
		}
	}
	if e.batch.Marked == nil {
		return nil
	}
	return p.keepMarks(ctx, tx, e)
}

func (p *statements) keepMarks(ctx context.Context, tx *sql.Tx, e entry) error {
	m := e.batch.Marked
	_, err := tx.StmtContext(ctx, p.evaluate).ExecContext(ctx, e.evaluation, string(e.id), e.at, string(m.JSON), string(m.Result), m.Score)
	if err != nil {
		return conflict(err)
	}
	_, err = tx.StmtContext(ctx, p.score).ExecContext(ctx, string(m.Result), m.Score, string(e.id))
	return err
}

// keepEvents inserts all events of a group with as few statements as the prepared sizes allow.
func (p *statements) keepEvents(ctx context.Context, tx *sql.Tx, group []waiting) error {
	args := eventArgs(group)
	for len(args) > 0 {
		s := p.longest(len(args) / eventColumns)
		if _, err := tx.StmtContext(ctx, s.Stmt).ExecContext(ctx, args[:eventColumns*s.rows]...); err != nil {
			return conflict(err)
		}
		args = args[eventColumns*s.rows:]
	}
	return nil
}

func eventArgs(group []waiting) []any {
	n := 0
	for _, w := range group {
		n += len(w.entry.bodies)
	}
	args := make([]any, 0, eventColumns*n)
	for _, w := range group {
		args = w.entry.appendArgs(args)
	}
	return args
}

// longest is the statement for the most rows that are there.
func (p *statements) longest(rows int) rowsStatement {
	for _, s := range p.events {
		if s.rows <= rows {
			return s
		}
	}
	return p.events[len(p.events)-1]
}

// conflict reads a key that exists, or an event that does not follow, as what it means here: somebody else wrote first.
func conflict(err error) error {
	if nameOf(err) == ErrExists || againstALog(err) {
		return fmt.Errorf("%w: %w", ErrConflict, err)
	}
	return err
}
