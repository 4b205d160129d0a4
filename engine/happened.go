package engine

import (
	"proba/engine/language"
	"proba/scenarios"
)

// happeningOf translates a fact into what conditions see. It panics for a fact that no verb names, which is a mistake
// in this package.
func happeningOf(f Fact) happening {
	switch f := f.(type) {
	case LookedUp:
		return happening{verb: scenarios.VerbLooksUp, name: f.Name}
	case Transferred:
		return happening{verb: scenarios.VerbTransfers, name: f.To, warmth: warmth(f.Warm)}
	case Escalated:
		return happening{verb: scenarios.VerbEscalates, name: f.To}
	case Consulted:
		return happening{verb: scenarios.VerbConsults, name: f.Whom}
	case Filed:
		right, wide := rightFields(f.Checks)
		return happening{verb: scenarios.VerbFiles, name: f.Form, right: right, wide: wide}
	case Sent:
		return happening{verb: scenarios.VerbSends, name: f.Name}
	case Interrupted:
		return happening{verb: scenarios.VerbInterrupts}
	case SpokeLonger:
		return happening{verb: scenarios.VerbSpeaksLonger, words: f.Words}
	default:
		panic("engine: no verb for the fact " + f.Kind())
	}
}

func warmth(warm bool) string {
	if warm {
		return "warm"
	}
	return "cold"
}

func rightFields(checks []FieldCheck) (right, wide int) {
	for _, c := range checks {
		if c.Right {
			right++
		}
		if c.Right || c.Wide {
			wide++
		}
	}
	return right, wide
}

// phrasesHeard lists the phrases of a reply, sure and unsure ones.
func phrasesHeard(hearings []language.Hearing) []happening {
	var heard []happening
	for _, h := range hearings {
		if h.Verdict.Rank() > 0 {
			heard = append(heard, happening{verb: scenarios.VerbSays, name: h.Phrase, unsure: !h.Verdict.Heard()})
		}
	}
	return heard
}
