package store

import (
	"context"
	"database/sql"
	"sync"
)

// appender is the one writer of logs. Whoever appends first keeps his own batch, in his own goroutine; what arrives while
// the disk works gathers and is kept together in the next transaction by one of those who wait. So many sessions share the
// price of one commit, and a lone one waits for nobody and wakes nobody.
type appender struct {
	db         *sql.DB
	statements *statements
	cfg        Config
	// writing is held by the one who keeps a group.
	writing chan struct{}

	// mu guards the rest.
	mu      sync.Mutex
	waiting []waiting
	closed  bool
}

// waiting is an entry and where its owner learns what became of it.
type waiting struct {
	entry entry
	kept  chan error
}

// mostTogetherKept bounds the batches of one transaction, and so the time a batch waits behind others.
const mostTogetherKept = 256

func newAppender(ctx context.Context, cfg Config, d *database) (*appender, error) {
	prepared, err := prepare(ctx, d.writerPool)
	if err != nil {
		return nil, err
	}
	return &appender{db: d.writerPool, statements: prepared, cfg: cfg, writing: make(chan struct{}, 1)}, nil
}

// append waits until an entry is durable: somebody else keeps it in his group, or it is this caller's turn to write. When
// ctx ends first the entry is taken back, unless it is being written.
func (a *appender) append(ctx context.Context, e entry) error {
	w := waiting{e, make(chan error, 1)}
	if err := a.line(w); err != nil {
		return err
	}
	for {
		select {
		case err := <-w.kept:
			return err
		case a.writing <- struct{}{}:
			a.keep(a.group())
			<-a.writing
		case <-ctx.Done():
			a.takeBack(w)
			return ctx.Err()
		}
	}
}

// line adds an entry to those that wait, in the order of their coming.
func (a *appender) line(w waiting) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.closed {
		return ErrClosed
	}
	a.waiting = append(a.waiting, w)
	return nil
}

// group takes those that wait longest.
func (a *appender) group() []waiting {
	a.mu.Lock()
	defer a.mu.Unlock()
	n := min(len(a.waiting), mostTogetherKept)
	group := a.waiting[:n:n]
	a.waiting = a.waiting[n:]
	if len(a.waiting) == 0 {
		a.waiting = nil
	}
	return group
}

// takeBack forgets an entry that nobody began to write.
func (a *appender) takeBack(w waiting) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for i := range a.waiting {
		if a.waiting[i].kept == w.kept {
			a.waiting = append(a.waiting[:i:i], a.waiting[i+1:]...)
			return
		}
	}
}

// close refuses further entries, waits until what waits is kept, and ends the writing.
func (a *appender) close() {
	a.mu.Lock()
	first := !a.closed
	a.closed = true
	a.mu.Unlock()
	if !first {
		return
	}
	a.writing <- struct{}{} // and is never given back: nothing is written any more
	for group := a.group(); len(group) > 0; group = a.group() {
		a.keep(group)
	}
	a.statements.close()
}

// keep keeps a group in one transaction. When that fails each goes alone, so that a batch that cannot be kept takes no
// other with it.
func (a *appender) keep(group []waiting) {
	if len(group) == 0 {
		return
	}
	err := a.transaction(group)
	if err == nil || len(group) == 1 {
		for _, w := range group {
			w.kept <- err
		}
		return
	}
	for i := range group {
		group[i].kept <- a.transaction(group[i : i+1])
	}
}

// transaction is not bound to any caller's context: the group belongs to several.
func (a *appender) transaction(group []waiting) error {
	ctx := context.Background()
	if s, ok := a.statements.simple(group); ok {
		_, err := s.ExecContext(ctx, eventArgs(group)...)
		return conflict(err)
	}
	tx, err := a.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	at := millis(a.cfg.Now())
	for i := range group {
		group[i].entry.at = at
	}
	if err := a.statements.keep(ctx, tx, group); err != nil {
		_ = tx.Rollback() // the first error is the one to tell
		return err
	}
	return tx.Commit()
}
