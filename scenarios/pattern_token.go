package scenarios

import (
	"strings"
	"unicode"
)

type patternTokenKind int

const (
	tokenEnd    patternTokenKind = iota
	tokenWord                    // a word or a stem
	tokenQuote                   // words in quotation marks
	tokenBraces                  // a fact or a slot
	tokenOpen
	tokenClose
	tokenSlash
	tokenPlus
	tokenDots
)

// startsAtom reports whether a token stands for words of a reply.
func (k patternTokenKind) startsAtom() bool {
	return k == tokenWord || k == tokenQuote || k == tokenBraces
}

// patternToken is one sign of a pattern; at is its offset in characters.
type patternToken struct {
	kind    patternTokenKind
	at      int
	sign    string
	touches bool // no blank before it
	atoms   []PatternAtom
}

func (t patternToken) wrong(cause PatternCause) error {
	return &PatternError{Offset: t.at, Cause: cause, Sign: t.sign}
}

// patternScanner cuts a pattern into tokens.
type patternScanner struct {
	runes []rune
	next  int
	plain string // the whole text where every character is one byte; else ""
}

// text returns the characters of a part.
func (s *patternScanner) text(start, end int) string {
	if s.plain != "" {
		return s.plain[start:end]
	}
	return string(s.runes[start:end])
}

func patternTokens(text string) ([]patternToken, error) {
	s := patternScanner{runes: []rune(text)}
	if len(s.runes) == len(text) {
		s.plain = text
	}
	tokens := make([]patternToken, 0, len(s.runes)/3+2)
	for {
		blank := s.skipBlanks()
		if s.next >= len(s.runes) {
			return tokens, nil
		}
		t, err := s.token()
		if err != nil {
			return nil, err
		}
		t.touches = !blank && len(tokens) > 0
		tokens = append(tokens, t)
	}
}

func (s *patternScanner) skipBlanks() bool {
	start := s.next
	for s.next < len(s.runes) && unicode.IsSpace(s.runes[s.next]) {
		s.next++
	}
	return s.next > start
}

func (s *patternScanner) token() (patternToken, error) {
	t := patternToken{at: s.next, sign: string(s.runes[s.next])}
	switch r := s.runes[s.next]; {
	case r == '(':
		t.kind = tokenOpen
	case r == ')':
		t.kind = tokenClose
	case r == '/':
		t.kind = tokenSlash
	case r == '+':
		t.kind = tokenPlus
	case r == '…':
		t.kind = tokenDots
	case r == '.' && s.has("..."):
		t.kind = tokenDots
		s.next += 2
	case isQuote(r):
		return s.quotation(t)
	case r == '{':
		return s.braces(t)
	case patternWord(r):
		return s.word(t)
	case r == '*':
		return t, t.wrong(PatternStarAlone)
	default:
		return t, t.wrong(PatternSign)
	}
	s.next++
	return t, nil
}

func (s *patternScanner) has(text string) bool {
	for i, r := range text {
		if s.next+i >= len(s.runes) || s.runes[s.next+i] != r {
			return false
		}
	}
	return true
}

// isQuote tells quotation marks of any language.
func isQuote(r rune) bool { return strings.ContainsRune(`"“”„‟«»`, r) }

// word reads a word, or a stem with its star.
func (s *patternScanner) word(t patternToken) (patternToken, error) {
	start := s.next
	for s.next < len(s.runes) && s.inWord(start) {
		s.next++
	}
	t.kind = tokenWord
	t.sign = s.text(start, s.next)
	if !strings.ContainsFunc(t.sign, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return t, t.wrong(PatternSign)
	}
	atom := PatternAtom{Kind: AtomWord, Text: t.sign}
	if s.next < len(s.runes) && s.runes[s.next] == '*' {
		s.next++
		atom.Kind = AtomStem
		if s.next < len(s.runes) && (patternWord(s.runes[s.next]) || s.runes[s.next] == '*') {
			return t, patternToken{at: s.next - 1, sign: "*"}.wrong(PatternStarInside)
		}
	}
	t.atoms = []PatternAtom{atom}
	return t, nil
}

// inWord takes a dot or comma between digits into a number.
func (s *patternScanner) inWord(start int) bool {
	r := s.runes[s.next]
	if r != '.' && r != ',' {
		return patternWord(r)
	}
	return s.next > start && unicode.IsDigit(s.runes[s.next-1]) && s.next+1 < len(s.runes) && unicode.IsDigit(s.runes[s.next+1])
}

// quotation reads words that must stand exactly so.
func (s *patternScanner) quotation(t patternToken) (patternToken, error) {
	t.kind = tokenQuote
	s.next++
	for {
		s.skipBlanks()
		if s.next >= len(s.runes) {
			return t, t.wrong(PatternQuoteNotClosed)
		}
		r := s.runes[s.next]
		if isQuote(r) {
			s.next++
			break
		}
		if !patternWord(r) {
			return t, patternToken{at: s.next, sign: string(r)}.wrong(PatternSignInQuote)
		}
		inner, err := s.word(patternToken{at: s.next})
		if err != nil {
			return t, err
		}
		if inner.atoms[0].Kind == AtomStem {
			return t, patternToken{at: s.next - 1, sign: "*"}.wrong(PatternSignInQuote)
		}
		inner.atoms[0].Exact = true
		t.atoms = append(t.atoms, inner.atoms...)
	}
	if len(t.atoms) == 0 {
		return t, t.wrong(PatternGroupEmpty)
	}
	return t, nil
}

// patternSlots are the placeholders that are not facts.
var patternSlots = [...]struct {
	word word
	kind AtomKind
}{
	{"slot.word", AtomAnyWord}, {"slot.number", AtomNumber}, {"slot.date", AtomDate}, {"slot.amount", AtomAmount},
}

// braces reads a fact or one of the slots.
func (s *patternScanner) braces(t patternToken) (patternToken, error) {
	t.kind = tokenBraces
	end := s.next + 1
	for end < len(s.runes) && s.runes[end] != '}' && s.runes[end] != '{' {
		end++
	}
	if end >= len(s.runes) || s.runes[end] == '{' {
		return t, t.wrong(PatternBracesNotClosed)
	}
	name := strings.TrimSpace(string(s.runes[s.next+1 : end]))
	if name == "" {
		return t, t.wrong(PatternGroupEmpty)
	}
	s.next = end + 1
	t.sign = "{" + name + "}"
	t.atoms = []PatternAtom{slotOrFact(name)}
	return t, nil
}

func slotOrFact(name string) PatternAtom {
	for _, slot := range patternSlots {
		if _, _, _, ok := lookup(string(slot.word), "{"+name+"}"); ok {
			return PatternAtom{Kind: slot.kind}
		}
	}
	return PatternAtom{Kind: AtomFact, Text: name}
}
