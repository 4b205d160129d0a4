package language

// spokenLengths are lengths of time with a name of their own, in seconds.
var spokenLengths = []struct {
	seconds int64
	words   [][]string
}{
	{1800, sequences("half an hour, half hour, mezz ora, mezzora, halbe stunde, halben stunde, jumatate de ora, полчаса, demi heure, media hora")},
	{5400, sequences("hour and a half, ora e mezza, anderthalb stunden, eineinhalb stunden, ora si jumatate, полтора часа, heure et demie, hora y media")},
	{86400, sequences("сутки, суток")},
	{14 * 86400, sequences("fortnight")},
}

// lengthAt finds a length of time said with such a name.
func (r *reading) lengthAt(want Value, p int) int {
	for _, l := range spokenLengths {
		for _, words := range l.words {
			if want.Unit == "s" && want.Number == l.seconds*scale && wordsAt(r.text, p, words) {
				return p + len(words)
			}
		}
	}
	return 0
}

var (
	// beforeHour and afterHour stand around the number of an hour.
	beforeHour = set("alle at um ab gegen la ora orele ore в к с до a las dalle from by until")
	afterHour  = set("uhr часов часа час ore oclock heures horas")
	// halfAfter follow an hour, halfBefore and halfTo precede one: "tre e mezza", "half past three", "halb vier".
	halfAfter  = sequences("e mezza, e mezzo, si jumatate, et demie, y media")
	halfBefore = sequences("half past")
	halfTo     = sequences("halb")
	joinsTime  = set("e and si и und et y uhr")
)

// spokenTimeAt finds a time of day in words: "half past three", "um 15 Uhr", "alle quindici e trenta". An hour up to twelve
// may be meant after noon unless the part of the day says otherwise.
func (r *reading) spokenTimeAt(want Value, p int) int {
	hour, minute := int(want.Number/scale)/60, int(want.Number/scale)%60
	at := p
	past := afterAny(r.text, p, halfBefore)
	to := afterAny(r.text, p, halfTo)
	at = max(at, past, to)
	if at >= len(r.tokens) {
		return 0
	}
	said, end, _ := r.hourFrom(at)
	if end == 0 {
		return 0
	}
	minutes, certain := 0, p > 0 && beforeHour[r.tokens[p-1].text]
	switch {
	case past > 0:
		minutes, certain = 30, true
	case to > 0:
		said, minutes, certain = said-1, 30, true
	case afterAny(r.text, end, halfAfter) > 0:
		end, minutes, certain = afterAny(r.text, end, halfAfter), 30, true
	default:
		if end < len(r.tokens) && afterHour[r.tokens[end].text] {
			certain = true
		}
		minutes, end = r.minutesFrom(end)
	}
	if !certain || minutes != minute || said != hour && said+12 != hour {
		return 0
	}
	for j := end; j < min(end+4, len(r.tokens)); j++ {
		if late, ok := dayParts[r.tokens[j].text]; ok && late != (hour >= 12) {
			return 0
		}
	}
	return end
}

// minutesFrom reads the minutes said after an hour; none is the full hour.
func (r *reading) minutesFrom(end int) (minutes, after int) {
	if end+1 < len(r.tokens) && joinsTime[r.tokens[end].text] {
		for _, f := range r.valuesAt[end+1] {
			if n := f.value.Number / scale; f.value.Kind == KindNumber && n < 60 && !f.article {
				return int(n), f.to
			}
		}
	}
	return 0, end
}

// afterAny is the token after the first of the word sequences that stands at token p, 0 when none does.
func afterAny(t *text, p int, all [][]string) int {
	for _, words := range all {
		if wordsAt(t, p, words) {
			return p + len(words)
		}
	}
	return 0
}
