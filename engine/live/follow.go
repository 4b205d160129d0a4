package live

import (
	"context"
	"iter"

	"proba/engine"
)

// Follow yields the events after a number, first those kept, then each as it is committed. The stream ends after the
// last event of a finished session, when ctx ends, and at Close; with an error when the records cannot be read. A slow
// follower delays nobody and costs no memory: it reads on from the records.
func (l *Sessions) Follow(ctx context.Context, id engine.SessionID, after int) iter.Seq2[engine.Event, error] {
	return func(yield func(engine.Event, error) bool) {
		for {
			news, more, err := l.news(ctx, id, after)
			if ctx.Err() != nil {
				return
			}
			if err != nil {
				yield(engine.Event{}, err)
				return
			}
			for _, e := range news {
				if !yield(e, nil) {
					return
				}
				after = e.Number
			}
			if len(news) == 0 && (more == nil || !l.wait(ctx, more)) {
				return
			}
		}
	}
}

// more is what a follower waits for.
type more struct {
	room    *room
	changed <-chan struct{}
}

// news returns the events above after. Without any, more tells what to wait for; it is nil when none will come.
func (l *Sessions) news(ctx context.Context, id engine.SessionID, after int) ([]engine.Event, *more, error) {
	r, err := l.open(ctx, id)
	if err != nil {
		return nil, nil, err
	}
	last, finished, news, changed := r.state.Number, r.state.Phase == engine.Finished, r.news, r.changed
	r.unlock()
	switch {
	case after < last && len(news) > 0 && news[0].Number <= after+1:
		return news[after+1-news[0].Number:], nil, nil
	case after < last:
		kept, err := l.Records.Events(ctx, id, after)
		return kept, nil, err
	case finished:
		return nil, nil, nil
	default:
		return nil, &more{r, changed}, nil
	}
}

// wait returns true when there may be news, false when the reader or the program goes.
func (l *Sessions) wait(ctx context.Context, m *more) bool {
	m.room.followers.Add(1)
	defer m.room.followers.Add(-1)
	select {
	case <-m.changed:
		return true
	case <-ctx.Done():
		return false
	case <-l.closing:
		return false
	}
}
