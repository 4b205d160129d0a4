package live_test

import (
	"testing"
	"time"

	"proba/engine"
)

func TestASessionTheServerWasAwayFromSaysSo(t *testing.T) {
	for name, c := range map[string]struct {
		away time.Duration
		want string
	}{
		"a quick restart leaves no trace": {5 * time.Second, ""},
		"ten minutes are told":            {10 * time.Minute, "10m0s"},
	} {
		h := newHouse(t)
		id := h.start(engine.Practice)
		last := len(h.log(id))
		h.shut()
		h.clock.Advance(c.away)
		h.open()
		_, err := h.Resume(h.ctx)
		must(t, err)
		signals, err := h.records.Signals(h.ctx, id)
		must(t, err)
		got := ""
		for _, g := range signals {
			got += g.Detail
			if g.Kind != engine.ServerAway || g.After != last {
				t.Errorf("%s: signal %+v, want the kind %q after event %d", name, g, engine.ServerAway, last)
			}
		}
		if got != c.want {
			t.Errorf("%s: the signals say %q, want %q", name, got, c.want)
		}
	}
}

// With a beat every ten seconds a crash is told from the time the server still served.
func TestTheTimeTheServerServedIsNotTold(t *testing.T) {
	h := newHouse(t)
	id := h.start(engine.Practice)
	for range 6 {
		h.clock.Advance(10 * time.Second)
		h.waitForBeat()
	}
	h.restart()
	if signals, err := h.records.Signals(h.ctx, id); err != nil || len(signals) != 0 {
		t.Errorf("after a minute of service and a quick restart: %+v, %v", signals, err)
	}
}
