package robot

import (
	"proba/engine"
	"proba/scenarios"
)

// onTheRoad moves towards the beat where an open task must be done: along reactions that a phrase the model may say
// leads over, the shortest way first.
func (m *model) onTheRoad(v View) (engine.Command, bool) {
	goal, ok := m.goal(v)
	if !ok {
		return nil, false
	}
	for _, phrase := range m.way(v, goal) {
		for _, c := range m.sayings(v, phrase) {
			after := try(v, c)
			if after.refused == nil && m.clean(after) && after.s.Ended == nil && after.s.Beat != v.State.Beat {
				return c, true
			}
		}
	}
	m.giveUp(goal)
	return nil, false
}

// goal is the beat of the first ready task that waits for another beat than the current one.
func (m *model) goal(v View) (string, bool) {
	for i := range m.plan.tasks {
		if t := &m.plan.tasks[i]; !t.done && t.beat != "" && t.beat != v.State.Beat && m.ready(t) {
			return t.beat, true
		}
	}
	return "", false
}

// giveUp drops the tasks of a beat that cannot be reached from here.
func (m *model) giveUp(beat string) {
	for i := range m.plan.tasks {
		if t := &m.plan.tasks[i]; t.beat == beat {
			t.done = true
		}
	}
}

// way lists the phrases of which any is a first step of a shortest way from the current beat to the goal; none when
// there is no way.
func (m *model) way(v View, goal string) []string {
	distance := m.distances(v.Script, goal)
	here, ok := distance[v.State.Beat]
	if !ok {
		return nil
	}
	b, ok := v.Script.Beat(v.State.Beat)
	if !ok {
		return nil
	}
	var phrases []string
	for i := range b.Reactions {
		r := &b.Reactions[i]
		if d, ok := distance[r.Target.Beat.Name]; ok && d < here {
			phrases = append(phrases, m.phrasesOf(r)...)
		}
	}
	return phrases
}

// distances counts the reactions from each beat to the goal, walking backwards from it.
func (m *model) distances(sc *engine.Script, goal string) map[string]int {
	distance := map[string]int{goal: 0}
	for range sc.Beats {
		for i := range sc.Beats {
			b := &sc.Beats[i]
			for j := range b.Reactions {
				r := &b.Reactions[j]
				d, ok := distance[r.Target.Beat.Name]
				if old, known := distance[b.Name]; ok && len(m.phrasesOf(r)) > 0 && (!known || d+1 < old) {
					distance[b.Name] = d + 1
				}
			}
		}
	}
	return distance
}

// phrasesOf lists the phrases by which the model may fire a reaction.
func (m *model) phrasesOf(r *scenarios.Reaction) []string {
	var phrases []string
	for _, clause := range r.When.Any {
		for _, s := range clause {
			if s.Verb == scenarios.VerbSays && s.Name.Name != "" && m.plan.canDo(s) {
				phrases = append(phrases, s.Name.Name)
			}
		}
	}
	return phrases
}
