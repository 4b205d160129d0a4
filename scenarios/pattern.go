package scenarios

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of one pattern. Larger ones are refused before anything is matched.
const (
	MaxPatternBytes = 1000
	MaxPatternAtoms = 200
)

// The gaps of the pattern language: how many other words may stand between two parts (SCENARIO-FORMAT 7).
const (
	usualGap = 2
	wideGap  = 8
)

// ParsePattern reads one pattern (SCENARIO-FORMAT 7, SEMANTICS 9). "/" binds tighter than a blank, a blank and "..."
// tighter than "+"; in brackets a blank binds tighter than "/". Words keep the author's spelling; whoever matches folds
// them as replies are folded. The error is a *[PatternError].
func ParsePattern(text string) (PatternExpr, error) {
	if len(text) > MaxPatternBytes {
		return PatternExpr{}, &PatternError{Cause: PatternTooLong}
	}
	tokens, err := patternTokens(text)
	if err != nil {
		return PatternExpr{}, err
	}
	p := patternParser{tokens: tokens, end: utf8.RuneCountInString(text)}
	expr, err := p.expression()
	if err != nil {
		return PatternExpr{}, err
	}
	return expr, nil
}

// patternParser reads tokens from left to right.
type patternParser struct {
	tokens []patternToken
	next   int
	atoms  int
	end    int // offset of the end of the pattern, in characters
}

func (p *patternParser) peek() patternToken {
	if p.next < len(p.tokens) {
		return p.tokens[p.next]
	}
	return patternToken{kind: tokenEnd, at: p.end}
}

func (p *patternParser) take() patternToken {
	t := p.peek()
	p.next++
	return t
}

// expression reads parts joined by "+".
func (p *patternParser) expression() (PatternExpr, error) {
	var expr PatternExpr
	for {
		part, err := p.part()
		if err != nil {
			return expr, err
		}
		expr.Parts = append(expr.Parts, part)
		if p.peek().kind == tokenEnd {
			return expr, nil
		}
		p.take() // "+", the only other thing a part stops at
	}
}

// part reads items in order up to "+" or the end.
func (p *patternParser) part() (PatternPart, error) {
	var part PatternPart
	for {
		gap := usualGap
		if t := p.peek(); t.kind == tokenDots {
			p.take()
			if len(part.Items) == 0 {
				return part, t.wrong(PatternDotsAtEdge)
			}
			gap = wideGap
			if after := p.peek(); after.kind == tokenEnd || after.kind == tokenPlus || after.kind == tokenDots {
				return part, t.wrong(PatternDotsAtEdge)
			}
		}
		t := p.peek()
		if t.kind == tokenEnd || t.kind == tokenPlus {
			return part, p.partEnds(part, t)
		}
		item, err := p.item(gap)
		if err != nil {
			return part, err
		}
		part.Items = append(part.Items, item)
	}
}

func (p *patternParser) partEnds(part PatternPart, t patternToken) error {
	if len(part.Items) > 0 {
		return nil
	}
	if len(p.tokens) == 0 {
		return t.wrong(PatternEmpty)
	}
	return t.wrong(PatternPlusAtEdge)
}

// item reads alternatives joined by "/".
func (p *patternParser) item(gap int) (PatternItem, error) {
	item := PatternItem{Gap: gap}
	for {
		alternatives, err := p.alternative()
		if err != nil {
			return item, err
		}
		item.Alternatives = append(item.Alternatives, alternatives...)
		if p.peek().kind != tokenSlash {
			return item, p.separated()
		}
		p.take()
	}
}

// separated refuses two things that touch, such as plat(e/es): it would not mean what it looks like.
func (p *patternParser) separated() error {
	t := p.peek()
	if t.touches && (t.kind.startsAtom() || t.kind == tokenOpen) {
		return t.wrong(PatternBlankMissing)
	}
	return nil
}

// alternative reads a word, a quotation, a placeholder or a group, which is several alternatives.
func (p *patternParser) alternative() ([][]PatternAtom, error) {
	t := p.take()
	switch {
	case t.kind == tokenOpen:
		return p.group(t)
	case t.kind.startsAtom():
		atoms, err := p.count(t)
		return [][]PatternAtom{atoms}, err
	case t.kind == tokenClose:
		return nil, t.wrong(PatternBracketNotOpened)
	default:
		return nil, t.wrong(PatternSlashAtEdge)
	}
}

// group reads what stands in brackets.
func (p *patternParser) group(open patternToken) ([][]PatternAtom, error) {
	var all [][]PatternAtom
	var sequence []PatternAtom
	for {
		t := p.take()
		switch {
		case t.kind.startsAtom():
			atoms, err := p.count(t)
			if err != nil {
				return nil, err
			}
			sequence = append(sequence, atoms...)
			continue
		case t.kind == tokenSlash || t.kind == tokenClose:
			if len(sequence) == 0 {
				return nil, t.wrong(PatternGroupEmpty)
			}
			all = append(all, sequence)
			sequence = nil
			if t.kind == tokenClose {
				return all, nil
			}
		case t.kind == tokenOpen:
			return nil, t.wrong(PatternNested)
		case t.kind == tokenEnd:
			return nil, open.wrong(PatternBracketNotClosed)
		default:
			if !p.closes() {
				return nil, open.wrong(PatternBracketNotClosed)
			}
			return nil, t.wrong(PatternSignInGroup)
		}
	}
}

// closes reports whether a bracket is closed before another one opens.
func (p *patternParser) closes() bool {
	for _, t := range p.tokens[min(p.next, len(p.tokens)):] {
		if t.kind == tokenOpen || t.kind == tokenClose {
			return t.kind == tokenClose
		}
	}
	return false
}

// count turns a token into atoms and keeps their number within the limit.
func (p *patternParser) count(t patternToken) ([]PatternAtom, error) {
	p.atoms += len(t.atoms)
	if p.atoms > MaxPatternAtoms {
		return nil, t.wrong(PatternTooLong)
	}
	return t.atoms, nil
}

// patternWord reports whether a character may stand in a word of a pattern.
func patternWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || strings.ContainsRune("'’‘ʼ-‑–", r)
}
