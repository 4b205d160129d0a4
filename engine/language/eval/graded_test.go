package eval_test

import (
	"math"
	"strings"
	"testing"
	"testing/fstest"

	"proba/engine/language/eval"
)

const gradedTrain = "q1\tquestion\tWhy?\nq1\treference\tthe gap separates them\nq1\tcorrect\ta gap lies between\n" +
	"q1\tincorrect\tit is broken\nq1\tcontradictory\tthere is no gap\nq2\treference\tit melts\n"

const gradedTest = "q1\tquestion\tWhy?\nq1\treference\tthe gap separates them\nq1\tcorrect\tgap one\nq1\tcorrect\tnothing\n" +
	"q1\tincorrect\tgap two\nq1\tincorrect\tbroken\nq1\tcontradictory\tgap no\nq3\tcorrect\tgap unknown\n"

func readGraded(t *testing.T, text string, references bool) eval.Graded {
	t.Helper()
	all, err := eval.ReadGraded(fstest.MapFS{"a.tsv": {Data: []byte(text)}}, "a.tsv", references)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestGradedAnswersAreCountedByKind decides five answers by one word: of two right ones one is found, and of three
// wrong ones two are accepted. F1 of met is 2/5, of not met 2/5.
func TestGradedAnswersAreCountedByKind(t *testing.T) {
	var taught [][]string
	grader := func(right, wrong []string) (eval.Judge, error) {
		taught = append(taught, right, wrong)
		return func(turn string) []eval.Opinion {
			if strings.Contains(turn, "gap") {
				return []eval.Opinion{{Met: true, Score: 0.9}}
			}
			return []eval.Opinion{{Score: 0.1}}
		}, nil
	}
	v, err := eval.Grade(readGraded(t, gradedTrain, true), readGraded(t, gradedTest, false), grader)
	if err != nil {
		t.Fatal(err)
	}
	if got := v.Counts; got != [3][2]int{{1, 1}, {0, 0}, {2, 1}} {
		t.Errorf("counts = %v", got)
	}
	if v.Contradictory != (eval.Share{Passed: 1, Tried: 1}) || v.Incorrect != (eval.Share{Passed: 1, Tried: 2}) {
		t.Errorf("accepted: contradictory %v, incorrect %v", v.Contradictory, v.Incorrect)
	}
	if got := v.MacroF1(0.5); math.Abs(got-0.4) > 1e-9 {
		t.Errorf("macro F1 = %v, want 0.4", got)
	}
	if len(taught) != 2 || len(taught[0]) != 2 || len(taught[1]) != 2 {
		t.Errorf("taught %q, want one question with its reference, one right and two wrong answers", taught)
	}
}

func TestGradedAnswersOfUnknownKindAreRefused(t *testing.T) {
	for _, text := range []string{"q1\tperhaps\tmaybe\n", "q1 correct\n"} {
		if _, err := eval.ReadGraded(fstest.MapFS{"a.tsv": {Data: []byte(text)}}, "a.tsv", true); err == nil {
			t.Errorf("ReadGraded(%q) = nil error", text)
		}
	}
}

// TestRecogniserLearnsFromGradedAnswers: what is like the right answers is not refused and stands far above what is like
// the wrong ones, which is not heard; taught the other way round it is the other way round.
func TestRecogniserLearnsFromGradedAnswers(t *testing.T) {
	right := []string{"the water evaporated and left the salt", "let the water evaporate so salt stays", "the water evaporates and the salt stays behind",
		"we evaporated the water", "when the water evaporates only salt is left"}
	wrong := []string{"we poured it through a filter", "I put it in a tray", "we used a spoon to take it out", "we looked at it closely"}
	for _, c := range []struct {
		right, wrong []string
		yes, no      string
	}{
		{right, wrong, "the water evaporated and the salt was left", "we poured it through the filter"},
		{append(wrong, "I looked at it through a glass"), right[:4], "we poured it through the filter", "the water evaporated and the salt was left"},
	} {
		judge, err := eval.RecogniserGrader("en")(c.right, c.wrong)
		if err != nil {
			t.Fatal(err)
		}
		yes, no := judge(c.yes)[0], judge(c.no)[0]
		if !yes.Met && !yes.Unsure || no.Met || yes.Score < no.Score+0.2 {
			t.Errorf("%q %+v, %q %+v", c.yes, yes, c.no, no)
		}
	}
}

func TestTonguesCountsRightUndecidedAndWrong(t *testing.T) {
	files := fstest.MapFS{
		"l/en.tsv": {Data: []byte("x\tI would like to know where it is\nx\tHello\nx\tVorrei sapere dove è il mio ordine\n")},
		"l/it.tsv": {Data: []byte("x\tNon so che cosa mi ha detto il collega\n")},
	}
	got, err := eval.Tongues(files, "l")
	if err != nil {
		t.Fatal(err)
	}
	want := []eval.Tongue{{Language: "en", Right: 1, Undecided: 1, Wrong: 1}, {Language: "it", Right: 1}}
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("Tongues = %+v, want %+v", got, want)
	}
}

// TestRepliesAreSortedForAnyJudge teaches a judge the counter-examples as one more phrase and counts by sort.
func TestRepliesAreSortedForAnyJudge(t *testing.T) {
	text := "# asks [4]\n+ may I ask\n- I ask nothing\ny plain may I\nn negated I may not\nn bag may\n"
	set, err := eval.ReadReplies(fstest.MapFS{"en.txt": {Data: []byte(text)}}, "en.txt")
	if err != nil {
		t.Fatal(err)
	}
	got, err := set.With(func(_ string, names []string, examples [][]string) (eval.Judge, error) {
		if len(names) != 2 || len(examples) != 2 || examples[1][0] != "I ask nothing" {
			t.Errorf("taught %q with %q", names, examples)
		}
		return func(turn string) []eval.Opinion {
			return []eval.Opinion{{Met: !strings.Contains(turn, "not"), Flagged: true}, {}}
		}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if got.Passed["bag"] != (eval.Share{Passed: 1, Tried: 1}) || got.Passed["negated"] != (eval.Share{Tried: 1}) || got.Flagged != (eval.Share{Passed: 1, Tried: 1}) {
		t.Errorf("With = %+v", got)
	}
}
