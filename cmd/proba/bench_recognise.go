package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"proba/engine/language/eval"
)

type benchRecogniseCommand struct {
	Data     string `required:"" type:"existingdir" help:"Folder of the development sets."`
	Replies  string `default:"engine/language/eval/testdata/unseen" help:"Folder of judged replies; left out when it does not exist."`
	NLPJS    string `name:"nlpjs" default:"engine/language/eval/nlpjs" help:"Folder of nlp.js to measure beside; left out when it is not installed."`
	Examples int    `default:"8" help:"Examples a phrase."`
	Rubrics  int    `default:"24" help:"Rubrics drawn from each half of the classes."`
	Calls    int    `default:"10" help:"Calls a rubric."`
	Seed     uint64 `default:"1" help:"What chance is made of."`
}

// reviewShare is the part of all decisions a person may look at in the target.
const reviewShare = 0.2

// benchJudge is something that is measured: this program, or what it is measured against.
type benchJudge struct {
	name string
	make eval.Maker
}

// recogniseBench is a run of the benchmark.
type recogniseBench struct {
	benchRecogniseCommand
	io     streams
	files  fs.FS
	judges []benchJudge // this program first
}

// Run plays the protocol of docs/recognition.md on every set of the folder.
func (c *benchRecogniseCommand) Run(ctx context.Context, io streams) (err error) {
	b := recogniseBench{benchRecogniseCommand: *c, io: io, files: os.DirFS(c.Data),
		judges: []benchJudge{{"proba", eval.Recogniser}, {"keywords", eval.Keywords}}}
	other, err := startNLPJS(ctx, c.NLPJS)
	switch {
	case errors.Is(err, errNoNLPJS):
		fmt.Fprintln(io.out, err)
	case err != nil:
		return err
	default:
		defer func() { err = errors.Join(err, other.Close()) }()
		b.judges = append(b.judges, benchJudge{"nlp.js", other.Train})
	}
	for _, part := range []func(context.Context) error{b.calls, b.graded, b.replies, b.tongues} {
		if err := part(ctx); err != nil {
			return err
		}
	}
	return nil
}

// calls plays the labelled sets.
func (b *recogniseBench) calls(ctx context.Context) error {
	folders, err := fs.Glob(b.files, "data/*/train.tsv")
	if err != nil {
		return err
	}
	if len(folders) == 0 {
		return errors.New("no development set: expected data/NAME/train.tsv in the folder")
	}
	fmt.Fprintf(b.io.out, "\nCalls: %d examples a phrase, %d rubrics a half, %d calls a rubric, seed %d\n", b.Examples, b.Rubrics, b.Calls, b.Seed)
	fmt.Fprintf(b.io.out, "%-10s %-8s %6s %7s %6s %6s | %6s %5s %5s %6s | %7s  %s\n", "set", "judge",
		"kappa", "decided", "review", "at 20%", "turn P", "R", "F1", "calib.", "flagged", "attacks passed")
	for _, folder := range folders {
		set, err := eval.ReadSet(b.files, strings.TrimSuffix(folder, "/train.tsv"))
		if err != nil {
			return err
		}
		for _, judge := range b.judges {
			if err := errors.Join(ctx.Err(), b.set(set, judge)); err != nil {
				return err
			}
		}
	}
	fmt.Fprintln(b.io.out, "kappa: calls, nothing sent to review; decided: on what was decided without review; at 20%: with the"+
		" nearest fifth of all decisions sent to review; flagged: honest turns on which a guard was raised. Differences below .05 are ties.")
	return nil
}

func (b *recogniseBench) set(set *eval.Set, judge benchJudge) error {
	plan := eval.Plan{Examples: b.Examples, Rubrics: b.Rubrics, Calls: b.Calls, Seed: b.Seed}
	report, err := eval.Calls(set, plan, judge.make)
	if err != nil {
		return err
	}
	attacks, err := eval.Attack(set, plan, judge.make)
	if err != nil {
		return err
	}
	call, turn := report.Call, report.Turn
	best, _ := call.Best()
	fmt.Fprintf(b.io.out, "%-10s %-8s %6.2f %7.2f %5.0f%% %6.2f | %6.2f %5.2f %5.2f %6.3f | %6.1f%%  %s\n", set.Name, judge.name,
		best, call.Decided(), 100*call.Review(), call.Banded(reviewShare), turn.Precision(), turn.Recall(), turn.F1(),
		turn.CalibrationError(), report.Flagged.Percent(), attacks)
	return nil
}
