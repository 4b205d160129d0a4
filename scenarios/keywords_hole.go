package scenarios

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// hole is what stood at a hole of a form: a span of the folded text, or a code that was looked up.
type hole struct {
	start, end int
	code       string
}

// holeTexts returns what stood in the holes, as it was written in source.
func holeTexts(holes []hole, f folded, source string) []string {
	var texts []string
	for _, h := range holes {
		if h.code != "" {
			texts = append(texts, h.code)
			continue
		}
		texts = append(texts, strings.TrimSpace(source[f.offset(h.start):f.offset(h.end)]))
	}
	return texts
}

// numberHole reads a number at the start of a folded text: digits, perhaps with separators between them. In Romanian a
// "de" beside it is skipped (KEYWORDS 1.7).
func numberHole(text, lang string) (n int, digits string) {
	start := 0
	if lang == "ro" && strings.HasPrefix(text, "de ") {
		start = len("de ")
	}
	n = start + digitsLength(text[start:])
	if n == start {
		return 0, ""
	}
	digits = text[start:n]
	if lang == "ro" && strings.HasPrefix(text[n:], " de ") {
		n += len(" de")
	}
	return n, digits
}

// digitsLength measures digits with single dots or commas between them.
func digitsLength(text string) int {
	n := 0
	for n < len(text) {
		c := text[n]
		separator := (c == '.' || c == ',') && n > 0 && n+1 < len(text) && isDigit(text[n+1])
		if !isDigit(c) && !separator {
			break
		}
		n++
	}
	return n
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// clockUnits are the units of time a clock can count.
var clockUnits = [...]string{"unit.second", "unit.minute", "unit.hour", "unit.day"}

// timeLength measures a time such as "45 s" or "1 min 30 s" at the start of a folded text; 0 when there is none.
func timeLength(text, lang string) int {
	total := 0
	for {
		rest := text[total:]
		skipped := 0
		if total > 0 {
			rest = strings.TrimPrefix(rest, " ")
			skipped = len(text[total:]) - len(rest)
		}
		number, _ := numberHole(rest, lang)
		if number == 0 {
			return total
		}
		blank := 0
		if strings.HasPrefix(rest[number:], " ") {
			blank = 1
		}
		unit := unitLength(rest[number+blank:], lang, clockUnits[:])
		if unit == 0 {
			return total
		}
		total += skipped + number + blank + unit
	}
}

// unitLength measures the longest unit of the given ids at the start of a folded text. The Latin signs s, min and h
// are units in every language.
func unitLength(text, lang string, ids []string) int {
	longest := 0
	for _, id := range ids {
		for _, form := range unitForms(id, lang) {
			if len(form) > longest && strings.HasPrefix(text, form) && wordEndsAt(text, len(form)) {
				longest = len(form)
			}
		}
	}
	return longest
}

// unitForms returns the folded forms of a unit in a language and the signs that need no language. It reads the table's
// text directly, because rules that need it are built from the table.
func unitForms(id, lang string) []string {
	return slices.Concat(unitTable()[id+"/"+lang], unitTable()[id+"/sign"])
}

// durationOf reads a time as authors write it ("45 s", "1 min 30 s", "2 ore", "10 с"), in any keyword language. A time
// that is none, is empty, or is longer than a year is refused.
func durationOf(text string) (time.Duration, bool) {
	for _, lang := range keywordLanguages {
		if d, ok := durationIn(text, lang); ok {
			return d, true
		}
	}
	return 0, false
}

const longestDuration = 366 * 24 * time.Hour

func durationIn(text, lang string) (time.Duration, bool) {
	rest := foldName(text)
	var total time.Duration
	for rest != "" {
		n, digits := numberHole(rest, lang)
		value, err := strconv.Atoi(digits)
		if err != nil || value > 100_000_000 {
			return 0, false
		}
		rest = strings.TrimPrefix(rest[n:], " ")
		unit, length := clockUnit(rest, lang)
		if length == 0 {
			return 0, false
		}
		if time.Duration(value) > longestDuration/unit {
			return 0, false
		}
		total += time.Duration(value) * unit
		if total > longestDuration {
			return 0, false
		}
		rest = strings.TrimPrefix(rest[length:], " ")
	}
	return total, foldName(text) != ""
}

func clockUnit(text, lang string) (time.Duration, int) {
	sizes := [...]time.Duration{time.Second, time.Minute, time.Hour, 24 * time.Hour}
	var unit time.Duration
	longest := 0
	for i, id := range clockUnits {
		if n := unitLength(text, lang, []string{id}); n > longest {
			unit, longest = sizes[i], n
		}
	}
	return unit, longest
}

// languageHole reads a language by its name in lang or by a two-letter code and returns the code.
func languageHole(text, lang string) (n int, code string) {
	for _, other := range keywordLanguages {
		for _, form := range unitForms("lang."+other, lang) {
			if len(form) > n && strings.HasPrefix(text, form) && wordEndsAt(text, len(form)) {
				n, code = len(form), other
			}
		}
	}
	if n > 0 {
		return n, code
	}
	if len(text) >= 2 && isLowerASCII(text[0]) && isLowerASCII(text[1]) && wordEndsAt(text, 2) {
		return 2, text[:2]
	}
	return 0, ""
}

func isLowerASCII(c byte) bool { return 'a' <= c && c <= 'z' }

// nameHole reads a name in italics, asterisks or underscores around it, and returns it without them.
func nameHole(text string) (n int, name string) {
	if text == "" || text[0] != '*' && text[0] != '_' {
		return 0, ""
	}
	end := strings.IndexByte(text[1:], text[0])
	if end <= 0 {
		return 0, ""
	}
	return end + 2, text[1 : end+1]
}

// unitTable holds the folded forms of units and languages by "id/language", built once from the table's text.
var unitTable = sync.OnceValue(func() map[string][]string {
	table := map[string][]string{"unit.second/sign": {"s"}, "unit.minute/sign": {"min"}, "unit.hour/sign": {"h"}}
	for _, line := range strings.Split(keywordTable, "\n") {
		cells := strings.Split(line, "\t")
		if !word(cells[0]).under("unit") && !word(cells[0]).under("lang") {
			continue
		}
		for i, lang := range keywordLanguages {
			key := cells[0] + "/" + lang
			for _, form := range strings.Split(cells[i+1], " / ") {
				table[key] = append(table[key], foldName(form))
			}
		}
	}
	return table
})
