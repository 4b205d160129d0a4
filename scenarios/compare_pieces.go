package scenarios

import (
	"slices"
	"strings"
)

// piece is one thing of a file that can change, with what it says on three levels.
type piece struct {
	section, name string
	// asks is what marks depend on, goes what the contact depends on, says only words. asks has the effect given below when
	// it changes, or when the thing comes or goes.
	asks, goes, says string
	effect           EditEffect
	at               Pos
}

func (p piece) sameThing(o piece) bool {
	return p.section == o.section && sameName(p.name, o.name)
}

func (p piece) change(m Meta, effect EditEffect) Change {
	return Change{Kind: m.Kind, ID: m.ID, Effect: effect, Section: p.section, Name: p.name, At: p.at}
}

func scenarioPieces(sc *Scenario) []piece {
	pieces := []piece{
		{name: "title", says: sc.Title, at: sc.At},
		{name: "channel", asks: string(sc.Channel), effect: EditNotComparable, at: sc.At},
		{name: "request", goes: sc.Request + sc.Direction, at: sc.At},
		{name: "persona", goes: personaID(sc.Persona), at: sc.At},
		{name: "world", goes: sc.World.ID, at: sc.At},
		{name: "rubric", asks: sc.Rubric.ID, effect: EditNotComparable, at: sc.At},
		{name: "minutes", goes: meaning([]int{sc.Minutes, sc.Difficulty}), at: sc.At},
		{name: "language", goes: strings.Join(sc.Languages, " "), at: sc.At},
		{name: "seed", goes: meaning(sc.Seed), at: sc.At},
		{section: "section.brief", says: readableLine(sc.Brief), at: sc.At},
		{section: "section.timers", goes: meaning(sc.Timers) + meaning(sc.Tries), at: sc.At},
		{section: "section.pass-mark", asks: ownPassMark(sc.Pass, sc.Rubric), effect: EditNotComparable, at: sc.At},
	}
	pieces = append(pieces, workPieces(sc)...)
	for _, f := range sc.Facts {
		at := f.At
		f.At = Pos{}
		pieces = append(pieces, piece{section: "section.facts", name: f.Name, asks: meaning(f), effect: EditContent, at: at})
	}
	for _, b := range sc.Beats {
		pieces = append(pieces, beatPiece(b))
	}
	strict := strictPhrases(sc)
	for _, p := range sc.Phrases {
		pieces = append(pieces, phrasePiece(p, strict[p.Name]))
	}
	for _, c := range sc.Criteria {
		pieces = append(pieces, criterionPiece("section.criteria", c))
	}
	for _, c := range sc.Debrief {
		pieces = append(pieces, criterionPiece("section.debrief", c))
	}
	for _, f := range sc.Desk {
		pieces = append(pieces, piece{section: "section.desk", name: f.Form.Name, asks: meaning(f.Fields), effect: EditNotComparable, at: f.Form.At})
	}
	return pieces
}

func personaID(p *Persona) string {
	if p == nil {
		return ""
	}
	return p.ID
}

// workPieces are cases, faults and what colleagues say.
func workPieces(sc *Scenario) []piece {
	var pieces []piece
	for _, c := range sc.Cases {
		own := piece{section: "section.cases", name: c.Name, says: c.Document, goes: meaning([]any{c.From, c.Rows, int(c.Arrives), int(c.Due)}),
			asks: meaning(c.Truth), effect: EditNotComparable, at: c.At}
		pieces = append(pieces, own)
	}
	for _, f := range sc.Faults {
		at := f.At
		f.At = Pos{}
		pieces = append(pieces, piece{section: "section.faults", name: f.What, asks: meaning(f), effect: EditContent, at: at})
	}
	for _, c := range sc.Colleagues {
		pieces = append(pieces, piece{section: "section.colleagues", name: c.Colleague.Name, asks: meaning(c.Answers), effect: EditContent, at: c.At})
	}
	return pieces
}

// ownPassMark is a pass mark without the rules it has from its rubric, which has a version of its own.
func ownPassMark(pass []PassRule, rubric *Rubric) string {
	text := meaning(pass)
	if rubric == nil {
		return text
	}
	if rest, ok := strings.CutPrefix(text, meaning(rubric.Pass)); ok {
		return "as in the rubric;" + rest
	}
	return text
}

