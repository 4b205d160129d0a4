package engine

import (
	"os"
	"testing"
	"time"

	"proba/scenarios"
)

// BenchmarkStepLibrary is the turn of `proba bench service` in memory: a story of the library with all its phrases, and the
// reply the bench says, heard and out of place,
// on a day as the service starts it.
func BenchmarkStepLibrary(b *testing.B) {
	pack, _ := scenarios.Load(os.DirFS("../content/library"))
	sc := pack.Scenarios["chat-estensione-garanzia"]
	if sc == nil {
		b.Fatal("the library no longer holds the story of the bench")
	}
	script, err := Prepare(sc)
	if err != nil {
		b.Fatal(err)
	}
	start, _, err := Start(script, Opening{Seed: 1, Today: "2026-03-12"})
	if err != nil {
		b.Fatal(err)
	}
	s := start
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if i%20 == 0 {
			s = start
		}
		say := Say{Text: "Buongiorno, sono Anna del servizio clienti di Casa Nocciola."}
		if s, _, err = Step(script, s, say, s.At+time.Second); err != nil {
			b.Fatal(err)
		}
	}
}
