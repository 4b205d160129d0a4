package language

import "strings"

// length reads a length of time said in words: "un'ora e mezza", "полтора часа", "trei sferturi de oră", "1 h 30".
func (s *speaker) length(i int) []found {
	for _, read := range []func(int) (found, bool){s.countedLength, s.partLength, s.gluedLength, s.adjectiveLength, s.invertedLength, s.namedLength} {
		if f, ok := read(i); ok {
			return []found{f}
		}
	}
	return nil
}

// countedLength reads a number and its unit, and what is added to them. What the scan reads as well is left to it.
func (s *speaker) countedLength(i int) (found, bool) {
	n, rich, ok := s.amountOf(i)
	if !ok {
		return s.lengthInFigures(i)
	}
	end := n.to
	n.to = s.overRepeated(n)
	rich = rich || n.to > end
	f, u, ok := s.unitAfter(n)
	if !ok {
		return found{}, false
	}
	if w, ok := s.workingWeeks(f, u); ok {
		return w, true
	}
	_, written := s.duration(n)
	more, added := s.addedTo(f, u)
	return more, rich || added || !written
}

// workingWeeks makes five days of each week that is said to be a working one: "two working weeks", "due settimane lavorative".
func (s *speaker) workingWeeks(f found, u unit) (found, bool) {
	if u.seconds != 7*86400 {
		return f, false
	}
	switch {
	case workingWords[s.words[f.to-2]]:
	case s.is(f.to, workingWords):
		f.to++
	default:
		return f, false
	}
	f.value.Number = f.value.Number / 7 * 5
	return f, true
}

var workingWords = set("working business lavorativa lavorative lucratoare lucratoria рабочих рабочие рабочая рабочую laborables")

// overRepeated is the token after the same number in brackets, "ten (10) days".
func (s *speaker) overRepeated(n found) int {
	if n.to >= len(s.tokens) || trimBlanks(s.gaps[n.to]) != "(" || s.numbers[n.to].value.Number != n.value.Number {
		return n.to
	}
	end := s.numbers[n.to].to
	if end >= len(s.tokens) || trimBlanks(s.gaps[end]) != ")" {
		return n.to
	}
	return end
}

// lengthInFigures reads what follows "30min", "2h", which the scan reads as one length.
func (s *speaker) lengthInFigures(i int) (found, bool) {
	n := s.numbers[i]
	if n.to == 0 || n.value.Kind != KindDuration {
		return found{}, false
	}
	_, rest := splitDigits(s.words[i])
	u, ok := s.tongue(i).units[rest]
	if !ok {
		return found{}, false
	}
	return s.addedTo(n, u)
}

// unitAfter reads the unit of time after a number, a word such as "working" between them.
func (s *speaker) unitAfter(n found) (found, unit, bool) {
	for j := n.to; j < min(n.to+3, len(s.tokens)) && (s.touches(j) || j == n.to && trimBlanks(s.gaps[j]) == ")"); j++ {
		if u, ok := s.misspeltUnit(j); ok {
			return found{from: n.from, to: j + 1, value: spanOf(n.value.Number, u), article: n.article, weak: n.weak}, u, true
		}
		if !s.nearBetween(j) {
			break
		}
	}
	return found{}, unit{}, false
}

// addedTo adds "e mezza", "and a quarter" or a smaller unit, "e 30 minuti", to a length.
func (s *speaker) addedTo(f found, u unit) (found, bool) {
	if part, end := s.portion(f.to, s.speech(f.from).after); end > 0 && s.touches(f.to) {
		f.value.Number += spanOf(part, u).Number
		f.to, f.article = end, false
		return f, true
	}
	j := f.to
	if j < len(s.words) && s.tongue(j).and[s.words[j]] && s.touches(j) {
		j++
	}
	if j >= len(s.words) || !s.touches(j) || u.seconds == 0 {
		return f, false
	}
	low := s.numbers[j]
	if low.to == 0 {
		return f, false
	}
	if low.value.Kind == KindDuration && low.value.Number < u.seconds*scale { // "2h 30min"
		f.value.Number, f.to, f.article = f.value.Number+low.value.Number, low.to, false
		return f, true
	}
	if low.value.Kind != KindNumber {
		return f, false
	}
	if g, smaller, ok := s.unitAfter(low); ok {
		if smaller.seconds == 0 || smaller.seconds >= u.seconds {
			return f, false
		}
		f.value.Number, f.to, f.article = f.value.Number+g.value.Number, g.to, false
		return f, true
	}
	if u.seconds == 3600 && low.value.Number >= 10*scale && low.value.Number < 60*scale && !low.article && s.endsPhrase(low.to) {
		f.value.Number, f.to, f.article = f.value.Number+60*low.value.Number, low.to, false
		return f, true
	}
	return f, false
}

// partLength reads "mezz'ora", "half a day", "trei sferturi de oră", "четверть часа".
func (s *speaker) partLength(i int) (found, bool) {
	part, end := s.portion(i, s.speech(i).before)
	if end == 0 || !s.touches(end) {
		return found{}, false
	}
	u, ok := s.unit(end)
	if !ok {
		return found{}, false
	}
	if u.months > 0 && part*u.months%scale != 0 {
		return found{}, false
	}
	return found{from: i, to: end + 1, value: spanOf(part, u)}, true
}

