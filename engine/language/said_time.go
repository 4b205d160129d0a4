package language

import "strings"

const (
	halfDay  = 12 * 60
	wholeDay = 2 * halfDay
)

// timeOfDay reads a time of day as it is said: "sette e mezza di sera", "zwanzig vor sieben", "половина восьмого", "noon".
// An hour up to twelve without a part of the day stands for both, one value each.
func (s *speaker) timeOfDay(i int) []found {
	for _, read := range []func(int) (moment, bool){s.namedHour, s.partOfHour, s.minutesFirst, s.russianMinutes, s.russianWithout, s.gluedTime, s.hourFirst} {
		if m, ok := read(i); ok {
			return s.momentsOf(m)
		}
	}
	return nil
}

// moment is a time as it was said, before the part of the day is known.
type moment struct {
	from, to int
	// minute of the day, or of either half of it.
	minute int
	// exact tells that the hour was said as one of twenty-four.
	exact bool
	// figures tells that it was written like one of twenty-four, which a part of the day may still change.
	figures bool
	// weak and loose as in found; bare tells that nothing but a part of the day would make it a time.
	weak, loose, bare bool
}

// momentsOf gives the values a moment may stand for.
func (s *speaker) momentsOf(m moment) []found {
	part, to := s.partOfDay(m.from, m.to)
	if m.bare && (part == nil || s.unitAhead(m.to)) {
		return nil // Russian "три дня" are three days
	}
	minutes := []int{m.minute}
	if !m.exact && (!m.figures || part != nil) {
		first := m.minute % halfDay
		minutes = []int{first, first + halfDay}
	}
	if part != nil {
		minutes = part.keep(minutes)
		m.to, m.weak, m.loose = max(m.to, to), m.bare, false
	}
	var all []found
	for _, minute := range minutes {
		value := Value{Kind: KindTime, Number: int64(minute) * scale}
		all = append(all, found{from: m.from, to: m.to, value: value, weak: m.weak, loose: m.loose})
	}
	return all
}

// hourAt reads the number of an hour at token j, in figures or words; article tells that it could be "a".
func (s *speaker) hour(j int) (hour, end int, article bool) {
	if j < 0 || j >= len(s.words) {
		return 0, 0, false
	}
	n := s.numbers[j]
	if n.to == 0 || n.value.Kind != KindNumber || n.value.Number%scale != 0 || n.value.Number > 24*scale {
		return s.loneHour(j)
	}
	return int(n.value.Number/scale) % 24, n.to, n.article
}

// loneHour reads an hour that the scan takes with what follows: "19.30", "7,30"; and the Russian "час" for one.
func (s *speaker) loneHour(j int) (hour, end int, article bool) {
	if n := plainNumber(s.words[j]); s.tokens[j].digits && len(s.words[j]) <= 2 && n <= 24 {
		return n % 24, j + 1, false
	}
	if s.words[j] == "час" {
		return 1, j + 1, true
	}
	return 0, 0, false
}

// namedHour reads noon and midnight with what is added: "mezzogiorno e mezza".
func (s *speaker) namedHour(i int) (moment, bool) {
	minute, ok := s.speech(i).clock.names[s.words[i]]
	if !ok || i > 0 && afterNoon[s.words[i-1]] && s.touches(i) {
		return moment{}, false
	}
	m := moment{from: i, to: i + 1, minute: minute, exact: true}
	if part, end := s.portion(i+1, s.speech(i).after); end > 0 && s.touches(i+1) {
		m.minute, m.to = (minute+int(60*part/scale)+wholeDay)%wholeDay, end
	}
	return m, true
}

// afterNoon are words that make the afternoon of noon, and those with which noon is a part of the day.
var afterNoon = set("dupa apres nach uhr")

// partOfHour reads "half past seven", "halb acht", "un quarto alle sette", "половина восьмого", "полвосьмого".
func (s *speaker) partOfHour(i int) (moment, bool) {
	if s.tongue(i).code == "ru" {
		return s.russianPart(i)
	}
	part, j := s.portion(i, s.speech(i).clock.heads)
	if j == 0 || !s.touches(j) {
		return moment{}, false
	}
	hour, end, article := s.hour(j)
	if end == 0 || article && s.words[j] == "a" || s.counted(end) || i > 0 && s.touches(i) && s.endsNumber(i) {
		return moment{}, false
	}
	return moment{from: i, to: s.overHourWord(end), minute: about(hour, int(60*part/scale)), exact: hour > 12}, true
}

// about is the minute of the day so many minutes from an hour.
func about(hour, minutes int) int { return (hour*60 + minutes + wholeDay) % wholeDay }

// counted tells that the number before token j counts something: a unit, a currency or a month follows.
func (s *speaker) counted(j int) bool {
	if j >= len(s.words) || !s.touches(j) {
		return strings.HasPrefix(trimBlanks(s.gaps[j]), "%") || strings.ContainsAny(s.gaps[j], "€$£₽")
	}
	if code, _ := s.currencyAt(j); code != "" || s.tongue(j).months[s.words[j]] > 0 && s.words[j] != "mai" && s.words[j] != "may" {
		return true
	}
	c := s.speech(j).clock
	_, unit := s.tongue(j).units[s.words[j]]
	return unit && s.dayPartAt(j) == nil && !c.after[s.words[j]] && !c.minutes[s.words[j]]
}