// beatPiece parts what the customer says from what happens.
func beatPiece(b Beat) piece {
	own := piece{section: "section.conversation", name: b.Name, effect: EditContent, at: b.At}
	own.says = strings.Join(beatTexts(b), "\n")
	b.Name, b.Blocks = "", withoutTexts(b.Blocks)
	b.Reactions = slices.Clone(b.Reactions)
	for i := range b.Reactions {
		b.Reactions[i].Blocks = withoutTexts(b.Reactions[i].Blocks)
	}
	if b.Otherwise != nil {
		re := *b.Otherwise
		re.Blocks = withoutTexts(re.Blocks)
		b.Otherwise = &re
	}
	own.asks = meaning(b)
	return own
}

func withoutTexts(blocks []Block) []Block {
	own := copyBlocks(blocks)
	for i := range own {
		for j := range own[i].Lines {
			own[i].Lines[j].Text = ""
		}
	}
	return own
}

// phrasePiece is what a phrase is recognised by. Where a required or fatal criterion rests on it, scores change with it.
func phrasePiece(p Phrase, strict bool) piece {
	own := piece{section: "section.phrases", name: p.Name, effect: EditContent, at: p.At}
	if strict {
		own.effect = EditNotComparable
	}
	p.Name, p.Library = "", ""
	own.asks = meaning(p)
	return own
}

// strictPhrases are those a required or fatal criterion rests on, with the members of their groups.
func strictPhrases(sc *Scenario) map[string]bool {
	strict := map[string]bool{}
	var add func(name string)
	add = func(name string) {
		if p, ok := sc.Phrase(name); ok && !strict[name] {
			strict[name] = true
			for _, member := range p.OneOf {
				add(member.Name)
			}
		}
	}
	for _, list := range [][]Criterion{sc.Criteria, sc.Debrief} {
		for _, c := range list {
			if !c.Required && !c.Fatal {
				continue
			}
			for _, it := range c.Items() {
				for _, ref := range phrasesNamed(Condition{Any: it.Any}) {
					add(ref.Name)
				}
			}
		}
	}
	return strict
}

// criterionPiece parts what is asked from what is told about it.
func criterionPiece(section string, c Criterion) piece {
	own := piece{section: section, name: c.Name, effect: EditNotComparable, at: c.At}
	own.says = meaning([]string{c.Why, c.Advice, c.Praise})
	own.goes = meaning(c.Rows)
	c.Name, c.Why, c.Advice, c.Praise, c.Rows = "", "", "", "", nil
	own.asks = meaning(c)
	return own
}

func rubricPieces(r *Rubric) []piece {
	pieces := []piece{
		{name: "title", says: r.Title, at: r.At},
		{section: "section.pass-mark", asks: meaning(r.Pass), effect: EditNotComparable, at: r.At},
		{section: "section.satisfaction", goes: meaning(r.Satisfaction), at: r.At},
	}
	for _, c := range r.Competences {
		pieces = append(pieces, piece{section: "section.competences", name: c.Name, asks: itoa(c.Minimum),
			says: c.Meaning + meaning(c.Units), effect: EditNotComparable, at: c.At})
	}
	return pieces
}

func certificatePieces(c *Certificate) []piece {
	return []piece{
		{name: "title", says: c.Title, at: c.At},
		{name: "rubric", asks: meaning(rubricID(c.Rubric)), effect: EditNotComparable, at: c.At},
		{section: "section.coverage", asks: meaning(c.Coverage), effect: EditNotComparable, at: c.At},
		{section: "section.conditions", asks: meaning(c.Conditions), effect: EditNotComparable, at: c.At},
	}
}

func rubricID(r *Rubric) string {
	if r == nil {
		return ""
	}
	return r.ID
}

func shiftPieces(s *Shift) []piece {
	pieces := []piece{
		{name: "title", says: s.Title, at: s.At},
		{name: "rubric", asks: rubricID(s.Rubric), effect: EditNotComparable, at: s.At},
		{name: "seed", goes: meaning(s.Seed), at: s.At},
		{section: "section.brief", says: readableLine(s.Brief), at: s.At},
		{section: "section.arrivals", goes: meaning(s.Arrivals), at: s.At},
		{section: "section.pass-mark", asks: ownPassMark(s.Pass, s.Rubric), effect: EditNotComparable, at: s.At},
	}
	for _, c := range s.Criteria {
		pieces = append(pieces, criterionPiece("section.criteria", c))
	}
	return pieces
}
