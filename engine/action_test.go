package engine

import (
	"testing"
	"time"

	"proba/scenarios"
)

func named(v scenarios.Verb, name string) scenarios.Condition { return on(sentence(v, name)) }

func TestActionThatNobodyAwaitsDoesNothing(t *testing.T) {
	c := begin(t, chatOf(waitingForA())).expect("hello").do(LookUp{Name: "Prices"}).expect().expectPatience(7)
	if n := len(facts[LookedUp](c)); n != 1 {
		t.Errorf("%d look-ups in the log, want 1", n)
	}
}

func TestActionsFireReactionsAndRows(t *testing.T) {
	sc := phoneOf(beat("A", "hello", when(verb(scenarios.VerbHolds), "I wait"), when(says("a"), toEnd), otherwise(toEnd)))
	sc.Persona.PatienceRows = []scenarios.PatienceRow{row(verb(scenarios.VerbHolds), -1)}
	begin(t, sc).do(Answer{}).expect("hello").do(Hold{}).expect("I wait").expectPatience(6)
}

func TestTransferThatNoReactionCatchesEndsTheContact(t *testing.T) {
	begin(t, chatOf(waitingForA())).do(Transfer{To: "Sales"}).expectEnd(EndedByTransfer).expectBeat("A")
}

func TestTransferToNobodyIsRefusedByTheDepartment(t *testing.T) {
	sc := chatOf(beat("A", "hello", when(named(scenarios.VerbTransfers, "Nobody"), toEnd), otherwise(toEnd)))
	c := begin(t, sc).expect("hello").do(Transfer{To: "Nobody"}).expectEnd("").expectBeat("A")
	if got := facts[Transferred](c); len(got) != 1 || got[0].Taken {
		t.Errorf("got %+v, want one transfer that nobody took", got)
	}
}

func TestTransferCaughtByAReactionGoesOn(t *testing.T) {
	cold := scenarios.Sentence{Verb: scenarios.VerbTransfers, Name: ref("Sales"), Warmth: "cold"}
	sc := chatOf(beat("A", "hello", when(on(cold), to("B")), otherwise(toEnd)), beat("B", "new voice", otherwise(toEnd)))
	begin(t, sc).do(Transfer{To: "Sales"}).expectBeat("B").expectEnd("")
	begin(t, sc).do(Transfer{To: "Sales", Warm: true}).expectBeat("A").expectEnd(EndedByTransfer)
}

func TestAbsentColleagueAnswersNothing(t *testing.T) {
	sc := chatOf(beat("A", "hello", when(verb(scenarios.VerbConsults), "and what does he say?"), otherwise(toEnd)))
	sc.World.Colleagues = []scenarios.Colleague{{Name: "Ann"}, {Name: "Bob", Available: scenarios.Availability{OnlyIn: []string{"x"}}}}
	c := begin(t, sc).expect("hello").do(Consult{Whom: "Bob", Text: "how?"}).expect()
	c.do(Consult{Whom: "Ann", Text: "how?"}).expect("and what does he say?")
}

func TestEscalatingNeverEndsTheContact(t *testing.T) {
	begin(t, chatOf(waitingForA())).do(Escalate{To: "Sales"}, Escalate{To: "Nobody"}).expectEnd("")
}

func TestNamesOfTheDeskAreExact(t *testing.T) {
	c := begin(t, chatOf(waitingForA()))
	c.refused(LookUp{Name: "prices"}, RefusedUnknownName).refused(Transfer{To: "Nowhere"}, RefusedUnknownName)
	c.refused(Send{Name: "Prices"}, RefusedUnknownName).refused(Escalate{To: ""}, RefusedUnknownName)
	c.refused(Consult{Whom: "Sale"}, RefusedUnknownName).refused(File{Form: "None"}, RefusedUnknownName)
}

func TestChannelSaysWhatIsPossible(t *testing.T) {
	begin(t, chatOf(waitingForA())).refused(Hold{}, RefusedChannel).refused(Answer{}, RefusedChannel).do(Send{Name: "Thanks"})
	begin(t, phoneOf(waitingForA())).do(Answer{}).refused(Send{Name: "Thanks"}, RefusedChannel)
	counter := phoneOf(waitingForA())
	counter.Channel = scenarios.Counter
	begin(t, counter).do(Answer{}).refused(Hold{}, RefusedChannel)
}

func TestAfterTheEndTheDeskStaysOpenUntilFinish(t *testing.T) {
	c := begin(t, chatOf(waitingForA())).say("a").expectEnd(EndedByScript)
	c.refused(Say{Text: "a"}, RefusedOver).refused(Transfer{To: "Sales"}, RefusedOver)
	c.do(LookUp{Name: "Prices"}, Send{Name: "Thanks"}, Close{}).refused(Close{}, RefusedAlready).do(Finish{})
	c.refused(LookUp{Name: "Prices"}, RefusedOver).refused(Finish{}, RefusedPhase)
}

func TestCloseEndsTheContactInItsBeat(t *testing.T) {
	sc := chatOf(beat("A", "hello", when(verb(scenarios.VerbCloses), to("B"), scenarios.Complain{To: ref("Sales")})), beat("B", "what?"))
	c := begin(t, sc).do(Close{}).expectEnd(EndedByAgent).expectBeat("A").refused(Close{}, RefusedAlready)
	if n := len(facts[Complained](c)); n != 1 {
		t.Errorf("%d complaints, want 1", n)
	}
}

