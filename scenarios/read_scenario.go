package scenarios

// draftScenario is a scenario whose references are still names as written.
type draftScenario struct {
	*Scenario
	r        *reader
	tests    []draftTest
	asRubric bool
	// head is the front matter of the scenario; a translation has one of its own, in r.
	head *header
	// more are the readers of the other files whose facts in braces are looked up: libraries, and the original.
	more    []*reader
	aliases []alias
}

// scenario reads a file of kind scenario.
func (r *reader) scenario(d *document) *draftScenario {
	s := r.sections(d)
	sc := &Scenario{
		Meta:    r.head.meta(Pos{File: r.src.path, Line: 1, Column: 1}),
		Channel: Channel(r.head.Channel), Direction: r.head.direction(), Request: r.head.Request,
		Difficulty: orZero(r.head.Difficulty), Minutes: orZero(r.head.Minutes), Seed: r.head.Seed,
	}
	if p := s["section.brief"]; p != nil {
		sc.Brief = r.bodyOf(p)
	}
	r.timers(s["section.timers"], sc)
	sc.Facts, sc.Variants = r.facts(s["section.facts"])
	sc.Beats = r.beats(s["section.conversation"])
	sc.Phrases = r.phrases(s["section.phrases"], "")
	sc.Criteria = r.criteria(s["section.criteria"])
	sc.Cases = r.cases(s["section.cases"])
	if sc.Channel == Desk {
		r.caseTruths(s["section.desk"], sc.Cases)
	} else {
		sc.Desk = r.desk(s["section.desk"])
	}
	sc.Faults = r.faults(s["section.faults"])
	sc.Colleagues = r.colleagueAnswers(s["section.colleagues"])
	sc.Debrief = r.criteria(s["section.debrief"])
	draft := &draftScenario{Scenario: sc, r: r, head: r.head}
	sc.Pass, draft.asRubric = r.passRules(s["section.pass-mark"])
	draft.tests = r.tests(s["section.tests"])
	return draft
}

// library reads a file of kind phrases.
func (r *reader) library(d *document) *Library {
	s := r.sections(d)
	lib := &Library{Meta: r.head.meta(Pos{File: r.src.path, Line: 1, Column: 1})}
	lib.Phrases = r.phrases(s["section.phrases"], lib.ID)
	lib.Facts, _ = r.facts(s["section.facts"])
	return lib
}
