package scenarios

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// phrases checks phrases by themselves, without hearing anything: P202, P207, P211, P212, P213.
func (l *linter) phrases(all []Phrase) {
	for i := range all {
		l.recognisable(&all[i])
		l.shortStems(&all[i])
		l.hiddenByNegation(&all[i])
	}
	l.groupCycles(all)
}

// enoughExamples is how many examples a phrase needs to be heard without patterns (SEMANTICS 11).
const enoughExamples = 5

// unrecognisable phrases can never be heard.
func unrecognisable(p *Phrase) bool {
	few := len(p.Examples) < enoughExamples || p.OnlyPatterns
	return len(p.Patterns) == 0 && len(p.OneOf) == 0 && few
}

func (l *linter) recognisable(p *Phrase) {
	if unrecognisable(p) {
		l.at("P213", p.At, p.Name, details{"phrase": p.Name})
		return
	}
	if len(p.Not) == 0 && (len(p.Patterns) > 0 || len(p.Examples) > 0) {
		l.at("P202", p.At, p.Name, details{"phrase": p.Name})
	}
}

// shortStem is the number of letters below which a stem begins too many words.
const shortStem = 3

func (l *linter) shortStems(p *Phrase) {
	for _, pattern := range p.Patterns {
		eachAtom(pattern.Expr, func(a PatternAtom) {
			if a.Kind == AtomStem && utf8.RuneCountInString(withoutAccents(a.Text)) < shortStem {
				at, width := l.place(pattern.At, a.Text+"*")
				l.report("P207", at, width, details{"stem": a.Text + "*"})
			}
		})
	}
}

func eachAtom(e PatternExpr, f func(PatternAtom)) {
	for _, part := range e.Parts {
		for _, item := range part.Items {
			for _, sequence := range item.Alternatives {
				for _, atom := range sequence {
					f(atom)
				}
			}
		}
	}
}

// The negators of SCENARIO-FORMAT 7, rule 3, and the words that turn them into "not only", which denies nothing.
var (
	negators  = []string{"non", "mai", "nu", "nici", "not", "never", "не", "nicht", "kein", "keine", "keinen"}
	onlyWords = []string{"solo", "soltanto", "solamente", "only", "just", "numai", "doar", "только", "лишь", "nur", "bloß"}
)

// hiddenByNegation notes an example with "not only" where no pattern has a negator: the negation rule may refuse it.
func (l *linter) hiddenByNegation(p *Phrase) {
	negates := func(x Pattern) bool { return slices.ContainsFunc(wordsOfText(x.Text), isNegator) }
	if len(p.Patterns) == 0 || slices.ContainsFunc(p.Patterns, negates) {
		return
	}
	for _, example := range p.Examples {
		if negator, only := notOnly(example.Text); only != "" {
			at, width := l.place(example.At, negator)
			l.report("P211", at, width, details{"negator": negator, "only": only, "phrase": p.Name})
		}
	}
}

func isNegator(w string) bool { return slices.Contains(negators, foldName(w)) }

func wordsOfText(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !isWordRune(r) })
}

// notOnly returns a negator and the "only" among the three words after it, as written; "" when there is none.
func notOnly(text string) (negator, only string) {
	all := wordsOfText(text)
	for i, w := range all {
		if !isNegator(w) {
			continue
		}
		for _, next := range all[i+1 : min(len(all), i+4)] {
			if slices.Contains(onlyWords, strings.ToLower(next)) {
				return w, next
			}
		}
	}
	return "", ""
}

// groupCycles reports groups that are members of themselves. Each circle is reported once, at its first phrase.
func (l *linter) groupCycles(all []Phrase) {
	index := map[string]int{}
	for i := range all {
		index[all[i].Name] = i
	}
	state := make([]groupState, len(all))
	for i := range all {
		l.visitGroup(all, index, state, i)
	}
}

type groupState int

const (
	groupNew groupState = iota
	groupOpen
	groupDone
)

// visitGroup walks from a phrase through its members, without recursion so that long chains do no harm.
func (l *linter) visitGroup(all []Phrase, index map[string]int, state []groupState, start int) {
	type visit struct{ phrase, member int }
	var path []visit
	enter := func(i int) {
		state[i] = groupOpen
		path = append(path, visit{phrase: i})
	}
	if state[start] == groupNew {
		enter(start)
	}
	for len(path) > 0 {
		top := &path[len(path)-1]
		p := all[top.phrase]
		if top.member == len(p.OneOf) {
			state[top.phrase] = groupDone
			path = path[:len(path)-1]
			continue
		}
		ref := p.OneOf[top.member]
		top.member++
		i, ok := index[ref.Name]
		switch {
		case !ok || state[i] == groupDone:
		case state[i] == groupOpen:
			l.at("P212", ref.At, ref.Name, details{"group": ref.Name, "member": p.Name})
		default:
			enter(i)
		}
	}
}