// gluedLength reads "1h30", "2ч15".
func (s *speaker) gluedLength(i int) (found, bool) {
	hours, minutes, ok := glued(s.words[i])
	if !ok {
		return found{}, false
	}
	return found{from: i, to: i + 1, value: spanOf(int64(hours*60+minutes)*scale, unit{seconds: 60})}, true
}

// glued takes "19h30" apart.
func glued(word string) (hours, minutes int, ok bool) {
	digits, rest := splitDigits(word)
	if digits == "" || len(digits) > 2 {
		return 0, 0, false
	}
	for _, mark := range []string{"h", "ч", "u"} {
		tail, found := strings.CutPrefix(rest, mark)
		if found && len(tail) == 2 && allDigits(tail) && tail < "60" {
			return plainNumber(digits), plainNumber(tail), true
		}
	}
	return 0, 0, false
}

// lengthAdjectives are the middles of adjectives such as "двухдневный" and "zweiwöchig", with their units.
var lengthAdjectives = []struct {
	middle string
	unit   unit
}{
	{"минутн", unit{seconds: 60}}, {"часов", unit{seconds: 3600}}, {"дневн", unit{seconds: 86400}}, {"суточн", unit{seconds: 86400}},
	{"недельн", unit{seconds: 7 * 86400}}, {"месячн", unit{months: 1}}, {"летн", unit{months: 12}}, {"годичн", unit{months: 12}},
	{"minutig", unit{seconds: 60}}, {"stundig", unit{seconds: 3600}}, {"tagig", unit{seconds: 86400}}, {"wochig", unit{seconds: 7 * 86400}},
	{"monatig", unit{months: 1}}, {"jahrig", unit{months: 12}},
}

// adjectiveLength reads "в десятидневный срок", "eine zweiwöchige Frist".
func (s *speaker) adjectiveLength(i int) (found, bool) {
	if code := s.tongue(i).code; code != "ru" && code != "de" {
		return found{}, false
	}
	for _, a := range lengthAdjectives {
		head, _, ok := strings.Cut(s.words[i], a.middle)
		if !ok || head == "" && (i == 0 || s.numbers[i-1].to != i) {
			continue
		}
		if head == "" { // "14-tägig"
			return found{from: i - 1, to: i + 1, value: spanOf(s.numbers[i-1].value.Number, a.unit)}, s.numbers[i-1].value.Kind == KindNumber
		}
		if n, ok := s.tongue(i).numbers.additive(head); ok && n > 0 {
			return found{from: i, to: i + 1, value: spanOf(n*scale, a.unit)}, true
		}
	}
	return found{}, false
}

// invertedLength reads the Russian "минут тридцать пять", about so many.
func (s *speaker) invertedLength(i int) (found, bool) {
	u, ok := s.tongue(i).units[s.words[i]]
	if !ok || s.tongue(i).code != "ru" || !s.touches(i+1) || i > 0 && s.touches(i) && s.endsNumber(i) {
		return found{}, false
	}
	n := s.numbers[i+1]
	if n.to == 0 || n.value.Kind != KindNumber || n.article || s.unitAhead(n.to) || s.counted(n.to) || s.tongue(i).months[s.words[min(n.to, len(s.words)-1)]] > 0 {
		return found{}, false
	}
	return found{from: i, to: n.to, value: spanOf(n.value.Number, u), weak: true}, true
}

// namedLength reads "fortnight", "сутки", "полчаса"; after a number it belongs to it.
func (s *speaker) namedLength(i int) (found, bool) {
	if i > 0 && s.touches(i) && (s.endsNumber(i) || s.isAdjective(i)) {
		return found{}, false
	}
	best := found{}
	for _, l := range s.speech(i).lengths {
		if len(l.words) > best.to-best.from && s.stands(i, l.words) {
			best = found{from: i, to: i + len(l.words), value: l.value, weak: true}
		}
	}
	return best, best.to > 0
}

// endsNumber tells that a number ends before token i.
func (s *speaker) endsNumber(i int) bool {
	for j := max(0, i-8); j < i; j++ {
		if s.numbers[j].to == i && !s.numbers[j].article {
			return true
		}
	}
	sp := s.speech(i)
	if sp.wholeHalves[s.words[i-1]] {
		return true
	}
	for _, p := range sp.before {
		if k := i - len(p.words); k >= 0 && s.stands(k, p.words) {
			return true
		}
	}
	return false
}

// isAdjective tells that the word before counts the unit in another way ("каждый час", "целый день").
func (s *speaker) isAdjective(i int) bool { return lengthBefore[s.words[i-1]] }

// lengthBefore are words after which a bare unit is no length of one.
var lengthBefore = set("каждый каждую каждые каждого этот эта эту следующий следующую прошлый прошлую прошлой первый последний с половиной четвертью несколько много пару пара")
