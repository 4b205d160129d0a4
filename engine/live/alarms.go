package live

import (
	"container/heap"
	"sync"
	"time"

	"proba/engine"
)

// alarms wake sessions at their times: one goroutine and one heap for all of them.
type alarms struct {
	clock Clock
	mu    sync.Mutex
	queue alarmQueue
	byID  map[engine.SessionID]*alarm
	// woken tells the goroutine that the earliest alarm may have changed.
	woken chan struct{}
}

type alarm struct {
	id    engine.SessionID
	at    time.Time
	index int // in the queue
}

func newAlarms(clock Clock) *alarms {
	return &alarms{clock: clock, byID: map[engine.SessionID]*alarm{}, woken: make(chan struct{}, 1)}
}

// set arms the alarm of a session, in the place of the one it had.
func (a *alarms) set(id engine.SessionID, at time.Time) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if known, ok := a.byID[id]; ok {
		known.at = at
		heap.Fix(&a.queue, known.index)
	} else {
		fresh := &alarm{id: id, at: at}
		a.byID[id] = fresh
		heap.Push(&a.queue, fresh)
	}
	if a.queue[0].id == id {
		a.wake()
	}
}

// clear takes a session's alarm away; nothing happens when it has none.
func (a *alarms) clear(id engine.SessionID) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if known, ok := a.byID[id]; ok {
		heap.Remove(&a.queue, known.index)
		delete(a.byID, id)
	}
}

func (a *alarms) wake() {
	select {
	case a.woken <- struct{}{}:
	default: // it is awake already
	}
}

// run rings until closing. ring must not wait.
func (a *alarms) run(closing <-chan struct{}, ring func(engine.SessionID)) {
	for {
		due, wait := a.due()
		for _, id := range due {
			ring(id)
		}
		var next <-chan time.Time
		if wait > 0 {
			next = a.clock.After(wait)
		}
		select {
		case <-next:
		case <-a.woken:
		case <-closing:
			return
		}
	}
}

// due takes out the sessions whose time has come. wait is how long it is to the next; 0 when none is set.
func (a *alarms) due() (due []engine.SessionID, wait time.Duration) {
	a.mu.Lock()
	defer a.mu.Unlock()
	now := a.clock.Now()
	for len(a.queue) > 0 {
		if first := a.queue[0]; first.at.After(now) {
			return due, first.at.Sub(now)
		}
		rung := heap.Pop(&a.queue).(*alarm)
		delete(a.byID, rung.id)
		due = append(due, rung.id)
	}
	return due, 0
}

// alarmQueue is a heap with the earliest alarm first.
type alarmQueue []*alarm

func (q alarmQueue) Len() int           { return len(q) }
func (q alarmQueue) Less(i, j int) bool { return q[i].at.Before(q[j].at) }

func (q alarmQueue) Swap(i, j int) {
	q[i], q[j] = q[j], q[i]
	q[i].index, q[j].index = i, j
}

// Push implements heap.Interface.
func (q *alarmQueue) Push(x any) {
	a := x.(*alarm)
	a.index = len(*q)
	*q = append(*q, a)
}

// Pop implements heap.Interface.
func (q *alarmQueue) Pop() any {
	old := *q
	last := old[len(old)-1]
	old[len(old)-1] = nil
	*q = old[:len(old)-1]
	return last
}
