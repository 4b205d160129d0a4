package grading

import (
	"testing"
	"time"

	"proba/engine"
	"proba/scenarios"
)

type sentenceTest struct {
	name     string
	sentence scenarios.Sentence
	log      []moment
	want     MarkValue
}

func runSentences(t *testing.T, tests []sentenceTest) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := sentenceMark(t, tt.sentence, logOf(tt.log...)); got != tt.want {
				t.Errorf("mark = %q, want %q", got, tt.want)
			}
		})
	}
}

func TestPositionIsEventThenSentence(t *testing.T) {
	early := says("scuse", scenarios.Before{Of: says("numero")})
	runSentences(t, []sentenceTest{
		{"apology in the sentence before the question", early, []moment{{8, replyWith("scuse", "|", "numero")}}, Met},
		{"apology in the sentence after the question", early, []moment{{8, replyWith("numero", "|", "scuse")}}, NotMet},
		{"both in one sentence have equal position", early, []moment{{8, replyWith("numero", "scuse")}}, Met},
		{"after is satisfied by the same sentence too", says("scuse", scenarios.After{Of: says("numero")}),
			[]moment{{8, replyWith("scuse", "numero")}}, Met},
		{"an action comes before the sentences of a later reply", does(scenarios.VerbLooksUp, "x", scenarios.Before{Of: says("a")}),
			[]moment{{8, engine.LookedUp{Name: "x"}}, {9, replyWith("a")}}, Met},
	})
}

func TestBefore(t *testing.T) {
	s := says("a", scenarios.Before{Of: says("b")})
	runSentences(t, []sentenceTest{
		{"some a not later than the first b", s, []moment{{1, replyWith("a")}, {2, replyWith("b")}, {3, replyWith("a")}}, Met},
		{"a only after the first b", s, []moment{{1, replyWith("b")}, {2, replyWith("a")}, {3, replyWith("b")}}, NotMet},
		{"b never happens: a alone is enough", s, []moment{{1, replyWith("a")}}, Met},
		{"b alone is not", s, []moment{{1, replyWith("b")}}, NotMet},
		{"neither", s, []moment{{1, replyWith()}}, NotMet},
	})
}

func TestAfter(t *testing.T) {
	s := says("a", scenarios.After{Of: says("b")})
	runSentences(t, []sentenceTest{
		{"some a not earlier than the first b", s, []moment{{1, replyWith("a")}, {2, replyWith("b")}, {3, replyWith("a")}}, Met},
		{"a only before the first b", s, []moment{{1, replyWith("a")}, {2, replyWith("b")}}, NotMet},
		{"b never happened", s, []moment{{1, replyWith("a")}}, NotMet},
	})
}

func TestNotAfter(t *testing.T) {
	s := says("a", scenarios.NotAfter{Of: says("b")})
	runSentences(t, []sentenceTest{
		{"no a later than the first b", s, []moment{{1, replyWith("a")}, {2, replyWith("b")}}, Met},
		{"one a later than the first b", s, []moment{{1, replyWith("a")}, {2, replyWith("b")}, {3, replyWith("a")}}, NotMet},
		{"a must have happened", s, []moment{{2, replyWith("b")}}, NotMet},
		{"b never happens", s, []moment{{2, replyWith("a")}}, Met},
	})
}

func TestLimitIncludesItsEnd(t *testing.T) {
	answers := does(scenarios.VerbAnswers, "", scenarios.Within{For: 15 * time.Second})
	of := does(scenarios.VerbAnswers, "")
	greets := says("saluto", scenarios.Within{For: 5 * time.Second, Of: &of})
	runSentences(t, []sentenceTest{
		{"15.000 s is within 15 s", answers, []moment{{15, engine.Answered{}}}, Met},
		{"15.001 s is not", answers, []moment{{15.001, engine.Answered{}}}, NotMet},
		{"counted from picking up", greets, []moment{{14, engine.Answered{}}, {19, replyWith("saluto")}}, Met},
		{"too late after picking up", greets, []moment{{14, engine.Answered{}}, {19.001, replyWith("saluto")}}, NotMet},
		{"before the other is not within it", greets, []moment{{14, replyWith("saluto")}, {15, engine.Answered{}}}, NotMet},
	})
}

