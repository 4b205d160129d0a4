package scenarios

import (
	"slices"
	"strconv"
)

// flow checks where the conversation can go: F103, F105, F106, F110.
func (s *scenarioLint) flow() {
	if len(s.sc.Beats) == 0 {
		return // desk work, or F101
	}
	s.unreachedBeats()
	s.loops()
	s.noEnd()
	s.noOtherwise()
}

// step is where a conversation may go from a beat.
type step struct {
	beats []int // indexes of the beats that may follow
	ends  bool
}

// stepsFrom follows every reaction that is possible in a variant, Otherwise, and what the engine does without one.
func (s *scenarioLint) stepsFrom(i int, variant string) step {
	var next step
	b := &s.sc.Beats[i]
	for _, r := range b.Reactions {
		if s.canHold(r.When, variant) {
			s.follow(&next, r.Target)
		}
	}
	s.fail(&next, i)
	return next
}

// fail adds what follows when nothing fits (SEMANTICS 21c): Otherwise, else the next beat, else the end.
func (s *scenarioLint) fail(next *step, i int) {
	b := &s.sc.Beats[i]
	switch {
	case b.Otherwise != nil:
		s.follow(next, b.Otherwise.Target)
	case len(b.Reactions) == 0 || i+1 == len(s.sc.Beats):
		next.ends = true
	default:
		next.beats = append(next.beats, i+1)
	}
}

func (s *scenarioLint) follow(next *step, t Target) {
	if t.End {
		next.ends = true
	}
	if i := s.beatIndex(t.Beat); i >= 0 {
		next.beats = append(next.beats, i)
	}
}

// beatIndex returns -1 for a beat that does not exist.
func (s *scenarioLint) beatIndex(ref Ref) int {
	if i, ok := s.beats[ref.Name]; ok {
		return i
	}
	return -1
}

// reachable returns the names of the beats a variant can come to.
func (s *scenarioLint) reachable(variant string) map[string]bool {
	reached := map[string]bool{}
	if len(s.sc.Beats) == 0 {
		return reached
	}
	todo := []int{0}
	for len(todo) > 0 {
		i := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if name := s.sc.Beats[i].Name; !reached[name] {
			reached[name] = true
			todo = append(todo, s.stepsFrom(i, variant).beats...)
		}
	}
	return reached
}

func (s *scenarioLint) reachedSomewhere(beat string) bool {
	for _, reached := range s.reached {
		if reached[beat] {
			return true
		}
	}
	return false
}

func (s *scenarioLint) unreachedBeats() {
	near := ""
	for _, b := range s.sc.Beats {
		if s.reachedSomewhere(b.Name) {
			near = b.Name
			continue
		}
		s.at("F103", b.At, b.Name, details{"beat": b.Name, "nearest": near})
	}
}

// noEnd reports a scenario in which a variant has no way to its end.
func (s *scenarioLint) noEnd() {
	for _, v := range s.variants {
		if s.hasEnd(v) {
			continue
		}
		s.report("F106", s.sc.Beats[0].At, 0, details{"variant": v})
		return
	}
}

func (s *scenarioLint) hasEnd(variant string) bool {
	for i, b := range s.sc.Beats {
		if s.reached[variant][b.Name] && s.stepsFrom(i, variant).ends {
			return true
		}
	}
	return false
}

// noOtherwise reports beats that only the right words can leave as the author wrote them.
func (s *scenarioLint) noOtherwise() {
	for i, b := range s.sc.Beats {
		if b.Otherwise != nil || len(b.Reactions) == 0 {
			continue
		}
		if i+1 == len(s.sc.Beats) {
			s.at("F110/last", b.At, b.Name, details{"beat": b.Name})
			continue
		}
		s.at("F110", b.At, b.Name, details{"beat": b.Name, "next": s.sc.Beats[i+1].Name})
	}
}

// loops reports circles of beats that a trainee who finds no right word goes round in.
func (s *scenarioLint) loops() {
	for _, circle := range s.circles() {
		if s.reachedSomewhere(s.sc.Beats[circle[0]].Name) && !s.otherWayOut(circle) {
			s.reportLoop(circle)
		}
	}
}

// circles follows only failures, of which every beat has one, and returns each circle they close.
func (s *scenarioLint) circles() [][]int {
	var all [][]int
	walk := make([]int, len(s.sc.Beats)) // the walk a beat was first met in, from 1
	for start := range s.sc.Beats {
		var path []int
		i, ok := start, true
		for ; ok && walk[i] == 0; i, ok = s.failsTo(i) {
			walk[i] = start + 1
			path = append(path, i)
		}
		if ok && walk[i] == start+1 {
			all = append(all, path[slices.Index(path, i):])
		}
	}
	return all
}

// failsTo returns the beat that follows when nothing fits; itself where Otherwise stays, false where the contact ends.
func (s *scenarioLint) failsTo(i int) (int, bool) {
	var next step
	s.fail(&next, i)
	switch {
	case next.ends:
		return 0, false
	case len(next.beats) == 0:
		return i, true
	default:
		return next.beats[0], true
	}
}

