package language

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// shortestDictated is the least number of letters and figures of a code that people dictate piece by piece.
const shortestDictated = 3

// longDictated is the number of figures from which on "zero twenty seven nine" may be heard as 0-20-7-9 too: so much else
// has to agree.
const longDictated = 7

// mostPieces bounds the words one code is dictated in.
const mostPieces = 40

// dictatedAt finds a number or code said in pieces that begins at token p: "582-13", "five eight two one three", "V come
// Venezia, X, due zero quattro sette", "double seven". 0 when it is not there. Figures right before or after it would
// make it another number.
func (r *reading) dictatedAt(target string, p int) int {
	if len(target) < shortestDictated {
		return 0
	}
	s := r.speaking()
	if p > 0 && s.codeTouches(p) && s.digitPiece(p-1) {
		return 0
	}
	s.long = len(target) >= longDictated
	end := s.dictated(target, p, mostPieces, p)
	if end > 0 && end < len(s.tokens) && s.codeTouches(end) && s.digitPiece(end) && !s.countsSomething(end) {
		return 0
	}
	return end
}

// dictated is the end of the rest of a code that begins at token q; left bounds its pieces.
func (s *speaker) dictated(rest string, q, left, first int) int {
	if rest == "" {
		return q
	}
	if q >= len(s.tokens) || left == 0 || q > first && !s.codeGap(q) {
		return 0
	}
	if end := s.dictatedText(rest, q, left, first); end > 0 {
		return end
	}
	if end := s.dictatedLetter(rest, q, left, first); end > 0 {
		return end
	}
	if q > first && s.speech(q).spell.fillers[s.words[q]] {
		return s.dictated(rest, q+1, left-1, first)
	}
	return 0
}

// dictatedText tries the figures and number words at token q, the longest number first.
func (s *speaker) dictatedText(rest string, q, left, first int) int {
	for _, piece := range s.pieces(q) {
		if tail, ok := strings.CutPrefix(rest, piece.text); ok {
			if end := s.dictated(tail, piece.end, left-1, first); end > 0 {
				return end
			}
		}
	}
	return 0
}

// piece is what some tokens add to a code.
type piece struct {
	text string
	end  int
}

// pieces lists what the tokens from q on may add to a code.
func (s *speaker) pieces(q int) []piece {
	var all []piece
	if v, ok := s.tongue(q).numbers.small[s.words[q]]; ok && v == 0 {
		all = append(all, piece{"0", q + 1})
	} else if n := s.numbers[q]; n.to > q && n.value.Kind == KindNumber && !s.tokens[q].digits && n.value.Number%scale == 0 {
		all = append(all, piece{strconv.FormatInt(n.value.Number/scale, 10), n.to})
		if v, ok := s.tongue(q).numbers.additive(s.words[q]); ok && s.long && n.to > q+1 {
			all = append(all, piece{strconv.FormatInt(v, 10), q + 1})
		}
	}
	if hasDigit(s.words[q]) {
		all = append(all, piece{s.tokens[q].text, q + 1})
	}
	sp := s.speech(q).spell
	if d := sp.digits[s.words[q]]; d != "" {
		all = append(all, piece{d, q + 1})
	}
	return append(all, s.repeated(q, sp)...)
}

// repeated reads "double seven", "doppio zero", "два нуля".
func (s *speaker) repeated(q int, sp spelling) []piece {
	times := 0
	switch {
	case sp.twice[s.words[q]]:
		times = 2
	case sp.thrice[s.words[q]]:
		times = 3
	}
	j := q + 1
	if s.is(j, repeatJoins) {
		j++
	}
	if times == 0 || !s.touches(j) {
		return nil
	}
	word := s.words[j]
	digit := s.speech(j).spell.digits[word]
	for _, form := range []string{word, strings.TrimSuffix(word, "s"), strings.TrimSuffix(word, "i") + "o", strings.TrimSuffix(word, "en"), strings.TrimSuffix(word, "ки") + "ка"} {
		if v, ok := s.tongue(j).numbers.small[form]; ok && v < 10 && digit == "" {
			digit = strconv.FormatInt(v, 10)
		}
		if d := s.speech(j).spell.digits[form]; digit == "" {
			digit = d
		}
	}
	if s.tokens[j].digits && len(word) == 1 {
		digit = word
	}
	if digit == "" && len([]rune(word)) == 1 {
		digit = word
	}
	if digit == "" {
		return nil
	}
	return []piece{{strings.Repeat(digit, times), j + 1}}
}

var repeatJoins = set("die de la volte il el le")

