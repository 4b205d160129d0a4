package live_test

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

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

// One turn against one raw durable insert, taken by turns so that a busy machine slows both. The figure to read is the
// ratio of the medians (RELIABILITY P1).
func BenchmarkTurnAgainstDurableInsert(b *testing.B) {
	h := newHouse(b)
	insert := rawInsert(b)
	turns, inserts := make([]time.Duration, b.N), make([]time.Duration, b.N)
	var id engine.SessionID
	b.ResetTimer()
	for i := range b.N {
		began := time.Now()
		insert(i)
		inserts[i] = time.Since(began)
		if i%turnsPerSession == 0 {
			id = h.start(engine.Practice)
		}
		began = time.Now()
		h.do(id, engine.Say{Text: "I am sorry about your parcel"})
		turns[i] = time.Since(began)
	}
	turn, raw := median(turns), median(inserts)
	b.ReportMetric(float64(turn.Microseconds()), "turn-p50-us")
	b.ReportMetric(float64(raw.Microseconds()), "insert-p50-us")
	b.ReportMetric(float64(turn)/float64(raw), "ratio")
}

// rawInsert adds one row in one durable transaction with nothing around it.
func rawInsert(b *testing.B) func(i int) {
	b.Helper()
	db, err := sql.Open("sqlite3", "file:"+filepath.Join(b.TempDir(), "raw.db")+"?_journal_mode=WAL&_synchronous=FULL&_txlock=immediate")
	must(b, err)
	b.Cleanup(func() { db.Close() })
	db.SetMaxOpenConns(1)
	_, err = db.Exec("CREATE TABLE e (session TEXT, number INTEGER, body TEXT, PRIMARY KEY (session, number)) WITHOUT ROWID")
	must(b, err)
	stmt, err := db.Prepare("INSERT INTO e VALUES ($1, $2, $3)")
	must(b, err)
	body := strings.Repeat("x", 300)
	return func(i int) {
		_, err := stmt.Exec("s", i, body)
		must(b, err)
	}
}

func median(times []time.Duration) time.Duration {
	slices.Sort(times)
	return times[len(times)/2]
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
