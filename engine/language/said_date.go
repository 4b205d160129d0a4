package language

// dayOf reads dates said in words that the scan does not know: "ziua de nouă a lunii octombrie", "October the ninth",
// "девятого десятого", and a day without its month where the saying leaves no doubt that it is a day.
func (s *speaker) dayOf(i int) []found {
	if f, ok := s.monthFirst(i); ok {
		return []found{f}
	}
	day, end := s.saidDay(i)
	if day == 0 {
		return nil
	}
	for _, read := range []func(int, int, int) (found, bool){s.dayOfMonth, s.twoOrdinals, s.dayAlone} {
		if f, ok := read(i, day, end); ok {
			return []found{f}
		}
	}
	return nil
}

// saidDay is the number of a day at token i, as a number or an ordinal, and the token after it.
func (s *speaker) saidDay(i int) (day, end int) {
	if i >= len(s.words) {
		return 0, 0
	}
	if n, end := s.ordinalDay(i); n > 0 {
		return n, end
	}
	if n := s.numbers[i]; n.to > 0 && n.value.Kind == KindNumber && n.value.Number%scale == 0 && n.value.Number >= scale && n.value.Number <= 31*scale {
		return int(n.value.Number / scale), n.to
	}
	if firstWords[s.words[i]] {
		return 1, i + 1
	}
	if digits, rest := splitDigits(s.words[i]); digits != "" && len(digits) <= 2 && ordinalEnds[rest] {
		return plainNumber(digits), i + 1
	}
	return 0, 0
}

// dateWords stand between a day and its month: "nouă a lunii octombrie", "nove del mese di ottobre", "9-го числа октября".
var dateWords = set("of de del di the a al ale lunii luna mese mes mois month числа число месяца des dem го е ого th st nd rd day des monats")

// dayOfMonth reads a day, words that join, and a month.
func (s *speaker) dayOfMonth(i, day, j int) (found, bool) {
	if i > 0 && s.touches(i) && s.endsNumber(i) {
		return found{}, false
	}
	first := j
	for j < len(s.words) && j < first+4 && s.touches(j) && dateWords[s.words[j]] {
		j++
	}
	if j >= len(s.words) || !s.touches(j) && s.gaps[j] != "." && s.gaps[j] != ". " {
		return found{}, false
	}
	return s.monthAt(i, day, j)
}

// monthFirst reads "October the ninth", "October 9th", "luna octombrie, nouă".
func (s *speaker) monthFirst(i int) (found, bool) {
	month := s.tongue(i).months[s.words[i]]
	if month == 0 || s.tongue(i).code != "en" || i > 0 && s.touches(i) && s.endsDay(i) {
		return found{}, false
	}
	j := i + 1
	if s.is(j, dateFirst) {
		j++
	}
	if j >= len(s.words) || !s.touches(j) {
		return found{}, false
	}
	day, end := s.saidDay(j)
	v := Value{Kind: KindDate, Month: month, Day: day}
	if day > 0 {
		end = s.withYear(end, &v)
	}
	return found{from: i, to: end, value: v}, v.isDate()
}

var dateFirst = set("the")

// endsDay tells that the day of a date stands before the month at token i.
func (s *speaker) endsDay(i int) bool {
	for j := max(0, i-4); j < i; j++ {
		if day, end := s.saidDay(j); day > 0 && (end == i || end == i-1 && dateWords[s.words[i-1]]) {
			return true
		}
	}
	return false
}

// twoOrdinals reads the day and the month both as ordinals, as Germans and Russians do: "am neunten zehnten".
func (s *speaker) twoOrdinals(i, day, j int) (found, bool) {
	if code := s.tongue(i).code; code != "de" && code != "ru" {
		return found{}, false
	}
	if n, _ := s.ordinalDay(i); n == 0 || !s.touches(j) {
		return found{}, false
	}
	month, end := s.ordinalDay(j)
	v := Value{Kind: KindDate, Month: month, Day: day}
	return found{from: i, to: end, value: v, weak: true}, month > 0 && v.isDate()
}

// dayMarks announce a day of this or the next month by themselves.
var dayMarks = map[string][][]string{
	"it": sequences("il giorno, al giorno, il, al, dal, del, per il"), "ro": sequences("ziua de, data de, pe data de, pe, in data de, pana pe"),
	"en": sequences("the, on the, by the"), "de": sequences("am, zum, bis zum, den, der, dem, vom"), "ru": nil,
	"fr": sequences("le, au, du"), "es": sequences("el dia, el, al, dia"),
}

// dayAlone reads a day without its month: "am neunten", "on the 9th", "9-го числа", "il 9". It may be meant otherwise.
func (s *speaker) dayAlone(i, day, end int) (found, bool) {
	t := s.tongue(i)
	if day > 31 || !s.announced(i, t) && t.code != "ru" {
		return found{}, false
	}
	_, ordinal := s.ordinalDay(i)
	clear := ordinal > 0
	if end < len(s.words) && s.gaps[end] == "-" && ordinalEnds[s.words[end]] || end < len(s.words) && dayEnds[s.words[end]] && s.touches(end) {
		end, clear = end+1, true
		if end < len(s.words) && dayEnds[s.words[end]] && s.touches(end) {
			end++
		}
	}
	if _, rest := splitDigits(s.words[i]); ordinalEnds[rest] && rest != "" {
		clear = true
	}
	if t.code == "de" && s.tokens[i].digits && end < len(s.words)+1 && len(s.gaps[end]) > 0 && s.gaps[end][0] == '.' {
		clear = true
	}
	if !clear && t.code != "it" && t.code != "ro" && t.code != "fr" && t.code != "es" || !s.endsPhrase(end) {
		return found{}, false
	}
	return found{from: i, to: end, value: Value{Kind: KindDate, Day: day}, weak: true}, true
}

var dayEnds = set("числа число th st nd rd го")

func (s *speaker) announced(i int, t *tongue) bool {
	for _, words := range dayMarks[t.code] {
		if k := i - len(words); k >= 0 && s.touches(i) && s.stands(k, words) {
			return true
		}
	}
	return false
}