// otherWayOut reports whether an action or the clock leads out of the circle.
func (s *scenarioLint) otherWayOut(circle []int) bool {
	for _, i := range circle {
		for _, r := range s.sc.Beats[i].Reactions {
			to := s.beatIndex(r.Target.Beat)
			leaves := r.Target.End || to >= 0 && !slices.Contains(circle, to)
			if leaves && slices.ContainsFunc(r.When.Any, withoutWords) {
				return true
			}
		}
	}
	return false
}

func withoutWords(c Clause) bool {
	return len(c) > 0 && !slices.ContainsFunc(c, func(x Sentence) bool { return x.Verb == VerbSays })
}

func (s *scenarioLint) reportLoop(circle []int) {
	var names []string
	for _, i := range circle {
		names = append(names, s.sc.Beats[i].Name)
	}
	first := s.sc.Beats[slices.Min(circle)]
	at := first.At
	if first.Otherwise != nil {
		at = first.Otherwise.At
	}
	with := details{"beats": quoteNames(names), "last": names[len(names)-1]}
	code := Code("F105")
	if len(circle) == 1 {
		code = "F105/self"
	}
	if n, ok := s.repliesUntilOut(circle); ok {
		with["replies"] = strconv.Itoa(n)
	}
	s.report(code, at, 0, with)
}

// maxLoop bounds the count of replies; a loop that long is ended by the clock, not by patience.
const maxLoop = 200

// repliesUntilOut counts the replies without sense until patience is used up in a circle (SEMANTICS 21, 22, 27); false
// when patience never ends.
func (s *scenarioLint) repliesUntilOut(circle []int) (int, bool) {
	patience, cost := s.startPatience(), s.failureCost()
	replies := 0
	for replies < maxLoop {
		before := patience
		for _, i := range circle {
			b := s.sc.Beats[i]
			if len(b.Reactions) > 0 {
				for range s.tries() {
					replies++
					if patience -= cost; patience <= 0 {
						return replies, true
					}
				}
			}
			replies++
			if patience = min(10, patience+otherwiseChange(b, cost)); patience <= 0 {
				return replies, true
			}
		}
		if patience >= before {
			return 0, false
		}
	}
	return 0, false
}

// otherwiseChange is what the failure after the last try does to patience.
func otherwiseChange(b Beat, cost int) int {
	if b.Otherwise == nil {
		return -cost
	}
	for _, e := range b.Otherwise.Effects {
		if change, ok := e.(ChangePatience); ok {
			return change.By
		}
	}
	if len(b.Reactions) == 0 {
		return 0
	}
	return -cost
}

func (s *scenarioLint) startPatience() int {
	if s.sc.Persona == nil || s.sc.Persona.Patience == 0 {
		return 5
	}
	return s.sc.Persona.Patience
}

// failureCost is what a reply that is not understood costs: the persona's row, at least 1.
func (s *scenarioLint) failureCost() int {
	if s.sc.Persona == nil {
		return 1
	}
	for _, row := range s.sc.Persona.PatienceRows {
		if hasVerb(row.When, HabitNotUnderstood) {
			return max(1, -row.Change)
		}
	}
	return 1
}

func hasVerb(c Condition, v Verb) bool {
	found := false
	eachSentence(c.Any, func(x Sentence) { found = found || x.Verb == v })
	return found
}

// defaultTries is how many rephrases come before Otherwise (SCENARIO-FORMAT 10).
const defaultTries = 2

func (s *scenarioLint) tries() int {
	if s.sc.Tries == nil {
		return defaultTries
	}
	return max(0, *s.sc.Tries)
}

// canHold reports whether a condition can be true in a variant.
func (s *scenarioLint) canHold(c Condition, variant string) bool {
	if len(c.Variants) > 0 && !slices.ContainsFunc(c.Variants, func(v string) bool { return sameName(v, variant) }) {
		return false
	}
	if len(c.Any) == 0 {
		return true
	}
	return slices.ContainsFunc(c.Any, func(clause Clause) bool {
		return !slices.ContainsFunc(clause, func(x Sentence) bool { return s.missingPhrase(x, variant) != "" })
	})
}

// missingPhrase returns the phrase of a sentence that a variant does not have; "" when it has all.
func (s *scenarioLint) missingPhrase(x Sentence, variant string) string {
	if x.Verb != VerbSays || x.Name.Name == "" {
		return ""
	}
	p, ok := s.phrase[x.Name.Name]
	if !ok || inVariant(p.OnlyIn, variant) {
		return ""
	}
	return p.Name
}

// inVariant reports whether something limited to some variants, or to none, exists in one.
func inVariant(onlyIn []string, variant string) bool {
	return len(onlyIn) == 0 || slices.ContainsFunc(onlyIn, func(v string) bool { return sameName(v, variant) })
}
