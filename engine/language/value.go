package language

import (
	"fmt"
	"strconv"
	"strings"
)

// Kind says what sort of thing a [Value] is.
type Kind string

// The kinds of values.
const (
	KindText      Kind = "text"
	KindNumber    Kind = "number"
	KindRange     Kind = "range"
	KindAmount    Kind = "amount"
	KindPercent   Kind = "percent"
	KindDuration  Kind = "duration"
	KindDate      Kind = "date"
	KindTime      Kind = "time"
	KindPhone     Kind = "phone"
	KindReference Kind = "reference"
	KindEmail     Kind = "email"
)

// Value is a fact, a form field or a thing found in a reply, ready to be compared. The zero Value is an empty text.
type Value struct {
	Kind Kind
	// Number is in ten-thousandths: amounts, numbers, percentages, the length of a duration in seconds or months, the
	// minute of a day, and the lower end of a range.
	Number int64
	// Max is the upper end of a range, in ten-thousandths.
	Max int64
	// Unit is the currency of an amount in ISO letters ("" when it was not said), "s" or "months" of a duration.
	Unit string
	// Year, Month and Day of a date; Year or Month are 0 when they were not said.
	Year, Month, Day int
	// Text is what is compared of texts, phones, references and addresses.
	Text string
}

// String gives a value as people write it, plainly and without regard to language.
func (v Value) String() string {
	number := strconv.FormatFloat(float64(v.Number)/scale, 'f', -1, 64)
	switch v.Kind {
	case KindAmount:
		return strings.TrimSpace(number + " " + v.Unit)
	case KindPercent:
		return number + " %"
	case KindRange:
		return number + "-" + strconv.FormatFloat(float64(v.Max)/scale, 'f', -1, 64)
	case KindDuration:
		return number + " " + v.Unit
	case KindDate:
		return fmt.Sprintf("%04d-%02d-%02d", v.Year, v.Month, v.Day)
	case KindTime:
		return fmt.Sprintf("%02d:%02d", v.Number/scale/60, v.Number/scale%60)
	case KindNumber:
		return number
	}
	return v.Text
}

// scale is how many steps of [Value.Number] make one.
const scale = 10000

// ParseValue reads a whole text as one value in the habits of a language: "1.840" is a thousand in Italian and a
// fraction in English. What is nothing else is a text. It never fails.
func ParseValue(s, language string) Value {
	t := readText(s, true)
	found := scanValues(t, alwaysIn(tongueOf(language)))
	for _, f := range found {
		if f.from <= introducers(t, tongueOf(language)) && f.to == len(t.tokens) && bareEnds(t) {
			return f.value
		}
	}
	if v, ok := saidValue(t, tongueOf(language)); ok {
		return v
	}
	return Value{Kind: KindText, Text: plainText(s)}
}

// saidValue reads a whole text as one value said in words, "14 Uhr", "un'ora e mezza", when it can be meant in one way only.
func saidValue(t *text, tongue *tongue) (Value, bool) {
	if len(t.tokens) == 0 || !bareEnds(t) {
		return Value{}, false
	}
	s := newSpeaker(t, alwaysIn(tongue), false)
	from := introducers(t, tongue)
	var whole []found
	for _, f := range s.sayings() {
		if f.from <= from && f.to == len(t.tokens) && (!f.weak || f.value.Unit != "" && f.value.Kind == KindAmount) {
			whole = append(whole, f)
		}
	}
	if len(whole) == 0 {
		return Value{}, false
	}
	for _, f := range whole[1:] {
		if f.value != whole[0].value {
			return Value{}, false
		}
	}
	return whole[0].value, true
}

// alwaysIn reads every token in one language.
func alwaysIn(t *tongue) func(int) *tongue { return func(int) *tongue { return t } }

// introducers counts the words at the start that only announce a value: "da 4 a 6", "ore 14:30".
func introducers(t *text, tongue *tongue) int {
	if len(t.tokens) > 1 && (tongue.from[t.tokens[0].text] || tongue.hour[t.tokens[0].text] || t.tokens[0].text == "ore") {
		return 1
	}
	return 0
}

// bareEnds tells that nothing but blanks, currency and percent signs stands around the value.
func bareEnds(t *text) bool {
	around := t.gaps[0] + t.gaps[len(t.gaps)-1]
	return strings.Trim(around, " \t\n\r.€$£%+(#") == ""
}

// plainText folds a text for comparison: case, accents, blanks and outer punctuation do not count (SEMANTICS 52).
func plainText(s string) string {
	return strings.Trim(strings.Join(strings.Fields(Fold(s)), " "), " .,;:!?\"'()[]-")
}

// Equal reports whether two values are the same thing: amounts, numbers, durations and dates by value, references and
// phones without blanks, hyphens and dots, texts folded. An amount without its currency equals one with it when it has
// decimals, a date without a year the same day of any year, and a phone number with its country one without.
func (v Value) Equal(w Value) bool {
	if v.Kind != w.Kind {
		return v.equalAcross(w)
	}
	switch v.Kind {
	case KindNumber, KindPercent, KindTime:
		return v.Number == w.Number
	case KindAmount:
		return v.Number == w.Number && (v.Unit == w.Unit || v.Unit == "" || w.Unit == "")
	case KindDuration:
		return v.Number == w.Number && v.Unit == w.Unit
	case KindRange:
		return v.Number == w.Number && v.Max == w.Max && (v.Unit == w.Unit || v.Unit == "" || w.Unit == "")
	case KindDate:
		return (v.Month == w.Month || v.Month == 0 || w.Month == 0) && v.Day == w.Day && (v.Year == w.Year || v.Year == 0 || w.Year == 0)
	case KindPhone:
		return sameLine(v.Text, w.Text)
	default:
		return v.Text == w.Text
	}
}

// equalAcross compares kinds that writing alone cannot tell apart: a number with decimals and an amount, a number and
// the text of a reference or phone.
func (v Value) equalAcross(w Value) bool {
	if w.Kind == KindNumber {
		v, w = w, v
	}
	switch {
	case v.Kind == KindNumber && w.Kind == KindAmount:
		return v.Number == w.Number && v.Number%scale != 0
	case v.Kind == KindNumber && w.compact() != "":
		return v.Text == w.compact()
	}
	return v.compact() != "" && v.compact() == w.compact()
}

// compact is what counts of a reference, phone or text: letters and digits.
func (v Value) compact() string {
	switch v.Kind {
	case KindPhone, KindReference, KindText, KindNumber:
		return squeeze(v.Text)
	}
	return ""
}

// squeeze drops everything but letters and digits of a folded text.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if isWordRune(r) {
			return r
		}
		return -1
	}, s)
}

// comparable reports whether a value of the kind and unit of w could be meant in the place of v: such a value is a
// stranger when it differs (SEMANTICS 13).
func (v Value) comparable(w Value) bool {
	if v.Kind != w.Kind {
		return false
	}
	if v.Kind == KindAmount || v.Kind == KindRange {
		return v.Unit == w.Unit || v.Unit == "" || w.Unit == ""
	}
	return v.Kind != KindText
}
