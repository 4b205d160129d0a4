package engine

import "proba/scenarios"

// Watching returns the same script, which tells where each reaction stands that fires while it is played: a beat's, an
// Otherwise or a habit. tell is called by [Step] in the order in which they fire; nil stops telling.
func (sc *Script) Watching(tell func(scenarios.Pos)) *Script {
	other := *sc
	other.watcher = tell
	return &other
}

// tell tells of what fired; reactions that did not are nil.
func (sc *Script) tell(fired ...*scenarios.Reaction) {
	if sc.watcher == nil {
		return
	}
	for _, r := range fired {
		if r != nil {
			sc.watcher(r.At)
		}
	}
}
