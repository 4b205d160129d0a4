package eval

import (
	"bufio"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"proba/engine/language"
)

// Tongue is how many utterances of a language were taken for it, left undecided, or taken for another.
type Tongue struct {
	Language                string
	Right, Undecided, Wrong int
}

// Tongues lets the recogniser decide between all languages that have a file CODE.tsv in the folder, one utterance a line
// after a tab. An utterance goes by its longest sentence whose language is decided.
func Tongues(fsys fs.FS, dir string) ([]Tongue, error) {
	names, err := fs.Glob(fsys, path.Join(dir, "*.tsv"))
	if err != nil {
		return nil, fmt.Errorf("read languages: %w", err)
	}
	var codes []string
	for _, name := range names {
		codes = append(codes, strings.TrimSuffix(path.Base(name), ".tsv"))
	}
	r, err := language.New(nil, language.Options{Languages: codes})
	if err != nil {
		return nil, err
	}
	all := make([]Tongue, len(names))
	for i, name := range names {
		all[i].Language = codes[i]
		if err := all[i].read(fsys, name, r); err != nil {
			return nil, fmt.Errorf("read language %s: %w", codes[i], err)
		}
	}
	return all, nil
}

func (t *Tongue) read(fsys fs.FS, name string, r *language.Recogniser) error {
	f, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		_, text, ok := strings.Cut(lines.Text(), "\t")
		if ok {
			t.count(decided(r.Hear(language.Reply{Text: text, Typed: true})))
		}
	}
	return lines.Err()
}

func (t *Tongue) count(code string) {
	switch code {
	case t.Language:
		t.Right++
	case "":
		t.Undecided++
	default:
		t.Wrong++
	}
}

func decided(heard language.Heard) string {
	code, longest := "", 0
	for _, s := range heard.Sentences {
		if s.Language != "" && s.Words > longest {
			code, longest = s.Language, s.Words
		}
	}
	return code
}