// overHourWord is the token after a word such as "Uhr" at token j, or j.
func (s *speaker) overHourWord(j int) int {
	for end := j; ; end++ {
		if !s.is(end, s.speech(min(end, len(s.words)-1)).clock.after) {
			return end
		}
	}
}

// minutesFirst reads minutes before the hour they stand by: "twenty to seven", "zwanzig vor sieben", "fünf nach halb acht",
// "venti alle sette".
func (s *speaker) minutesFirst(i int) (moment, bool) {
	c := s.speech(i).clock
	n := s.numbers[i]
	if n.to == 0 || n.value.Kind != KindNumber || n.value.Number%scale != 0 || n.value.Number >= 60*scale || n.article {
		return moment{}, false
	}
	minutes, j := int(n.value.Number/scale), n.to
	if s.is(j, c.minutes) {
		j++
	} else if minutes%5 != 0 || i > 0 && s.touches(i) && (s.tongue(i).from[s.words[i-1]] || c.before[s.words[i-1]] && s.tongue(i).code == "it") {
		return moment{}, false // "dalle dieci alle diciotto", "from nine to five"
	}
	if !s.touches(j) {
		return moment{}, false
	}
	end := s.any(j, c.past)
	if end == 0 {
		if end, minutes = s.any(j, c.to), -minutes; end == 0 {
			return moment{}, false
		}
	}
	if part, k := s.portion(end, c.heads); k > 0 && part == -scale/2 && s.touches(end) {
		end, minutes = k, minutes-30
	}
	if !s.touches(end) {
		return moment{}, false
	}
	hour, last, _ := s.hour(end)
	if last == 0 || s.counted(last) || s.tokens[i].digits && s.words[j] == "to" {
		return moment{}, false
	}
	m := moment{from: i, to: s.overHourWord(last), minute: about(hour, minutes), exact: hour > 12}
	m.weak = s.words[j] == "alle" || s.words[j] == "to" || s.words[j] == "of"
	return m, true
}

// gluedTime reads "19h30" and "1930 hrs".
func (s *speaker) gluedTime(i int) (moment, bool) {
	if hours, minutes, ok := glued(s.words[i]); ok && hours < 24 {
		return moment{from: i, to: i + 1, minute: about(hours, minutes), exact: true, weak: true}, true
	}
	word := s.words[i]
	if m, ok := s.saidHundreds(i); ok {
		return m, true
	}
	if !s.tokens[i].digits || len(word) != 4 || word[2:] >= "60" || word >= "2400" || i > 0 && s.gaps[i] != " " && trimBlanks(s.gaps[i]) != "" {
		return moment{}, false
	}
	c := s.speech(i).clock
	marked := s.is(i+1, c.after) || s.is(i+1, c.military)
	if !marked && (i == 0 || !s.speech(i).clock.before[s.words[i-1]] || s.counted(i+1)) {
		return moment{}, false
	}
	m := moment{from: i, to: s.overMilitary(i + 1), minute: about(plainNumber(word[:2]), plainNumber(word[2:])), exact: true}
	m.weak = !marked
	return m, true
}

// saidHundreds reads "sixteen hundred hours".
func (s *speaker) saidHundreds(i int) (moment, bool) {
	n := s.numbers[i]
	hundreds := n.value.Number / scale
	if n.to == 0 || n.value.Kind != KindNumber || s.tokens[i].digits || !s.tongue(i).numbers.many || hundreds%100 != 0 || hundreds >= 2400 {
		return moment{}, false
	}
	end := s.overMilitary(n.to)
	return moment{from: i, to: end, minute: about(int(hundreds/100), 0), exact: true}, end > n.to
}

// overMilitary is the token after "hours" or a word such as "Uhr" at token j, or j.
func (s *speaker) overMilitary(j int) int {
	if j < len(s.words) && s.is(j, s.speech(j).clock.military) {
		return j + 1
	}
	return s.overHourWord(j)
}

// hourFirst reads an hour and the minutes after it: "sette e mezza", "19 Uhr 30", "șapte fără zece", "seven oh five".
func (s *speaker) hourFirst(i int) (moment, bool) {
	hour, end, article := s.hour(i)
	if end == 0 || i > 0 && s.continues(i) {
		return moment{}, false
	}
	m := moment{from: i, minute: hour * 60, exact: hour > 12 || hour == 0}
	c := s.speech(i).clock
	before := i > 0 && s.touches(i) && c.before[s.words[i-1]]
	named := s.overHourWord(end)
	minutes, to, how := s.minutesAfter(end, named)
	if article && !before && named == end {
		return moment{}, false
	}
	if how == minutesNone {
		m.to = named
		if s.counted(named) || s.gaps[named] == "/" || s.figuresFollow(named) {
			return moment{}, false
		}
		m.weak = true
		m.bare = !before && (named == end || s.isUnit(end))
		if named > end && c.after["uhr"] {
			m.weak = false
		}
		return m, true
	}
	m.to, m.minute = to, about(hour, minutes)
	switch how {
	case minutesExact:
		m.figures = !c.twelve || s.words[i][0] == '0'
		m.weak = !before && named == end
	case minutesPair:
		m.weak, m.loose = !before && named == end, !before && named == end
		if s.counted(to) {
			return moment{}, false
		}
	case minutesPart:
		m.weak = !before && named == end
	}
	if c.after[s.words[to-1]] {
		m.weak, m.loose = false, false
	}
	return m, true
}

