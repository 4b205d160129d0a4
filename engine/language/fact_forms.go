package language

// dateAt finds a date written with its day and month in figures alone, "14/5" or "25.06.", which elsewhere could be a
// fraction or a sum: it is read as a date only where that date is wanted.
func (r *reading) dateAt(want Value, p int) int {
	if p+1 >= len(r.tokens) || !r.tokens[p].digits || !r.tokens[p+1].digits {
		return 0
	}
	switch r.gaps[p+1] {
	case "/", ".", "-":
	default:
		return 0
	}
	if plainNumber(r.tokens[p].text) != want.Day || plainNumber(r.tokens[p+1].text) != want.Month {
		return 0
	}
	return p + 2
}

// dayParts are words for the half of a day an hour stands in: whether it is the second one.
var dayParts = map[string]bool{
	"mattina": false, "mattino": false, "dimineata": false, "dimineti": false, "утра": false, "morning": false, "morgens": false,
	"fruh": false, "vormittags": false, "matin": false, "manana": false, "am": false, "ночи": false,
	"pomeriggio": true, "sera": true, "amiaza": true, "masa": true, "seara": true, "дня": true, "вечера": true, "afternoon": true,
	"evening": true, "nachmittags": true, "nachmittag": true, "abends": true, "abend": true, "midi": true, "soir": true, "tarde": true,
	"noche": true, "pm": true,
}

// timeAt finds a time of day said with the part of the day, "three in the afternoon", or with a full stop, "6.40 утра".
func (r *reading) timeAt(want Value, p int) int {
	hour, minute := int(want.Number/scale)/60, int(want.Number/scale)%60
	at, end, said := r.hourFrom(p)
	if end == 0 {
		return 0
	}
	exact := false
	if end < len(r.tokens) && r.tokens[end].digits && len(r.tokens[end].text) == 2 && (r.gaps[end] == "." || r.gaps[end] == " ") {
		said, exact = plainNumber(r.tokens[end].text), true
		end++
	}
	if said != minute {
		return 0
	}
	for j := end; j < min(end+4, len(r.tokens)); j++ {
		if late, ok := dayParts[r.tokens[j].text]; ok {
			if late && at < 12 {
				at += 12
			}
			if at == hour {
				return j + 1
			}
			return 0
		}
	}
	if exact && at == hour && r.gaps[end-1] == "." {
		return end
	}
	return 0
}

// hourFrom reads the number of an hour at token p.
func (r *reading) hourFrom(p int) (hour, end, minute int) {
	for _, f := range r.valuesAt[p] {
		if f.value.Kind == KindNumber && f.to > p && f.value.Number%scale == 0 && f.value.Number < 24*scale && !f.article {
			return int(f.value.Number / scale), f.to, 0
		}
	}
	if r.tokens[p].digits && len(r.tokens[p].text) <= 2 {
		return plainNumber(r.tokens[p].text), p + 1, 0
	}
	return 0, 0, 0
}

// plainNumber is the number of a short run of digits; -1 for a long one.
func plainNumber(digits string) int {
	if len(digits) > 4 {
		return -1
	}
	n := 0
	for _, c := range digits {
		n = 10*n + int(c-'0')
	}
	return n
}

// shortestDictated is the least number of digits of a number that people dictate digit by digit or in groups.
const shortestDictated = 4

// digitsAt finds a long number said in pieces: "582-13", "five eight two one three".
func (r *reading) digitsAt(target string, p int) int {
	if len(target) < shortestDictated || !allDigits(target) {
		return 0
	}
	got := ""
	for q := p; q < len(r.tokens) && len(got) < len(target); q++ {
		if q > p && trimBlanks(r.gaps[q]) != "" && trimBlanks(r.gaps[q]) != "-" && trimBlanks(r.gaps[q]) != "," {
			return 0
		}
		piece := r.digitOf(q)
		if piece == "" {
			return 0
		}
		if got += piece; got == target {
			return q + 1
		}
	}
	return 0
}

// digitOf is what token q adds to a dictated number: its figures, or the figure of a word for one.
func (r *reading) digitOf(q int) string {
	tok := r.tokens[q]
	if tok.digits {
		return tok.text
	}
	if n, ok := r.tongueAt(q).numbers.small[tok.text]; ok && n < 10 {
		return string(rune('0' + n))
	}
	return ""
}
