package language

import "strconv"

// date reads 2026-03-12, 12.03.2026, 12/3/2026, 12 marzo 2026, March 12, 2026 and 12 marzo.
func (s *scanner) date(i int) (found, bool) {
	if f, ok := s.numericDate(i); ok {
		return f, true
	}
	if f, ok := s.dayMonth(i); ok {
		return f, true
	}
	return s.monthDay(i)
}

func (s *scanner) numericDate(i int) (found, bool) {
	if i+2 >= len(s.tokens) || !s.tokens[i].digits || !s.tokens[i+1].digits || !s.tokens[i+2].digits {
		return found{}, false
	}
	gap := s.gaps[i+1]
	if gap != s.gaps[i+2] || gap != "-" && gap != "." && gap != "/" {
		return found{}, false
	}
	a, b, c := s.small(i), s.small(i+1), s.small(i+2)
	v := Value{Kind: KindDate, Year: c, Month: b, Day: a}
	if len(s.words[i]) == 4 {
		v.Year, v.Day = a, c
	} else if len(s.words[i+2]) == 2 {
		v.Year += 2000
	} else if len(s.words[i+2]) != 4 {
		return found{}, false
	}
	return found{from: i, to: i + 3, value: v}, v.isDate()
}

// dayMonth reads "12 marzo 2026", "12. März", "the 12th of March", "il primo marzo".
func (s *scanner) dayMonth(i int) (found, bool) {
	day, j := s.day(i), i+1
	if n, end := s.ordinalDay(i); n > 0 {
		day, j = n, end
	}
	first := j
	for j < len(s.words) && j < first+2 && dateFillers[s.words[j]] {
		j++
	}
	if day == 0 || j >= len(s.words) {
		return found{}, false
	}
	return s.monthAt(i, day, j)
}

// monthAt is the date that begins at token i with a day, whose month would be at token j.
func (s *scanner) monthAt(i, day, j int) (found, bool) {
	month := s.tongue(j).month(s.words[j])
	if month == 0 {
		return found{}, false
	}
	v := Value{Kind: KindDate, Month: month, Day: day}
	end := s.withYear(j+1, &v)
	return found{from: i, to: end, value: v}, v.isDate()
}

// monthDay reads "March 12, 2026".
func (s *scanner) monthDay(i int) (found, bool) {
	month := s.tongue(i).months[s.words[i]]
	if month == 0 || i+1 >= len(s.words) || s.tongue(i).decimal != '.' {
		return found{}, false
	}
	v := Value{Kind: KindDate, Month: month, Day: s.day(i + 1)}
	end := s.withYear(i+2, &v)
	return found{from: i, to: end, value: v}, v.isDate()
}

// dateFillers stand between day and month.
var dateFillers = set("of de del di th st nd rd")

func (s *scanner) withYear(j int, v *Value) int {
	k := j
	if k < len(s.words) && (s.words[k] == "de" || s.words[k] == "del") {
		k++
	}
	if k < len(s.words) && s.tokens[k].digits && len(s.words[k]) == 4 {
		v.Year = s.small(k)
		if k+1 < len(s.words) && (s.words[k+1] == "г" || s.words[k+1] == "года") {
			return k + 2
		}
		return k + 1
	}
	return j
}

// day reads the number of a day; 0 when token i is none.
func (s *scanner) day(i int) int {
	word := s.words[i]
	digits, rest := splitDigits(word)
	switch {
	case digits != "" && len(digits) <= 2 && (rest == "" || ordinalEnds[rest]):
		n, _ := strconv.Atoi(digits)
		return n
	case firstWords[word]:
		return 1
	}
	v, ok := s.tongue(i).numbers.additive(word)
	if ok && v >= 1 && v <= 31 && !s.tongue(i).numbers.articles[word] {
		return int(v)
	}
	return 0
}

var (
	ordinalEnds = set("st nd rd th er o a го е й")
	firstWords  = set("primo prima first premier primero 1er intai первое первого")
)

func (s *scanner) small(i int) int {
	if len(s.words[i]) > 4 {
		return -1
	}
	n, err := strconv.Atoi(s.words[i])
	if err != nil {
		return -1
	}
	return n
}

func (v Value) isDate() bool {
	return v.Month >= 1 && v.Month <= 12 && v.Day >= 1 && v.Day <= 31 && (v.Year == 0 || v.Year >= 1900 && v.Year <= 2199)
}

// clock reads 14:30, 14h30, "alle 14", "at 3 pm", "ore 9.30".
func (s *scanner) clock(i int) (found, bool) {
	hour, ok := s.hourAt(i)
	if !ok {
		return found{}, false
	}
	minute, end, exact := s.minuteAt(i)
	if end < len(s.words) && (s.words[end] == "pm" || s.words[end] == "am") {
		exact = true
		if s.words[end] == "pm" && hour < 12 {
			hour += 12
		}
		end++
	}
	if !exact {
		return found{}, false
	}
	return found{from: i, to: end, value: Value{Kind: KindTime, Number: int64(hour*60+minute) * scale}}, true
}

func (s *scanner) hourAt(i int) (int, bool) {
	digits, rest := splitDigits(s.words[i])
	if digits == "" || len(digits) > 2 || rest != "" && rest != "h" && rest != "pm" && rest != "am" {
		return 0, false
	}
	n, _ := strconv.Atoi(digits)
	if rest == "pm" && n < 12 {
		n += 12
	}
	return n, n < 24 && (rest == "" || rest == "pm" || rest == "am")
}

// minuteAt reads the minutes after the hour at token i and tells whether it is certainly a time of day.
func (s *scanner) minuteAt(i int) (minute, end int, exact bool) {
	end = i + 1
	_, rest := splitDigits(s.words[i])
	exact = rest == "pm" || rest == "am"
	if end >= len(s.words) || !s.tokens[end].digits || len(s.words[end]) != 2 || s.small(end) > 59 {
		return 0, end, exact || s.afterHourWord(i)
	}
	dotted := s.gaps[end] == "." && s.afterHourWord(i) && !s.moneyAround(end+1)
	if s.gaps[end] == ":" || dotted {
		return s.small(end), end + 1, true
	}
	return 0, end, exact
}

// afterHourWord tells that a word such as "ore", "alle" announces a time; weak prepositions do not.
func (s *scanner) afterHourWord(i int) bool {
	return i > 0 && strongHour[s.words[i-1]] && trimBlanks(s.gaps[i]) == "" && (i+1 >= len(s.words) || s.plainAfter(i+1))
}

func (s *scanner) plainAfter(i int) bool {
	_, isUnit := s.tongue(i).units[s.words[i]]
	return !isUnit && currencyWords[s.words[i]] == "" && trimBlanks(s.gaps[i]) == "" || s.tokens[i].digits
}

var strongHour = set("ore alle dalle orele uhr o'clock las")

// shortestMonth is the least length, in bytes, of a name of a month that may be misspelt.
const shortestMonth = 5

// month gives the number of a month by its name, which may have one wrong, missing or added letter; 0 when it is none.
func (t *tongue) month(word string) int {
	if n := t.months[word]; n > 0 || len(word) < shortestMonth-1 || t.function[word] {
		return n
	}
	best := 0
	for name, n := range t.months {
		if len(name) < shortestMonth || name[0] != word[0] || !withinDistance(name, word, 1) {
			continue
		}
		if best != 0 && best != n {
			return 0
		}
		best = n
	}
	return best
}
