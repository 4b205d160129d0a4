package language

import "strings"

// speech is how a language says values rather than writes them. All words are folded; the tables are in speech_words.go.
type speech struct {
	// after adds a part of the unit just named: "un'ora e mezza", "sieben Uhr dreißig" knows none.
	after []portion
	// before is a part of the unit that follows: "half an hour", "trei sferturi de oră".
	before []portion
	// wholeHalves are words for one and a half: "anderthalb", "полтора".
	wholeHalves map[string]bool
	// point stands between whole and fraction: "due virgola cinque".
	point map[string]bool
	// thousands make thousands of the figures before: "7,4 тыс".
	thousands map[string]bool
	// pairs are words for two of something: "a couple of days".
	pairs [][]string
	// lengths are lengths of time in one word or saying, in seconds.
	lengths []namedLength
	// clock is how the time of day is said.
	clock clockSpeech
	spell spelling
}

// portion is a part of a unit, in ten-thousandths.
type portion struct {
	words []string
	part  int64
}

// namedLength is a length of time with a name of its own.
type namedLength struct {
	words []string
	value Value
}

// clockSpeech are the words around the hours and minutes of a time of day.
type clockSpeech struct {
	// before and after stand around the number of an hour.
	before, after map[string]bool
	// plus and minus join minutes to the hour before: "sette e venti", "șapte fără zece".
	plus, minus map[string]bool
	// heads stand before the hour and add a part of it: "half past", "halb", "un quarto alle".
	heads []portion
	// past and to stand between minutes and the hour that follows: "zwanzig vor sieben".
	past, to [][]string
	// minutes are words for minutes, which may follow their number.
	minutes map[string]bool
	// names are hours with a name: noon and midnight, in minutes.
	names map[string]int
	// military stands after the four figures of an hour: "1600 hours".
	military map[string]bool
	// twelve tells that people write the hours of the afternoon as 1 to 11 in figures too.
	twelve bool
}

// spelling are the words with which numbers and codes are dictated.
type spelling struct {
	// letters are names of letters.
	letters map[string]string
	// digits are names of digits beside the number words.
	digits map[string]string
	// twice and thrice repeat the digit that follows: "double seven".
	twice, thrice map[string]bool
	// like stands between a letter and a word that begins with it: "V come Venezia".
	like [][]string
	// fillers say nothing of the code: "trattino", "dann".
	fillers map[string]bool
}

// speechOf is how a language says values; an unknown one says them without words.
func speechOf(t *tongue) *speech {
	if s, ok := speeches[t.code]; ok {
		return s
	}
	return &speech{}
}

// portions reads "0.5 e mezza, e mezzo; 0.25 e un quarto".
func portions(part int64, list string) []portion {
	var all []portion
	for _, words := range sequences(list) {
		all = append(all, portion{words, part})
	}
	return all
}

// parts joins the sayings for a half, a quarter, three quarters and a quarter less.
func parts(half, quarter, threeQuarters, lessQuarter string) []portion {
	all := portions(scale/2, half)
	all = append(all, portions(scale/4, quarter)...)
	all = append(all, portions(3*scale/4, threeQuarters)...)
	return append(all, portions(-scale/4, lessQuarter)...)
}

// lasting names lengths of so many seconds or months.
func lasting(seconds, months int64, list string) []namedLength {
	v := Value{Kind: KindDuration, Number: seconds * scale, Unit: "s"}
	if months > 0 {
		v = Value{Kind: KindDuration, Number: months * scale, Unit: "months"}
	}
	var all []namedLength
	for _, words := range sequences(list) {
		all = append(all, namedLength{words, v})
	}
	return all
}

// named reads "v: vu vi, w: doppia".
func named(list string) map[string]string {
	names := map[string]string{}
	for _, entry := range strings.Split(list, ",") {
		letter, words, _ := strings.Cut(entry, ":")
		for _, w := range strings.Fields(words) {
			names[w] += strings.TrimSpace(letter)
		}
	}
	return names
}