func TestWithinFollowsAnyOfTheOthers(t *testing.T) {
	of := says("b")
	s := says("a", scenarios.Within{For: 5 * time.Second, Of: &of})
	runSentences(t, []sentenceTest{
		{"near the second one", s, []moment{{1, replyWith("b")}, {20, replyWith("b")}, {24, replyWith("a")}}, Met},
		{"near none", s, []moment{{1, replyWith("b")}, {20, replyWith("a")}}, NotMet},
	})
}

func TestTimeFactorStretchesLimits(t *testing.T) {
	opened := engine.Started{Channel: scenarios.Phone, Mode: engine.Practice, TimeFactor: 150}
	s := does(scenarios.VerbAnswers, "", scenarios.Within{For: 10 * time.Second})
	for at, want := range map[float64]MarkValue{15: Met, 15.001: NotMet} {
		if got := sentenceMark(t, s, logFrom(opened, moment{at, engine.Answered{}})); got != want {
			t.Errorf("answered at %v s with factor 150: mark = %q, want %q", at, got, want)
		}
	}
}

func TestInBeatIsTheBeatInWhichItWasSaid(t *testing.T) {
	s := says("a", scenarios.InBeat{Beat: scenarios.Ref{Name: "One"}})
	runSentences(t, []sentenceTest{
		{"a reply that opens the next beat belongs to the beat before", s,
			[]moment{{0, engine.BeatEntered{Beat: "One", Visit: 1}}, {2, replyWith("a")}, {2, engine.BeatEntered{Beat: "Two", Visit: 1}}}, Met},
		{"said in the next beat", s,
			[]moment{{0, engine.BeatEntered{Beat: "One", Visit: 1}}, {2, engine.BeatEntered{Beat: "Two", Visit: 1}}, {3, replyWith("a")}}, NotMet},
		{"said before any beat", s, []moment{{2, replyWith("a")}}, NotMet},
	})
}

func TestTimesCountReplies(t *testing.T) {
	twice := says("a", scenarios.AtLeastTimes{N: 2})
	rarely := scenarios.Sentence{Verb: scenarios.VerbHolds, Mods: []scenarios.Modifier{scenarios.AtMostTimes{N: 1}}}
	runSentences(t, []sentenceTest{
		{"two replies", twice, []moment{{1, replyWith("a")}, {2, replyWith("a")}}, Met},
		{"one reply", twice, []moment{{1, replyWith("a")}}, NotMet},
		{"at most one: none", rarely, []moment{{1, replyWith("a")}}, Met},
		{"at most one: one", rarely, []moment{{1, replyWith("a")}, {2, engine.Held{}}}, Met},
		{"at most one: two", rarely, []moment{{1, replyWith("a")}, {2, engine.Held{}}, {3, engine.Resumed{}}, {4, engine.Held{}}}, NotMet},
	})
}

func TestModifiersMustHoldForTheSameOccurrence(t *testing.T) {
	s := says("a", scenarios.Before{Of: says("b")}, scenarios.InBeat{Beat: scenarios.Ref{Name: "One"}})
	one, two := engine.BeatEntered{Beat: "One", Visit: 1}, engine.BeatEntered{Beat: "Two", Visit: 1}
	runSentences(t, []sentenceTest{
		{"one occurrence for each modifier", s,
			[]moment{{0, two}, {1, replyWith("a")}, {2, replyWith("b")}, {3, one}, {4, replyWith("a")}}, NotMet},
		{"one occurrence for both", s, []moment{{0, one}, {1, replyWith("a")}, {2, replyWith("b")}}, Met},
	})
}

