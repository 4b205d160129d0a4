package language

import "math/bits"

// chooseLanguage decides the language of a reply (SEMANTICS 14): the one of the languages with most function words;
// below three words, or on a tie, the language before, at first the first one.
func chooseLanguage(words []string, languages []string, before string) string {
	fallback := before
	if fallback == "" && len(languages) > 0 {
		fallback = languages[0]
	}
	if best := bestLanguage(words, languages); best != "" {
		return best
	}
	return fallback
}

// bestLanguage is the language most function words fit; "" below three words or on a tie.
func bestLanguage(words []string, languages []string) string {
	if len(words) < 3 {
		return ""
	}
	best, most, tie := "", 0, false
	for _, code := range languages {
		switch n := countFunction(words, tongueOf(code)); {
		case n > most:
			best, most, tie = code, n, false
		case n == most:
			tie = true
		}
	}
	if tie {
		return ""
	}
	return best
}

// countFunction counts the words that carry grammar in a language; negators do too.
func countFunction(words []string, t *tongue) int {
	n := 0
	for _, w := range words {
		if t.function[w] || t.negators[w] {
			n++
		}
	}
	return n
}

// countInEach is countFunction for every known language, in the order of tongueCodes.
func countInEach(words []string) (counts [16]int) {
	for _, w := range words {
		for in := functionIn[w]; in != 0; in &= in - 1 {
			counts[bits.TrailingZeros16(in)]++
		}
	}
	return counts
}

// functionIn tells of each word that carries grammar in which of the tongueCodes it does.
var functionIn = func() map[string]uint16 {
	in := map[string]uint16{}
	for i, code := range tongueCodes {
		for _, words := range []map[string]bool{tongues[code].function, tongues[code].negators} {
			for w := range words {
				in[w] |= 1 << i
			}
		}
	}
	return in
}()

// foreign names a known language outside the scenario's that fits clearly better than the one decided; "" usually.
// Below four words only a text wholly in another script is called foreign.
func foreign(words []string, languages []string, decided string) string {
	if code := foreignScript(words, languages); code != "" || len(words) < 4 {
		return code
	}
	own := 0
	for _, code := range languages {
		own = max(own, countFunction(words, tongueOf(code)))
	}
	best, most := "", max(1, 2*own)
	counts := countInEach(words)
	for i, code := range tongueCodes {
		if n := counts[i]; n > most && code != decided {
			best, most = code, n
		}
	}
	return best
}

// foreignScript names Russian for a text in Cyrillic letters and English for one in Latin letters when no language of
// the scenario is written so. Fewer words than these are names.
func foreignScript(words []string, languages []string) string {
	latin, cyrillic := 0, 0
	for _, w := range words {
		if l, c := countScripts(w); l > 0 && !hasDigit(w) {
			latin++
		} else if c > 0 {
			cyrillic++
		}
	}
	russian := contains(languages, "ru")
	switch {
	case cyrillic >= 3 && latin == 0 && !russian:
		return "ru"
	case latin >= 4 && cyrillic == 0 && russian && len(languages) == 1:
		return "en"
	}
	return ""
}
