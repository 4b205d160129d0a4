package language

import (
	"strings"
	"testing"

	"proba/scenarios"
)

// ninePhrases makes nine phrases, each a single word.
func ninePhrases(t *testing.T) *Recogniser {
	t.Helper()
	var all []scenarios.Phrase
	for _, w := range strings.Fields("alfa bravo carlo delta eco fiume golfo hotel india") {
		all = append(all, phraseOf(t, w, "it", w))
	}
	r, err := New(all, Options{Languages: []string{"it"}})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func countCertain(heard Heard) int {
	n := 0
	for _, h := range heard.Hearings {
		if h.Verdict == Certain {
			n++
		}
	}
	return n
}

func TestListGuardVoidsListsOfPhrases(t *testing.T) {
	tests := []struct {
		name, text string
		want       int
		list       bool
	}{
		{"five in a sentence are a reply", "alfa bravo carlo delta eco", 5, false},
		{"six in a sentence void it", "alfa bravo carlo delta eco fiume", 0, false},
		{"only that sentence", "alfa bravo carlo delta eco fiume. Poi golfo.", 1, false},
		{"eight in a reply are a reply", "alfa bravo carlo delta. Eco fiume golfo hotel.", 8, false},
		{"nine in a reply void it", "alfa bravo carlo delta eco. Fiume golfo hotel india.", 0, true},
	}
	r := ninePhrases(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			heard := r.Hear(Reply{Text: tt.text, Typed: true})
			if got := countCertain(heard); got != tt.want || heard.List != tt.list {
				t.Errorf("Hear(%q) = %d certain, list %v, want %d, %v", tt.text, got, heard.List, tt.want, tt.list)
			}
		})
	}
}

func TestTheLimitsOfTheListGuardAreTheSessions(t *testing.T) {
	const six = "alfa bravo carlo delta eco fiume"
	tests := []struct {
		name   string
		limits ListLimits
		want   int
		list   bool
	}{
		{"none set", ListLimits{}, 0, false},
		{"one more in a sentence", ListLimits{Sentence: 6}, 6, false},
		{"fewer in a reply", ListLimits{Sentence: 6, Reply: 5}, 0, true},
		{"only those of a reply", ListLimits{Reply: 20}, 0, false},
	}
	r := ninePhrases(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			heard := r.Hear(Reply{Text: six, Typed: true, List: tt.limits})
			if got := countCertain(heard); got != tt.want || heard.List != tt.list {
				t.Errorf("Hear(%q) with %+v = %d certain, list %v, want %d, %v", six, tt.limits, got, heard.List, tt.want, tt.list)
			}
		})
	}
}

func TestCopiedTextIsNotCertain(t *testing.T) {
	r := ninePhrases(t)
	quotable := []string{"Il cliente abita in via Alfa numero sette a Lecco"}
	got := r.Hear(Reply{Text: "Abita in via alfa numero sette a Lecco", Typed: true, Quotable: quotable}).Hearings[0]
	if got.Verdict != Unsure || len(got.Guards) != 1 || got.Guards[0] != GuardCopied {
		t.Errorf("hearing = %+v, want unsure because copied", got)
	}
}

func TestGroupTakesTheBestVerdictOfItsMembers(t *testing.T) {
	group := scenarios.Phrase{Name: "group", Languages: []string{"it"}, OneOf: []scenarios.Ref{{Name: "a"}, {Name: "b"}}}
	phrases := []scenarios.Phrase{group, phraseOf(t, "a", "it", "alfa"), phraseOf(t, "b", "it", "bravo")}
	r, err := New(phrases, Options{Languages: []string{"it"}})
	if err != nil {
		t.Fatal(err)
	}
	got := r.Hear(Reply{Text: "Ecco bravo.", Typed: true}).Hearings[0]
	if got.Phrase != "group" || got.Verdict != Certain || got.Why != WhyGroup || got.Words != "bravo" {
		t.Errorf("hearing = %+v, want the group certain by its member", got)
	}
}

func TestPhraseOfAnotherVariantDoesNotExist(t *testing.T) {
	p := phraseOf(t, "p", "it", "alfa")
	p.OnlyIn = []string{"isole"}
	r, err := New([]scenarios.Phrase{p}, Options{Languages: []string{"it"}})
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Hear(Reply{Text: "alfa", Typed: true, Variant: "terra"}).Hearings[0]; got.Why != WhyVariant || got.Verdict != No {
		t.Errorf("hearing = %+v, want no because of the variant", got)
	}
	if got := r.Hear(Reply{Text: "alfa", Typed: true, Variant: "isole"}).Hearings[0]; got.Verdict != Certain {
		t.Errorf("hearing = %+v, want certain in its variant", got)
	}
}
