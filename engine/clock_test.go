package engine

import (
	"testing"
	"time"

	"proba/scenarios"
)

const second = time.Second

// waitingForA is a beat that waits for a.
func waitingForA() scenarios.Beat {
	return beat("A", "hello", when(says("a"), toEnd), otherwise(toEnd))
}

func TestTimerDueAtTheArrivalOfACommandFiresFirst(t *testing.T) {
	c := begin(t, phoneOf(waitingForA()))
	if err := c.tryAt(Answer{}, 30*second); err == nil {
		t.Error("the customer still waits at 30.000 s, want him gone")
	}
	c.expectEnd(EndedGaveUp).expectBeat("")
	c = begin(t, phoneOf(waitingForA()))
	if err := c.tryAt(Answer{}, 30*second-time.Millisecond); err != nil {
		t.Errorf("answering at 29.999 s: %v", err)
	}
}

func TestTimersFireAtTheirOwnDueTime(t *testing.T) {
	c := begin(t, phoneOf(waitingForA())).until(time.Minute)
	for _, e := range c.log {
		if _, ok := e.Fact.(ContactEnded); ok && e.At != 30*second {
			t.Errorf("the contact ended at %v, want 30 s", e.At)
		}
	}
}

func TestFirstBeatBeginsAtStartInChatAndAtAnswerOnPhone(t *testing.T) {
	begin(t, chatOf(waitingForA())).expect("hello").expectBeat("A")
	c := begin(t, phoneOf(waitingForA())).expect().expectBeat("")
	c.refused(Say{Text: "a"}, RefusedNotAnswered).refused(Hold{}, RefusedNotAnswered)
	c.do(LookUp{Name: "Prices"}, Answer{}).expect("hello").refused(Answer{}, RefusedAlready)
}

// SEMANTICS 62, Nessuna risposta: nudged at 90 s, gone at 180 s.
func TestSilentChatIsNudgedThenGivenUp(t *testing.T) {
	sc := chatOf(waitingForA())
	sc.Timers = map[scenarios.Timer]time.Duration{scenarios.TimerReply: 90 * second}
	sc.Persona.Habits = []scenarios.Reaction{when(lasting(scenarios.VerbIsSilent, 90*second), "still there?")}
	c := begin(t, sc).expect("hello").until(600 * second).expect("still there?").expectEnd(EndedGaveUp)
	if c.s.EndedAt != 180*second {
		t.Errorf("gone at %v, want 180 s", c.s.EndedAt)
	}
}

func TestDeadAirFiresAgainAndAgainUntilPatienceIsOut(t *testing.T) {
	sc := phoneOf(waitingForA())
	sc.Persona.Patience = 3
	c := begin(t, sc).do(Answer{}).expect("hello").until(time.Minute)
	c.expect("È ancora lì?", "È ancora lì?", "Adesso basta. Arrivederci.").expectEnd(EndedByPatience)
	if c.s.EndedAt != 24*second {
		t.Errorf("gone at %v, want 24 s", c.s.EndedAt)
	}
	for i, s := range facts[Silence](c) {
		if s.Times != i+1 || s.Running != time.Duration(i+1)*8*second {
			t.Errorf("silence %d: %+v", i+1, s)
		}
	}
}

