package scenarios

import (
	"slices"
	"strconv"
)

// moods reports lines and reactions for a mood that patience cannot have there: F111. Patience can always fall, because
// silence costs; how far it can rise depends on the persona's rows and the effects.
func (s *scenarioLint) moods() {
	if s.sc.Persona == nil || s.sc.Persona.Patience == 0 || len(s.sc.Beats) == 0 {
		return
	}
	entry := s.entryMoods()
	for i := range s.sc.Beats {
		b := &s.sc.Beats[i]
		inside := patienceRange{1, s.risen(entry[i].high, b)}
		for _, block := range b.Blocks {
			s.moodLines(block, entry[i])
		}
		for j := range b.Reactions {
			r := &b.Reactions[j]
			s.moodOf(r.When, inside)
			s.moodBlocks(r, inside)
		}
		if b.Otherwise != nil {
			s.moodBlocks(b.Otherwise, inside)
		}
	}
}

// patienceRange is the lowest and highest patience; the zero range is that of a beat nothing leads to.
type patienceRange struct{ low, high int }

func (p patienceRange) join(o patienceRange) patienceRange {
	if p == (patienceRange{}) {
		return o
	}
	return patienceRange{min(p.low, o.low), max(p.high, o.high)}
}

var bandRanges = map[Band]patienceRange{Calm: {7, 10}, Tense: {4, 6}, Angry: {1, 3}, Out: {0, 0}}

func (s *scenarioLint) moodBlocks(r *Reaction, inside patienceRange) {
	after := patienceRange{1, min(10, max(1, inside.high+patienceChange(r)))}
	for _, block := range r.Blocks {
		s.moodLines(block, after)
	}
}

func (s *scenarioLint) moodLines(block Block, in patienceRange) {
	for _, line := range block.Lines {
		if line.Label.Band != "" {
			s.mood(line.Label.Band, line.At, in)
		}
	}
}

func (s *scenarioLint) moodOf(c Condition, in patienceRange) {
	if len(c.Bands) > 0 && !slices.ContainsFunc(c.Bands, func(b Band) bool { return in.has(b) }) {
		s.mood(c.Bands[0], c.At, in)
	}
}

func (p patienceRange) has(b Band) bool {
	r, known := bandRanges[b]
	return !known || p == (patienceRange{}) || r.low <= p.high && p.low <= r.high
}

func (s *scenarioLint) mood(b Band, at Pos, in patienceRange) {
	if !in.has(b) {
		s.report("F111", at, 0, details{"band": "band." + string(b), "low": strconv.Itoa(in.low), "high": strconv.Itoa(in.high)})
	}
}

// entryMoods computes the patience with which each beat can be entered, in any variant.
func (s *scenarioLint) entryMoods() []patienceRange {
	entry := make([]patienceRange, len(s.sc.Beats))
	start := min(10, s.sc.Persona.Patience)
	entry[0] = patienceRange{start, start}
	for todo := []int{0}; len(todo) > 0; {
		i := todo[0]
		todo = todo[1:]
		for to, in := range s.exits(i, entry[i]) {
			if joined := entry[to].join(in); joined != entry[to] {
				entry[to] = joined
				todo = append(todo, to)
			}
		}
	}
	return entry
}

// exits returns the patience with which a beat can be left towards each next beat.
func (s *scenarioLint) exits(i int, in patienceRange) map[int]patienceRange {
	b := &s.sc.Beats[i]
	high := s.risen(in.high, b)
	next := map[int]patienceRange{}
	leave := func(to, by int) {
		if to >= 0 {
			next[to] = next[to].join(patienceRange{1, min(10, max(1, high+by))})
		}
	}
	for j := range b.Reactions {
		leave(s.beatIndex(b.Reactions[j].Target.Beat), patienceChange(&b.Reactions[j]))
	}
	switch {
	case b.Otherwise != nil:
		leave(s.beatIndex(b.Otherwise.Target.Beat), patienceChange(b.Otherwise))
	case len(b.Reactions) > 0 && i+1 < len(s.sc.Beats):
		leave(i+1, 0)
	}
	return next
}

// risen is how high patience can get within one visit to a beat: every soothing phrase once (SEMANTICS 28), every
// reaction that stays as often as it can fire.
func (s *scenarioLint) risen(patience int, b *Beat) int {
	for _, row := range s.sc.Persona.PatienceRows {
		patience += max(0, row.Change)
	}
	for i := range b.Reactions {
		r := &b.Reactions[i]
		change := patienceChange(r)
		if !r.Target.Stays() || change <= 0 {
			continue
		}
		if len(r.Blocks) == 0 {
			return 10
		}
		patience += change * wordings(r.Blocks)
	}
	return min(10, patience)
}

func wordings(blocks []Block) int {
	n := 0
	for _, b := range blocks {
		n += len(b.Lines)
	}
	return n
}

func patienceChange(r *Reaction) int {
	sum := 0
	for _, e := range r.Effects {
		if change, ok := e.(ChangePatience); ok {
			sum += change.By
		}
	}
	return sum
}
