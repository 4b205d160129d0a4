package live_test

import (
	"fmt"
	"sync/atomic"
	"testing"

	"proba/engine"
	"proba/engine/live"
)

// turnsPerSession keeps the logs of the benchmarks as long as those of people.
const turnsPerSession = 40

func BenchmarkDo(b *testing.B) {
	h := newHouse(b)
	b.ResetTimer()
	h.talk(b.N, func(int) bool { return true })
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "/s")
}

func BenchmarkDo64(b *testing.B) {
	h := newHouse(b)
	b.SetParallelism(32) // times two processors
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) { h.talk(b.N, func(int) bool { return pb.Next() }) })
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "/s")
}

var benchKeys atomic.Int64

// talk sends at most n replies, as long as more says so, in sessions of the usual length.
func (h *house) talk(n int, more func(int) bool) {
	var id engine.SessionID
	for i := 0; i < n && more(i); i++ {
		if i%turnsPerSession == 0 {
			id = h.start(engine.Practice)
		}
		key := fmt.Sprint(benchKeys.Add(1))
		if _, err := h.Do(h.ctx, id, live.Request{Command: engine.Say{Text: "I am sorry about your parcel"}, Key: key}); err != nil {
			h.Error(err)
		}
	}
}
