package language

// misspeltUnit reads a unit of time with one wrong letter after a number, where the scan asks for longer words: "tge",
// "huors". Its first and last letter are right.
func (s *speaker) misspeltUnit(j int) (unit, bool) {
	word := s.words[j]
	if u, ok := s.unit(j); ok || len(word) < 3 || s.tongue(j).function[word] || s.tongue(j).knowsValueWord(word) {
		return u, ok
	}
	best := ""
	for name := range s.tongue(j).units {
		if len(name) >= 4 && nearEnds(name, word) && withinDistance(name, word, 1) && (best == "" || name < best) {
			best = name
		}
	}
	u, ok := s.tongue(j).units[best]
	return u, ok
}

// misspeltCurrency reads a longer name of a currency with one wrong letter: "рубей".
func (s *speaker) misspeltCurrency(j int) string {
	word := s.words[j]
	if code := currencyWords[word]; code != "" || len([]rune(word)) < 5 || s.tongue(j).function[word] || s.tongue(j).knowsValueWord(word) {
		return code
	}
	best := ""
	for name := range currencyWords {
		if len([]rune(name)) >= 5 && nearEnds(name, word) && withinDistance(name, word, 1) && (best == "" || name < best) {
			best = name
		}
	}
	return currencyWords[best]
}

// nearEnds tells that two words begin and end alike.
func nearEnds(a, b string) bool { return a[0] == b[0] && a[len(a)-1] == b[len(b)-1] }

// nearBetween tells that a word may stand between a number and its unit of time, one letter wrong: "10 workin days".
func (s *speaker) nearBetween(j int) bool {
	word := s.words[j]
	if betweenUnits[word] || word == "di" || word == "d" {
		return true
	}
	if len(word) < 5 {
		return false
	}
	for name := range betweenUnits {
		if len(name) >= 5 && name[0] == word[0] && withinDistance(name, word, 1) {
			return true
		}
	}
	return false
}
