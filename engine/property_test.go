package engine

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"proba/scenarios"
)

// Random small scenarios and random commands: whatever an author writes and a trainee does, a log is a log.

func randomScenario(t *rapid.T) *scenarios.Scenario {
	sc := chatOf()
	sc.Channel = rapid.SampledFrom([]scenarios.Channel{scenarios.Chat, scenarios.Phone, scenarios.Counter, scenarios.Email}).Draw(t, "channel")
	sc.Minutes = rapid.IntRange(0, 3).Draw(t, "minutes")
	sc.Beats = rapid.SliceOfN(rapid.Custom(randomBeat), 1, 4).Draw(t, "beats")
	for i := range sc.Beats {
		sc.Beats[i].Name = beatNames[i]
	}
	sc.Persona.Patience = rapid.IntRange(0, 10).Draw(t, "patience")
	sc.Persona.Habits = rapid.SliceOfN(rapid.Custom(randomReaction), 0, 3).Draw(t, "habits")
	sc.Persona.PatienceRows = rapid.SliceOfN(rapid.Custom(randomRow), 0, 4).Draw(t, "rows")
	sc.Persona.Understands = []scenarios.Understanding{{Language: "it", LongestSentence: rapid.IntRange(0, 4).Draw(t, "longest"), Unknown: []string{"h"}}}
	sc.Facts = []scenarios.Fact{{Name: "cost", Value: "9,90 €"}, {Name: "city", Value: "Catania"}}
	sc.Debrief = make([]scenarios.Criterion, rapid.IntRange(0, 2).Draw(t, "questions"))
	sc.World.Forms = []scenarios.Form{randomForm}
	if n := rapid.IntRange(-1, 3).Draw(t, "tries"); n >= 0 {
		sc.Tries = &n
	}
	sc.Timers = rapid.MapOfN(rapid.SampledFrom(timers), rapid.Custom(randomTime), 0, 3).Draw(t, "timers")
	return sc
}

var (
	beatNames  = []string{"A", "B", "C", "D"}
	timers     = []scenarios.Timer{scenarios.TimerGivesUp, scenarios.TimerReply, scenarios.TimerDeadAir, scenarios.TimerLongestHold, scenarios.TimerWrapUp}
	randomForm = scenarios.Form{Name: "Card", Fields: []scenarios.FormField{{Name: "Note", Type: scenarios.FieldText, Required: true}}}
	verbs      = []scenarios.Verb{
		scenarios.VerbSays, scenarios.VerbSays, scenarios.VerbSays, scenarios.VerbLooksUp, scenarios.VerbHolds, scenarios.VerbHoldsLonger,
		scenarios.VerbResumes, scenarios.VerbTransfers, scenarios.VerbEscalates, scenarios.VerbFiles, scenarios.VerbIsSilent,
		scenarios.VerbDoesNotReply, scenarios.VerbInterrupts, scenarios.VerbSpeaksLonger, scenarios.VerbCloses,
		scenarios.HabitNotUnderstood, scenarios.HabitTooHard, scenarios.HabitOutOfPlace, scenarios.HabitIsInterrupted, scenarios.HabitPatienceOut,
	}
)

func randomTime(t *rapid.T) time.Duration {
	return time.Duration(rapid.IntRange(0, 40).Draw(t, "seconds")) * time.Second
}

func randomBeat(t *rapid.T) scenarios.Beat {
	b := scenarios.Beat{
		Blocks:    rapid.SliceOfN(rapid.Custom(randomBlock), 0, 2).Draw(t, "blocks"),
		Reactions: rapid.SliceOfN(rapid.Custom(randomReaction), 0, 3).Draw(t, "reactions"),
	}
	if rapid.Bool().Draw(t, "otherwise") {
		r := randomReaction(t)
		r.When = scenarios.Condition{}
		b.Otherwise = &r
	}
	return b
}

func randomBlock(t *rapid.T) scenarios.Block {
	return scenarios.Block{Lines: rapid.SliceOfN(rapid.Custom(randomLine), 1, 3).Draw(t, "lines")}
}

func randomLine(t *rapid.T) scenarios.Line {
	labels := []scenarios.LineLabel{{}, {}, {Again: true}, {Band: scenarios.Tense}, {IfLanguage: "en"}, {IfSaid: ref("a")}, {Variant: "x"}}
	return scenarios.Line{
		Text:   rapid.SampledFrom([]string{"one", "it is {cost}", "{unknown word}?", "{nothing} {", ""}).Draw(t, "text"),
		Label:  rapid.SampledFrom(labels).Draw(t, "label"),
		Typing: randomTime(t),
	}
}

