package scenarios

import (
	"strconv"
	"strings"
	"time"
)

// calendarTime reads a stretch of simulated time: clock units, working days or months ("2 working days", "24 mesi").
// A working day counts as a day, a month as thirty.
func calendarTime(text string) (time.Duration, bool) {
	if d, ok := durationOf(text); ok {
		return d, true
	}
	n, rest, ok := leadingNumber(text)
	if !ok || n > 10_000 {
		return 0, false
	}
	switch w, _, _ := matchWord(rest, []word{"unit.working-day", "unit.month"}); w {
	case "unit.working-day":
		return time.Duration(n) * 24 * time.Hour, true
	case "unit.month":
		return time.Duration(n) * 30 * 24 * time.Hour, true
	}
	return 0, false
}

// dueTime reads a stretch of time with or without "within" before it.
func dueTime(text string) (time.Duration, bool) {
	if _, n, _, ok := longestAt("mod.within", text, ""); ok {
		text = text[n:]
	}
	return calendarTime(text)
}

// leadingNumber parts a text into the whole number it begins with and the rest; the Romanian "de" between is skipped.
func leadingNumber(text string) (n int, rest string, ok bool) {
	text = strings.TrimSpace(text)
	end := 0
	for end < len(text) && isDigit(text[end]) {
		end++
	}
	n, err := strconv.Atoi(text[:end])
	rest = strings.TrimSpace(text[end:])
	return n, strings.TrimPrefix(rest, "de "), err == nil && n <= maxCount
}

// months reads how many months a certificate is valid.
func months(text string) (int, bool) {
	n, rest, ok := leadingNumber(text)
	_, _, unit := matchWord(rest, []word{"unit.month"})
	return n, ok && unit && n > 0 && n <= 1200
}
