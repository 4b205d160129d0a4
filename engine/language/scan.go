package language

// found is a value in a reply: the tokens [from,to).
type found struct {
	from, to int
	value    Value
	// article tells that the number is only an article ("un giorno"): it confirms but never contradicts.
	article bool
	// weak tells that it may be meant otherwise: it confirms but never contradicts.
	weak bool
	// loose tells that its parts count as much as the whole, as in "eighteen fifty".
	loose bool
}

// scanner looks for values in a text; each place is read in the habits of its sentence's language.
type scanner struct {
	*text
	tongue func(token int) *tongue
	words  []string
}

// scanValues finds every value of a text, from left to right. Values may overlap: "4-6 giorni" is a range, a
// duration of six days and the numbers 4 and 6.
func scanValues(t *text, tongueAt func(token int) *tongue) []found {
	s := scanner{text: t, tongue: tongueAt, words: make([]string, len(t.tokens))}
	for i, tok := range t.tokens {
		s.words[i] = tok.text
	}
	var all []found
	for i := 0; i < len(t.tokens); {
		here := s.at(i)
		all = append(all, here...)
		i = s.next(i, here)
	}
	return all
}

// next is where reading goes on: after the longest thing found, but inside ranges and amounts nothing is lost because
// [scanner.at] reports their parts.
func (s *scanner) next(i int, here []found) int {
	end := i + 1
	for _, f := range here {
		end = max(end, f.to)
	}
	return end
}

// at reads the values that begin at token i.
func (s *scanner) at(i int) []found {
	for _, read := range []func(int) (found, bool){s.email, s.date, s.clock, s.phone, s.reference} {
		if f, ok := read(i); ok {
			return []found{f}
		}
	}
	n, ok := s.number(i)
	if !ok {
		return nil
	}
	return s.numeric(n)
}

// numeric reads what a number stands for: a range, an amount, a percentage, a duration or just itself.
func (s *scanner) numeric(n found) []found {
	if f, ok := s.percentage(n); ok { // before the range: Romanian "douăzeci la sută"
		return []found{f}
	}
	if low, high, ok := s.rangeFrom(n); ok {
		return s.ranged(low, high)
	}
	if f, ok := s.amount(n); ok {
		return []found{f}
	}
	if f, ok := s.duration(n); ok {
		return []found{n, f}
	}
	return []found{n}
}

// ranged reports a range with its ends and its unit.
func (s *scanner) ranged(low, high found) []found {
	all := []found{low, high}
	whole := found{from: low.from, to: high.to, value: Value{Kind: KindRange, Number: low.value.Number, Max: high.value.Number}}
	if f, ok := s.amount(high); ok {
		whole.to, whole.value.Unit = f.to, f.value.Unit
		return []found{whole, {from: low.from, to: low.to, value: Value{Kind: KindAmount, Number: low.value.Number, Unit: f.value.Unit}}, f}
	}
	if f, ok := s.duration(high); ok {
		whole.value.Unit = f.value.Unit
		factor := f.value.Number / max(1, high.value.Number)
		lowest := found{from: low.from, to: low.to, value: Value{Kind: KindDuration, Number: low.value.Number * factor, Unit: f.value.Unit}}
		all = append(all, lowest, f)
		bare := whole
		bare.value.Unit = ""
		whole.to = f.to
		whole.value.Number, whole.value.Max = whole.value.Number*factor, whole.value.Max*factor
		return append(all, bare, whole)
	}
	return append(all, whole)
}

// rangeFrom reads "4-6", "4 a 6", "quattro-sei", "from 4 to 6" from its first number.
func (s *scanner) rangeFrom(low found) (found, found, bool) {
	j := low.to
	if j >= len(s.tokens) {
		return found{}, found{}, false
	}
	if gap := trimBlanks(s.gaps[j]); gap == "-" || gap == ".." {
		high, ok := s.number(j)
		return low, high, ok && high.value.Number > low.value.Number
	}
	t := s.tongue(j)
	if !t.to[s.words[j]] || trimBlanks(s.gaps[j]) != "" || t.and[s.words[j]] && !s.afterFrom(t, low.from) {
		return found{}, found{}, false
	}
	j++
	if j < len(s.tokens) && rangeArticles[s.words[j]] && trimBlanks(s.gaps[j]) == "" {
		j++
	}
	if j >= len(s.tokens) || trimBlanks(s.gaps[j]) != "" {
		return found{}, found{}, false
	}
	high, ok := s.number(j)
	return low, high, ok && high.value.Number > low.value.Number
}