func randomReaction(t *rapid.T) scenarios.Reaction {
	effects := []scenarios.Effect{patience(-2), patience(-1), patience(2), scenarios.Resolve{}, scenarios.Refer{}, scenarios.Complain{}, scenarios.Mishear{Fact: "cost"}}
	targets := []scenarios.Target{{}, {}, toEnd, to("A"), to("B"), to("C"), to("nowhere")}
	return scenarios.Reaction{
		When:    randomCondition(t),
		Blocks:  rapid.SliceOfN(rapid.Custom(randomBlock), 0, 2).Draw(t, "answer"),
		Target:  rapid.SampledFrom(targets).Draw(t, "target"),
		Effects: rapid.SliceOfN(rapid.SampledFrom(effects), 0, 2).Draw(t, "effects"),
	}
}

func randomRow(t *rapid.T) scenarios.PatienceRow {
	return row(randomCondition(t), rapid.IntRange(-3, 3).Draw(t, "change"))
}

func randomCondition(t *rapid.T) scenarios.Condition {
	c := on(rapid.SliceOfN(rapid.Custom(randomSentence), 1, 2).Draw(t, "clause")...)
	c.Bands = rapid.SliceOfN(rapid.SampledFrom([]scenarios.Band{scenarios.Calm, scenarios.Tense, scenarios.Angry}), 0, 1).Draw(t, "bands")
	if rapid.IntRange(0, 4).Draw(t, "already") == 0 {
		c.IfAlready = []scenarios.Ref{ref("a")}
	}
	return c
}

func randomSentence(t *rapid.T) scenarios.Sentence {
	sen := scenarios.Sentence{Verb: rapid.SampledFrom(verbs).Draw(t, "verb")}
	switch sen.Verb {
	case scenarios.VerbSays:
		sen.Name = ref(rapid.SampledFrom([]string{"a", "b", "c", ""}).Draw(t, "phrase"))
	case scenarios.VerbSpeaksLonger:
		sen.Words = rapid.IntRange(0, 4).Draw(t, "words")
	case scenarios.VerbIsSilent, scenarios.VerbDoesNotReply, scenarios.VerbHoldsLonger:
		sen.For = randomTime(t)
	}
	mods := []scenarios.Modifier{
		scenarios.Before{Of: sentence(scenarios.VerbSays, "b")}, scenarios.After{Of: sentence(scenarios.VerbSays, "b")},
		scenarios.NotAfter{Of: sentence(scenarios.VerbHolds, "")}, scenarios.Within{For: time.Minute},
		scenarios.InBeat{Beat: ref("A")}, scenarios.AtLeastTimes{N: 2}, scenarios.AtMostTimes{N: 2},
	}
	if rapid.IntRange(0, 3).Draw(t, "modified") == 0 {
		sen.Mods = []scenarios.Modifier{rapid.SampledFrom(mods).Draw(t, "modifier")}
	}
	return sen
}

func randomCommand(t *rapid.T) Command {
	words := rapid.SliceOfN(rapid.SampledFrom(strings.Fields("a b c d a? b? x h . en:")), 0, 6).Draw(t, "words")
	commands := []Command{
		Answer{}, Hold{}, Resume{}, Close{}, Finish{}, Tick{}, LookUp{Name: "Prices"}, LookUp{Name: "none"}, Send{Name: "Thanks"},
		Transfer{To: "Sales"}, Transfer{To: "Nobody"}, Escalate{To: "Sales"}, Consult{Whom: "Sales"},
		File{Form: "Card", Fields: map[string]string{"Note": "a"}}, File{Form: "Card"}, Argue{Question: 1, Text: "a"},
	}
	if rapid.IntRange(0, 1).Draw(t, "speak") == 0 {
		return Say{Text: strings.Join(words, " "), Spoken: rapid.Bool().Draw(t, "spoken"), Took: randomTime(t)}
	}
	return rapid.SampledFrom(commands).Draw(t, "command")
}

// step is a command and the time it comes.
type step struct {
	command Command
	at      time.Duration
}

func randomSteps(t *rapid.T) []step {
	commands := rapid.SliceOfN(rapid.Custom(randomCommand), 0, 25).Draw(t, "commands")
	steps := make([]step, len(commands))
	at := time.Duration(0)
	for i, c := range commands {
		at += time.Duration(rapid.SampledFrom([]int{0, 1, 500, 2000, 9000, 40000, 4000000}).Draw(t, "pause")) * time.Millisecond
		steps[i] = step{c, at}
	}
	return steps
}

func mustPrepare(t testing.TB, sc *scenarios.Scenario) *Script {
	t.Helper()
	script, err := PrepareWith(sc, literalEars{phrasesOf(sc)})
	if err != nil {
		t.Fatalf("PrepareWith: %v", err)
	}
	return script
}

// runSteps plays steps and gives the state and the log.
func runSteps(t rapid.TB, script *Script, o Opening, steps []step) (State, []Event) {
	s, log, err := Start(script, o)
	if err != nil {
		t.Fatalf("Start: %v", err)
	}
	for _, st := range steps {
		var events []Event
		s, events, _ = Step(script, s, st.command, st.at)
		log = append(log, events...)
	}
	return s, log
}

