package engine

import "proba/engine/language"

// Rehear hears the replies, answers and forms of a log anew with the phrases of a changed scenario (SEMANTICS 50).
// Beats, customer lines, patience, clocks, and whether the customer understood stay as they happened. The log itself is
// not changed. A form that the scenario no longer has keeps its checks.
func Rehear(sc *Script, log []Event) []Event {
	anew := make([]Event, len(log))
	p := play{sc: sc}
	for i, e := range log {
		p.now = e.At
		e.Fact = p.heardAnew(e.Fact)
		p.s = Apply(p.s, e)
		anew[i] = e
	}
	return anew
}

func (p *play) heardAnew(f Fact) Fact {
	switch f := f.(type) {
	case Replied:
		text := f.Text
		if f.CutAfter > 0 {
			text = language.CutWords(text, f.CutAfter)
		}
		heard := p.listen(text, !f.Spoken)
		f.Language, f.Hearings, f.Sentences = heard.Language, worthKeeping(heard.Hearings), heard.Sentences
		return f
	case Argued:
		heard := p.listen(f.Text, true)
		f.Language, f.Hearings, f.Verbatim = heard.Language, worthKeeping(heard.Hearings), verbatim(heard)
		return f
	case Filed:
		if form, ok := p.sc.form(f.Form); ok {
			f.Checks = p.check(form, f.Fields)
		}
		return f
	default:
		return f
	}
}
