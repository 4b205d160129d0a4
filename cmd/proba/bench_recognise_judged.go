package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"

	"proba/engine/language/eval"
)

// gradedLanguage is the language of the graded answers.
const gradedLanguage = "en"

// graded lets every judge decide answers unseen before, taught by the graded answers to the same questions.
func (b *recogniseBench) graded(ctx context.Context) error {
	tests, err := fs.Glob(b.files, "semeval2013/*.test-unseen-answers.tsv")
	if err != nil || len(tests) == 0 {
		return err
	}
	fmt.Fprintf(b.io.out, "\nGraded answers, taught by those of the same question\n%-14s %-8s %8s %6s %7s %6s | %14s %10s\n", "set", "judge",
		"macro F1", "kappa", "decided", "review", "contradictory", "incorrect")
	for _, test := range tests {
		name := strings.TrimSuffix(test, ".test-unseen-answers.tsv")
		train, err := eval.ReadGraded(b.files, name+".train.tsv", true)
		if err != nil {
			return err
		}
		judged, err := eval.ReadGraded(b.files, test, false)
		if err != nil {
			return err
		}
		for _, judge := range b.judges {
			if err := errors.Join(ctx.Err(), b.grade(strings.TrimPrefix(name, "semeval2013/"), train, judged, judge)); err != nil {
				return err
			}
		}
	}
	fmt.Fprintln(b.io.out, "macro F1 and kappa: everything decided, met from a score of one half on; contradictory, incorrect: answers of these"+
		" kinds accepted without review.")
	return nil
}

// evenOdds is the bound on a probability that decides everything without being fitted on anything.
const evenOdds = 0.5

func (b *recogniseBench) grade(name string, train, judged eval.Graded, judge benchJudge) error {
	grader := eval.GraderOf(gradedLanguage, judge.make)
	if judge.name == b.judges[0].name {
		grader = eval.RecogniserGrader(gradedLanguage)
	}
	v, err := eval.Grade(train, judged, grader)
	if err != nil {
		return err
	}
	fmt.Fprintf(b.io.out, "%-14s %-8s %8.3f %6.2f %7.2f %5.0f%% | %13.1f%% %9.1f%%\n", name, judge.name,
		v.MacroF1(evenOdds), v.Forced(evenOdds), v.Decided(), 100*v.Review(), v.Contradictory.Percent(), v.Incorrect.Percent())
	return nil
}

// replies lets every judge decide the hand-written replies, language by language.
func (b *recogniseBench) replies(ctx context.Context) error {
	files := os.DirFS(b.Replies)
	names, err := fs.Glob(files, "*.txt")
	if err != nil || len(names) == 0 {
		fmt.Fprintf(b.io.out, "\njudged replies left out: none in %s\n", b.Replies)
		return err
	}
	sets := map[string][]*eval.Replies{}
	for _, name := range names {
		set, err := eval.ReadReplies(files, name)
		if err != nil {
			return err
		}
		sets[set.Language] = append(sets[set.Language], set)
	}
	fmt.Fprintf(b.io.out, "\nJudged replies\n%-10s %-8s %7s %6s | %6s %5s %5s %6s | %7s  %s\n", "language", "judge", "decided", "review",
		"P", "R", "F1", "calib.", "flagged", "wrong replies accepted, by sort")
	for _, code := range slices.Sorted(maps.Keys(sets)) {
		for _, judge := range b.judges {
			if err := errors.Join(ctx.Err(), b.reply(code, sets[code], judge)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b *recogniseBench) reply(code string, sets []*eval.Replies, judge benchJudge) error {
	var all eval.Sorted
	for _, set := range sets {
		some, err := b.heard(set, judge)
		if err != nil {
			return err
		}
		all.Merge(some)
	}
	fmt.Fprintf(b.io.out, "%-10s %-8s %7.2f %5.0f%% | %6.2f %5.2f %5.2f %6.3f | %6.1f%%  %s\n", code, judge.name, all.Decided(), 100*all.Review(),
		all.Precision(), all.Recall(), all.F1(), all.CalibrationError(), all.Flagged.Percent(), all.Passed)
	return nil
}

// heard is what a judge makes of a set; this program also knows the set's facts and counter-examples for what they are.
func (b *recogniseBench) heard(set *eval.Replies, judge benchJudge) (eval.Sorted, error) {
	if judge.name != b.judges[0].name {
		return set.With(judge.make)
	}
	heard, err := set.Hear()
	if err != nil {
		return eval.Sorted{}, err
	}
	return set.Sort(heard), nil
}

// tongues counts which language utterances are taken for.
func (b *recogniseBench) tongues(context.Context) error {
	all, err := eval.Tongues(b.files, "langid")
	if err != nil || len(all) == 0 {
		return err
	}
	fmt.Fprintf(b.io.out, "\nLanguage of an utterance, chosen among all of these\n%-10s %7s %10s %7s\n", "language", "right", "undecided", "wrong")
	for _, t := range all {
		n := float64(max(1, t.Right+t.Undecided+t.Wrong)) / 100
		fmt.Fprintf(b.io.out, "%-10s %6.1f%% %9.1f%% %6.1f%%\n", t.Language, float64(t.Right)/n, float64(t.Undecided)/n, float64(t.Wrong)/n)
	}
	return nil
}
