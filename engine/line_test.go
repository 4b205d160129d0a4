package engine

import (
	"crypto/sha256"
	"encoding/binary"
	"testing"

	"proba/scenarios"
)

func labelled(text string, label scenarios.LineLabel) scenarios.Line {
	return scenarios.Line{Text: text, Label: label}
}

// firstLine is what a chat whose first beat has these alternatives opens with.
func firstLine(t *testing.T, variant string, seed int64, lines ...scenarios.Line) string {
	t.Helper()
	sc := chatOf(beat("A", block(lines...), when(says("a"), toEnd), otherwise(toEnd)))
	sc.Variants = []string{"x", "y"}
	c := begin(t, sc, func(o *Opening) { o.Variant, o.Seed = variant, seed })
	got := c.heard()
	if len(got) == 0 {
		return ""
	}
	return got[0]
}

func TestMostSpecificLabelGoesFirst(t *testing.T) {
	lines := []scenarios.Line{
		labelled("plain", scenarios.LineLabel{}),
		labelled("calm", scenarios.LineLabel{Band: scenarios.Calm}),
		labelled("variant", scenarios.LineLabel{Variant: "x"}),
		labelled("again", scenarios.LineLabel{Again: true}),
		labelled("English", scenarios.LineLabel{IfLanguage: "en"}),
	}
	if got := firstLine(t, "x", 1, lines...); got != "variant" {
		t.Errorf("in variant x he said %q", got)
	}
	if got := firstLine(t, "y", 1, lines...); got != "calm" {
		t.Errorf("in variant y he said %q", got)
	}
}

func TestBlockquoteInWhichNothingFitsIsSkipped(t *testing.T) {
	if got := firstLine(t, "x", 1, labelled("angry", scenarios.LineLabel{Band: scenarios.Angry})); got != "" {
		t.Errorf("he said %q, want nothing", got)
	}
}

func TestNothingIsRepeatedBeforeAllHaveBeenUsed(t *testing.T) {
	three := block(scenarios.Line{Text: "one"}, scenarios.Line{Text: "two"}, scenarios.Line{Text: "three"})
	sc := chatOf(beat("A", three, when(says("a"), to("A")), otherwise(toEnd)))
	c := begin(t, sc).say("a", "a", "a", "a", "a")
	said := c.heard()
	seen := map[string]bool{said[0]: true, said[1]: true, said[2]: true}
	if len(seen) != 3 || said[3] != said[0] || said[4] != said[1] {
		t.Errorf("he said %q, want all three and then the longest unsaid first", said)
	}
}

func TestLineForAPhraseCountsTheReplyItAnswers(t *testing.T) {
	lines := block(labelled("you said b", scenarios.LineLabel{IfSaid: ref("b")}), scenarios.Line{Text: "plain"})
	sc := chatOf(beat("A", "hello", when(says("a"), to("B")), otherwise(toEnd)), beat("B", lines, otherwise(toEnd)))
	begin(t, sc).expect("hello").say("a b").expect("you said b")
	begin(t, sc).expect("hello").say("a").expect("plain")
}

func TestLineForALanguageFollowsTheLastReply(t *testing.T) {
	lines := block(scenarios.Line{Text: "piatti"}, scenarios.Line{Text: "plates", Language: "en", Label: scenarios.LineLabel{IfLanguage: "en"}})
	sc := chatOf(beat("A", "hello", when(says("a"), to("B")), otherwise(toEnd)), beat("B", lines, otherwise(toEnd)))
	begin(t, sc).expect("hello").say("en:a").expect("plates")
	begin(t, sc).expect("hello").say("a").expect("piatti")
}

// SEMANTICS 26, worked by hand: SHA-256 of "SEED:WHAT:COUNT", first 8 bytes big-endian, modulo n.
func TestDrawIsTheHashOfSeedWhatAndCount(t *testing.T) {
	sum := sha256.Sum256([]byte("7:line Greeting/2:3"))
	want := int(binary.BigEndian.Uint64(sum[:8]) % 5)
	if got := draw(7, "line Greeting/2", 3, 5); got != want {
		t.Errorf("draw = %d, want %d", got, want)
	}
	if got := draw(7, "variant", 0, 1); got != 0 {
		t.Errorf("draw among one = %d, want 0", got)
	}
}

func TestBlocksAreNumberedInFileOrderReactionsIncluded(t *testing.T) {
	at := func(line int, b scenarios.Block) scenarios.Block { b.At.Line = line; return b }
	b := beat("A", at(10, one("first")), at(30, one("third")), when(says("a"), at(20, one("second"))), otherwise(toEnd, at(40, one("fourth"))))
	script := mustPrepare(t, chatOf(b))
	want := map[string]string{"first": "A/1", "second": "A/2", "third": "A/3", "fourth": "A/4"}
	for block, name := range script.blocks {
		if text := block.Lines[0].Text; want[text] != name {
			t.Errorf("%q is %s, want %s", text, name, want[text])
		}
	}
}

func TestVariantsAndFactsAreDrawnBySeed(t *testing.T) {
	sc := chatOf(beat("A", "It is {price}, {city}, {unknown}.", otherwise(toEnd)))
	sc.Variants = []string{"x", "y"}
	sc.Facts = []scenarios.Fact{
		{Name: "price", Value: "20 €", ByVariant: map[string]string{"y": "30 €"}},
		{Name: "city", ByVariant: map[string]string{"x": "Catania", "y": "Enna"}},
	}
	seen := map[string]bool{}
	for seed := range int64(20) {
		c := begin(t, sc, func(o *Opening) { o.Seed = seed })
		seen[c.s.Opened.Variant+": "+c.heard()[0]] = true
	}
	want := []string{"x: It is 20 €, Catania, {unknown}.", "y: It is 30 €, Enna, {unknown}."}
	if len(seen) != 2 || !seen[want[0]] || !seen[want[1]] {
		t.Errorf("drawn in 20 sessions: %v, want %q", seen, want)
	}
}

func TestLanguageOfALineIsItsMarkThenItsFilesThenTheScenarios(t *testing.T) {
	sc := chatOf(beat("A", "ciao", block(scenarios.Line{Text: "hello", Language: "en"}), when(says("a"), "?"), otherwise(toEnd)))
	sc.Persona.Habits = []scenarios.Reaction{when(says("b"), "bine")}
	sc.Persona.Languages = []string{"ro"}
	c := begin(t, sc).say("b")
	want := []string{"it", "en", "ro"}
	for i, said := range facts[CustomerSaid](c) {
		if said.Language != want[i] {
			t.Errorf("%q is in %q, want %q", said.Text, said.Language, want[i])
		}
	}
}

func TestMisheardValues(t *testing.T) {
	tests := map[string]string{"LR-20417": "LR-20471", "777": "778", "9": "0", "Catania": "Caatnia", "a": "a", "": ""}
	for value, want := range tests {
		if got := misheardAs(value); got != want {
			t.Errorf("misheardAs(%q) = %q, want %q", value, got, want)
		}
	}
}
