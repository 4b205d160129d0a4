package learn

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"proba/engine"
	"proba/engine/language"
	"proba/scenarios"
)

// shortestName is the shortest word of a name that is looked for; shorter ones are words of the language too.
const shortestName = 3

// longestNumber is the most digits a number may have that needs not be the scenario's: prices, days and years have fewer.
const longestNumber = 4

// Privacy knows the people of the records.
type Privacy struct{ names map[string]bool }

// NewPrivacy takes the names and sign-ins of everybody whose data must not get into a pack.
func NewPrivacy(names []string) *Privacy {
	p := &Privacy{names: map[string]bool{}}
	for _, name := range names {
		for _, w := range language.Words(name) {
			if utf8.RuneCountInString(w.Text) >= shortestName {
				p.names[w.Text] = true
			}
		}
	}
	return p
}

// roleplay is what belongs to a scenario and to nobody: its words, numbers and addresses.
type roleplay struct {
	*Privacy
	words   map[string]bool
	numbers map[string]bool
	text    string
}

func (p *Privacy) of(sc *scenarios.Scenario, log []engine.Event) roleplay {
	r := roleplay{Privacy: p, words: map[string]bool{}, numbers: map[string]bool{}}
	var all strings.Builder
	for _, f := range sc.Sources {
		if !scenarios.IsMedia(f.Path) {
			all.WriteString(f.Text + "\n")
		}
	}
	for _, e := range log {
		if said, ok := e.Fact.(engine.CustomerSaid); ok { // with the facts that were drawn
			all.WriteString(said.Text + "\n")
		}
	}
	r.text = all.String()
	for line := range strings.Lines(r.text) {
		for _, w := range language.Words(line) {
			r.words[w.Text] = true
		}
	}
	for _, n := range longNumbers(r.text) {
		r.numbers[n] = true
	}
	return r
}

var address = regexp.MustCompile(`\S+@\S+`)

// private tells whether a sentence holds what may be somebody's own: a name of the records, a long number or an address that
// the scenario does not have.
func (r roleplay) private(text string) bool {
	for _, w := range language.Words(text) {
		if r.names[w.Text] && !r.words[w.Text] {
			return true
		}
	}
	for _, n := range longNumbers(text) {
		if !r.numbers[n] {
			return true
		}
	}
	for _, a := range address.FindAllString(text, -1) {
		if !strings.Contains(r.text, strings.Trim(a, ".,;:!?()<>")) {
			return true
		}
	}
	return false
}

var numberLike = regexp.MustCompile(`[\p{L}]{0,4}\d[\d .,/-]*\d`)

// longNumbers are the digits of long numbers, without what stands between them.
func longNumbers(text string) []string {
	var all []string
	for _, found := range numberLike.FindAllString(text, -1) {
		digits := strings.Map(func(c rune) rune {
			if unicode.IsDigit(c) {
				return c
			}
			return -1
		}, found)
		if len(digits) > longestNumber {
			all = append(all, digits)
		}
	}
	return all
}