func TestActionsAreFoundByName(t *testing.T) {
	cold := scenarios.Sentence{Verb: scenarios.VerbTransfers, Name: scenarios.Ref{Name: "X"}, Warmth: "cold"}
	runSentences(t, []sentenceTest{
		{"any article", does(scenarios.VerbLooksUp, ""), []moment{{1, engine.LookedUp{Name: "Resi"}}}, Met},
		{"another article", does(scenarios.VerbLooksUp, "Spedizioni"), []moment{{1, engine.LookedUp{Name: "Resi"}}}, NotMet},
		{"cold or warm", does(scenarios.VerbTransfers, "X"), []moment{{1, engine.Transferred{To: "X", Warm: true}}}, Met},
		{"cold asked, warm done", cold, []moment{{1, engine.Transferred{To: "X", Warm: true}}}, NotMet},
		{"cold asked, cold done", cold, []moment{{1, engine.Transferred{To: "X"}}}, Met},
		{"escalates", does(scenarios.VerbEscalates, "X"), []moment{{1, engine.Escalated{To: "X"}}}, Met},
		{"consults", does(scenarios.VerbConsults, "Marta"), []moment{{1, engine.Consulted{Whom: "Marta"}}}, Met},
		{"sends", does(scenarios.VerbSends, "Modulo"), []moment{{1, engine.Sent{Name: "Modulo"}}}, Met},
		{"resumes", does(scenarios.VerbResumes, ""), []moment{{1, engine.Held{}}, {5, engine.Resumed{After: 4 * time.Second}}}, Met},
		{"interrupts", does(scenarios.VerbInterrupts, ""), []moment{{1, engine.Interrupted{}}}, Met},
		{"closes in wrap-up", does(scenarios.VerbCloses, ""),
			[]moment{{1, engine.ContactEnded{How: engine.EndedByScript}}, {2, engine.Closed{}}}, Met},
		{"the end of the script is not a close", does(scenarios.VerbCloses, ""),
			[]moment{{1, engine.ContactEnded{How: engine.EndedByScript}}}, NotMet},
	})
}

func TestLongHoldsAndSilencesCompareWithTheirOwnLimit(t *testing.T) {
	longHold := scenarios.Sentence{Verb: scenarios.VerbHoldsLonger, For: 30 * time.Second}
	silent := scenarios.Sentence{Verb: scenarios.VerbIsSilent, For: 10 * time.Second}
	line := engine.CustomerSaid{Takes: 2 * time.Second}
	runSentences(t, []sentenceTest{
		{"hold of 31 s", longHold, []moment{{1, engine.Held{}}, {32, engine.Resumed{}}}, Met},
		{"hold of 30 s is not longer", longHold, []moment{{1, engine.Held{}}, {31, engine.Resumed{}}}, NotMet},
		{"two short holds", longHold, []moment{{1, engine.Held{}}, {20, engine.Resumed{}}, {21, engine.Held{}}, {40, engine.Resumed{}}}, NotMet},
		{"silence counts from the end of the line", silent, []moment{{1, line}, {13, replyWith()}}, Met},
		{"9.999 s of silence", silent, []moment{{1, line}, {12.999, replyWith()}}, NotMet},
		{"the customer's own nudge does not end the silence", silent, []moment{
			{1, line}, {9, engine.Silence{Limit: 6 * time.Second, Running: 6 * time.Second, Times: 1}}, {9, line}, {13.5, replyWith()}}, Met},
		{"no silence on hold", silent, []moment{{1, line}, {4, engine.Held{}}, {30, engine.Resumed{}}, {35, replyWith()}}, NotMet},
	})
}

func TestMonologueIsCountedInWords(t *testing.T) {
	s := scenarios.Sentence{Verb: scenarios.VerbSpeaksLonger, Words: 20}
	runSentences(t, []sentenceTest{
		{"21 words", s, []moment{{1, sentencesOf(12, 9)}}, Met},
		{"20 words", s, []moment{{1, sentencesOf(11, 9)}}, NotMet},
		{"cut after 20", s, []moment{{1, engine.Replied{CutAfter: 20}}}, Met},
	})
}
