package engine

import (
	"testing"

	"proba/engine/language"
	"proba/scenarios"
)

func TestOneReactionPerReplyInFileOrder(t *testing.T) {
	sc := chatOf(beat("A", "hello", when(says("a"), "first"), when(says("b"), "second"), otherwise(toEnd)))
	begin(t, sc).expect("hello").say("b a").expect("first").say("b").expect("second")
}

func TestSureReactionGoesBeforeAnEarlierUnsureOne(t *testing.T) {
	sc := chatOf(beat("A", "hello", when(says("a"), "first"), when(says("b"), "second"), otherwise(toEnd)))
	begin(t, sc).expect("hello").say("a? b").expect("second").say("a?").expect("first")
}

func TestAndCountsWhatWasSaidSinceTheVisitBegan(t *testing.T) {
	both := on(sentence(scenarios.VerbSays, "a"), sentence(scenarios.VerbSays, "b"))
	sc := chatOf(
		beat("A", "hello", when(both, to("B")), when(says("a"), "only a"), when(says("b"), "only b"), otherwise(toEnd)),
		beat("B", "thanks", when(both, toEnd), when(says("a"), "again a"), otherwise(toEnd)),
	)
	c := begin(t, sc).expect("hello").say("a").expect("only a").say("b").expect("thanks").expectBeat("B")
	c.say("a").expect("again a")
}

func TestAndNeedsOneOfThemInThisReply(t *testing.T) {
	both := on(sentence(scenarios.VerbSays, "a"), sentence(scenarios.VerbSays, "b"))
	sc := chatOf(beat("A", "hello", when(both, "both"), when(says("c"), "c"), otherwise(toEnd)))
	begin(t, sc).expect("hello").say("a").expect("Va bene, e poi?").say("b").expect("both").say("c").expect("c")
}

func TestOrNeedsOneInThisReply(t *testing.T) {
	either := scenarios.Condition{Any: []scenarios.Clause{{sentence(scenarios.VerbSays, "a")}, {sentence(scenarios.VerbSays, "b")}}}
	sc := chatOf(beat("A", "hello", when(either, to("B")), otherwise(toEnd)), beat("B", "there", otherwise(toEnd)))
	begin(t, sc).say("b").expectBeat("B")
}

func TestIfAlreadyLooksAtTheContactBeforeThisReply(t *testing.T) {
	already, notYet := says("b"), says("b")
	already.IfAlready = []scenarios.Ref{ref("a")}
	notYet.IfNotYet = []scenarios.Ref{ref("a")}
	sc := chatOf(beat("A", "hello", when(already, toEnd, "already"), when(notYet, "not yet"), otherwise(toEnd)))
	begin(t, sc).expect("hello").say("a b").expect("not yet").say("b").expect("already").expectEnd(EndedByScript)
}

func TestReactionWithALineAndNoArrowFiresOncePerAlternativeAndVisit(t *testing.T) {
	two := block(scenarios.Line{Text: "one"}, scenarios.Line{Text: "two"})
	sc := chatOf(
		beat("A", "hello", when(says("a"), two), when(says("b"), to("B")), otherwise(toEnd)),
		beat("B", "there", when(says("a"), to("A")), otherwise(toEnd)),
	)
	c := begin(t, sc).expect("hello").say("a", "a")
	if got := c.heard(); got[0] == got[1] {
		t.Errorf("the customer said %q twice before the other alternative", got[0])
	}
	c.say("a").expect("Va bene, e poi?").say("b", "a").expect("there", "hello").expectBeat("A").say("a")
	if got := c.heard(); len(got) != 1 || got[0] == "Va bene, e poi?" {
		t.Errorf("in a new visit the customer said %q, want one of the alternatives", got)
	}
}

func TestReactionWithoutALineFiresEachTime(t *testing.T) {
	sc := chatOf(beat("A", "hello", when(says("a"), patience(-1)), otherwise(toEnd)))
	begin(t, sc).say("a", "a", "a").expectPatience(4)
}

func TestUsefulButOutOfPlaceCostsNothing(t *testing.T) {
	sc := chatOf(beat("A", "hello", when(says("a"), toEnd), otherwise(toEnd)))
	c := begin(t, sc).expect("hello").say("c", "c?", "c", "c").expectPatience(7).expectBeat("A")
	for _, r := range facts[Replied](c) {
		if !r.Understood {
			t.Errorf("%q counts as not understood", r.Text)
		}
	}
}

// The example of SEMANTICS 21: patience 6, tries 2, Otherwise with -2, three unknown replies give 5, 4, 2.
func TestOtherwiseWithItsOwnChangeChargesOnlyThat(t *testing.T) {
	sc := chatOf(
		beat("A", "hello", when(says("a"), toEnd), otherwise(to("Recap"), patience(-2))),
		beat("Recap", "so", when(says("a"), toEnd)),
	)
	sc.Persona.Patience = 6
	c := begin(t, sc).say("?").expectPatience(5).say("?").expectPatience(4).expectBeat("A")
	c.say("?").expectPatience(2).expectBeat("Recap")
}

