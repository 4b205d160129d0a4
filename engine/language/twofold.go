package language

// joiners stand between the two parts of a meaning: "apologises and offers a voucher".
var joiners = map[string]map[string]bool{
	"it": set("e ed o oppure ma poi però"), "ro": set("si sau ori dar iar"), "ru": set("и или но а"), "en": set("and or but then"),
	"de": set("und oder aber dann"), "fr": set("et ou mais puis"), "es": set("y e o u pero"),
}

// joins tells that a name names two things.
func joins(name []lexeme, code string) bool {
	for _, l := range name {
		if joiners[code][l.text] {
			return true
		}
	}
	return false
}

// middle is the word at which an example falls in two: the boundary between clauses, at a comma or at a joiner, that
// parts its content most evenly; 0 when it has none.
func middle(t *text, lexemes []lexeme, code string) int {
	total, left, best, at := 0.0, 0.0, 1.0, 0
	for _, l := range lexemes {
		total += l.weight
	}
	for i, l := range lexemes {
		if i > 0 && (t.commas[i] != t.commas[i-1] || t.tokens[i].clause != t.tokens[i-1].clause || joiners[code][l.text]) {
			if skew := max(left, total-left)/max(total, 1e-9) - 0.5; skew < best {
				best, at = skew, i
			}
		}
		left += l.weight
	}
	return at
}

// lopsided is how much more of one half of an example a window holds than of the other, 0 to 1.
func (s *sample) lopsided(pairs [][2]int) float64 {
	if s.middle == 0 {
		return 0
	}
	var total, found [2]float64
	for i, l := range s.lexemes {
		total[index(i >= s.middle)] += l.weight
	}
	for _, p := range pairs {
		found[index(p[0] >= s.middle)] += s.lexemes[p[0]].weight
	}
	if total[0] == 0 || total[1] == 0 {
		return 0
	}
	a, b := found[0]/total[0], found[1]/total[1]
	return max(a-b, b-a)
}

func index(second bool) int {
	if second {
		return 1
	}
	return 0
}