// dictatedLetter reads a letter: itself, its name, a word of a spelling alphabet, with or without "V come".
func (s *speaker) dictatedLetter(rest string, q, left, first int) int {
	letter, size := utf8.DecodeRuneInString(rest)
	if letter >= '0' && letter <= '9' {
		return 0
	}
	word, after := s.words[q], rest[size:]
	if s.namesLetter(q, letter) {
		if end := s.any(q+1, s.speech(q).spell.like); end > 0 && s.codeGap(q+1) && end < len(s.words) && s.likeWord(end, word) {
			if to := s.dictated(after, end+1, left-1, first); to > 0 {
				return to
			}
		}
		if to := s.dictated(after, q+1, left-1, first); to > 0 {
			return to
		}
	}
	if named := alphabetOf(s.tongue(q).code)[word]; named != "" && strings.Contains(latinLetters(letter), named) {
		return s.dictated(after, q+1, left-1, first)
	}
	if n := utf8.RuneCountInString(word); n > 1 && strings.HasPrefix(lookalike(rest), lookalike(word)) {
		return s.dictated(string([]rune(rest)[n:]), q+1, left-1, first)
	}
	return 0
}

// namesLetter tells that token q is a letter or its name.
func (s *speaker) namesLetter(q int, letter rune) bool {
	word := s.words[q]
	if utf8.RuneCountInString(word) == 1 && lookalike(word) == lookalike(string(letter)) {
		return true
	}
	return strings.ContainsAny(s.speech(q).spell.letters[word], latinLetters(letter))
}

// lookalike writes Cyrillic letters as the Latin ones that look the same, so that a code reads alike in both scripts.
func lookalike(s string) string {
	return strings.Map(func(r rune) rune {
		if latin, ok := toLatin[r]; ok {
			return latin
		}
		return r
	}, s)
}

// latinLetters are the Latin letters that a letter of a code may be dictated as: a Cyrillic one by its look or its sound.
func latinLetters(letter rune) string {
	sound, ok := latinSounds[letter]
	if !ok {
		return string(letter)
	}
	return sound + lookalike(string(letter))
}

var latinSounds = map[rune]string{
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'е': "e", 'з': "z", 'и': "i", 'к': "k", 'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p",
	'р': "r", 'с': "s", 'т': "t", 'у': "u", 'ф': "f", 'х': "h",
}

// likeWord tells that the word at token i begins as the letter said does.
func (s *speaker) likeWord(i int, letter string) bool {
	return strings.HasPrefix(s.words[i], letter) || alphabetOf(s.tongue(i).code)[s.words[i]] != ""
}

// codeGap is what may stand inside a dictated code before token q.
func (s *speaker) codeGap(q int) bool {
	gap := s.gaps[q]
	return len(gap) <= 4 && strings.Trim(gap, " -.,/()'\"\n") == ""
}

// codeTouches is what stands inside a number written in groups.
func (s *speaker) codeTouches(q int) bool {
	gap := s.gaps[q]
	return gap == " " || gap == "-" || gap == ", " || gap == "." || gap == ","
}

// digitPiece tells that token q would go on a dictated number.
func (s *speaker) digitPiece(q int) bool {
	if s.tokens[q].digits || s.speech(q).spell.digits[s.words[q]] != "" {
		return true
	}
	v, ok := s.tongue(q).numbers.small[s.words[q]]
	return ok && v < 10 && (!s.tongue(q).numbers.articles[s.words[q]] || digitOnes[s.words[q]])
}

// shortestSeries is how many figures in a row are dictated ones, none of them a number by itself.
const shortestSeries = 3

// inSeries tells that a number is one figure of a longer number dictated figure by figure.
func (s *speaker) inSeries(f found) bool {
	if f.to != f.from+1 || s.tokens[f.from].digits || !s.digitPiece(f.from) {
		return false
	}
	from, to := f.from, f.to
	for from > 0 && s.codeTouches(from) && s.digitPiece(from-1) {
		from--
	}
	for to < len(s.tokens) && s.codeTouches(to) && s.digitPiece(to) {
		to++
	}
	return to-from >= shortestSeries
}

// digitOnes are the articles that are said for the figure as well.
var digitOnes = set("uno unu one eins один")

// countsSomething tells that the number at token q belongs to what follows it.
func (s *speaker) countsSomething(q int) bool {
	n := s.numbers[q]
	if n.to == 0 {
		return s.gaps[q] == ", "
	}
	return n.value.Kind != KindNumber || n.to < len(s.tokens) && s.touches(n.to) && !s.digitPiece(n.to) && !s.tongue(q).function[s.words[n.to]]
}
