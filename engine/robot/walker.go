package robot

import (
	"strings"
	"time"

	"proba/engine"
	"proba/scenarios"
)

// walker does anything at any time: says what the beat waits for, what it does not, and nonsense; works at the desk,
// waits, transfers, closes.
type walker struct {
	sc        *engine.Script
	chance    *chance
	sayings   []string
	work      []engine.Command
	transfers []engine.Command
}

func newWalker(sc *engine.Script, seed int64) *walker {
	work, transfers := apart(deskCommands(sc))
	return &walker{sc: sc, chance: newChance(seed), sayings: sayings(sc), work: work, transfers: transfers}
}

// apart separates transfers, which end most contacts, from other work.
func apart(commands []engine.Command) (work, transfers []engine.Command) {
	for _, c := range commands {
		if _, ok := c.(engine.Transfer); ok {
			transfers = append(transfers, c)
		} else {
			work = append(work, c)
		}
	}
	return work, transfers
}

// sayings are what a random trainee may say: examples, look-alikes, nonsense, and what the persona does not follow.
func sayings(sc *engine.Script) []string {
	all := []string{"Hm.", "...", "xyzzy plugh", "42"}
	for i := range sc.Phrases {
		for _, e := range sc.Phrases[i].Examples {
			all = append(all, e.Text)
		}
		for _, e := range sc.Phrases[i].Not {
			all = append(all, e.Text)
		}
	}
	if sc.Persona == nil {
		return all
	}
	for _, u := range sc.Persona.Understands {
		all = append(all, hardSayings(u)...)
	}
	return all
}

func hardSayings(u scenarios.Understanding) []string {
	var hard []string
	if u.LongestSentence > 0 {
		hard = append(hard, strings.TrimSpace(strings.Repeat("xyzzy ", u.LongestSentence+1)))
	}
	for _, w := range u.Unknown {
		hard = append(hard, strings.ReplaceAll(w, "*", ""))
	}
	return hard
}

// deskCommands are everything the desk offers, each once.
func deskCommands(sc *engine.Script) []engine.Command {
	w := sc.World
	var all []engine.Command
	for _, a := range w.Articles {
		all = append(all, engine.LookUp{Name: a.Name})
	}
	for _, r := range w.Records {
		all = append(all, engine.LookUp{Name: r.Name})
	}
	for _, d := range w.Departments {
		all = append(all, engine.Transfer{To: d.Name}, engine.Transfer{To: d.Name, Warm: true}, engine.Escalate{To: d.Name})
	}
	for _, c := range w.Colleagues {
		all = append(all, engine.Transfer{To: c.Name}, engine.Consult{Whom: c.Name})
	}
	for _, t := range w.Templates {
		all = append(all, engine.Send{Name: t.Name})
	}
	for _, a := range w.Attachments {
		all = append(all, engine.Send{Name: a.Name})
	}
	return all
}

// The odds of a walker's moves in percent; what is left is speaking.
const (
	oddsWait     = 6
	oddsClose    = 1
	oddsTransfer = 3
	oddsHold     = 6
	oddsWork     = 14
	// oddsUseful is how often he says what the beat waits for, when he speaks.
	oddsUseful = 50
)

// Next implements Player.
func (w *walker) Next(v View) (Move, bool) {
	pause := time.Duration(w.chance.below(6000)) * time.Millisecond
	switch v.State.Phase {
	case engine.Waiting:
		return Move{Command: engine.Answer{}, After: 4 * pause}, w.chance.below(10) > 0
	case engine.Talking:
		return Move{Command: w.anything(v), After: pause}, w.chance.below(100) >= oddsWait
	default:
		return Move{Command: engine.Finish{}, After: pause}, true
	}
}

func (w *walker) anything(v View) engine.Command {
	if v.State.OnHold {
		return engine.Resume{}
	}
	switch n := w.chance.below(100); {
	case n < oddsClose:
		return engine.Close{}
	case n < oddsClose+oddsTransfer && len(w.transfers) > 0:
		return w.transfers[w.chance.below(len(w.transfers))]
	case n < oddsClose+oddsTransfer+oddsHold:
		return engine.Hold{}
	case n < oddsClose+oddsTransfer+oddsHold+oddsWork && len(w.work) > 0:
		return w.work[w.chance.below(len(w.work))]
	default:
		return engine.Say{Text: v.State.Fill(w.saying(v))}
	}
}

func (w *walker) saying(v View) string {
	if useful := w.useful(v.State.Beat); len(useful) > 0 && w.chance.below(100) < oddsUseful {
		return useful[w.chance.below(len(useful))]
	}
	return w.sayings[w.chance.below(len(w.sayings))]
}

// useful are the examples of the phrases that the beat's reactions name.
func (w *walker) useful(beat string) []string {
	b, ok := w.sc.Beat(beat)
	if !ok {
		return nil
	}
	var found []string
	for i := range b.Reactions {
		for _, clause := range b.Reactions[i].When.Any {
			for _, s := range clause {
				if p, ok := w.sc.Phrase(s.Name.Name); ok && s.Verb == scenarios.VerbSays {
					found = append(found, examples(w.sc, p)...)
				}
			}
		}
	}
	return found
}
