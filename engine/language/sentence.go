package language

import (
	"strings"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// markSentences cuts written text by UAX 29 and line breaks, dictated text by line breaks only, which stand for its
// pauses (SEMANTICS 8).
func (t *text) markSentences(typed bool) {
	ends := lineEnds(t.source)
	if typed {
		ends = writtenEnds(t.source)
	}
	next, start := 0, 0
	for _, end := range ends {
		from := next
		for next < len(t.tokens) && t.tokens[next].from < end {
			t.tokens[next].sentence = len(t.sentences)
			next++
		}
		if next > from {
			t.sentences = append(t.sentences, trimmed(t.source, sentenceRange{from, next, start, end}))
		}
		start = end
	}
}

// trimmed drops the blanks around a sentence from its place.
func trimmed(source []rune, s sentenceRange) sentenceRange {
	for s.start < s.end && isBlank(source[s.start]) {
		s.start++
	}
	for s.end > s.start && isBlank(source[s.end-1]) {
		s.end--
	}
	return s
}

func isBlank(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\u00a0' }

func lineEnds(source []rune) []int {
	var ends []int
	for i, r := range source {
		if r == '\n' || r == '\u2028' || r == '\u2029' {
			ends = append(ends, i+1)
		}
	}
	return append(ends, len(source))
}

// writtenEnds are the sentence ends in characters; an abbreviation does not end a sentence unless the text ends.
func writtenEnds(source []rune) []int {
	var ends []int
	at := 0
	pieces := sentences.FromString(string(source))
	for pieces.Next() {
		piece := pieces.Value()
		at += len([]rune(piece))
		if at == len(source) || !endsInAbbreviation(piece, source[at:]) {
			ends = append(ends, at)
		}
	}
	return ends
}

// endsInAbbreviation tells whether the full stop at the end of piece belongs to a shortened word.
func endsInAbbreviation(piece string, rest []rune) bool {
	if strings.ContainsAny(piece, "\n\u2028\u2029") && strings.HasSuffix(strings.TrimRight(piece, " \t"), "\n") {
		return false
	}
	body := strings.TrimRight(piece, " \t\u00a0")
	if !strings.HasSuffix(body, ".") {
		return false
	}
	body = strings.TrimSuffix(body, ".")
	word := Fold(body[strings.LastIndexAny(body, " \t\n'’(")+1:])
	if beforeNumber[word] {
		return len(rest) > 0 && rest[0] >= '0' && rest[0] <= '9'
	}
	return abbreviations[word]
}

// abbreviations end in a full stop that does not end the sentence, in the seven languages.
var abbreviations = set("sig sigg dott dr ing avv prof geom rag spett gent egr c.a p.es es d.lgs mr mrs ms st vs e.g i.e dl d.l " +
	"dl dna d-na dvs str bd hr fr z.b bzw ggf inkl zzgl u.a mme mlle sr sra ud uds г ул стр им т.е т.к т.д д.т")

// beforeNumber are abbreviations only when a number follows; elsewhere they may end a sentence ("no.").
var beforeNumber = set("n nr no num art artt tel pag cap p pp vol fig ca int int. abs num №  п ст тел кв д")

// set makes a set of the words of a list.
func set(list string) map[string]bool {
	words := strings.Fields(list)
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
