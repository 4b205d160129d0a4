package engine

import (
	"os"
	"testing"
	"time"

	"proba/scenarios"
)

// BenchmarkStep is one turn without recognition: target at least 100,000 a second.
func BenchmarkStep(b *testing.B) {
	sc := chatOf(
		beat("A", "hello", when(says("a"), to("B")), when(says("b"), "b?"), otherwise(toEnd)),
		beat("B", "so", when(says("a"), to("A")), when(says("c"), "c?"), otherwise(toEnd)),
	)
	sc.Persona.PatienceRows = []scenarios.PatienceRow{row(says("d"), -1)}
	script := mustPrepare(b, sc)
	start, _, err := Start(script, Opening{Seed: 1})
	if err != nil {
		b.Fatal(err)
	}
	s := start
	for i := 0; b.Loop(); i++ {
		if i%20 == 0 {
			s = start
		}
		if s, _, err = Step(script, s, Say{Text: "a"}, s.At+time.Second); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkStepHeard is one turn with recognition, six phrases: target at least 10,000 a second.
func BenchmarkStepHeard(b *testing.B) {
	script, start := lostParcel(b)
	for b.Loop() {
		if _, _, err := Step(script, start, Say{Text: "Good morning, I am so sorry. Which parcel is it, please?"}, time.Second); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkEncodeEvent is a usual reply on its way to the records.
func BenchmarkEncodeEvent(b *testing.B) {
	script, start := lostParcel(b)
	_, events, err := Step(script, start, Say{Text: "Good morning, I am so sorry. Which parcel is it, please?"}, time.Second)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		for _, e := range events {
			if _, err := EncodeEvent(e); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// lostParcel is a session of six phrases that has just begun.
func lostParcel(b *testing.B) (*Script, State) {
	b.Helper()
	pack, _ := scenarios.Load(os.DirFS("testdata/pack"))
	script, err := Prepare(pack.Scenarios["lost-parcel-chat"])
	if err != nil {
		b.Fatal(err)
	}
	start, _, err := Start(script, Opening{Seed: 1})
	if err != nil {
		b.Fatal(err)
	}
	return script, start
}
