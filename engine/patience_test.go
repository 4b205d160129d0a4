package engine

import (
	"testing"

	"proba/scenarios"
)

// The examples of SEMANTICS 28.
func TestChangesOfOneReplyAreSummedAndAddedOnce(t *testing.T) {
	sc := chatOf(beat("A", "hello", when(says("c"), patience(1)), otherwise(toEnd)))
	sc.Persona.PatienceRows = []scenarios.PatienceRow{row(says("a"), -3), row(says("b"), +1), row(says("c"), -1)}
	c := begin(t, sc).say("a b").expectPatience(5)
	if n := len(facts[PatienceChanged](c)); n != 1 {
		t.Errorf("patience changed %d times in one reply, want once", n)
	}
	sc.Persona.Patience = 1
	begin(t, sc).say("c").expectPatience(1).expectEnd("")
}

func TestPositiveRowCountsOncePerVisit(t *testing.T) {
	sc := chatOf(
		beat("A", "hello", when(says("b"), to("B")), otherwise(toEnd)),
		beat("B", "so", when(says("c"), toEnd), otherwise(toEnd)),
	)
	sc.Persona.PatienceRows = []scenarios.PatienceRow{row(says("a"), +1)}
	begin(t, sc).say("a", "a").expectPatience(8).say("b").say("a", "a").expectPatience(9)
}

func TestRowsNeedSurePhrases(t *testing.T) {
	sc := chatOf(beat("A", "hello", when(says("b"), toEnd), otherwise(toEnd)))
	sc.Persona.PatienceRows = []scenarios.PatienceRow{row(says("a"), -3)}
	begin(t, sc).say("a?").expectPatience(7).say("a").expectPatience(4)
}

func TestPatienceStaysWithinItsBounds(t *testing.T) {
	sc := chatOf(beat("A", "hello", when(says("a"), patience(+9)), otherwise(toEnd)))
	begin(t, sc).say("a").expectPatience(10)
}

func TestPatienceOutIsSaidInsteadOfEveryOtherLine(t *testing.T) {
	sc := chatOf(beat("A", "hello", when(says("a"), toEnd, "an answer", patience(-7)), otherwise(toEnd)))
	sc.Persona.Habits = []scenarios.Reaction{when(verb(scenarios.HabitPatienceOut), "I am off")}
	c := begin(t, sc).expect("hello").say("a").expect("I am off").expectEnd(EndedByPatience)
	c.refused(Say{Text: "a"}, RefusedOver)
}

func TestCostOfNotUnderstandingIsAtLeastOne(t *testing.T) {
	sc := chatOf(beat("A", "hello", when(says("a"), toEnd), otherwise(toEnd)))
	sc.Persona.PatienceRows = []scenarios.PatienceRow{row(verb(scenarios.HabitNotUnderstood), 0)}
	begin(t, sc).say("?").expectPatience(6)
	sc.Persona.PatienceRows = []scenarios.PatienceRow{row(verb(scenarios.HabitNotUnderstood), -3)}
	begin(t, sc).say("?").expectPatience(4)
}

func TestTooHardHasItsOwnRowFirst(t *testing.T) {
	sc := chatOf(beat("A", "hello", when(says("a"), toEnd), otherwise(toEnd)))
	sc.Persona.Understands = []scenarios.Understanding{{Language: "it", LongestSentence: 3, Unknown: []string{"vettore"}}}
	sc.Persona.PatienceRows = []scenarios.PatienceRow{row(verb(scenarios.HabitNotUnderstood), -2), row(verb(scenarios.HabitTooHard), -1)}
	begin(t, sc).say("one two three four").expectPatience(6).say("?").expectPatience(4)
	sc.Persona.PatienceRows = sc.Persona.PatienceRows[:1]
	begin(t, sc).say("il vettore").expectPatience(5)
}

func TestNotFollowedReplyMovesNothing(t *testing.T) {
	both := on(sentence(scenarios.VerbSays, "a"), sentence(scenarios.VerbSays, "b"))
	sc := chatOf(beat("A", "hello", when(both, toEnd), when(says("a"), "heard a"), otherwise(toEnd)))
	sc.Persona.Understands = []scenarios.Understanding{{Language: "it", LongestSentence: 4}}
	sc.Persona.PatienceRows = []scenarios.PatienceRow{row(says("a"), +1)}
	sc.Persona.Habits = []scenarios.Reaction{when(verb(scenarios.HabitTooHard), "slowly please")}
	c := begin(t, sc).expect("hello").say("a one two three four").expect("slowly please").expectPatience(6)
	replied := facts[Replied](c)[0]
	if replied.Understood || replied.NotUnderstood != TooLong || replied.Words != 5 || replied.Follows != 4 {
		t.Errorf("got %+v, want a sentence of 5 words where he follows 4", replied)
	}
	if len(replied.Hearings) != 1 {
		t.Errorf("what was said still counts for marks, but the log has %d phrases", len(replied.Hearings))
	}
	c.say("b").expect("Va bene, e poi?") // a was not said since the beat began
}

func TestUnknownWordIsTheFirstOfTheTable(t *testing.T) {
	sc := chatOf(beat("A", "hello", when(says("a"), toEnd), otherwise(toEnd)))
	sc.Persona.Understands = []scenarios.Understanding{{Language: "it", Unknown: []string{"presa in carico", "vettore", "rec*"}}}
	asks := scenarios.Line{Text: `What is "{unknown word}"?`}
	sc.Persona.Habits = []scenarios.Reaction{when(verb(scenarios.HabitTooHard), block(asks))}
	begin(t, sc).expect("hello").
		say("il vettore per la presa in carico").expect(`What is "presa in carico"?`).
		say("il recesso").expect(`What is "recesso"?`)
}