func randomOpening(t *rapid.T) Opening {
	return Opening{
		Seed: rapid.Int64Range(0, 9).Draw(t, "seed"), Instant: rapid.Bool().Draw(t, "instant"),
		TimeFactor: rapid.SampledFrom([]int{0, 100, 150}).Draw(t, "factor"),
	}
}

var statesAlike = cmp.AllowUnexported(State{}, rulesState{}, deed{}, happening{}, lineUse{}, tally{}, shown{}, misheard{})

func TestReplayGivesTheStateThatWasPlayed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		script, err := PrepareWith(randomScenario(t), literalEars{strings.Split("abcd", "")})
		if err != nil {
			t.Fatal(err)
		}
		s, log := runSteps(t, script, randomOpening(t), randomSteps(t))
		if diff := cmp.Diff(s, Replay(storedAndBack(t, log)), statesAlike); diff != "" {
			t.Fatalf("Replay of the stored log differs (-played +replayed):\n%s", diff)
		}
	})
}

// storedAndBack sends a log through its stored form and back.
func storedAndBack(t *rapid.T, log []Event) []Event {
	back := make([]Event, len(log))
	for i, e := range log {
		b, err := EncodeEvent(e)
		if err != nil {
			t.Fatal(err)
		}
		if back[i], err = DecodeEvent(b); err != nil {
			t.Fatal(err)
		}
	}
	return back
}

func TestLogIsNumberedWithoutGapsAndTimeNeverFalls(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		script, err := PrepareWith(randomScenario(t), literalEars{strings.Split("abcd", "")})
		if err != nil {
			t.Fatal(err)
		}
		_, log := runSteps(t, script, randomOpening(t), randomSteps(t))
		last := time.Duration(0)
		for i, e := range log {
			if e.Number != i+1 {
				t.Fatalf("event %d has number %d", i+1, e.Number)
			}
			if e.At < last || e.At != Offset(e.At) {
				t.Fatalf("event %d is at %v after %v", e.Number, e.At, last)
			}
			last = e.At
		}
	})
}

func TestSameInputsGiveTheSameBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sc, o, steps := randomScenario(t), randomOpening(t), randomSteps(t)
		if a, b := bytesOf(t, sc, o, steps), bytesOf(t, sc, o, steps); !bytes.Equal(a, b) {
			t.Fatalf("two runs differ:\n%s\n%s", a, b)
		}
	})
}

func bytesOf(t *rapid.T, sc *scenarios.Scenario, o Opening, steps []step) []byte {
	script, err := PrepareWith(sc, literalEars{strings.Split("abcd", "")})
	if err != nil {
		t.Fatal(err)
	}
	_, log := runSteps(t, script, o, steps)
	var all []byte
	for _, e := range log {
		b, err := EncodeEvent(e)
		if err != nil {
			t.Fatal(err)
		}
		all = append(append(all, b...), '\n')
	}
	return all
}

func TestDecideChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		script, err := PrepareWith(randomScenario(t), literalEars{strings.Split("abcd", "")})
		if err != nil {
			t.Fatal(err)
		}
		s, log := runSteps(t, script, randomOpening(t), randomSteps(t))
		for _, c := range rapid.SliceOfN(rapid.Custom(randomCommand), 1, 3).Draw(t, "branches") {
			Decide(script, s, c, s.At+time.Minute)
		}
		if diff := cmp.Diff(Replay(log), s, statesAlike); diff != "" {
			t.Fatalf("deciding changed the state (-before +after):\n%s", diff)
		}
	})
}

// Every session ends when the clock goes on, whatever the author forgot and the trainee does not do.
func TestEverySessionEndsWithTheClock(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		script, err := PrepareWith(randomScenario(t), literalEars{strings.Split("abcd", "")})
		if err != nil {
			t.Fatal(err)
		}
		s, _ := runSteps(t, script, randomOpening(t), randomSteps(t))
		for strokes := 0; s.Phase != Finished; strokes++ {
			due, ok := s.Due(script)
			if !ok || strokes > 10000 {
				t.Fatalf("phase %q after %d strokes, timer running: %v", s.Phase, strokes, ok)
			}
			if due < s.At {
				t.Fatalf("the clock is due at %v, before the last event at %v", due, s.At)
			}
			if s, _, err = Step(script, s, Tick{}, due); err != nil {
				t.Fatalf("tick at %v: %v", due, err)
			}
		}
	})
}

func FuzzStep(f *testing.F) {
	f.Add([]byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
	f.Fuzz(rapid.MakeFuzz(func(t *rapid.T) {
		script, err := PrepareWith(randomScenario(t), literalEars{strings.Split("abcd", "")})
		if err != nil {
			t.Fatal(err)
		}
		s, log := runSteps(t, script, randomOpening(t), randomSteps(t))
		if diff := cmp.Diff(s, Replay(log), statesAlike); diff != "" {
			t.Fatalf("Replay differs (-played +replayed):\n%s", diff)
		}
	}))
}