func TestClosingOnHoldIsAllowed(t *testing.T) {
	c := begin(t, phoneOf(waitingForA())).do(Answer{}, Hold{}, Close{}).expectEnd(EndedByAgent)
	if c.s.OnHold {
		t.Error("the contact is over and still on hold")
	}
}

func TestDebriefTakesEachAnswerOnce(t *testing.T) {
	sc := chatOf(waitingForA())
	sc.Debrief = []scenarios.Criterion{{Name: "Why?"}, {Name: "How?"}}
	c := begin(t, sc).refused(Argue{Question: 1, Text: "x"}, RefusedPhase).say("a").do(Finish{}, Argue{Question: 2, Text: "b because"})
	c.refused(Argue{Question: 2, Text: "again"}, RefusedAlready).refused(Argue{Question: 3, Text: "x"}, RefusedUnknownName)
	c.refused(Argue{Question: 1, Text: " "}, RefusedEmpty).do(Finish{})
	if got := facts[Argued](c); len(got) != 1 || len(got[0].Hearings) != 1 {
		t.Errorf("got %+v, want one answer with one phrase", got)
	}
}

func TestRepliesAreBounded(t *testing.T) {
	c := begin(t, chatOf(waitingForA())).refused(Say{Text: " \n"}, RefusedEmpty)
	c.refused(Say{Text: string(make([]byte, MaxReply+1))}, RefusedTooLong)
}

func TestDictatedReplyThatBeginsBeforeTheLineEndsInterrupts(t *testing.T) {
	sc := phoneOf(beat("A", "one two three four five", when(says("a"), "ok"), otherwise(toEnd)))
	slow := func(o *Opening) { o.Instant = false }
	c := begin(t, sc, slow).do(Answer{})
	c.tryAt(Say{Text: "a", Spoken: true, Took: 2 * second}, 3*second)
	c.expect("one two three four five", "Mi lasci finire, per favore.", "ok")
	if n := len(facts[Interrupted](c)); n != 1 {
		t.Errorf("%d interruptions, want 1", n)
	}
	c = begin(t, sc, slow).do(Answer{})
	c.tryAt(Say{Text: "a"}, second)
	if n := len(facts[Interrupted](c)); n != 0 {
		t.Errorf("a typed reply interrupted %d times, want never", n)
	}
}

func TestMonologueIsCutWhereSomebodyListensForIt(t *testing.T) {
	longer := on(scenarios.Sentence{Verb: scenarios.VerbSpeaksLonger, Words: 3})
	cutsIn := block(scenarios.Line{Text: "Wait!", Interrupts: true})
	sc := phoneOf(beat("A", "hello", when(longer, cutsIn), when(says("a"), "ok"), otherwise(toEnd)))
	c := begin(t, sc).do(Answer{}).expect("hello").say("one two three a").expect("Wait!")
	replied := facts[Replied](c)[0]
	if replied.CutAfter != 3 || len(replied.Hearings) != 0 || replied.Text != "one two three a" {
		t.Errorf("got %+v, want it cut after 3 words and the fourth not heard", replied)
	}
	if got := facts[CustomerSaid](c)[1]; !got.Interrupts {
		t.Errorf("%+v does not interrupt", got)
	}
	c.say("one two a").expect("ok")
	plain := phoneOf(beat("A", "hello", when(says("a"), "ok"), otherwise(toEnd)))
	begin(t, plain).do(Answer{}).say("one two three a").expect("hello", "ok")
}

func TestMisheardFactIsRepeatedWrongUntilTheNextBeat(t *testing.T) {
	sc := chatOf(
		beat("A", "hello", when(says("a"), to("B"), scenarios.Mishear{Fact: "number"}), otherwise(toEnd)),
		beat("B", "So {number}?", when(says("b"), to("C")), otherwise(toEnd)),
		beat("C", "Ah, {number}.", otherwise(toEnd)),
	)
	sc.Facts = []scenarios.Fact{{Name: "number", Value: "LR-20417"}}
	begin(t, sc).say("a").expect("hello", "So LR-20471?").say("b").expect("Ah, LR-20417.")
}

func TestStartRefusesAnUnknownVariant(t *testing.T) {
	script, err := PrepareWith(chatOf(waitingForA()), literalEars{})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := Start(script, Opening{Variant: "none"}); err == nil {
		t.Error("an unknown variant was accepted")
	}
	if _, _, err := Start(script, Opening{TimeFactor: -1}); err == nil {
		t.Error("a negative time factor was accepted")
	}
}

func TestDelayCountsFromTheFirstUnansweredMessage(t *testing.T) {
	sc := chatOf(beat("A", "hello", when(says("a"), "and?"), when(says("b"), patience(-1)), otherwise(toEnd)))
	c := begin(t, sc)
	c.tryAt(Say{Text: "a"}, 10*second)
	c.tryAt(Say{Text: "b"}, 25*second)
	c.tryAt(Say{Text: "b"}, 26*second)
	want := []time.Duration{10 * second, 15 * second, noTime}
	for i, r := range facts[Replied](c) {
		if r.Delay != want[i] {
			t.Errorf("reply %d answers after %v, want %v", i+1, r.Delay, want[i])
		}
	}
}

func TestLogIsBounded(t *testing.T) {
	c := begin(t, chatOf(waitingForA()))
	for len(c.log) < MaxEvents {
		c.do(LookUp{Name: "Prices"})
	}
	c.refused(LookUp{Name: "Prices"}, RefusedTooLong).refused(Say{Text: "a"}, RefusedTooLong)
	c.do(Close{}, Finish{})
	if c.s.Phase != Finished {
		t.Errorf("the phase is %q, want finished", c.s.Phase)
	}
}
