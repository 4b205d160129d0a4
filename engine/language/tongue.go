package language

import (
	"sort"
	"strings"
)

// tongue is what the recogniser knows of one language. All words are folded.
type tongue struct {
	code string
	// function words carry grammar, not content; negators are not among them.
	function map[string]bool
	negators map[string]bool
	// interjections are negators that deny nothing when a comma or the end of the clause follows.
	interjections map[string]bool
	// refusals are word sequences that refuse what follows; clitics may stand between their words.
	refusals [][]string
	clitics  map[string]bool
	// concord are negators that only go with another one in their clause: "non ... nessuno"; alone they deny like others.
	concord map[string]bool
	// inverse are beginnings of words that deny what follows: refuse, avoid, forget, prevent.
	inverse []string
	// none are beginnings that say that nothing of the kind exists, or that it is not so: a negator after one affirms.
	none [][]string
	// harmless are idioms that hold a negator and deny nothing.
	harmless [][]string
	numbers  numberWords
	// first and second are words for those who speak and those spoken to.
	first, second map[string]bool
	// that begins a clause that says what is thought or said: a negator reaches over the comma before it.
	that map[string]bool
	// decimal is the mark between whole and fraction, ',' or '.'.
	decimal byte
	months  map[string]int
	units   map[string]unit
	from    map[string]bool // "from" of a range
	to      map[string]bool // "to" of a range
	and     map[string]bool // "9 euro e 90"
	hour    map[string]bool // words before a time of day
	percent [][]string
}

// refuses tells that a word denies by its meaning what follows it.
func (t *tongue) refuses(word string) bool {
	for _, stem := range t.inverse {
		if strings.HasPrefix(word, stem) {
			return true
		}
	}
	return false
}

// unit is a unit of time: so many seconds, or so many months.
type unit struct {
	seconds int64
	months  int64
}

// tongues are the languages the recogniser knows, by code.
var tongues = map[string]*tongue{
	"it": italian, "ro": romanian, "ru": russian, "en": english, "de": german, "fr": french, "es": spanish,
}

// tongueCodes lists the known languages in a fixed order.
var tongueCodes = func() []string {
	codes := make([]string, 0, len(tongues))
	for code := range tongues {
		codes = append(codes, code)
	}
	sort.Strings(codes)
	return codes
}()

// tongueOf returns what is known of a language; regional codes such as "it-CH" are read by their first part, and an
// unknown language knows no words.
func tongueOf(code string) *tongue {
	base, _, _ := strings.Cut(strings.ToLower(code), "-")
	if t, ok := tongues[base]; ok {
		return t
	}
	return &tongue{code: base, decimal: ','}
}

// sequences reads a list of word sequences separated by commas.
func sequences(list string) [][]string {
	var all [][]string
	for _, s := range strings.Split(list, ",") {
		if words := strings.Fields(s); len(words) > 0 {
			all = append(all, words)
		}
	}
	return all
}

// timeUnits reads lists of words, each with the length it stands for.
func timeUnits(second, minute, hour, day, week, month, year string) map[string]unit {
	units := map[string]unit{}
	add := func(list string, u unit) {
		for _, w := range strings.Fields(list) {
			units[w] = u
		}
	}
	add(second, unit{seconds: 1})
	add(minute, unit{seconds: 60})
	add(hour, unit{seconds: 3600})
	add(day, unit{seconds: 86400})
	add(week, unit{seconds: 7 * 86400})
	add(month, unit{months: 1})
	add(year, unit{months: 12})
	return units
}

// calendar reads twelve lists of month names separated by commas.
func calendar(list string) map[string]int {
	months := map[string]int{}
	for i, names := range strings.Split(list, ",") {
		for _, name := range strings.Fields(names) {
			months[name] = i + 1
		}
	}
	return months
}
