package eval

import (
	"bufio"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"
)

// Set is a labelled collection of utterances.
type Set struct {
	Name     string
	Language string
	// Labels in alphabetical order.
	Labels []string
	// Train and Test hold utterances by label, in file order; Stray fits no label.
	Train, Test map[string][]string
	Stray       []string
}

// ReadSet reads the folder dir of fsys: train.tsv, and when they exist test.tsv and oos.tsv, each line a label, a tab
// and an utterance. Without test.tsv every second utterance of train.tsv is kept for testing. The language is that of
// the folder's name after "_", or en.
func ReadSet(fsys fs.FS, dir string) (*Set, error) {
	set := &Set{Name: path.Base(dir), Language: "en", Train: map[string][]string{}, Test: map[string][]string{}}
	if _, code, ok := strings.Cut(set.Name, "_"); ok {
		set.Language = code
	}
	train, err := readPairs(fsys, path.Join(dir, "train.tsv"))
	if err != nil {
		return nil, fmt.Errorf("read set %q: %w", set.Name, err)
	}
	test, err := readPairs(fsys, path.Join(dir, "test.tsv"))
	if err != nil {
		train, test = alternate(train)
	}
	set.Train, set.Test = group(train), group(test)
	if stray, err := readPairs(fsys, path.Join(dir, "oos.tsv")); err == nil {
		for _, p := range stray {
			set.Stray = append(set.Stray, p.text)
		}
	}
	for label := range set.Train {
		set.Labels = append(set.Labels, label)
	}
	sort.Strings(set.Labels)
	return set, nil
}

type pair struct{ label, text string }

func readPairs(fsys fs.FS, name string) ([]pair, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []pair
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		label, text, ok := strings.Cut(lines.Text(), "\t")
		if ok && strings.TrimSpace(text) != "" {
			all = append(all, pair{label, text})
		}
	}
	return all, lines.Err()
}

func group(pairs []pair) map[string][]string {
	by := map[string][]string{}
	for _, p := range pairs {
		by[p.label] = append(by[p.label], p.text)
	}
	return by
}

// alternate deals the utterances of each label in turn to training and testing.
func alternate(all []pair) (train, test []pair) {
	seen := map[string]int{}
	for _, p := range all {
		if seen[p.label]++; seen[p.label]%2 == 1 {
			train = append(train, p)
		} else {
			test = append(test, p)
		}
	}
	return train, test
}
