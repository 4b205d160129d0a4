package robot

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"proba/engine"
	"proba/scenarios"
)

func bakery(t testing.TB) *engine.Script {
	t.Helper()
	pack, problems := scenarios.Load(os.DirFS("testdata/pack"))
	for _, p := range problems {
		if p.Level == scenarios.LevelError {
			t.Fatalf("%s: %s %s", p.Pos, p.Code, p.Message)
		}
	}
	script, err := engine.Prepare(pack.Scenarios["buying-bread"])
	if err != nil {
		t.Fatal(err)
	}
	return script
}

// play lets a robot play a session in a variant.
func play(t testing.TB, sc *engine.Script, name, variant string, seed int64) []engine.Event {
	t.Helper()
	p, err := New(name, sc, seed)
	if err != nil {
		t.Fatal(err)
	}
	log, err := Play(sc, engine.Opening{Seed: seed, Variant: variant, Instant: true}, p)
	if err != nil {
		t.Fatal(err)
	}
	return log
}

func replies(log []engine.Event) []string {
	var texts []string
	for _, e := range log {
		if f, ok := e.Fact.(engine.Replied); ok {
			texts = append(texts, f.Text)
		}
	}
	return texts
}

func encoded(t testing.TB, log []engine.Event) []byte {
	t.Helper()
	var all []byte
	for _, e := range log {
		b, err := engine.EncodeEvent(e)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, b...)
	}
	return all
}

func TestEveryRobotFinishesAndPlaysTheSameAgain(t *testing.T) {
	sc := bakery(t)
	for _, name := range Names() {
		for _, variant := range sc.Variants {
			first, second := play(t, sc, name, variant, 3), play(t, sc, name, variant, 3)
			if last := engine.Replay(first).Phase; last != engine.Finished {
				t.Errorf("%s in %s stops in phase %q", name, variant, last)
			}
			if !bytes.Equal(encoded(t, first), encoded(t, second)) {
				t.Errorf("%s in %s plays otherwise the second time", name, variant)
			}
		}
	}
}

func TestUnknownRobotIsRefused(t *testing.T) {
	if _, err := New("dancer", bakery(t), 1); !errors.Is(err, ErrUnknown) {
		t.Errorf("New(dancer) = %v, want ErrUnknown", err)
	}
}

func TestSilentRobotLeavesItToTheClock(t *testing.T) {
	s := engine.Replay(play(t, bakery(t), Silent, "weekday", 1))
	if s.Answered || s.Ended == nil || s.Ended.How != engine.EndedGaveUp {
		t.Errorf("answered %v, ended %+v, want it to ring out", s.Answered, s.Ended)
	}
}

func TestParrotRepeatsTheCustomer(t *testing.T) {
	said := replies(play(t, bakery(t), Parrot, "weekday", 1))
	if len(said) == 0 || said[0] != "Hello, do you have bread?" {
		t.Errorf("the parrot said %q", said)
	}
}

func TestFragmentsAreTheFewestWordsOfEachPhrase(t *testing.T) {
	said := replies(play(t, bakery(t), Fragments, "Sunday", 1))
	want := "goodbye. hello. which bread. 4,10 €. moment. cake. tea. stupid"
	if len(said) != 1 || said[0] != want {
		t.Errorf("said %q, want one message %q", said, want)
	}
}

func TestFragmentsByTurnLeaveOutWhatIsForbidden(t *testing.T) {
	said := strings.Join(replies(play(t, bakery(t), FragmentsByTurn, "Sunday", 1)), "|")
	if !strings.HasPrefix(said, "goodbye") || strings.Contains(said, "stupid") {
		t.Errorf("said %q", said)
	}
}

func TestSaladHasEveryWordAndNoOrder(t *testing.T) {
	sc := bakery(t)
	said := replies(play(t, sc, WordSalad, "weekday", 1))
	if len(said) == 0 {
		t.Fatal("said nothing")
	}
	for _, word := range strings.Fields("goodbye hello which bread 3,20 € moment cake tea stupid") {
		if !strings.Contains(said[0], word) {
			t.Errorf("%q lacks %q", said[0], word)
		}
	}
	if other := replies(play(t, sc, WordSalad, "weekday", 2)); other[0] == said[0] {
		t.Errorf("two seeds gave the same salad %q", other[0])
	}
}

func TestRudeRobotSaysWhatIsForbidden(t *testing.T) {
	log := play(t, bakery(t), Rude, "weekday", 1)
	if at := firstSaid(log, "is rude"); at == 0 {
		t.Errorf("said %q, nothing of it forbidden", replies(log))
	}
}

func TestWrongLanguageIsNoneOfTheScenarios(t *testing.T) {
	said := replies(play(t, bakery(t), WrongLanguage, "weekday", 1))
	if len(said) == 0 || said[0] != stockTalk["de"][0] {
		t.Errorf("said %q, want German", said)
	}
}

func TestRubricEchoRecitesBriefAndCriteria(t *testing.T) {
	said := strings.Join(replies(play(t, bakery(t), RubricEcho, "weekday", 1)), "|")
	if !strings.HasPrefix(said, "Take the order, kindly.") || !strings.Contains(said, "Ends politely") {
		t.Errorf("said %q", said)
	}
}

func TestTextsStayWithinTheLongestReply(t *testing.T) {
	for _, text := range []string{strings.Repeat("word ", 2000), strings.Repeat("é", 4000)} {
		if got := cut(text); len(got) > engine.MaxReply || !strings.HasPrefix(text, got) {
			t.Errorf("cut to %d bytes", len(got))
		}
	}
}
