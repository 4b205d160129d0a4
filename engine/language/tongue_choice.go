package language

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

// foreign names a known language outside the scenario's that fits clearly better than the one decided; "" usually.
func foreign(words []string, languages []string, decided string) string {
	if len(words) < 4 {
		return ""
	}
	own := 0
	for _, code := range languages {
		own = max(own, countFunction(words, tongueOf(code)))
	}
	for _, code := range tongueCodes {
		if n := countFunction(words, tongues[code]); n >= 3 && n >= 2*own+1 && code != decided {
			return code
		}
	}
	return ""
}
