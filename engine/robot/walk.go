package robot

import (
	"strconv"

	"proba/engine"
	"proba/engine/language"
)

// Reached counts what random walks have come by.
type Reached struct {
	Runs int
	// Beats counts the runs that entered a beat, by name.
	Beats map[string]int
	// Lines counts how often each wording was said; see [Reached.Line].
	Lines map[string]int
	// Endings counts how contacts ended.
	Endings map[engine.Ending]int
}

// Line tells how often a wording was said.
func (r Reached) Line(w engine.Wording) int { return r.Lines[lineKey(w.Block, w.Alternative)] }

func lineKey(block string, alternative int) string { return block + "." + strconv.Itoa(alternative) }

// Walk lets a walker play runs sessions with the seeds from the first on, variants drawn by them. Quotations are not
// looked for while walking, since a remembered reply is heard once only: hearing is what costs.
func Walk(sc *engine.Script, runs int, first int64) (Reached, error) {
	r := Reached{Beats: map[string]int{}, Lines: map[string]int{}, Endings: map[engine.Ending]int{}}
	quick := sc.WithEars(&memory{ears: sc.Ears(), heard: map[remembered]language.Heard{}})
	for i := range runs {
		seed := first + int64(i)
		log, err := Play(quick, engine.Opening{Seed: seed, Instant: true}, newWalker(quick, seed))
		if err != nil {
			return Reached{}, err
		}
		r.count(log)
	}
	return r, nil
}

func (r *Reached) count(log []engine.Event) {
	r.Runs++
	entered := map[string]bool{}
	for _, e := range log {
		switch f := e.Fact.(type) {
		case engine.BeatEntered:
			entered[f.Beat] = true
		case engine.CustomerSaid:
			r.Lines[lineKey(f.Block, f.Alternative)]++
		case engine.ContactEnded:
			r.Endings[f.How]++
		}
	}
	for beat := range entered {
		r.Beats[beat]++
	}
}