// afterFrom tells that "between" or "from" stands before token i: "and" makes a range only then.
func (s *scanner) afterFrom(t *tongue, i int) bool {
	return i > 0 && (t.from[s.words[i-1]] || i > 1 && rangeArticles[s.words[i-1]] && t.from[s.words[i-2]])
}

// rangeArticles stand before the upper end of a range: "tra i quattro e i sei".
var rangeArticles = set("i gli le the la las los les den")

// duration reads a unit of time after a number; "working" may stand between.
func (s *scanner) duration(n found) (found, bool) {
	for j := n.to; j < min(n.to+3, len(s.tokens)); j++ {
		if trimBlanks(s.gaps[j]) != "" && s.gaps[j] != "-" {
			return found{}, false
		}
		if u, ok := s.unit(j); ok {
			end := j + 1
			if end < len(s.tokens) && betweenUnits[s.words[end]] && s.gaps[end] == " " && s.words[end] != "de" {
				end++
			}
			return found{from: n.from, to: end, value: spanOf(n.value.Number, u), article: n.article}, true
		}
		if !betweenUnits[s.words[j]] {
			return found{}, false
		}
	}
	return found{}, false
}

// betweenUnits are words that may stand between a number and its unit of time.
var betweenUnits = set("working business lavorativi lavorative de рабочих рабочие рабочий календарных полных full whole interi volle ganze")

func spanOf(number int64, u unit) Value {
	if u.months > 0 {
		return Value{Kind: KindDuration, Number: number * u.months, Unit: "months"}
	}
	if number > 1<<40 {
		number = 1 << 40
	}
	return Value{Kind: KindDuration, Number: number * u.seconds, Unit: "s"}
}

// percentage reads "20 %", "20 per cento".
func (s *scanner) percentage(n found) (found, bool) {
	value := Value{Kind: KindPercent, Number: n.value.Number}
	if gap := trimBlanks(s.gaps[n.to]); gap != "" && gap[0] == '%' {
		return found{from: n.from, to: n.to, value: value}, true
	}
	if n.to >= len(s.tokens) || trimBlanks(s.gaps[n.to]) != "" {
		return found{}, false
	}
	for _, words := range s.tongue(n.from).percent {
		if s.follows(n.to, words) {
			return found{from: n.from, to: n.to + len(words), value: value}, true
		}
	}
	return found{}, false
}

// follows reports whether the words stand at token i.
func (s *scanner) follows(i int, words []string) bool {
	if i+len(words) > len(s.words) {
		return false
	}
	for k, w := range words {
		if s.words[i+k] != w {
			return false
		}
	}
	return true
}

func trimBlanks(s string) string {
	for s != "" && (s[0] == ' ' || s[0] == '\t') {
		s = s[1:]
	}
	for s != "" && (s[len(s)-1] == ' ' || s[len(s)-1] == '\t') {
		s = s[:len(s)-1]
	}
	return s
}

// undoubled drops the last letter where it is doubled: "oree".
func undoubled(word string) string {
	if n := len(word); n > 1 && word[n-1] == word[n-2] {
		return word[:n-1]
	}
	return ""
}

// unit reads a unit of time at token j; in words of five letters and more one letter may be wrong.
func (s *scanner) unit(j int) (unit, bool) {
	units := s.tongue(j).units
	if u, ok := units[s.words[j]]; ok || len(s.words[j]) < 4 {
		return u, ok
	}
	if short := undoubled(s.words[j]); len(s.words[j]) < 5 {
		u, ok := units[short]
		return u, ok && len(short) > 2
	}
	best := ""
	for name := range units {
		if len(name) >= 5 && name[0] == s.words[j][0] && withinDistance(name, s.words[j], 1) && (best == "" || name < best) {
			best = name
		}
	}
	u, ok := units[best]
	return u, ok
}
