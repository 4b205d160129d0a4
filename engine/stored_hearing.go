package engine

import (
	"encoding/json"
	"strconv"
	"unicode/utf8"

	"proba/engine/language"
)

// What was heard makes up most of a log, so it is kept without what stands there anyway: the words are those of the
// reply at the span, and what a verdict nearly always comes with is only written where it is otherwise. A log of the
// past, which has all of it, reads the same.

// storedHearing is a hearing as it is read from a log.
type storedHearing struct {
	*language.Hearing
	Confidence *float64      `json:"confidence"`
	Words      *string       `json:"words"`
	Why        *language.Why `json:"why"`
}

// UnmarshalJSON implements json.Unmarshaler.
func (f *Replied) UnmarshalJSON(b []byte) error {
	s := struct {
		repliedShape
		Hearings []storedHearing `json:"hearings"`
	}{repliedShape: shapeOfReplied(f)}
	err := json.Unmarshal(b, &s)
	f.Hearings = hearingsOf(s.Hearings, f.Text)
	return err
}

// UnmarshalJSON implements json.Unmarshaler.
func (f *Argued) UnmarshalJSON(b []byte) error {
	type fields Argued
	s := struct {
		*fields
		Hearings []storedHearing `json:"hearings"`
	}{fields: (*fields)(f)}
	err := json.Unmarshal(b, &s)
	f.Hearings = hearingsOf(s.Hearings, f.Text)
	return err
}

// hearingsOf puts back what was left out.
func hearingsOf(stored []storedHearing, text string) []language.Hearing {
	if stored == nil {
		return nil
	}
	all := make([]language.Hearing, len(stored))
	for i, s := range stored {
		if s.Hearing != nil {
			all[i] = *s.Hearing
		}
		h := &all[i]
		h.Confidence, h.Why = usualConfidence(h.Verdict), usualWhy(h.Verdict)
		h.Words, _ = wordsAt(text, h.Span)
		if s.Confidence != nil {
			h.Confidence = *s.Confidence
		}
		if s.Why != nil {
			h.Why = *s.Why
		}
		if s.Words != nil {
			h.Words = *s.Words
		}
	}
	return all
}

func usualConfidence(v language.Verdict) float64 {
	if v == language.Certain {
		return 1
	}
	return 0
}

func usualWhy(v language.Verdict) language.Why {
	switch v {
	case language.Certain:
		return language.WhyPattern
	case language.No:
		return language.WhyNothing
	default:
		return language.WhyModel
	}
}

// wordsAt is the part of a text at a span in characters; false when the text has no such place.
func wordsAt(text string, span [2]int) (string, bool) {
	if span == [2]int{} {
		return "", true
	}
	from, n := -1, 0
	for at := 0; ; n++ {
		if n == span[0] {
			from = at
		}
		if n == span[1] && from >= 0 {
			return text[from:at], true
		}
		if at == len(text) {
			return "", false
		}
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
}

func appendHearings(out []byte, all []language.Hearing, text string) []byte {
	out = append(out, `,"hearings":[`...)
	for i := range all {
		if i > 0 {
			out = append(out, ',')
		}
		out = appendHearing(out, &all[i], text)
	}
	return append(out, ']')
}

func appendHearing(out []byte, h *language.Hearing, text string) []byte {
	out = appendText(append(out, `{"phrase":`...), h.Phrase)
	out = appendText(append(out, `,"verdict":`...), string(h.Verdict))
	if h.Confidence != usualConfidence(h.Verdict) {
		out = strconv.AppendFloat(append(out, `,"confidence":`...), h.Confidence, 'f', -1, 64)
	}
	out = appendNumber(out, `,"sentence":`, h.Sentence)
	if h.Span != [2]int{} {
		out = appendSpan(append(out, `,"span":`...), h.Span)
	}
	if words, ok := wordsAt(text, h.Span); !ok || words != h.Words {
		out = appendText(append(out, `,"words":`...), h.Words)
	}
	if h.Why != usualWhy(h.Verdict) {
		out = appendText(append(out, `,"why":`...), string(h.Why))
	}
	out = appendNamed(out, `,"pattern":`, h.Pattern)
	out = appendNamed(out, `,"negator":`, h.Negator)
	out = appendNamed(out, `,"example":`, h.Example)
	out = appendNamed(out, `,"expected":`, h.Expected)
	out = appendNamed(out, `,"found":`, h.Found)
	out = appendNumber(out, `,"nearness":`, h.Nearness)
	out = appendList(out, `,"guards":`, h.Guards)
	out = appendList(out, `,"for":`, h.For)
	out = appendList(out, `,"against":`, h.Against)
	out = appendNamed(out, `,"rival":`, h.Rival)
	return append(appendFlag(out, `,"verbatim":true`, h.Verbatim), '}')
}

func appendSentences(out []byte, all []language.Sentence) []byte {
	out = append(out, `,"sentences":[`...)
	for i, s := range all {
		if i > 0 {
			out = append(out, ',')
		}
		out = appendSpan(append(out, `{"span":`...), s.Span)
		out = strconv.AppendInt(append(out, `,"words":`...), int64(s.Words), 10)
		out = strconv.AppendInt(append(out, `,"function":`...), int64(s.FunctionWords), 10)
		out = append(appendNamed(out, `,"language":`, s.Language), '}')
	}
	return append(out, ']')
}
