package language

import (
	"strings"
	"time"
)

// dayWords are words for a day seen from today, in the seven languages.
var dayWords = map[string]int{
	"oggi": 0, "stasera": 0, "stamattina": 0, "domani": 1, "domattina": 1, "dopodomani": 2, "azi": 0, "astazi": 0, "diseara": 0, "maine": 1, "poimaine": 2,
	"сегодня": 0, "завтра": 1, "послезавтра": 2, "today": 0, "tonight": 0, "tomorrow": 1, "heute": 0, "morgen": 1, "ubermorgen": 2,
	"aujourd": 0, "demain": 1, "hoy": 0, "manana": 1,
}

// dayPhrases are the same in several words; the longest counts.
var dayPhrases = sequences("day after tomorrow, apres demain, pasado manana, dopo domani, uber morgen")

// aheadWords stand before a length of time that begins today: "in three days".
var aheadWords = set("in fra tra peste через dans dentro within")

// weekdays are the names of the days by their number from Sunday.
var weekdays = func() map[string]time.Weekday {
	days := map[string]time.Weekday{}
	for day, names := range strings.Split("domenica duminica duminică воскресенье sunday sonntag dimanche domingo,"+
		"lunedi luni понедельник monday montag lundi lunes,martedi marti вторник tuesday dienstag mardi martes,"+
		"mercoledi miercuri среда среду wednesday mittwoch mercredi miercoles,giovedi joi четверг thursday donnerstag jeudi jueves,"+
		"venerdi vineri пятница пятницу friday freitag vendredi viernes,sabato sambata суббота субботу saturday samstag sonnabend samedi sabado", ",") {
		for _, name := range strings.Fields(names) {
			days[Fold(name)] = time.Weekday(day)
		}
	}
	return days
}()

// relativeDateAt finds a date said from today, "tomorrow", "in three days", "on Friday", where a clock was handed in.
func (r *reading) relativeDateAt(want Value, p int) int {
	today, err := time.Parse(time.DateOnly, r.reply.Today)
	if err != nil {
		return 0
	}
	day, end := r.daysAhead(p, today)
	if end == 0 {
		return 0
	}
	at := today.AddDate(0, 0, day)
	if !want.Equal(Value{Kind: KindDate, Year: at.Year(), Month: int(at.Month()), Day: at.Day()}) {
		return 0
	}
	return end
}

// daysAhead reads how many days after today something at token p is meant; end is 0 when it is no such thing.
func (r *reading) daysAhead(p int, today time.Time) (days, end int) {
	for _, words := range dayPhrases {
		if wordsAt(r.text, p, words) {
			return 2, p + len(words)
		}
	}
	if r.insideDayPhrase(p) {
		return 0, 0
	}
	word := r.tokens[p].text
	if days, ok := dayWords[word]; ok {
		return days, p + 1
	}
	if weekday, ok := weekdays[word]; ok {
		return (int(weekday-today.Weekday())+6)%7 + 1, p + 1
	}
	before := p - 1
	if before > 0 && r.tongueAt(before).numbers.articles[r.tokens[before].text] {
		before-- // "in a fortnight"
	}
	if before < 0 || !aheadWords[r.tokens[before].text] {
		return 0, 0
	}
	for _, f := range r.meant().at[p] {
		if days := daysOf(f.value, today); days > 0 {
			return days, f.to
		}
	}
	return 0, 0
}

// daysOf counts the days of a length from a day on; 0 when it has none, or parts of one.
func daysOf(v Value, today time.Time) int {
	switch {
	case v.Kind != KindDuration:
		return 0
	case v.Unit == "months" && v.Number%scale == 0 && v.Number < 1200*scale:
		return int(today.AddDate(0, int(v.Number/scale), 0).Sub(today) / (24 * time.Hour))
	case v.Unit == "s" && v.Number%(86400*scale) == 0 && v.Number < 100*366*86400*scale:
		return int(v.Number / (86400 * scale))
	}
	return 0
}

// seenFromToday makes a date of a fact that is written as a day seen from today, "tomorrow", "tra tre giorni", where a clock
// was handed in.
func seenFromToday(v Value, written valueKey) Value {
	if v.Kind != KindText || written.today == "" {
		return v
	}
	today, err := time.Parse(time.DateOnly, written.today)
	if err != nil {
		return v
	}
	fact := readValuesOf(written.text, written.language)
	for p := range min(2, len(fact.tokens)) {
		days, end := fact.daysAhead(p, today)
		if end == len(fact.tokens) && (p == 0 || aheadWords[fact.tokens[0].text]) {
			at := today.AddDate(0, 0, days)
			return Value{Kind: KindDate, Year: at.Year(), Month: int(at.Month()), Day: at.Day()}
		}
	}
	return v
}

// readValuesOf reads a short text in one language, with its values alone.
func readValuesOf(s, language string) *reading {
	r := &reading{text: readText(s, true), tongue: tongueOf(language), language: language}
	r.sentenceLanguage = make([]string, len(r.sentences))
	r.placeValues()
	return r
}

// insideDayPhrase tells that token p ends a saying such as "the day after tomorrow".
func (r *reading) insideDayPhrase(p int) bool {
	for _, words := range dayPhrases {
		if from := p + 1 - len(words); from >= 0 && wordsAt(r.text, from, words) {
			return true
		}
	}
	return false
}

func wordsAt(t *text, p int, words []string) bool {
	if p+len(words) > len(t.tokens) {
		return false
	}
	for k, w := range words {
		if t.tokens[p+k].text != w {
			return false
		}
	}
	return true
}
