package eval

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"sort"
)

// Measure plays the plan on every set in the folders below "data" of fsys and writes one line a set and judge: kappa of
// calls when every decision is forced, on what was decided, the share sent to review, precision, recall and F1 of
// turns, calibration error, and the attacks that passed.
func Measure(fsys fs.FS, plan Plan, out io.Writer) error {
	folders, err := fs.ReadDir(fsys, "data")
	if err != nil {
		return fmt.Errorf("measure: %w", err)
	}
	fmt.Fprintf(out, "%-12s %-10s %6s %8s %7s %5s %5s %5s %6s  %s\n", "set", "judge", "kappa", "decided", "review", "P", "R", "F1", "error", "attacks passed")
	for _, folder := range folders {
		set, err := ReadSet(fsys, path.Join("data", folder.Name()))
		if err != nil {
			return err
		}
		for _, judge := range []struct {
			name string
			make Maker
		}{{"proba", Recogniser}, {"keywords", Keywords}} {
			if err := measure(set, plan, judge.name, judge.make, out); err != nil {
				return err
			}
		}
	}
	return nil
}

func measure(set *Set, plan Plan, name string, train Maker, out io.Writer) error {
	report, err := Calls(set, plan, train)
	if err != nil {
		return err
	}
	attacks, err := Attack(set, plan, train)
	if err != nil {
		return err
	}
	best, _ := report.Call.Best()
	turn := &report.Turn
	_, err = fmt.Fprintf(out, "%-12s %-10s %6.2f %8.2f %6.0f%% %5.2f %5.2f %5.2f %6.3f  %s\n", set.Name, name, best, report.Call.Decided(),
		100*report.Call.Review(), turn.Precision(), turn.Recall(), turn.F1(), turn.CalibrationError(), attacks)
	return err
}

// String lists the attacks by name with the share that passed.
func (a Attacks) String() string {
	names := make([]string, 0, len(a))
	for name := range a {
		names = append(names, name)
	}
	sort.Strings(names)
	text := ""
	for _, name := range names {
		text += fmt.Sprintf("%s %.0f%%  ", name, a[name].Percent())
	}
	return text
}
