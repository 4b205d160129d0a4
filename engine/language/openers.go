package language

import "strings"

// openers are the words with which a saying may begin that is no number, by language; the rest of a reply need not be read
// for sayings.
var openers = func() map[string]map[string]bool {
	all := map[string]map[string]bool{}
	for code, sp := range speeches {
		words := map[string]bool{}
		add := func(w string) { words[w] = true }
		for _, list := range [][]portion{sp.before, sp.clock.heads} {
			for _, p := range list {
				add(p.words[0])
			}
		}
		for _, l := range sp.lengths {
			add(l.words[0])
		}
		for _, p := range sp.pairs {
			add(p[0])
		}
		for w := range sp.wholeHalves {
			add(w)
		}
		for w := range sp.clock.names {
			add(w)
		}
		for w := range ordinals[code] {
			add(w)
		}
		for w := range firstWords {
			add(w)
		}
		for _, words := range wholeHalf {
			add(words[0])
		}
		for w := range currencyWords {
			add(w)
		}
		if code == "en" {
			for w := range tongues[code].months {
				add(w)
			}
		}
		all[code] = words
	}
	for w := range russianParts {
		all["ru"][w] = true
	}
	for w := range tongues["ru"].units {
		all["ru"][w] = true
	}
	all["ru"]["без"] = true
	return all
}()

// opens tells that a saying may begin at token i.
func (s *speaker) opens(i int) bool {
	if s.numbers[i].to > 0 || s.tokens[i].numeric {
		return true
	}
	word, code := s.words[i], s.tongue(i).code
	switch {
	case openers[code][word]:
		return true
	case code == "ru":
		return strings.HasPrefix(word, "пол") || strings.HasSuffix(word, "й") || strings.HasSuffix(word, "м") || strings.HasSuffix(word, "го") || strings.HasSuffix(word, "я")
	case code == "de":
		return strings.HasSuffix(word, "einhalb") || strings.Contains(word, "ig") || strings.Contains(word, "te")
	}
	return false
}