// isUnit tells that the word for the hour is the unit of a length too, as in "четыре часа".
func (s *speaker) isUnit(j int) bool {
	_, ok := s.tongue(j).units[s.words[j]]
	return ok
}

// figuresFollow tells that the hour at token j-1 is only the first part of a longer number or date.
func (s *speaker) figuresFollow(j int) bool {
	return j < len(s.tokens) && s.tokens[j].digits && (s.gaps[j] == "." || s.gaps[j] == "," || s.gaps[j] == "-" || s.gaps[j] == "/" || s.gaps[j] == ":")
}

// continues tells that the figures at token i belong to a number, date or time before them.
func (s *speaker) continues(i int) bool {
	if !s.tokens[i].digits || !s.tokens[i-1].digits {
		return s.touches(i) && s.endsNumber(i) && trimBlanks(s.gaps[i]) == "" && !s.tokens[i].digits
	}
	switch s.gaps[i] {
	case ".", ",", ":", "/", "-":
		return true
	}
	return false
}

// how minutes were said after an hour.
const (
	minutesNone  = iota
	minutesExact // in figures with a sign: "7.30"
	minutesPair  // as a second number: "seven thirty"
	minutesPart  // with a word that joins: "e mezza", "fără zece", "Uhr 30"
)

// minutesAfter reads the minutes that follow an hour, which ends at end and with its word at named.
func (s *speaker) minutesAfter(end, named int) (minutes, to, how int) {
	if part, j := s.portion(named, s.speech(end-1).after); j > 0 && s.touches(named) {
		return int(60 * part / scale), s.overHourWord(j), minutesPart
	}
	if named == end && s.minuteFigures(end) {
		digits, _ := splitDigits(s.words[end])
		return plainNumber(digits), s.overHourWord(end + 1), minutesExact
	}
	c := s.speech(end - 1).clock
	j, sign := named, 1
	joined := named > end
	switch {
	case s.is(j, c.minus):
		j, sign, joined = j+1, -1, true
	case s.is(j, c.plus):
		j, joined = j+1, true
	}
	minutes, to = s.saidMinutes(j, joined)
	if to == 0 {
		return 0, 0, minutesNone
	}
	if s.is(to, s.tongue(j).numbers.of) && s.is(to+1, c.minutes) {
		to++
	}
	if s.is(to, c.minutes) {
		to++
	} else if s.counted(to) || !joined && s.tokens[end-1].digits && !s.tokens[j].digits {
		return 0, 0, minutesNone
	}
	if joined {
		return sign * minutes, to, minutesPart
	}
	return minutes, to, minutesPair
}

// minuteFigures tells that token j holds two figures of minutes after a sign.
func (s *speaker) minuteFigures(j int) bool {
	if j >= len(s.tokens) {
		return false
	}
	if digits, rest := splitDigits(s.words[j]); len(digits) != 2 || digits >= "60" || rest != "" && rest != "pm" && rest != "am" {
		return false
	}
	if j+1 < len(s.tokens) && s.tokens[j+1].digits && !strings.Contains(s.gaps[j+1], " ") {
		return false
	}
	switch s.gaps[j] {
	case ":", ".", ",", "-":
		return !s.counted(j + 1)
	}
	return false
}

// saidMinutes reads the number of minutes at token j: two figures, or "oh five"; after a joining word any below sixty.
func (s *speaker) saidMinutes(j int, joined bool) (minutes, to int) {
	if j >= len(s.tokens) || !s.touches(j) {
		return 0, 0
	}
	if s.isZero(j) && s.touches(j+1) {
		if n := s.numbers[j+1]; n.to > 0 && n.value.Number < 10*scale && n.value.Kind == KindNumber {
			return int(n.value.Number / scale), n.to
		}
	}
	n := s.numbers[j]
	if n.to == 0 || n.value.Kind != KindNumber || n.value.Number%scale != 0 || n.value.Number >= 60*scale || n.article {
		return 0, 0
	}
	if !joined && n.value.Number < 10*scale && len(s.words[j]) != 2 {
		return 0, 0
	}
	if s.tokens[j].digits && len(s.words[j]) != 2 && !joined {
		return 0, 0
	}
	return int(n.value.Number / scale), n.to
}

// isZero tells that token j says a nought: "oh", "zero".
func (s *speaker) isZero(j int) bool {
	if j >= len(s.tokens) {
		return false
	}
	v, ok := s.tongue(j).numbers.small[s.words[j]]
	return ok && v == 0 || s.speech(j).spell.digits[s.words[j]] == "0"
}
