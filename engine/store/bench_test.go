package store_test

import (
	"database/sql"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"proba/engine"
)

// The reference of the others: one row in one durable transaction, with nothing around it (RELIABILITY 7). Ratios to it
// hold on any machine; absolute times do not.
func BenchmarkRawDurableInsert(b *testing.B) {
	db, err := sql.Open("sqlite3", "file:"+filepath.Join(b.TempDir(), "raw.db")+"?_journal_mode=WAL&_synchronous=FULL&_txlock=immediate")
	must(b, err)
	defer db.Close()
	db.SetMaxOpenConns(1)
	_, err = db.Exec("CREATE TABLE e (session TEXT, number INTEGER, body TEXT, PRIMARY KEY (session, number)) WITHOUT ROWID")
	must(b, err)
	insert, err := db.Prepare("INSERT INTO e VALUES ($1, $2, $3)")
	must(b, err)
	body := strings.Repeat("x", 300)
	b.ResetTimer()
	for i := range b.N {
		_, err := insert.Exec("s", i, body)
		must(b, err)
	}
	perSecond(b)
}

func BenchmarkAppendSerial(b *testing.B) {
	f := open(b)
	n := f.session(f.person("anna"), engine.Practice)
	b.ResetTimer()
	for i := range b.N {
		must(b, f.Append(f.ctx, n.ID, said(i+2, "I am sorry about your parcel")))
	}
	perSecond(b)
}

func BenchmarkAppend64(b *testing.B) {
	f := open(b)
	anna := f.person("anna")
	b.SetParallelism(32) // times two processors
	b.ResetTimer()
	var writers atomic.Int32
	b.RunParallel(func(pb *testing.PB) {
		writers.Add(1)
		n := f.session(anna, engine.Practice)
		for number := 2; pb.Next(); number++ {
			if err := f.Append(f.ctx, n.ID, said(number, "I am sorry about your parcel")); err != nil {
				b.Error(err)
				return
			}
		}
	})
	b.ReportMetric(float64(writers.Load()), "writers")
	perSecond(b)
}

func BenchmarkEvents(b *testing.B) {
	f := open(b)
	n := f.session(f.person("anna"), engine.Practice)
	for number := 2; number <= 40; number++ {
		must(b, f.Append(f.ctx, n.ID, said(number, "I am sorry about your parcel")))
	}
	b.ResetTimer()
	for range b.N {
		_, err := f.Events(f.ctx, n.ID, 0)
		must(b, err)
	}
	perSecond(b)
}

func perSecond(b *testing.B) { b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "/s") }
