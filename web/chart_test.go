package web

import (
	"encoding/xml"
	"errors"
	"flag"
	"html/template"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"proba/grading"
)

var update = flag.Bool("update", false, "rewrite golden files")

func seconds(n float64) time.Duration { return time.Duration(n * float64(time.Second)) }

func brokenPlates() timeline {
	return timeline{
		Title: "The call from 0:00 to 4:05", Description: "Patience from 6 to 3.",
		Words: timelineWords{Marks: "Marks", Customer: "Daniel", Agent: "Elena", Desk: "Desk",
			Patience: "Patience", Calm: "calm 7–10", Tense: "tense 4–6", Angry: "angry 1–3"},
		Until:  seconds(245),
		Speech: []speechBar{{From: seconds(7), To: seconds(13.3)}, {From: seconds(17), To: seconds(22), Agent: true}},
		Spans:  []deskSpan{{seconds(74), seconds(112), "hold 38 s"}, {seconds(202), seconds(245), "wrap-up 43 s"}},
		Ticks:  []time.Duration{seconds(78), seconds(91), seconds(242)},
		Pins: []pin{{seconds(17), 1, grading.Met}, {seconds(17), 2, grading.Met}, {seconds(70), 8, grading.Undecided},
			{seconds(145), 7, grading.NotMet}, {seconds(242), 10, grading.Met}, {seconds(245), 11, grading.NotApplicable}},
		Patience: []patiencePoint{{0, 6, ""}, {seconds(17), 7, "apology"}, {seconds(31), 6, "«vettore» & <co>"}, {seconds(145), 5, "not understood"},
			{seconds(146), 4, "too near to be named"}},
	}
}

func TestChartsLookAsAgreed(t *testing.T) {
	charts := map[string]template.HTML{
		"timeline":             brokenPlates().svg(),
		"timeline-no-patience": timeline{Title: "Chat", Until: seconds(5), Words: timelineWords{Marks: "Marks"}}.svg(),
		"spark-below":          spark([]int{60, 100, 80, 0}, 70),
		"spark-one":            spark([]int{90}, 60),
		"spark-none":           spark(nil, 60),
		"gauge-below":          gauge(67, 70),
		"gauge-no-limit":       gauge(140, -1),
	}
	for name, got := range charts {
		t.Run(name, func(t *testing.T) { golden(t, filepath.Join("testdata", "charts", name+".svg"), string(got)+"\n") })
	}
}

// golden compares got with a file, or rewrites it with -update.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs:\ngot  %s\nwant %s", path, got, want)
	}
}

func TestChartsHoldNoStyleAndNoScript(t *testing.T) {
	c := brokenPlates()
	c.Title, c.Patience[1].Why = `<script>alert(1)</script>`, `" onload="x`
	for _, bad := range []string{"style=", "<script", ` onload="`} {
		if strings.Contains(string(c.svg()), bad) {
			t.Errorf("svg() contains %q", bad)
		}
	}
}

func TestChartsAreWellFormedForAnyInput(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := timeline{Title: rapid.String().Draw(t, "title"), Until: time.Duration(rapid.Int64Range(0, 1e15).Draw(t, "until"))}
		for range rapid.IntRange(0, 60).Draw(t, "pins") {
			at := time.Duration(rapid.Int64Range(0, int64(c.Until)).Draw(t, "at"))
			c.Pins = append(c.Pins, pin{at, 1, grading.Met})
			c.Patience = append(c.Patience, patiencePoint{at, rapid.IntRange(0, 10).Draw(t, "p"), "why"})
		}
		dec := xml.NewDecoder(strings.NewReader(string(c.svg())))
		for {
			if _, err := dec.Token(); errors.Is(err, io.EOF) {
				return
			} else if err != nil {
				t.Fatalf("svg(): %v", err)
			}
		}
	})
}

func TestPinsStayApartAndInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 40).Draw(t, "n")
		at := make([]float64, n)
		for i := range at {
			at[i] = rapid.Float64Range(0, 100).Draw(t, "x")
			if i > 0 {
				at[i] = max(at[i], at[i-1])
			}
		}
		got := spread(at, 10, 0, 100)
		for i, x := range got {
			if x < -1e-6 || x > 100+1e-6 {
				t.Fatalf("spread put %v outside 0..100", x)
			}
			if want := min(10, 100/float64(max(n-1, 1))); i > 0 && x-got[i-1] < want-1e-6 {
				t.Fatalf("spread left %v between %v and %v, want %v", x-got[i-1], got[i-1], x, want)
			}
		}
	})
}
