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
	Examples int    `default:"8" help:"Examples a phrase."`
	Rubrics  int    `default:"24" help:"Rubrics drawn from each half of the classes."`
	Calls    int    `default:"10" help:"Calls a rubric."`
	Seed     uint64 `default:"1" help:"What chance is made of."`
}

// reviewShare is the part of all decisions a person may look at in the target.
const reviewShare = 0.2

// Run plays the protocol of docs/recognition.md on every labelled set of the folder.
func (c *benchRecogniseCommand) Run(ctx context.Context, io streams) error {
	files := os.DirFS(c.Data)
	folders, err := fs.Glob(files, "data/*/train.tsv")
	if err != nil {
		return err
	}
	if len(folders) == 0 {
		return errors.New("no development set: expected data/NAME/train.tsv in the folder")
	}
	fmt.Fprintf(io.out, "%d examples a phrase, %d rubrics a half, %d calls a rubric, seed %d\n", c.Examples, c.Rubrics, c.Calls, c.Seed)
	fmt.Fprintf(io.out, "%-12s %8s %8s %8s %8s | %6s %6s %6s %8s\n", "set",
		"kappa", "decided", "review", "at 20%", "turn P", "R", "F1", "calib.")
	for _, folder := range folders {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := c.set(io, files, strings.TrimSuffix(folder, "/train.tsv")); err != nil {
			return err
		}
	}
	fmt.Fprintln(io.out, "kappa: calls, nothing sent to review; decided: on what the recogniser decided itself; at 20%: with the"+
		" nearest fifth of all decisions sent to review. Differences below .05 are ties.")
	return nil
}

func (c *benchRecogniseCommand) set(io streams, files fs.FS, folder string) error {
	set, err := eval.ReadSet(files, folder)
	if err != nil {
		return err
	}
	plan := eval.Plan{Examples: c.Examples, Rubrics: c.Rubrics, Calls: c.Calls, Seed: c.Seed}
	report, err := eval.Calls(set, plan, eval.Recogniser)
	if err != nil {
		return err
	}
	call, turn := report.Call, report.Turn
	best, _ := call.Best()
	fmt.Fprintf(io.out, "%-12s %8.2f %8.2f %7.0f%% %8.2f | %6.2f %6.2f %6.2f %8.3f\n", set.Name,
		best, call.Decided(), 100*call.Review(), call.Banded(reviewShare), turn.Precision(), turn.Recall(), turn.F1(), turn.CalibrationError())
	return nil
}
