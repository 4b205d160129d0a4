package robot

import "proba/scenarios"

// task is one thing the model player means to do: an event sentence without its modifiers.
type task struct {
	verb   scenarios.Verb
	name   string
	warmth string
	// beat is where it must be done; "" for anywhere.
	beat string
	// after are tasks that come first, by their place in the plan.
	after []int
	done  bool
}

func (t task) is(s scenarios.Sentence) bool {
	return t.verb == s.Verb && t.name == s.Name.Name
}

func (p *plan) possible(clause scenarios.Clause) bool {
	for _, s := range clause {
		if !p.canDo(s) {
			return false
		}
	}
	return len(clause) > 0
}

// canDo leaves out what a model player does not do, what a None of forbids and what does not exist in the variant.
func (p *plan) canDo(s scenarios.Sentence) bool {
	switch s.Verb {
	case scenarios.VerbSays:
		phrase, ok := p.sc.Phrase(s.Name.Name)
		return s.Name.Name == "" || ok && !p.never[s.Name.Name] && applies(phrase.OnlyIn, p.variant)
	case scenarios.VerbAnswers, scenarios.VerbLooksUp, scenarios.VerbHolds, scenarios.VerbResumes, scenarios.VerbTransfers,
		scenarios.VerbEscalates, scenarios.VerbConsults, scenarios.VerbFiles, scenarios.VerbSends, scenarios.VerbCloses:
		return true
	default:
		return false
	}
}

func (p *plan) clause(clause scenarios.Clause) []int {
	var places []int
	for _, s := range clause {
		places = append(places, p.sentence(s)...)
	}
	return places
}

// sentence plans one event as often as it is asked, and its order against the events of its modifiers.
func (p *plan) sentence(s scenarios.Sentence) []int {
	if s.Verb == scenarios.VerbSays && s.Name.Name == "" {
		return nil // something will be said
	}
	places := p.places(s, timesAsked(s), beatAsked(s))
	for _, mod := range s.Mods {
		p.modifier(places, mod)
	}
	return places
}

func timesAsked(s scenarios.Sentence) int {
	for _, mod := range s.Mods {
		if m, ok := mod.(scenarios.AtLeastTimes); ok {
			return max(1, min(m.N, mostTimes))
		}
	}
	return 1
}

// mostTimes bounds how often a model player repeats itself.
const mostTimes = 20

// beatAsked is the beat in which an event must happen; "" for any.
func beatAsked(s scenarios.Sentence) string {
	for _, mod := range s.Mods {
		if m, ok := mod.(scenarios.InBeat); ok {
			return m.Beat.Name
		}
	}
	return ""
}

// places finds the tasks that can serve a sentence, adding what is missing.
func (p *plan) places(s scenarios.Sentence, n int, beat string) []int {
	var places []int
	for i := range p.tasks {
		t := &p.tasks[i]
		if len(places) == n || !t.is(s) || beat != "" && t.beat != "" && t.beat != beat {
			continue
		}
		if beat != "" {
			t.beat = beat
		}
		places = append(places, i)
	}
	for len(places) < n {
		p.tasks = append(p.tasks, task{verb: s.Verb, name: s.Name.Name, beat: beat})
		places = append(places, len(p.tasks)-1)
	}
	for _, i := range places {
		if s.Warmth != "" {
			p.tasks[i].warmth = s.Warmth
		}
	}
	return places
}

func (p *plan) modifier(places []int, mod scenarios.Modifier) {
	switch m := mod.(type) {
	case scenarios.Before:
		p.wishes = append(p.wishes, wish{places, m.Of})
	case scenarios.NotAfter:
		p.wishes = append(p.wishes, wish{places, m.Of})
	case scenarios.After:
		p.firstThat(m.Of, places)
	case scenarios.Within:
		if m.Of != nil {
			p.firstThat(*m.Of, places)
		}
	}
}

// firstThat: the event is planned and comes before the tasks.
func (p *plan) firstThat(of scenarios.Sentence, places []int) {
	if !p.canDo(of) {
		return
	}
	for _, before := range p.sentence(of) {
		for _, i := range places {
			if i != before {
				p.tasks[i].after = append(p.tasks[i].after, before)
			}
		}
	}
}
