package grading

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"proba/engine"
	"proba/engine/language"
	"proba/scenarios"
)

// cited is what evidence says, without what is the same in all of it.
type cited struct {
	Item, Event int
	Why         string
}

func citations(m Mark) []cited {
	var all []cited
	for _, e := range m.Evidence {
		all = append(all, cited{e.Item, e.Event, e.Why})
	}
	return all
}

func near(phrase string, words int) engine.Replied {
	return engine.Replied{Hearings: []language.Hearing{{Phrase: phrase, Verdict: language.No, Why: language.WhyNothing, Nearness: words, Words: "almost"}}}
}

func TestEveryMarkCitesItsEvidence(t *testing.T) {
	late := says("a", scenarios.Within{For: 5 * time.Second})
	form := does(scenarios.VerbFiles, "Scheda")
	form.Right = 2
	filed := engine.Filed{Form: "Scheda", Checks: []engine.FieldCheck{{Field: "Ordine", Value: "7", Want: "is 8"}, {Field: "Nota", Right: true}}}
	holds := scenarios.Item{Any: []scenarios.Clause{{does(scenarios.VerbHolds, "")}}}
	tests := []struct {
		name      string
		criterion scenarios.Criterion
		log       []moment
		want      []cited
	}{
		{"items in file order, then time", scenarios.Criterion{AllOf: items(says("a"), says("b"))},
			[]moment{{1, replyWith("b")}, {2, replyWith("a")}, {3, replyWith("b")}}, []cited{{1, 3, "heard"}, {2, 2, "heard"}, {2, 4, "heard"}}},
		{"an action", scenarios.Criterion{AllOf: items(does(scenarios.VerbLooksUp, "x"))}, []moment{{1, engine.LookedUp{Name: "x"}}}, []cited{{1, 2, "happened"}}},
		{"never", scenarios.Criterion{AllOf: items(does(scenarios.VerbLooksUp, "x"), says("a"))}, []moment{{1, replyWith("b")}}, []cited{{1, 0, "never"}, {2, 0, "never"}}},
		{"unsure", scenarios.Criterion{AllOf: items(says("a"))}, []moment{{1, replyWith("a unsure")}}, []cited{{1, 2, "unsure"}}},
		{"blind", scenarios.Criterion{AllOf: items(says("a"))}, []moment{{1, replyWith("a blind")}}, []cited{{1, 2, "blind"}}},
		{"the nearest miss: highest verdict first", scenarios.Criterion{AllOf: items(says("a", scenarios.InBeat{Beat: scenarios.Ref{Name: "x"}}))},
			[]moment{{1, replyWith("a fact")}, {2, replyWith("a unsure")}}, []cited{{1, 3, "beat"}}},
		{"the nearest miss: most words found", scenarios.Criterion{AllOf: items(says("a"))}, []moment{{1, near("a", 1)}, {2, near("a", 3)}, {3, near("a", 2)}}, []cited{{1, 3, "near"}}},
		{"the nearest miss: then the earliest", scenarios.Criterion{AllOf: items(says("a"))}, []moment{{1, replyWith("a negated")}, {2, replyWith("a fact")}}, []cited{{1, 2, "negated"}}},
		{"of two alternatives the nearer one", scenarios.Criterion{AllOf: []scenarios.Item{{Number: 1, Any: []scenarios.Clause{{says("a")}, {says("b")}}}}},
			[]moment{{1, near("a", 1)}, {2, near("b", 2)}}, []cited{{1, 3, "near"}}},
		{"too late", scenarios.Criterion{AllOf: items(late)}, []moment{{9, replyWith("a")}}, []cited{{1, 2, "late"}}},
		{"in the wrong order", scenarios.Criterion{AllOf: items(says("a", scenarios.Before{Of: says("b")}))}, []moment{{1, replyWith("b")}, {2, replyWith("a")}}, []cited{{1, 3, "order"}}},
		{"after the time for it", scenarios.Criterion{AllOf: items(says("a", scenarios.NotAfter{Of: says("b")}))}, []moment{{1, replyWith("b")}, {2, replyWith("a")}}, []cited{{1, 3, "order"}}},
		{"not often enough", scenarios.Criterion{AllOf: items(says("a", scenarios.AtLeastTimes{N: 2}))}, []moment{{1, replyWith("a")}}, []cited{{1, 2, "count"}}},
		{"in order, one too early", scenarios.Criterion{InOrder: items(says("a"), says("b"))}, []moment{{1, replyWith("b")}, {2, replyWith("a")}}, []cited{{1, 3, "heard"}, {2, 2, "order"}}},
		{"of the form each wrong field", scenarios.Criterion{AllOf: items(form)}, []moment{{1, filed}}, []cited{{1, 2, "form"}, {1, 2, "field"}}},
		{"none of: what broke it", scenarios.Criterion{NoneOf: items(says("a"), says("b"))}, []moment{{1, replyWith("b")}, {2, replyWith("b")}}, []cited{{1, 0, "never"}, {2, 2, "heard"}, {2, 3, "heard"}}},
		{"none of: what was refused", scenarios.Criterion{NoneOf: items(says("a"))}, []moment{{1, replyWith("a negated", "b")}}, []cited{{1, 2, "negated"}}},
		{"nothing said", scenarios.Criterion{NoneOf: items(says("a"))}, nil, []cited{{1, 0, "nothing said"}}},
		{"only if did not happen", scenarios.Criterion{AllOf: items(says("a")), OnlyIf: &holds}, []moment{{1, replyWith("a")}}, []cited{{0, 0, "never"}, {1, 2, "heard"}}},
		{"another variant", scenarios.Criterion{AllOf: items(says("a")), OnlyIn: []string{"x"}}, nil, []cited{{0, 0, "variant"}}},
		{"a measure", scenarios.Criterion{AllOf: measured(scenarios.Understood{Percent: 50})}, []moment{{1, replyWith("a")}}, []cited{{1, 0, "figure"}}},
		{"late replies", scenarios.Criterion{AllOf: measured(scenarios.RepliesWithin{For: time.Second})},
			[]moment{{5, replyWith("a")}, {9, engine.Replied{Delay: 4 * time.Second}}}, []cited{{1, 2, "late"}, {1, 3, "late"}}},
		{"no measure without a reply", scenarios.Criterion{AllOf: measured(scenarios.Understood{Percent: 50})}, nil, []cited{{1, 0, "nothing said"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := markOf(t, tt.criterion, logOf(tt.log...))
			if diff := cmp.Diff(tt.want, citations(m)); diff != "" {
				t.Errorf("evidence of %q (-want +got):\n%s", m.Mark, diff)
			}
		})
	}
}

func TestEvidenceQuotesTheReply(t *testing.T) {
	heard := language.Hearing{Phrase: "costo", Verdict: language.No, Why: language.WhyFact, Sentence: 1, Span: [2]int{4, 9}, Words: "5,90 €",
		Pattern: "{costo}", Expected: "9,90 €", Found: "5,90 €"}
	log := logOf(moment{2.5, engine.Replied{Hearings: []language.Hearing{heard}}})
	got := markOf(t, scenarios.Criterion{AllOf: items(says("costo"))}, log).Evidence
	want := []Evidence{{Event: 2, At: 2500, Item: 1, Verdict: "no", Phrase: "costo", Words: "5,90 €", Pattern: "{costo}", Why: "fact",
		Expected: "9,90 €", Found: "5,90 €", Span: []int{4, 9}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("evidence (-want +got):\n%s", diff)
	}
}

func TestTheJSONIsTheOutsideContract(t *testing.T) {
	sc := scenarioOf(scenarios.Criterion{Name: "Greets", Competence: scenarios.Ref{Name: "Tono"}, Points: 10, AllOf: items(says("saluto"))})
	sc.Pass = []scenarios.PassRule{scenarios.TotalAtLeast{Percent: 70}}
	log := logOf(moment{1, engine.BeatEntered{Beat: "One", Visit: 1}}, moment{3, replyWith("saluto")})
	got, err := json.Marshal(Grade(sc, log))
	if err != nil {
		t.Fatal(err)
	}
	want := `{"scenario":"made-up","version":"1.0.0","pack":"","engine":"","result":"pass","score":100,"earned":10,"of":10,"if_met":100,` +
		`"ends_in":"One","patience":6,"marks":[{"criterion":"Greets","competence":"Tono","mark":"met","points":10,"of":10,` +
		`"items":[{"item":1,"label":"all of","text":"","held":true,"wide":true}],` +
		`"evidence":[{"event":3,"at":3000,"item":1,"verdict":"certain","phrase":"saluto","words":"saluto","why":"heard"}]}],"competences":[],` +
		`"rules":[{"rule":"total","limit":70,"worst":true,"best":true}],` +
		`"kpis":{"answered_after_ms":-1,"first_reply_ms":3000,"talk_ms":-1,"hold_ms":0,"wrap_up_ms":-1,"handling_ms":-1,"longest_silence_ms":0,"replies":1,"understood":1}}`
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("JSON (-want +got):\n%s", diff)
	}
}
