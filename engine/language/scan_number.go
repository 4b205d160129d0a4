package language

import (
	"strconv"
	"strings"
)

// maxDigits bounds the digits of a number; longer runs are references or phones.
const maxDigits = 12

// number reads a number in figures or words that begins at token i.
func (s *scanner) number(i int) (found, bool) {
	if i >= len(s.tokens) {
		return found{}, false
	}
	if s.tokens[i].digits {
		return s.figures(i)
	}
	if f, ok := s.figuresWithUnit(i); ok {
		return f, true
	}
	return s.counted(i)
}

// counted reads number words; they stop at any punctuation but a hyphen.
func (s *scanner) counted(i int) (found, bool) {
	t := s.tongue(i)
	end := i + 1
	for end < len(s.words) && end < i+12 && (trimBlanks(s.gaps[end]) == "" || s.gaps[end] == "-" && t.hyphenated(s.words[end-1], s.words[end])) {
		end++
	}
	value, to := t.numbers.read(s.words[i:end], 0)
	if to == 0 {
		return found{}, false
	}
	f := found{from: i, to: i + to, value: Value{Kind: KindNumber, Number: value * scale, Text: strconv.FormatInt(value, 10)}}
	f.article = to == 1 && t.numbers.articles[s.words[i]]
	return f, true
}

// hyphenated reports whether a hyphen joins two number words into one number ("twenty-one") rather than a range.
func (t *tongue) hyphenated(a, b string) bool {
	_, tens := t.numbers.tens[a]
	v, ok := t.numbers.additive(b)
	if t.numbers.twenties && (a == "dix" && v >= 7 && v < 10 || a == "quatre" && v == 20 || a == "et") {
		return true
	}
	return tens && ok && (v < 10 || t.numbers.twenties) || t.numbers.and[b] && tens
}

// figures reads digits with the separators of the language.
func (s *scanner) figures(i int) (found, bool) {
	t := s.tongue(i)
	whole, end := s.tokens[i].text, i+1
	grouped := false
	for end < len(s.tokens) && s.groups(t, end, len(whole), grouped) {
		whole += s.tokens[end].text
		end++
		grouped = true
	}
	fraction := ""
	if end < len(s.tokens) && s.isFraction(t, end, grouped) {
		fraction = s.tokens[end].text
		end++
	}
	number, ok := decimalNumber(whole, fraction)
	if !ok {
		return found{}, false
	}
	return found{from: i, to: end, value: Value{Kind: KindNumber, Number: number, Text: whole + fraction}}, true
}

// groups reports whether token i is a group of thousands.
func (s *scanner) groups(t *tongue, i, digits int, grouped bool) bool {
	tok := s.tokens[i]
	if !tok.digits || len(tok.text) != 3 || !grouped && digits > 3 {
		return false
	}
	if i+1 < len(s.tokens) && s.gaps[i+1] == s.gaps[i] && s.tokens[i+1].digits && len(s.tokens[i+1].text) != 3 {
		return false
	}
	switch s.gaps[i] {
	case "'":
		return true
	case ".":
		return t.decimal == ','
	case ",":
		return t.decimal == '.'
	case " ":
		return s.moneyAround(i + 1)
	}
	return false
}

// moneyAround tells that a currency follows: only then a blank separates thousands.
func (s *scanner) moneyAround(i int) bool {
	if strings.ContainsAny(s.gaps[i], "€$£₽") {
		return true
	}
	return i < len(s.words) && currencyWords[s.words[i]] != ""
}

// isFraction reports whether token i holds the decimals of the number before.
func (s *scanner) isFraction(t *tongue, i int, grouped bool) bool {
	tok, gap := s.tokens[i], s.gaps[i]
	if !tok.digits || gap != "." && gap != "," || len(tok.text) > 4 {
		return false
	}
	if i+1 < len(s.tokens) && s.gaps[i+1] == "." && s.tokens[i+1].digits {
		return false // a date or a phone
	}
	if grouped || len(tok.text) == 3 {
		return gap[0] == t.decimal
	}
	return true
}

// decimalNumber reads whole and fraction digits in ten-thousandths.
func decimalNumber(whole, fraction string) (int64, bool) {
	if len(whole) > maxDigits {
		return 0, false
	}
	fraction = (fraction + "0000")[:4]
	n, err := strconv.ParseInt(whole+fraction, 10, 64)
	return n, err == nil
}

// figuresWithUnit reads "20eur", "30min", "5gg": digits and a known unit in one word. The unit is read by amount and
// duration, which look at the same word.
func (s *scanner) figuresWithUnit(i int) (found, bool) {
	digits, rest := splitDigits(s.words[i])
	if digits == "" || rest == "" || len(digits) > 6 {
		return found{}, false
	}
	number, _ := decimalNumber(digits, "")
	value := Value{Kind: KindNumber, Number: number, Text: digits}
	if code := currencyWords[rest]; code != "" {
		value = Value{Kind: KindAmount, Number: number, Unit: code}
	} else if u, ok := s.tongue(i).units[rest]; ok {
		value = spanOf(number, u)
	} else {
		return found{}, false
	}
	return found{from: i, to: i + 1, value: value}, true
}

func splitDigits(word string) (digits, rest string) {
	end := 0
	for end < len(word) && word[end] >= '0' && word[end] <= '9' {
		end++
	}
	return word[:end], word[end:]
}
