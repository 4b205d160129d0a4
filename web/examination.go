package web

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	"proba/engine"
	"proba/grading/prove"
	"proba/scenarios"
)

// examination is what checking the present library found. It is made once for each state of the library, in the
// background, and never by a request. It may be used by any number of goroutines.
type examination struct {
	checker *checker
	mu      sync.Mutex
	found   *examined
	// stop ends the check that runs for a library that is no longer the present one.
	stop context.CancelFunc
}

// examined is one check of a library, finished or not.
type examined struct {
	digest string
	// done is closed when everything below is there.
	done chan struct{}
	// Ready tells that the check is finished; Done of All parts are.
	Ready     bool
	Done, All int
	// Problems by file, and the tests of each scenario as they came out, by its id.
	Problems map[string][]scenarios.Problem
	Tests    map[string][]playedTest
}

// playedTest is an embedded test: what its author declared and what came out.
type playedTest struct {
	Name string
	Line int
	// Want is "" and WantScore nil where nothing was declared.
	Want      scenarios.Outcome
	WantScore *scenarios.Range
	Got       scenarios.Outcome
	Score     int
	AsWanted  bool
}

func newExamination(c *checker) *examination { return &examination{checker: c, stop: func() {}} }

// of returns what is known of a library's pack and has it checked when it was not. The result is a copy of the moment.
func (e *examination) of(l *Library) examined {
	pack := l.Pack()
	digest := digestOfFiles(pack.All())
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.found == nil || e.found.digest != digest {
		e.stop()
		ctx, stop := context.WithCancel(context.Background())
		e.found, e.stop = &examined{digest: digest, done: make(chan struct{})}, stop
		go e.examine(ctx, e.found, l, pack)
	}
	return *e.found
}

func (e *examination) examine(ctx context.Context, found *examined, l *Library, pack *scenarios.Pack) {
	result, err := e.checker.check(ctx, pack.All(), func(done, all int) {
		e.mu.Lock()
		defer e.mu.Unlock()
		found.Done, found.All = done, all
	})
	if err != nil {
		return // the library was replaced: nobody asks for this any more
	}
	tests, problems := map[string][]playedTest{}, byFile(result.Problems)
	for id := range pack.Scenarios {
		if script, ok := l.Script(id); ok {
			tests[id] = playTests(script, problems[script.At.File])
		}
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	found.Problems, found.Tests, found.Ready = problems, tests, true
	close(found.done)
}

// playTests plays the tests of a scenario. A test came out as wanted when the check of its file, which compares all that
// is expected of it, has nothing against it.
func playTests(script *engine.Script, problems []scenarios.Problem) []playedTest {
	var out []playedTest
	for i, t := range script.Tests {
		played := prove.Play(script, t).Evaluation
		end := math.MaxInt
		if i+1 < len(script.Tests) {
			end = script.Tests[i+1].At.Line
		}
		out = append(out, playedTest{Name: t.Name, Line: t.At.Line, Want: t.Expect.Result, WantScore: t.Expect.Score,
			Got: played.Result, Score: played.Score, AsWanted: !testFailed(problems, t.At.Line, end)})
	}
	return out
}

// testFailed finds an error of a test between two lines.
func testFailed(problems []scenarios.Problem, from, end int) bool {
	return slices.ContainsFunc(problems, func(p scenarios.Problem) bool {
		return p.Level == scenarios.LevelError && strings.HasPrefix(string(p.Code), "T4") && p.Line >= from && p.Line < end
	})
}

func byFile(problems []scenarios.Problem) map[string][]scenarios.Problem {
	out := map[string][]scenarios.Problem{}
	for _, p := range problems {
		out[p.File] = append(out[p.File], p)
	}
	return out
}

// digestOfFiles stands for the paths and texts of files.
func digestOfFiles(files []scenarios.File) string {
	sum := sha256.New()
	for _, f := range files {
		fmt.Fprintf(sum, "%q %s\n", f.Path, f.Digest)
	}
	return hex.EncodeToString(sum.Sum(nil))
}
