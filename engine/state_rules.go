package engine

import (
	"slices"
	"time"
)

// rulesState is what only the rules look at. Its slices are never written in place: Apply makes new ones.
type rulesState struct {
	visit    int // serial number of the running visit to a beat, from 1
	visits   []tally
	failures int      // replies not understood in this visit
	rewarded []string // positive patience rows already counted in this visit
	deeds    []deed
	lines    []lineUse
	draws    []tally
	shown    *shown

	// replied tells that the agent has said something; unanswered is when the first customer line that nobody has
	// answered ended, noTime when there is none.
	replied    bool
	unanswered time.Duration

	silences    int           // strokes of the silence timer in the running silence
	lastSilence time.Duration // when it struck last
	announced   time.Duration // the longest running silence already in the log
	nudging     bool          // lines said now belong to a silence and do not end it

	holdPassed   []time.Duration // limits passed in the running hold
	pendingHabit int             // number of the habit whose line waits for the end of the hold

	later    time.Duration // simulated time that beats let pass
	misheard []misheard
	closed   bool
	argued   []int
}

// Today is the day of a reply said now, as 2026-03-12: that of the start with the simulated and the real days since; ""
// where the log does not say when it started.
func (s *State) Today() string {
	if s.Opened.Today == "" {
		return ""
	}
	day, err := time.Parse(time.DateOnly, s.Opened.Today)
	if err != nil {
		return ""
	}
	return day.AddDate(0, 0, int((s.rules.later+s.At)/(24*time.Hour))).Format(time.DateOnly)
}

// noTime stands where a moment is unknown or a clock does not run.
const noTime = time.Duration(-1)

// tally counts by name.
type tally struct {
	name string
	n    int
}

func counted(ts []tally, name string) int {
	for _, t := range ts {
		if t.name == name {
			return t.n
		}
	}
	return 0
}

func count(ts []tally, name string) []tally {
	grown := slices.Clone(ts)
	for i := range grown {
		if grown[i].name == name {
			grown[i].n++
			return grown
		}
	}
	return append(grown, tally{name: name, n: 1})
}

// lineUse tells how often and when an alternative was said.
type lineUse struct {
	block       string
	alternative int
	times       int
	last        int // number of the event
	visit       int
}

func (s *State) lineUse(block string, alternative int) lineUse {
	for _, u := range s.rules.lines {
		if u.block == block && u.alternative == alternative {
			return u
		}
	}
	return lineUse{}
}

func (r *rulesState) useLine(said CustomerSaid, event int) {
	grown := slices.Clone(r.lines)
	i := slices.IndexFunc(grown, func(u lineUse) bool { return u.block == said.Block && u.alternative == said.Alternative })
	if i < 0 {
		i = len(grown)
		grown = append(grown, lineUse{block: said.Block, alternative: said.Alternative})
	}
	grown[i].times++
	grown[i].last, grown[i].visit = event, r.visit
	r.lines = grown
	if said.Drawn {
		r.draws = count(r.draws, said.Block)
	}
}

// shown is a customer line the trainee has seen, with those before it.
type shown struct {
	text   string
	before *shown
}

// misheard is a fact the customer has wrong for the length of one beat.
type misheard struct {
	fact, as string
	// fresh until the agent has spoken or another beat has begun.
	fresh bool
}

// stale drops what was misheard before the beat that begins now.
func stale(ms []misheard) []misheard {
	var kept []misheard
	for _, m := range ms {
		if m.fresh {
			kept = append(kept, misheard{fact: m.fact, as: m.as})
		}
	}
	return kept
}