func TestOtherwiseWithoutAChangeChargesTheOrdinaryCost(t *testing.T) {
	sc := chatOf(beat("A", "hello", when(says("a"), toEnd), otherwise(to("B"))), beat("B", "so", when(says("a"), toEnd)))
	sc.Persona.PatienceRows = []scenarios.PatienceRow{row(verb(scenarios.HabitNotUnderstood), -2)}
	begin(t, sc).say("?", "?", "?").expectPatience(1).expectBeat("B")
}

func TestWithoutOtherwiseTheNextBeatFollows(t *testing.T) {
	sc := chatOf(beat("A", "hello", when(says("a"), toEnd)), beat("B", "so", when(says("a"), toEnd)))
	c := begin(t, sc).say("?", "?", "?").expectBeat("B").expectEnd("")
	c.say("?", "?", "?").expectEnd(EndedByScript).expectBeat("B")
}

func TestTriesChangesHowOftenHeRephrases(t *testing.T) {
	none := 0
	sc := chatOf(beat("A", "hello", when(says("a"), toEnd), otherwise(to("B"))), beat("B", "so", when(says("a"), toEnd)))
	sc.Tries = &none
	begin(t, sc).say("?").expectBeat("B").expectPatience(6)
}

func TestRephrasesBeforeHabits(t *testing.T) {
	hello := block(scenarios.Line{Text: "hello"}, scenarios.Line{Text: "I mean hello", Label: scenarios.LineLabel{Again: true}})
	sc := chatOf(beat("A", hello, when(says("a"), toEnd), otherwise(toEnd)))
	begin(t, sc).expect("hello").say("?").expect("I mean hello").say("?").expect("Scusi, non ho capito.")
}

func TestBeatWithOnlyOtherwiseUnderstandsAnything(t *testing.T) {
	sc := chatOf(beat("A", "hello", otherwise(to("B"), patience(1))), beat("B", "so", otherwise(toEnd)))
	c := begin(t, sc).say("?").expectBeat("B").expectPatience(8).say("?").expectPatience(8).expectEnd(EndedByScript)
	for _, r := range facts[Replied](c) {
		if !r.Understood {
			t.Errorf("%q counts as not understood", r.Text)
		}
	}
}

func TestBandInAConditionIsBeforeAndOnALineAfterTheReply(t *testing.T) {
	calm := says("a")
	calm.Bands = []scenarios.Band{scenarios.Calm}
	answer := block(
		scenarios.Line{Text: "calmly", Label: scenarios.LineLabel{Band: scenarios.Calm}},
		scenarios.Line{Text: "tensely", Label: scenarios.LineLabel{Band: scenarios.Tense}},
	)
	sc := chatOf(beat("A", "hello", when(calm, answer, patience(-1)), otherwise(toEnd)))
	begin(t, sc).expect("hello").say("a").expect("tensely").expectPatience(6)
}

func TestReplyThatEndsTheContactDoesNotEnterABeat(t *testing.T) {
	sc := chatOf(beat("A", "hello", when(says("a"), to("B"), patience(-9)), otherwise(toEnd)), beat("B", "so", otherwise(toEnd)))
	begin(t, sc).expect("hello").say("a").expect("Adesso basta. Arrivederci.").expectBeat("A").expectEnd(EndedByPatience)
}

func TestBeatWithoutReactionsEndsAfterItsLines(t *testing.T) {
	sc := chatOf(beat("A", "hello", when(says("a"), to("B")), otherwise(toEnd)), beat("B", "one", "two"))
	begin(t, sc).say("a").expect("hello", "one", "two").expectBeat("B").expectEnd(EndedByScript)
}

func TestPersonaHabitsAreNeverUsedUp(t *testing.T) {
	sc := chatOf(beat("A", "hello", when(says("b"), toEnd), otherwise(toEnd)))
	sc.Persona.Habits = []scenarios.Reaction{when(says("a"), "yes yes")}
	begin(t, sc).expect("hello").say("a", "a", "a").expect("yes yes", "yes yes", "yes yes")
}

func TestListLeavesAReplyNotUnderstood(t *testing.T) {
	if got := emptyBecause(language.Heard{List: true}); got != JustAList {
		t.Errorf("emptyBecause(list) = %q, want %q", got, JustAList)
	}
	one := language.Heard{Hearings: []language.Hearing{{Phrase: "a", Verdict: language.No, Why: language.WhyList}}}
	if got := emptyBecause(one); got != JustAList {
		t.Errorf("emptyBecause(a voided sentence) = %q, want %q", got, JustAList)
	}
	if got := emptyBecause(language.Heard{}); got != NothingFits {
		t.Errorf("emptyBecause(nothing) = %q, want %q", got, NothingFits)
	}
}
