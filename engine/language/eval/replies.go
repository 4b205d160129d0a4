package eval

import (
	"bufio"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"proba/engine/language"
	"proba/scenarios"
)

// Replies is a hand-written set: phrases as an author writes them, and replies somebody has judged.
type Replies struct {
	Language string
	Phrases  []scenarios.Phrase
	Facts    map[string]string
	Judged   []Judged
}

// Judged is a reply with what a careful reader says of one phrase. Sort names the kind of case, such as "half".
type Judged struct {
	Phrase int
	Met    bool
	Sort   string
	Text   string
}

// ReadReplies reads a file named for its language, or for its language and its trade as in "it-banca.txt". Lines begin
// with "# " (a phrase, with its fact's value in square
// brackets), "+ " (an example), "- " (a counter-example), "y " or "n " (a judged reply after its sort).
func ReadReplies(fsys fs.FS, name string) (*Replies, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, fmt.Errorf("read replies: %w", err)
	}
	defer f.Close()
	code, _, _ := strings.Cut(strings.TrimSuffix(path.Base(name), ".txt"), "-")
	set := &Replies{Language: code, Facts: map[string]string{}}
	lines := bufio.NewScanner(f)
	for number := 1; lines.Scan(); number++ {
		if err := set.line(lines.Text()); err != nil {
			return nil, fmt.Errorf("read replies %q: line %d: %w", name, number, err)
		}
	}
	return set, lines.Err()
}

func (s *Replies) line(line string) error {
	mark, rest, _ := strings.Cut(line, " ")
	if mark == "#" {
		s.phrase(rest)
		return nil
	}
	if len(s.Phrases) == 0 {
		return fmt.Errorf("%q stands before any phrase", line)
	}
	p := &s.Phrases[len(s.Phrases)-1]
	switch mark {
	case "+":
		p.Examples = append(p.Examples, scenarios.Utterance{Text: rest})
	case "-":
		p.Not = append(p.Not, scenarios.Utterance{Text: rest})
	case "y", "n":
		sort, text, _ := strings.Cut(rest, " ")
		s.Judged = append(s.Judged, Judged{len(s.Phrases) - 1, mark == "y", sort, text})
	default:
		return fmt.Errorf("unknown mark %q", mark)
	}
	return nil
}

func (s *Replies) phrase(heading string) {
	name, value, fact := strings.Cut(strings.TrimSuffix(heading, "]"), " [")
	p := scenarios.Phrase{Name: name, Languages: []string{s.Language}}
	if fact {
		s.Facts[name] = value
		p.Facts = []scenarios.Ref{{Name: name}}
	}
	s.Phrases = append(s.Phrases, p)
}

// Recogniser is trained on the set's phrases.
func (s *Replies) Recogniser() (*language.Recogniser, error) {
	options := language.Options{Languages: []string{s.Language}}
	for name, value := range s.Facts {
		options.Facts = append(options.Facts, scenarios.Fact{Name: name, Value: value})
	}
	return language.New(s.Phrases, options)
}

// Reply is a judged reply as the recogniser gets it.
func (s *Replies) Reply(j Judged) language.Reply {
	return language.Reply{Text: j.Text, Typed: true, Facts: s.Facts}
}

// Hear hears every judged reply.
func (s *Replies) Hear() ([]language.Hearing, error) {
	r, err := s.Recogniser()
	if err != nil {
		return nil, err
	}
	heard := make([]language.Hearing, len(s.Judged))
	for i, j := range s.Judged {
		heard[i] = r.Hear(s.Reply(j)).Hearings[j.Phrase]
	}
	return heard, nil
}

// Judge tallies the verdicts against the readers'.
func (s *Replies) Judge(heard []language.Hearing) Tally {
	var t Tally
	for i, h := range heard {
		t.add(opinionOf(h), s.Judged[i].Met)
	}
	return t
}
