package grading

import "proba/scenarios"

// itemFinding is what a judge finds of one item of evidence.
type itemFinding struct {
	held bool
	// clauses are the findings of each alternative, sentence by sentence; nil for a measure.
	clauses [][]finding
	// figure is the measure's, nil for events.
	figure *figure
}

// item judges one bullet of evidence: a measure, or one of its clauses.
func (j judge) item(it scenarios.Item) itemFinding {
	if it.Measure != nil {
		f := j.measure(it.Measure)
		return itemFinding{held: f.holds, figure: &f}
	}
	found := itemFinding{clauses: make([][]finding, len(it.Any))}
	for i, c := range it.Any {
		found.clauses[i] = j.clause(c)
		found.held = found.held || allHeld(found.clauses[i])
	}
	return found
}

// items judges each item by itself.
func (j judge) items(items []scenarios.Item) []itemFinding {
	found := make([]itemFinding, len(items))
	for i, it := range items {
		found[i] = j.item(it)
	}
	return found
}

// inOrder judges items whose occurrences must exist with non-decreasing positions (SEMANTICS 37). Taking each item as
// early as possible leaves most room for the rest, so one pass decides. An item that comes too early is not held.
func (j judge) inOrder(items []scenarios.Item) []itemFinding {
	found := j.items(items)
	from := start
	for i := range found {
		next, ok := found[i].next(from)
		if !ok {
			found[i].held = false
			continue
		}
		from = next
	}
	return found
}

// next is the earliest position, not before from, at which the item is complete.
func (f itemFinding) next(from position) (position, bool) {
	if f.figure != nil {
		return from, f.held
	}
	var best position
	ok := false
	for _, clause := range f.clauses {
		if p, complete := clauseNext(clause, from); complete && (!ok || p.compare(best) < 0) {
			best, ok = p, true
		}
	}
	return best, ok
}

// clauseNext is the earliest position at which every sentence of the clause happened, none of them before from.
func clauseNext(clause []finding, from position) (position, bool) {
	latest := from
	for _, f := range clause {
		if !f.held {
			return start, false
		}
		if len(f.done) == 0 { // holds by not happening
			continue
		}
		p, ok := firstFrom(f.done, from)
		if !ok {
			return start, false
		}
		if latest.notAfter(p) {
			latest = p
		}
	}
	return latest, len(clause) > 0
}

func firstFrom(occs []occurrence, from position) (position, bool) {
	for _, o := range occs {
		if from.notAfter(o.position) {
			return o.position, true
		}
	}
	return start, false
}
