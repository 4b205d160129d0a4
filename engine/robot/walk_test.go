package robot

import (
	"reflect"
	"testing"
)

func TestRandomWalksComeByEveryLine(t *testing.T) {
	sc := bakery(t)
	reached, err := Walk(sc, 200, 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range sc.Wordings() {
		if reached.Line(w) == 0 {
			t.Errorf("%q of %s was never said in %d walks", w.Line.Text, w.Block, reached.Runs)
		}
	}
	for i := range sc.Beats {
		if reached.Beats[sc.Beats[i].Name] == 0 {
			t.Errorf("%q was never entered", sc.Beats[i].Name)
		}
	}
}

func TestTheSameSeedsWalkTheSameWays(t *testing.T) {
	sc := bakery(t)
	a, errA := Walk(sc, 30, 7)
	b, errB := Walk(sc, 30, 7)
	if errA != nil || errB != nil || !reflect.DeepEqual(a, b) {
		t.Errorf("two walks differ: %+v, %v and %+v, %v", a, errA, b, errB)
	}
}

func TestChanceIsEven(t *testing.T) {
	c := newChance(1)
	counts := make([]int, 6)
	for range 6000 {
		counts[c.below(6)]++
	}
	for side, n := range counts {
		if n < 850 || n > 1150 {
			t.Errorf("side %d came %d times in 6000", side, n)
		}
	}
}

func BenchmarkWalk(b *testing.B) {
	sc := bakery(b)
	for b.Loop() {
		if _, err := Walk(sc, 100, 1); err != nil {
			b.Fatal(err)
		}
	}
}
