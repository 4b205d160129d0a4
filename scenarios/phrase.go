package scenarios

// Library is a phrases file.
type Library struct {
	Meta
	Phrases []Phrase
	Facts   []Fact
	// Misread: its file has mistakes to mend first; what playing shows may only follow from them.
	Misread bool
}

// Phrase is a named meaning: how it is recognised in a reply (SCENARIO-FORMAT 7).
type Phrase struct {
	Name     string
	Patterns []Pattern
	// OneOf makes the phrase a group: hearing a member is hearing the group.
	OneOf    []Ref
	Examples []Utterance
	Not      []Utterance
	// Facts are names of facts whose values a reply must hold besides meaning the phrase.
	Facts        []Ref
	OnlyPatterns bool
	// Act is the key of the act of service the phrase is in every language, "" for any other phrase.
	Act    string
	OnlyIn []string // variants; empty: all
	// Languages are those of the file the phrase stands in; what carries no mark belongs to all of them.
	Languages []string
	// Library is the id of the phrases file, "" for a scenario's own phrase.
	Library string
	At      Pos
}

// Pattern is one code span under Patterns.
type Pattern struct {
	Text     string // as written
	Language string // "" when not marked
	Expr     PatternExpr
	At       Pos
}

// Utterance is an example or counter-example.
type Utterance struct {
	Text     string
	Language string // "" when not marked
	At       Pos
}

// PatternExpr is a pattern read: parts in any order within one sentence ("+").
type PatternExpr struct{ Parts []PatternPart }

// PatternPart is items in order.
type PatternPart struct{ Items []PatternItem }

// PatternItem is alternatives ("/") at one place; Gap is how many other words may stand before it, counted from the
// item before (2 by default, 8 after "...", 0 within quotation marks; meaningless for the first).
type PatternItem struct {
	Gap          int
	Alternatives [][]PatternAtom // each a sequence with gaps of 2 between its atoms, 0 where Exact
}

// PatternAtom is one word of a pattern.
type PatternAtom struct {
	Kind AtomKind
	// Text is the word, the stem without its star, the name of the fact, or "" for a slot.
	Text string
	// Exact: from quotation marks; no typing tolerance, nothing before it since the previous atom.
	Exact bool
}

// AtomKind says what a [PatternAtom] matches.
type AtomKind int

// The kinds of atoms.
const (
	AtomWord    AtomKind = iota + 1 // this word
	AtomStem                        // any word that begins so
	AtomFact                        // the fact's value in any usual form
	AtomAnyWord                     // {word}
	AtomNumber                      // {number}
	AtomDate                        // {date}
	AtomAmount                      // {amount}
)
