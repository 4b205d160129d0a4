package language

// speller knows the words of a model's samples and finds the one a trainee meant to type.
type speller struct {
	known map[string]bool
	// byLength lists the words that may be misspelt, in order of first use, by their length in letters.
	byLength map[int][]spelt
}

type spelt struct {
	text    string
	letters []rune
}

// shortestSpelt is the least length, in letters, of a word that may be misspelt.
const shortestSpelt = 4

func newSpeller(samples []sample) *speller {
	s := &speller{known: map[string]bool{}, byLength: map[int][]spelt{}}
	for _, e := range samples {
		for _, l := range e.lexemes {
			if n := len(l.letters); !s.known[l.text] && n >= shortestSpelt && l.weight == 1 {
				s.byLength[n] = append(s.byLength[n], spelt{l.text, l.letters})
			}
			s.known[l.text] = true
		}
	}
	return s
}

// meant gives the one known word that is a typing error away from an unknown one: one letter, or two in words of nine
// letters and more; the word itself when there is none or more than one.
func (s *speller) meant(word string) string {
	letters := []rune(word)
	if len(letters) < shortestSpelt || s.known[word] || hasDigit(word) {
		return word
	}
	found := ""
	for n := len(letters) - 2; n <= len(letters)+2; n++ {
		for _, w := range s.byLength[n] {
			if !s.near(letters, w) {
				continue
			}
			if found != "" {
				return word
			}
			found = w.text
		}
	}
	if found == "" {
		return word
	}
	return found
}

func (s *speller) near(letters []rune, w spelt) bool {
	prefix := commonPrefix(letters, w.letters)
	if n := len(letters) - len(w.letters); n >= -1 && n <= 1 && oneEdit(letters[prefix:], w.letters[prefix:]) {
		return true
	}
	return len(w.letters) >= 9 && prefix >= 2 && withinDistance(string(letters), w.text, 2)
}