func TestSilenceTimerIsTheScenariosThenThePersonasThenTheDefault(t *testing.T) {
	sc := phoneOf(waitingForA())
	script := func() *Script {
		s, err := PrepareWith(sc, literalEars{})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	if got := script().Silence(); got != 8*second {
		t.Errorf("default is %v, want 8 s", got)
	}
	sc.Persona.Habits = []scenarios.Reaction{when(lasting(scenarios.VerbIsSilent, 12*second), "hm")}
	if got := script().Silence(); got != 12*second {
		t.Errorf("persona's is %v, want 12 s", got)
	}
	sc.Timers = map[scenarios.Timer]time.Duration{scenarios.TimerDeadAir: 5 * second}
	if got := script().Silence(); got != 5*second {
		t.Errorf("scenario's is %v, want 5 s", got)
	}
}

func TestSilenceRunsFromTheEndOfTheLineAndNotOverLookUps(t *testing.T) {
	sc := phoneOf(beat("A", "one two three four five", when(says("a"), toEnd), otherwise(toEnd)))
	c := begin(t, sc, func(o *Opening) { o.Instant = false })
	c.tryAt(Answer{}, 5*second)
	if c.s.SilentSince != 7*second {
		t.Errorf("silence runs from %v, want 7 s: five words take 2 s", c.s.SilentSince)
	}
	c.tryAt(LookUp{Name: "Prices"}, 10*second)
	if due, _ := c.s.Due(c.sc); due != 15*second {
		t.Errorf("dead air is due at %v, want 15 s", due)
	}
}

func TestWrittenPausesAndTypingTakeTheirTime(t *testing.T) {
	hurry := func(o *Opening) { o.Instant = false }
	slow := block(scenarios.Line{Text: "one two", Pauses: 2 * second})
	c := begin(t, phoneOf(beat("A", slow, when(says("a"), toEnd), otherwise(toEnd))), hurry).do(Answer{})
	if got := facts[CustomerSaid](c)[0].Takes; got != 2800*time.Millisecond {
		t.Errorf("the line takes %v, want 2.8 s", got)
	}
	typed := block(scenarios.Line{Text: "yes", Typing: 6 * second})
	c = begin(t, chatOf(beat("A", "hello there", when(says("a"), typed), when(says("b"), "yes!"), otherwise(toEnd))), hurry).say("a", "b")
	got := facts[CustomerSaid](c)
	if got[0].Takes != 0 || got[1].Takes != 6*second || got[2].Takes != 200*time.Millisecond {
		t.Errorf("the lines take %v, %v, %v, want nothing, 6 s, 0.2 s", got[0].Takes, got[1].Takes, got[2].Takes)
	}
}

func TestReactionWithItsOwnNumberComparesWithTheRunningSilence(t *testing.T) {
	sc := phoneOf(
		beat("A", "hello", when(lasting(scenarios.VerbIsSilent, 20*second), to("B")), when(says("a"), toEnd), otherwise(toEnd)),
		beat("B", "well?", when(says("a"), toEnd), otherwise(toEnd)),
	)
	c := begin(t, sc).do(Answer{}).until(19 * second).expectBeat("A").expectPatience(5).until(20 * second).expectBeat("B")
	c.expectPatience(5) // an author's own number costs nothing by itself
	if c.s.SilentSince != 20*second {
		t.Errorf("silence runs from %v, want 20 s: the new beat has just spoken", c.s.SilentSince)
	}
}

func TestChatSilenceRunsFromTheFirstUnansweredMessage(t *testing.T) {
	sc := chatOf(beat("A", "hello", when(says("a"), "and?"), when(says("b"), toEnd), otherwise(toEnd)))
	sc.Timers = map[scenarios.Timer]time.Duration{scenarios.TimerReply: 60 * second}
	c := begin(t, sc)
	c.tryAt(Say{Text: "a"}, 10*second)
	c.until(70 * second)
	if got := facts[Silence](c); len(got) != 1 || got[0].Running != 60*second {
		t.Errorf("silences: %+v, want one of 60 s", got)
	}
	if c.s.SilentSince != 10*second {
		t.Errorf("silence runs from %v, want still from 10 s", c.s.SilentSince)
	}
}

func TestLongestHoldCostsOneAgainAndAgain(t *testing.T) {
	c := begin(t, phoneOf(waitingForA())).do(Answer{}, Hold{}).until(89 * second).expectPatience(7)
	c.until(90 * second).expectPatience(6).until(180 * second).expectPatience(5)
	c.refused(Say{Text: "a"}, RefusedOnHold).refused(Hold{}, RefusedOnHold)
	c.heard()
	c.do(Resume{}).expect("È stata un'attesa lunga.").refused(Resume{}, RefusedNotOnHold)
	if got := facts[Resumed](c)[0].After; got != 180*second {
		t.Errorf("the hold took %v, want 180 s", got)
	}
}

func TestHoldHabitFiresOncePerHoldAndSpeaksOnResume(t *testing.T) {
	sc := phoneOf(waitingForA())
	sc.Persona.Habits = []scenarios.Reaction{when(lasting(scenarios.VerbHoldsLonger, 60*second), patience(-2), "at last")}
	c := begin(t, sc).do(Answer{}, Hold{}).expect("hello").until(60 * second).expectPatience(5).until(89 * second).expectPatience(5)
	c.expect().do(Resume{}).expect("at last").do(Hold{}).until(149 * second).expectPatience(3)
}

func TestNoDeadAirOnHold(t *testing.T) {
	c := begin(t, phoneOf(waitingForA())).do(Answer{}, Hold{}).until(80 * second)
	if n := len(facts[Silence](c)); n != 0 {
		t.Errorf("%d silences on hold, want none", n)
	}
	c.do(Resume{})
	if due, _ := c.s.Due(c.sc); due != 88*second {
		t.Errorf("dead air is due at %v, want 8 s after the resume", due)
	}
}

func TestTimeFactorStretchesEveryTimer(t *testing.T) {
	double := func(o *Opening) { o.TimeFactor = 200 }
	c := begin(t, phoneOf(waitingForA()), double)
	if due, _ := c.s.Due(c.sc); due != 60*second {
		t.Errorf("he gives up at %v, want 60 s", due)
	}
	c.do(Answer{})
	if due, _ := c.s.Due(c.sc); due != 16*second {
		t.Errorf("dead air is due at %v, want 16 s", due)
	}
	c.do(Hold{}).until(179 * second).expectPatience(7).until(180 * second).expectPatience(6)
}

func TestLimitIsTwiceTheMinutes(t *testing.T) {
	sc := chatOf(beat("A", "hello", when(says("a"), patience(2)), otherwise(toEnd)))
	sc.Minutes = 1
	c := begin(t, sc).say("a").until(119 * second).expectEnd("").until(120 * second).expectEnd(EndedByLimit)
	if c.s.EndedAt != 120*second {
		t.Errorf("closed at %v, want 120 s", c.s.EndedAt)
	}
}

func TestLimitComesBeforeGivingUpAtOneInstant(t *testing.T) {
	sc := phoneOf(waitingForA())
	sc.Timers = map[scenarios.Timer]time.Duration{scenarios.TimerLimit: 30 * second}
	begin(t, sc).until(30 * second).expectEnd(EndedByLimit)
}

// Whatever the author forgot, every conversation ends: here silence makes the customer happy, every second, for a day.
func TestContactThatOnlyTheClockKeepsAliveIsClosed(t *testing.T) {
	sc := phoneOf(beat("A", when(verb(scenarios.VerbIsSilent), patience(+5)), when(says("a"), toEnd)))
	sc.Timers = map[scenarios.Timer]time.Duration{scenarios.TimerLimit: 24 * time.Hour, scenarios.TimerDeadAir: time.Millisecond}
	c := begin(t, sc).do(Answer{}).until(24 * time.Hour)
	if c.s.Ended == nil || len(c.log) > 4*mostStrokes {
		t.Errorf("after a day: ended %v, %d events", c.s.Ended, len(c.log))
	}
}

func TestWrapUpAndDebriefEndByTheClock(t *testing.T) {
	sc := chatOf(waitingForA())
	sc.Debrief = []scenarios.Criterion{{Name: "Why?"}}
	c := begin(t, sc).say("a").expectEnd(EndedByScript)
	if c.s.Phase != WrapUp {
		t.Fatalf("the phase is %q, want wrap-up", c.s.Phase)
	}
	c.until(599 * second)
	if c.s.Phase != WrapUp {
		t.Errorf("after 599 s the phase is %q, want wrap-up", c.s.Phase)
	}
	c.until(600 * second)
	if c.s.Phase != Debrief {
		t.Errorf("after 600 s the phase is %q, want debrief", c.s.Phase)
	}
	c.until(600*second + 24*time.Hour)
	if got := facts[SessionFinished](c); len(got) != 1 || !got[0].ByClock || c.s.Phase != Finished {
		t.Errorf("a day later: %+v in phase %q, want finished by the clock", got, c.s.Phase)
	}
	if due, ok := c.s.Due(c.sc); ok {
		t.Errorf("a finished session has a timer at %v", due)
	}
}

func TestTimeNeverRunsBackwards(t *testing.T) {
	c := begin(t, chatOf(waitingForA())).until(10 * second)
	c.tryAt(Say{Text: "a"}, 12*second)
	if err := c.tryAt(Tick{}, 11*second); err == nil {
		t.Error("a command from the past was accepted")
	}
}

func TestEmailIsNeverGivenUpAndEndsByItsLimit(t *testing.T) {
	sc := chatOf(waitingForA())
	sc.Channel = scenarios.Email
	sc.Timers = map[scenarios.Timer]time.Duration{scenarios.TimerLimit: 4 * time.Hour}
	c := begin(t, sc).expect("hello").until(4*time.Hour - second).expectEnd("").expectPatience(7)
	c.until(4 * time.Hour).expectEnd(EndedByLimit)
	begin(t, sc).do(Say{Text: "a"}).expectEnd(EndedByScript)
}

func TestCounterIsPhoneWithoutHold(t *testing.T) {
	sc := phoneOf(waitingForA())
	sc.Channel = scenarios.Counter
	c := begin(t, sc).do(Answer{}).expect("hello").refused(Hold{}, RefusedChannel).until(8 * second).expectPatience(6)
	c.expect("È ancora lì?")
}
