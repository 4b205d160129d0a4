package engine

import (
	"strconv"
	"unicode/utf8"
)

// MarshalJSON implements json.Marshaler.
func (f Replied) MarshalJSON() ([]byte, error) { return f.appendJSON(make([]byte, 0, f.likely())), nil }

// MarshalJSON implements json.Marshaler.
func (f Argued) MarshalJSON() ([]byte, error) { return f.appendJSON(make([]byte, 0, f.likely())), nil }

// MarshalJSON implements json.Marshaler.
func (f CustomerSaid) MarshalJSON() ([]byte, error) {
	return f.appendJSON(make([]byte, 0, f.likely())), nil
}

func (f Replied) likely() int      { return 256 + len(f.Text) + 192*len(f.Hearings) }
func (f Argued) likely() int       { return 128 + len(f.Text) + 192*len(f.Hearings) }
func (f CustomerSaid) likely() int { return 192 + len(f.Text) }

func (f Replied) appendJSON(out []byte) []byte {
	out = appendText(append(out, `{"text":`...), f.Text)
	out = appendFlag(out, `,"spoken":true`, f.Spoken)
	out = appendText(append(out, `,"language":`...), f.Language)
	if len(f.Hearings) > 0 {
		out = appendHearings(out, f.Hearings, f.Text)
	}
	if len(f.Sentences) > 0 {
		out = appendSentences(out, f.Sentences)
	}
	out = strconv.AppendBool(append(out, `,"understood":`...), f.Understood)
	out = appendNamed(out, `,"notUnderstood":`, string(f.NotUnderstood))
	out = appendNamed(out, `,"unknownWord":`, f.UnknownWord)
	out = appendNumber(out, `,"words":`, f.Words)
	out = appendNumber(out, `,"follows":`, f.Follows)
	out = appendNumber(out, `,"cutAfter":`, f.CutAfter)
	return append(ms(f.Delay).appendTo(append(out, `,"delay":`...)), '}')
}

func (f Argued) appendJSON(out []byte) []byte {
	out = strconv.AppendInt(append(out, `{"question":`...), int64(f.Question), 10)
	out = appendText(append(out, `,"text":`...), f.Text)
	out = appendText(append(out, `,"language":`...), f.Language)
	if len(f.Hearings) > 0 {
		out = appendHearings(out, f.Hearings, f.Text)
	}
	return append(appendFlag(out, `,"verbatim":true`, f.Verbatim), '}')
}

func (f CustomerSaid) appendJSON(out []byte) []byte {
	if len(f.Attachments) > 0 {
		whole, _ := plainJSON(shapeOfCustomer(&f)) // it has nothing that cannot be written
		return append(out, whole...)
	}
	out = append(out, '{')
	if f.Beat != "" {
		out = append(appendText(append(out, `"beat":`...), f.Beat), ',')
	}
	out = appendText(append(out, `"text":`...), f.Text)
	out = appendText(append(out, `,"language":`...), f.Language)
	out = appendText(append(out, `,"cause":`...), string(f.Cause))
	out = appendNamed(out, `,"block":`, f.Block)
	out = strconv.AppendInt(append(out, `,"alternative":`...), int64(f.Alternative), 10)
	out = appendFlag(out, `,"drawn":true`, f.Drawn)
	out = appendFlag(out, `,"interrupts":true`, f.Interrupts)
	return append(ms(f.Takes).appendTo(append(out, `,"takes":`...)), '}')
}

// The parts of an object; those with a name are left out when empty.

func appendNamed(out []byte, name, text string) []byte {
	if text == "" {
		return out
	}
	return appendText(append(out, name...), text)
}

func appendNumber(out []byte, name string, n int) []byte {
	if n == 0 {
		return out
	}
	return strconv.AppendInt(append(out, name...), int64(n), 10)
}

func appendFlag(out []byte, whole string, set bool) []byte {
	if !set {
		return out
	}
	return append(out, whole...)
}

func appendList[T ~string](out []byte, name string, list []T) []byte {
	if len(list) == 0 {
		return out
	}
	out = append(append(out, name...), '[')
	for i, text := range list {
		if i > 0 {
			out = append(out, ',')
		}
		out = appendText(out, string(text))
	}
	return append(out, ']')
}

func appendSpan(out []byte, span [2]int) []byte {
	out = strconv.AppendInt(append(out, '['), int64(span[0]), 10)
	out = strconv.AppendInt(append(out, ','), int64(span[1]), 10)
	return append(out, ']')
}

// appendText adds a string; one with anything to escape is left to the encoder.
func appendText(out []byte, text string) []byte {
	if needsEscape(text) {
		quoted, _ := plainJSON(text) // a string can always be written
		return append(out, quoted...)
	}
	return append(append(append(out, '"'), text...), '"')
}

func needsEscape(text string) bool {
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			if c < ' ' || c == '"' || c == '\\' || c == 0x7f {
				return true
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError || r == '\u2028' || r == '\u2029' {
			return true
		}
		i += size
	}
	return false
}
