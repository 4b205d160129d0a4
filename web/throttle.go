package web

import (
	"strings"
	"sync"
	"time"
)

// The documented numbers of sign-in tries. A success gives the first one back; the others only time.
var (
	triesHere      = limit{tries: 5, within: 5 * time.Minute}   // one name from one address
	triesByName    = limit{tries: 20, within: 15 * time.Minute} // one name from anywhere
	triesByAddress = limit{tries: 60, within: 15 * time.Minute} // one address, any name
)

// maxThrottled bounds the memory of the counters.
const maxThrottled = 20_000

type limit struct {
	tries  int
	within time.Duration
}

// throttle counts sign-in tries in memory. A try is counted before the password is checked, so that many at once do not
// slip through.
type throttle struct {
	now  func() time.Time
	mu   sync.Mutex
	seen map[string]*window
}

// window is the tries under one key until it ends.
type window struct {
	used int
	ends time.Time
}

func newThrottle(now func() time.Time) *throttle {
	return &throttle{now: now, seen: map[string]*window{}}
}

// take counts a try. It returns how many are left for this name here, and false when a limit is reached: then nothing
// may be checked before the returned time.
func (t *throttle) take(login, address string) (left int, until time.Time, ok bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.sweep()
	login = strings.ToLower(login)
	rules := []struct {
		key string
		limit
	}{{"here " + login + " " + address, triesHere}, {"name " + login, triesByName}, {"address " + address, triesByAddress}}
	for _, r := range rules {
		if w, open := t.open(r.key); open && w.used >= r.tries {
			return 0, w.ends, false
		}
	}
	for _, r := range rules {
		t.window(r.key, r.within).used++
	}
	here := t.seen[rules[0].key]
	return triesHere.tries - here.used, here.ends, true
}

// succeeded gives a name its tries at this address back.
func (t *throttle) succeeded(login, address string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.seen, "here "+strings.ToLower(login)+" "+address)
}

// open is the window of a key that has not ended. A refused try opens none, so refusing costs no memory.
func (t *throttle) open(key string) (*window, bool) {
	w, ok := t.seen[key]
	return w, ok && t.now().Before(w.ends)
}

func (t *throttle) window(key string, within time.Duration) *window {
	if w, ok := t.open(key); ok {
		return w
	}
	w := &window{ends: t.now().Add(within)}
	t.seen[key] = w
	return w
}

// sweep forgets windows that are over, and when too many people try at once, any of them.
func (t *throttle) sweep() {
	if len(t.seen) < maxThrottled {
		return
	}
	for key, w := range t.seen {
		if !t.now().Before(w.ends) {
			delete(t.seen, key)
		}
	}
	for key := range t.seen {
		if len(t.seen) < maxThrottled {
			return
		}
		delete(t.seen, key)
	}
}
