package scenarios

import (
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/text"
)

// sign is a run of asterisks or underscores and what it may do (CommonMark 6.2).
type sign struct {
	char           byte
	at             int // in the Markdown
	length, left   int // how many stand there, and how many no span has used
	opens, closes  bool
	previous, next int // among those that may still do something; -1 for none
	written        int // where what is left of it ends in the text that is built
}

// span is a stretch that two signs set off.
type span struct {
	opener, closer int
	kind           markKind
}

func newSign(char byte, length, at int, before, after rune) sign {
	s := sign{char: char, length: length, left: length, at: at}
	left := !unicode.IsSpace(after) && (!isPunct(after) || unicode.IsSpace(before) || isPunct(before))
	right := !unicode.IsSpace(before) && (!isPunct(before) || unicode.IsSpace(after) || isPunct(after))
	s.opens, s.closes = left, right
	if char == '_' {
		s.opens = left && (!right || isPunct(before))
		s.closes = right && (!left || isPunct(after))
	}
	return s
}

func isPunct(r rune) bool { return unicode.IsSymbol(r) || unicode.IsPunct(r) }

// runeBefore is the character before an offset; a line's end where a block begins.
func (p *plainReader) runeBefore(lines *text.Segments, line, at int) rune {
	if at == 0 || line == 0 && at <= lines.At(0).Start {
		return '\n'
	}
	r, _ := utf8.DecodeLastRuneInString(p.text[:at])
	return r
}

// runeAfter is the character a text begins with; a blank where it is empty.
func runeAfter(text string) rune {
	if text == "" {
		return ' '
	}
	r, _ := utf8.DecodeRuneInString(text)
	return r
}

// emphasised pairs the signs of a block and appends the stretches they set off, in the order in which they end.
func emphasised(signs []sign, spans []span) []span {
	for i := range signs {
		signs[i].previous, signs[i].next = i-1, i+1
	}
	if len(signs) > 0 {
		signs[len(signs)-1].next = -1
	}
	closer := 0
	if len(signs) == 0 {
		closer = -1
	}
	for closer >= 0 {
		c := &signs[closer]
		if !c.closes {
			closer = c.next
			continue
		}
		opener, use, some := openerOf(signs, closer)
		if use == 0 {
			if !some && !c.opens {
				drop(signs, closer)
			}
			closer = c.next
			continue
		}
		o := &signs[opener]
		o.left -= use
		c.left -= use
		kind := markName
		if use > 1 {
			kind = markBold
		}
		spans = append(spans, span{opener, closer, kind})
		o.next, c.previous = closer, opener // what stands between sets nothing off any more
		if o.left == 0 {
			drop(signs, opener)
		}
		if c.left == 0 {
			drop(signs, closer)
			closer = c.next
		}
	}
	return spans
}

// openerOf finds the sign that a closing one belongs to and how many characters of both are used; use is 0 where there is
// none. Some tells that there was one of the same character that could not be used.
func openerOf(signs []sign, closer int) (opener, use int, some bool) {
	c := signs[closer]
	for opener = c.previous; opener >= 0; opener = signs[opener].previous {
		o := signs[opener]
		if !o.opens || o.char != c.char {
			continue
		}
		some = true
		if (o.closes || c.opens) && (o.length+c.length)%3 == 0 && c.length%3 != 0 {
			continue
		}
		return opener, min(o.left, c.left, 2), true
	}
	return -1, 0, some
}

// drop takes a sign out of those that may still do something. Its own neighbours stay known to it.
func drop(signs []sign, i int) {
	if before := signs[i].previous; before >= 0 {
		signs[before].next = signs[i].next
	}
	if after := signs[i].next; after >= 0 {
		signs[after].previous = signs[i].previous
	}
}
