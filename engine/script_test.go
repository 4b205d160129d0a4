package engine

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"proba/engine/language"
	"proba/scenarios"
)

func TestScenarioWithoutConversationIsNotPlayable(t *testing.T) {
	desk := chatOf(waitingForA())
	desk.Channel = scenarios.Desk
	for _, sc := range []*scenarios.Scenario{desk, chatOf()} {
		if _, err := Prepare(sc); !errors.Is(err, ErrNotPlayable) {
			t.Errorf("Prepare of channel %q with %d beats: %v, want ErrNotPlayable", sc.Channel, len(sc.Beats), err)
		}
	}
}

func TestScenarioWithNothingAroundItStillPlays(t *testing.T) {
	bare := &scenarios.Scenario{Channel: scenarios.Chat, Beats: []scenarios.Beat{waitingForA()}}
	c := begin(t, bare).expect("hello").refused(LookUp{Name: "Prices"}, RefusedUnknownName).expectPatience(usualPatience)
	c.say("?").expect("Sorry, I did not understand.")
}

func TestPackDigestFollowsTheSources(t *testing.T) {
	one := []scenarios.File{{Path: "a.md", Digest: "11"}, {Path: "b.md", Digest: "22"}}
	other := []scenarios.File{{Path: "a.md", Digest: "11"}, {Path: "b.md", Digest: "23"}}
	if digestOf(one) == digestOf(other) || digestOf(one) != digestOf(one) || len(digestOf(nil)) != 64 {
		t.Errorf("digests %s and %s of different sources", digestOf(one), digestOf(other))
	}
}

func TestWordingsAreEveryAlternativeByItsLoggedName(t *testing.T) {
	sc := chatOf(
		beat("A", block(scenarios.Line{Text: "one"}, scenarios.Line{Text: "two"}), when(says("a"), to("B"), "three"), otherwise(toEnd)),
		beat("B", "four"),
	)
	sc.Persona.Habits = []scenarios.Reaction{when(says("b"), "five")}
	var got []string
	for _, w := range mustPrepare(t, sc).Wordings() {
		got = append(got, w.Block+"."+string(rune('0'+w.Alternative))+" "+w.Line.Text)
	}
	want := []string{"A/1.0 one", "A/1.1 two", "A/2.0 three", "B/1.0 four", "persona/1.0 five"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("wordings (-want +got):\n%s", diff)
	}
}

// SEMANTICS 50: what was heard is judged anew; beats, lines, patience and clocks stay as they happened.
func TestRehearingChangesOnlyWhatWasHeard(t *testing.T) {
	sc := cardScenario()
	sc.Debrief = []scenarios.Criterion{{Name: "Why?"}}
	c := begin(t, sc).do(card("complaint", "", "", "", "b"))
	c.say("b").do(Close{}, Finish{}, Argue{Question: 1, Text: "b"})
	script := c.sc.WithEars(renaming{from: "b", to: "a", ears: c.sc.Ears()})
	anew := Rehear(script, c.log)
	for i, e := range anew {
		switch f := e.Fact.(type) {
		case Replied:
			if len(f.Hearings) != 1 || f.Hearings[0].Phrase != "a" || !f.Understood {
				t.Errorf("replied %+v, want a heard", f)
			}
		case Argued:
			if len(f.Hearings) != 1 || f.Hearings[0].Phrase != "a" {
				t.Errorf("argued %+v, want a heard", f)
			}
		case Filed:
			if right, _ := rightFields(f.Checks); right != 2 {
				t.Errorf("filed %+v, want reason and note right", f.Checks)
			}
		default:
			if diff := cmp.Diff(c.log[i], e); diff != "" {
				t.Errorf("event %d changed (-before +after):\n%s", e.Number, diff)
			}
		}
	}
}

// renaming ears take one phrase for another.
type renaming struct {
	from, to string
	ears     Hearer
}

func (r renaming) Hear(reply language.Reply) language.Heard {
	heard := r.ears.Hear(reply)
	for i := range heard.Hearings {
		if heard.Hearings[i].Phrase == r.from {
			heard.Hearings[i].Phrase = r.to
		}
	}
	return heard
}

func TestOnlyHearingsThatTellSomethingAreKept(t *testing.T) {
	tests := []struct {
		name string
		h    language.Hearing
		want bool
	}{
		{"certain", language.Hearing{Verdict: language.Certain, Why: language.WhyPattern}, true},
		{"unsure", language.Hearing{Verdict: language.Unsure, Why: language.WhyModel}, true},
		{"negated", language.Hearing{Verdict: language.No, Why: language.WhyNegated}, true},
		{"blind", language.Hearing{Verdict: language.No, Why: language.WhyBlind}, true},
		{"another variant", language.Hearing{Verdict: language.No, Why: language.WhyVariant, Nearness: 3}, false},
		{"nothing", language.Hearing{Verdict: language.No, Why: language.WhyNothing}, false},
		{"half a pattern", language.Hearing{Verdict: language.No, Why: language.WhyNothing, Pattern: "numero/codice ... ordin* cliente {x}", Nearness: 2}, true},
		{"less than half", language.Hearing{Verdict: language.No, Why: language.WhyNothing, Pattern: "numero/codice ... ordin* cliente {x}", Nearness: 1}, false},
	}
	for _, tt := range tests {
		if got := len(worthKeeping([]language.Hearing{tt.h})) == 1; got != tt.want {
			t.Errorf("%s: kept %v, want %v", tt.name, got, tt.want)
		}
	}
}

// limitedEars write down the list limits each reply came with.
type limitedEars struct {
	Hearer
	limits *[]language.ListLimits
}

func (e limitedEars) Hear(r language.Reply) language.Heard {
	*e.limits = append(*e.limits, r.List)
	return e.Hearer.Hear(r)
}

func TestTheListLimitsOfTheStartStayWithTheSession(t *testing.T) {
	want := language.ListLimits{Sentence: 3, Reply: 4}
	sc := cardScenario()
	sc.Debrief = []scenarios.Criterion{{Name: "Why?"}}
	c := begin(t, sc, func(o *Opening) { o.List = want }).do(card("complaint", "", "", "", "b"))
	c.say("b").do(Close{}, Finish{}, Argue{Question: 1, Text: "b"})
	var seen []language.ListLimits
	Rehear(c.sc.WithEars(limitedEars{c.sc.Ears(), &seen}), c.log)
	if len(seen) < 3 {
		t.Fatalf("%d texts were heard anew, want the note, the reply and the answer", len(seen))
	}
	for i, got := range seen {
		if got != want {
			t.Errorf("text %d is heard anew with limits %+v, want %+v", i, got, want)
		}
	}
	if _, _, err := Start(c.sc, Opening{List: language.ListLimits{Reply: -1}}); err == nil {
		t.Error("limits below zero were taken")
	}
}
