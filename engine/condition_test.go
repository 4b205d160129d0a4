package engine

import (
	"testing"
	"time"

	"proba/scenarios"
)

// modifiedBy is "says a" with a modifier.
func modifiedBy(mod scenarios.Modifier) scenarios.Condition {
	return on(scenarios.Sentence{Verb: scenarios.VerbSays, Name: ref("a"), Mods: []scenarios.Modifier{mod}})
}

func TestModifiersInReactions(t *testing.T) {
	b, look := sentence(scenarios.VerbSays, "b"), sentence(scenarios.VerbLooksUp, "")
	tests := []struct {
		name  string
		mod   scenarios.Modifier
		first []Command // before the reply
		reply string
		want  bool
	}{
		{"before b, which never came", scenarios.Before{Of: b}, nil, "a", true},
		{"before b in the same reply", scenarios.Before{Of: b}, nil, "a b", true},
		{"before b, which came already", scenarios.Before{Of: b}, []Command{Say{Text: "b"}}, "a", false},
		{"not after a look-up that never came", scenarios.NotAfter{Of: look}, nil, "a", true},
		{"not after a look-up", scenarios.NotAfter{Of: look}, []Command{LookUp{Name: "Prices"}}, "a", false},
		{"after b, which never came", scenarios.After{Of: b}, nil, "a", false},
		{"after b in the same reply", scenarios.After{Of: b}, nil, "b a", true},
		{"after b", scenarios.After{Of: b}, []Command{Say{Text: "b"}}, "a", true},
		{"within 10 s of start, at 10 s", scenarios.Within{For: 10 * time.Second}, nil, "a", true},
		{"within 9 s of start, at 10 s", scenarios.Within{For: 9 * time.Second}, nil, "a", false},
		{"within 10 s of a look-up at the start", scenarios.Within{For: 10 * time.Second, Of: &look}, []Command{LookUp{Name: "Prices"}}, "a", true},
		{"within 9 s of it", scenarios.Within{For: 9 * time.Second, Of: &look}, []Command{LookUp{Name: "Prices"}}, "a", false},
		{"within 9 s of b in the same reply", scenarios.Within{For: 9 * time.Second, Of: &b}, nil, "a b", true},
		{"in this beat", scenarios.InBeat{Beat: ref("A")}, nil, "a", true},
		{"in another beat", scenarios.InBeat{Beat: ref("B")}, nil, "a", false},
		{"at least 2 times, the first time", scenarios.AtLeastTimes{N: 2}, nil, "a", false},
		{"at least 2 times, the second time", scenarios.AtLeastTimes{N: 2}, []Command{Say{Text: "a"}}, "a", true},
		{"at most once, the first time", scenarios.AtMostTimes{N: 1}, nil, "a", true},
	}
	for _, tt := range tests {
		sc := chatOf(beat("A", "hello", when(modifiedBy(tt.mod), toEnd), otherwise(toEnd)), beat("B", "so", otherwise(toEnd)))
		c := begin(t, sc)
		for _, first := range tt.first {
			if err := c.tryAt(first, 0); err != nil {
				t.Fatalf("%s: %v", tt.name, err)
			}
		}
		if c.s.Ended != nil {
			t.Fatalf("%s: the contact was over before the reply", tt.name)
		}
		if err := c.tryAt(Say{Text: tt.reply}, 10*time.Second); err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		if got := c.s.Ended != nil; got != tt.want {
			t.Errorf("%s: fired %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestAtMostTimesHoldsUntilThen(t *testing.T) {
	sc := chatOf(beat("A", "hello", when(modifiedBy(scenarios.AtMostTimes{N: 2}), patience(-1)), otherwise(toEnd)))
	begin(t, sc).say("a", "a", "a", "a").expectPatience(5)
}

func TestVariantAndBandLimitAReaction(t *testing.T) {
	inX, angry := says("a"), says("b")
	inX.Variants = []string{"x"}
	angry.Bands = []scenarios.Band{scenarios.Angry}
	sc := chatOf(beat("A", "hello", when(inX, "in x"), when(angry, "angry"), otherwise(toEnd)))
	sc.Variants = []string{"x", "y"}
	variant := func(name string) func(*Opening) { return func(o *Opening) { o.Variant = name } }
	begin(t, sc, variant("x")).expect("hello").say("a").expect("in x").say("b").expect("Va bene, e poi?")
	begin(t, sc, variant("y")).expect("hello").say("a").expect("Va bene, e poi?")
	sc.Persona.Patience = 3
	begin(t, sc, variant("y")).expect("hello").say("b").expect("angry")
}

func TestActionsCountInAnAndOfTheVisit(t *testing.T) {
	both := on(sentence(scenarios.VerbLooksUp, "Prices"), sentence(scenarios.VerbSays, "a"))
	sc := chatOf(beat("A", "hello", when(both, toEnd, "well looked up"), when(says("a"), "from memory?"), otherwise(toEnd)))
	begin(t, sc).expect("hello").say("a").expect("from memory?").do(LookUp{Name: "Prices"}).expect("well looked up")
	begin(t, sc).expect("hello").do(LookUp{Name: "Prices"}).say("a").expect("well looked up").expectEnd(EndedByScript)
}

func TestInterruptionIsCountedOnce(t *testing.T) {
	twice := on(scenarios.Sentence{Verb: scenarios.VerbInterrupts, Mods: []scenarios.Modifier{scenarios.AtLeastTimes{N: 2}}})
	sc := phoneOf(beat("A", "one two three four five", when(twice, "again!"), when(says("a"), "one two three"), otherwise(toEnd)))
	c := begin(t, sc, func(o *Opening) { o.Instant = false }).do(Answer{})
	c.tryAt(Say{Text: "a", Spoken: true}, second)
	c.expect("one two three four five", "Mi lasci finire, per favore.", "one two three")
	c.tryAt(Say{Text: "a", Spoken: true}, 2*second)
	c.expect("again!")
}

func TestFactsOfAReplyAreFilledWhereverTheyStand(t *testing.T) {
	values := map[string]string{"a b": "1", "c": "{a b}"}
	value := func(name string) (string, bool) { v, ok := values[name]; return v, ok }
	tests := map[string]string{"": "", "x": "x", "{a b}": "1", "{a  b }{c}": "1{a b}", "{no} {a b": "{no} {a b", "}{": "}{", "{}": "{}"}
	for text, want := range tests {
		if got := fill(text, value); got != want {
			t.Errorf("fill(%q) = %q, want %q", text, got, want)
		}
	}
}
