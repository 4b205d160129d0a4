package store

import (
	"context"
	"database/sql"
	"sync"
)

// appender is the one writer of logs. While it waits for the disk, batches gather; it keeps them all in its next
// transaction, so that many sessions share the price of one commit and a lone one waits for nobody.
type appender struct {
	db         *sql.DB
	statements *statements
	cfg        Config
	queue      chan waiting
	done       chan struct{}

	// mu guards closed: append holds it to read while it sends, so that close never closes a queue somebody sends to.
	mu     sync.RWMutex
	closed bool
}

// waiting is an entry and where its writer learns what became of it.
type waiting struct {
	entry entry
	kept  chan<- error
}

// mostTogetherKept bounds the batches of one transaction, and so the time a batch waits behind others.
const mostTogetherKept = 256

func newAppender(ctx context.Context, cfg Config, d *database) (*appender, error) {
	prepared, err := prepare(ctx, d.writerPool)
	if err != nil {
		return nil, err
	}
	a := &appender{db: d.writerPool, statements: prepared, cfg: cfg,
		queue: make(chan waiting, mostTogetherKept), done: make(chan struct{})}
	go a.run()
	return a, nil
}

// append hands an entry to the writer and waits until it is durable.
func (a *appender) append(ctx context.Context, e entry) error {
	kept := make(chan error, 1)
	if err := a.send(ctx, waiting{e, kept}); err != nil {
		return err
	}
	select {
	case err := <-kept:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (a *appender) send(ctx context.Context, w waiting) error {
	a.mu.RLock()
	defer a.mu.RUnlock()
	if a.closed {
		return ErrClosed
	}
	select {
	case a.queue <- w:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// close lets what waits be kept and stops the writer.
func (a *appender) close() {
	a.mu.Lock()
	if !a.closed {
		a.closed = true
		close(a.queue)
	}
	a.mu.Unlock()
	<-a.done
	a.statements.close()
}

func (a *appender) run() {
	defer close(a.done)
	group := make([]waiting, 0, mostTogetherKept)
	for first := range a.queue {
		group = a.gather(append(group[:0], first))
		a.keep(group)
		clear(group)
	}
}

// gather adds what waits already.
func (a *appender) gather(group []waiting) []waiting {
	for len(group) < mostTogetherKept {
		select {
		case w, open := <-a.queue:
			if !open {
				return group
			}
			group = append(group, w)
		default:
			return group
		}
	}
	return group
}

// keep keeps a group in one transaction. When that fails each goes alone, so that a batch that cannot be kept takes no
// other with it.
func (a *appender) keep(group []waiting) {
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
