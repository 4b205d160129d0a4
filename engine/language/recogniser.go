package language

import (
	"fmt"
	"maps"
	"slices"

	"proba/scenarios"
)

// Recogniser hears phrases. It is never changed after New and may be used by any number of goroutines.
type Recogniser struct {
	languages []string
	phrases   []phrase
	// known are the facts of the scenario: beside the right one they do not contradict (SEMANTICS 13).
	known []scenarios.Fact
	// models by language; a language without enough examples has none.
	models map[string]*models
	memory memory
	// lexicon are the words of all patterns.
	lexicon lexicon
}

// Options of a Recogniser.
type Options struct {
	// Languages the trainee may use, first one first.
	Languages []string
	// Facts are names with the values of every variant; they tell strangers from other facts (SEMANTICS 13).
	Facts []scenarios.Fact
}

// phrase is a phrase ready to be heard.
type phrase struct {
	name     string
	patterns []pattern
	// members are the phrases of a group, by number.
	members  []int
	facts    []string
	values   []string // of the facts, in every variant
	onlyIn   []string
	examples []utterance
	counters []utterance
	model    bool
	// act tells one of the acts of service, which have more examples than a model needs.
	act bool
	// speaks are the languages in which it can be heard; empty means all.
	speaks []string
}

// utterance is an example with the languages it belongs to.
type utterance struct {
	text      string
	words     string // folded
	languages []string
}

// New compiles the patterns and trains the model of each phrase. The error names the phrase that cannot be compiled.
func New(phrases []scenarios.Phrase, opt Options) (*Recogniser, error) {
	r := &Recogniser{languages: languagesOf(phrases, opt), known: opt.Facts}
	numbers := make(map[string]int, len(phrases))
	for i, p := range phrases {
		if _, twice := numbers[p.Name]; !twice {
			numbers[p.Name] = i
		}
	}
	for _, p := range phrases {
		compiled, err := compilePhrase(p, numbers, r.languages, opt.Facts)
		if err != nil {
			return nil, fmt.Errorf("phrase %q: %w", p.Name, err)
		}
		r.phrases = append(r.phrases, compiled)
	}
	r.lexicon = numberAtoms(r.phrases)
	r.models = make(map[string]*models, len(r.languages))
	for _, code := range r.languages {
		r.models[code] = trainModels(r.phrases, code)
	}
	return r, nil
}

// languagesOf are the scenario's languages, or those of the phrases when none is given.
func languagesOf(phrases []scenarios.Phrase, opt Options) []string {
	if len(opt.Languages) > 0 {
		return opt.Languages
	}
	var all []string
	for _, p := range phrases {
		for _, l := range p.Languages {
			if !contains(all, l) {
				all = append(all, l)
			}
		}
	}
	return all
}

func compilePhrase(p scenarios.Phrase, numbers map[string]int, languages []string, facts []scenarios.Fact) (phrase, error) {
	c := phrase{name: p.Name, onlyIn: p.OnlyIn, model: !p.OnlyPatterns, act: p.Act != ""}
	own := p.Languages
	if len(own) == 0 {
		own = languages
	}
	for _, written := range p.Patterns {
		if len(written.Expr.Parts) == 0 {
			return c, fmt.Errorf("pattern %q: %w", written.Text, ErrEmptyPattern)
		}
		c.patterns = append(c.patterns, compilePattern(written, own))
	}
	for _, ref := range p.OneOf {
		member, ok := numbers[ref.Name]
		if !ok {
			return c, fmt.Errorf("group member %q: %w", ref.Name, ErrUnknownPhrase)
		}
		c.members = append(c.members, member)
	}
	for _, f := range p.Facts {
		c.facts = append(c.facts, f.Name)
		c.values = append(c.values, valuesOf(f.Name, facts)...)
	}
	c.examples, c.counters = utterances(p.Examples, own), utterances(p.Not, own)
	c.speaks = c.heardIn()
	return c, nil
}

// valuesOf lists the values a fact has in any variant.
func valuesOf(name string, facts []scenarios.Fact) []string {
	var all []string
	for _, f := range facts {
		if f.Name != name {
			continue
		}
		all = append(all, f.Options("")...)
		for _, variant := range slices.Sorted(maps.Keys(f.ByVariant)) {
			all = append(all, f.Options(variant)...)
		}
	}
	return all
}

func utterances(written []scenarios.Utterance, own []string) []utterance {
	var all []utterance
	for _, u := range written {
		languages := own
		if u.Language != "" {
			languages = []string{u.Language}
		}
		all = append(all, utterance{u.Text, joinWords(foldedWords(u.Text)), languages})
	}
	return all
}

// heardIn lists the languages of the patterns and examples; outside them the phrase is blind (SEMANTICS 14).
func (p *phrase) heardIn() []string {
	var all []string
	add := func(languages []string) {
		for _, l := range languages {
			if !contains(all, l) {
				all = append(all, l)
			}
		}
	}
	for _, c := range p.patterns {
		add(c.languages)
	}
	for _, e := range p.examples {
		add(e.languages)
	}
	return all
}

func contains(list []string, s string) bool {
	for _, v := range list {
		if v == s {
			return true
		}
	}
	return false
}
