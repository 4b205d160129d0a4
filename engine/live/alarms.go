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
	// failures counts how often in a row a session's alarm led to nothing.
	failures map[engine.SessionID]int
	// sleeps tells that the goroutine waits for until, at the latest.
	sleeps bool
	until  time.Time
	// woken tells the goroutine that there is an alarm before the one it waits for.
	woken chan struct{}
}

type alarm struct {
	id    engine.SessionID
	at    time.Time
	index int // in the queue
}

func newAlarms(clock Clock) *alarms {
	return &alarms{clock: clock, byID: map[engine.SessionID]*alarm{}, failures: map[engine.SessionID]int{},
		woken: make(chan struct{}, 1)}
}

// set arms the alarm of a session, in the place of the one it had.
func (a *alarms) set(id engine.SessionID, at time.Time) {
	a.mu.Lock()
	defer a.mu.Unlock()
	delete(a.failures, id)
	a.put(id, at)
}

// again arms the alarm of a session whose last one failed: soon at first, then ever later.
func (a *alarms) again(id engine.SessionID) {
	a.mu.Lock()
	defer a.mu.Unlock()
	wait := min(soonest<<a.failures[id], latest)
	if wait < latest {
		a.failures[id]++
	}
	a.put(id, a.clock.Now().Add(wait))
}

// How long a failed alarm waits for its next try.
const (
	soonest = time.Second
	latest  = time.Minute
)

// put arms an alarm; mu is held.
func (a *alarms) put(id engine.SessionID, at time.Time) {
	if known, ok := a.byID[id]; ok {
		known.at = at
		heap.Fix(&a.queue, known.index)
	} else {
		fresh := &alarm{id: id, at: at}
		a.byID[id] = fresh
		heap.Push(&a.queue, fresh)
	}
	// When the earliest alarm moves on, as with every turn, the goroutine may sleep on: it looks again when the old time
	// has come.
	if a.queue[0].id == id && !(a.sleeps && !at.Before(a.until)) {
		a.wake()
	}
}

// clear takes a session's alarm away; nothing happens when it has none.
func (a *alarms) clear(id engine.SessionID) {
	a.mu.Lock()
	defer a.mu.Unlock()
	delete(a.failures, id)
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
		due, next, armed := a.due()
		for _, id := range due {
			ring(id)
		}
		var struck <-chan time.Time
		if armed {
			struck = a.clock.At(next)
		}
		select {
		case <-struck:
		case <-a.woken:
		case <-closing:
			return
		}
	}
}

// due takes out the sessions whose time has come, and tells when the next alarm strikes, if one is armed.
func (a *alarms) due() (due []engine.SessionID, next time.Time, armed bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	now := a.clock.Now()
	for len(a.queue) > 0 {
		if first := a.queue[0]; first.at.After(now) {
			a.sleeps, a.until = true, first.at
			return due, first.at, true
		}
		rung := heap.Pop(&a.queue).(*alarm)
		delete(a.byID, rung.id)
		due = append(due, rung.id)
	}
	a.sleeps = false
	return due, time.Time{}, false
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
