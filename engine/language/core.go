package language

import (
	"maps"
	"slices"
)

// core is what the examples of a phrase share: how much each stem belongs to it, and how they stand to it.
type core struct {
	words map[string]coreWord
	// most is the share of the word that belongs to the phrase most.
	most float64
	// contraries are concepts that say the contrary of one of its words, by their names: which word.
	contraries map[string]string
}

// coreWord is how much a stem belongs to a phrase, and how its examples stand to it.
type coreWord struct {
	share float64
	// denied is the part of the examples with the word that deny it, near the part that deny something in its clause.
	denied, near float64
}

// coreOf counts in how many examples each content stem stands, less the share of other samples that hold it.
func (m *models) coreOf(own *model) core {
	counts := m.countStems(own.own)
	others := m.countStems(m.strangers(own))
	c := core{words: make(map[string]coreWord, len(counts))}
	k, n := float64(len(own.own)), float64(max(1, len(m.examples)-len(own.own)))
	for stem, count := range counts {
		c.words[stem] = coreWord{share: max(0, count/k-others[stem]/n)}
	}
	m.readStances(own, c, counts)
	c.readContraries()
	return c
}

// readStances notes in which part of the examples each word of the core is denied. A word of few examples is believed
// to stand as all words of the examples do.
func (m *models) readStances(own *model, c core, counts map[string]float64) {
	var usual coreWord
	all := 0.0
	for _, i := range own.own {
		for k, stem := range m.examples[i].keys {
			w := c.words[stem]
			w.count(m.examples[i].stances[k])
			usual.count(m.examples[i].stances[k])
			c.words[stem] = w
			all++
		}
	}
	for stem, w := range c.words {
		w.denied = (w.denied + float64(doubt*usual.denied)/max(1, all)) / (counts[stem] + doubt)
		w.near = (w.near + float64(doubt*usual.near)/max(1, all)) / (counts[stem] + doubt)
		c.words[stem] = w
	}
}

func (w *coreWord) count(stance lean) {
	if stance.denied {
		w.denied++
	}
	if stance.near {
		w.near++
	}
}

// doubt is how many examples' worth the usual stance of the phrase counts in that of a word.
const doubt = 2

// readContraries notes what the examples do not say and what would be the contrary of what they share.
func (c *core) readContraries() {
	c.contraries = map[string]string{}
	for _, stem := range slices.Sorted(maps.Keys(c.words)) {
		share := c.words[stem].share
		c.most = max(c.most, share)
		for _, contrary := range contrariesOf(stem) {
			if _, said := c.words[contrary]; !said && share > c.words[c.contraries[contrary]].share {
				c.contraries[contrary] = stem
			}
		}
	}
}

// sharedByMany is how much a word must belong to a phrase for its contrary to say the contrary of the phrase.
const sharedByMany = 0.4

// turned is how surely a window says the contrary of a word the examples share instead of it, 0 to 1.
func (c core) turned(keys []string, stances []lean) float64 {
	worst := 0.0
	for i, key := range keys {
		if word, ok := c.contraries[key]; ok && !stances[i].denied && !contains(keys, word) {
			worst = max(worst, c.words[word].share)
		}
	}
	if worst < sharedByMany {
		return 0
	}
	return worst / c.most
}

func (m *models) strangers(own *model) []int {
	mine := make(map[int]bool, len(own.own))
	for _, i := range own.own {
		mine[i] = true
	}
	var all []int
	for i := range m.examples {
		if !mine[i] {
			all = append(all, i)
		}
	}
	return all
}

func (m *models) countStems(samples []int) map[string]float64 {
	counts := map[string]float64{}
	for _, i := range samples {
		for _, stem := range m.examples[i].keys {
			counts[stem]++
		}
	}
	return counts
}

// contentStems lists what the content words stand for, their concepts or else their stems, each once, in order.
func contentStems(lexemes []lexeme) []string {
	stems, _ := stancesOf(lexemes)
	return stems
}

// stancesOf lists the content stems, and how each stands to the negators around it.
func stancesOf(lexemes []lexeme) (stems []string, stances []lean) {
	for _, l := range lexemes {
		for _, key := range l.keys() {
			if at := slices.Index(stems, key); at < 0 {
				stems, stances = append(stems, key), append(stances, l.lean)
			} else {
				stances[at].denied = stances[at].denied || l.lean.denied
				stances[at].near = stances[at].near || l.lean.near
			}
		}
	}
	return stems, stances
}

func (l lexeme) keys() []string {
	switch {
	case len(l.concepts) > 0:
		return l.concepts
	case l.weight == 1:
		return []string{l.stem}
	}
	return nil
}

// contrary is how much of what a window holds of the core is said the other way round than in the examples: denied where they
// affirm, affirmed where they deny; 0 to 1.
func (c core) contrary(keys []string, stances []lean) float64 {
	most, opposed := 0.0, 0.0
	for i, stem := range keys {
		if w, ok := c.words[stem]; ok {
			most, opposed = max(most, w.share), max(opposed, float64(w.share*w.opposes(stances[i])))
		}
	}
	if most == 0 {
		return 0
	}
	return opposed / most
}

// opposes is how surely a word is said the other way round than the examples say it, 0 to 1.
func (w coreWord) opposes(stance lean) float64 {
	switch {
	case stance.denied:
		return max(0, 1-w.near-w.denied)
	case !stance.near:
		return max(0, 2*w.near-1)
	}
	return 0
}
