package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"proba/engine/language"
	"proba/scenarios"
	"proba/web"
)

type recogniseCommand struct {
	Phrases string `required:"" type:"existingfile" help:"A phrases file, or a scenario with its own phrases."`
	JSON    bool   `name:"json" help:"Print one JSON object a reply."`
	Today   string `help:"The day of the replies as 2026-03-12, so that 'tomorrow' is a date."`
	Spoken  bool   `help:"Hear the replies as dictated, without typing tolerance."`
}

// heardReply is one line of the JSON form, an outside contract (GRADING, Targets).
type heardReply struct {
	Reply string        `json:"reply"`
	Heard []heardPhrase `json:"heard"`
}

// heardPhrase is a hearing that always names its guards, also when none was raised.
type heardPhrase struct {
	language.Hearing
	Guards []language.Guard `json:"guards"`
}

func heardPhrases(hearings []language.Hearing) []heardPhrase {
	heard := make([]heardPhrase, 0, len(hearings))
	for _, h := range hearings {
		heard = append(heard, heardPhrase{h, append([]language.Guard{}, h.Guards...)})
	}
	return heard
}

// Run reads replies, one a line, and prints every phrase's decision in file order.
func (c *recogniseCommand) Run(io streams) error {
	recogniser, facts, err := c.load(io)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(io.out)
	defer out.Flush()
	lines := bufio.NewScanner(io.in)
	lines.Buffer(make([]byte, 0, 64<<10), 1<<20)
	for lines.Scan() {
		heard := recogniser.Hear(language.Reply{Text: lines.Text(), Typed: !c.Spoken, Facts: facts, Today: c.Today})
		if err := c.print(out, lines.Text(), heard); err != nil {
			return err
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("read replies: %w", err)
	}
	return out.Flush()
}

func (c *recogniseCommand) print(out io.Writer, reply string, heard language.Heard) error {
	if c.JSON {
		encoder := json.NewEncoder(out)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(heardReply{Reply: reply, Heard: heardPhrases(heard.Hearings)}); err != nil {
			return fmt.Errorf("write a decision: %w", err)
		}
		return nil
	}
	fmt.Fprintf(out, "%s\n", reply)
	for _, h := range heard.Hearings {
		if h.Verdict == language.No && h.Why == language.WhyNothing {
			continue
		}
		fmt.Fprintf(out, "  %-8s %.2f  %s  (%s) %q\n", h.Verdict, h.Confidence, h.Phrase, h.Why, h.Words)
	}
	return nil
}

// load reads the one file with whatever pack surrounds it, so that groups and facts resolve.
func (c *recogniseCommand) load(io streams) (*language.Recogniser, map[string]string, error) {
	root, file, err := packRoot(c.Phrases)
	if err != nil {
		return nil, nil, err
	}
	pack, problems := scenarios.Load(os.DirFS(root), web.ShippedActs())
	for _, p := range problems {
		if p.File == file && p.Level == scenarios.LevelError {
			fmt.Fprintln(io.err, p.Format())
		}
	}
	source, ok := phraseSource(pack, file)
	if !ok {
		return nil, nil, fmt.Errorf("%q holds no phrases that can be read", filepath.Base(c.Phrases))
	}
	recogniser, err := language.New(source.phrases, language.Options{Languages: source.languages, Facts: source.facts})
	if err != nil {
		return nil, nil, fmt.Errorf("prepare %q: %w", filepath.Base(c.Phrases), err)
	}
	return recogniser, firstValues(source.facts, source.variant), nil
}

// phrasesOf is what a file offers to recognise.
type phrasesOf struct {
	phrases   []scenarios.Phrase
	facts     []scenarios.Fact
	languages []string
	variant   string
}

func phraseSource(pack *scenarios.Pack, file string) (phrasesOf, bool) {
	for _, lib := range pack.Libraries {
		if lib.At.File == file {
			return phrasesOf{phrases: lib.Phrases, facts: lib.Facts, languages: lib.Languages}, true
		}
	}
	for _, sc := range pack.Scenarios {
		if sc.At.File != file {
			continue
		}
		variant := ""
		if len(sc.Variants) > 0 {
			variant = sc.Variants[0]
		}
		return phrasesOf{phrases: ownPhrases(sc.Phrases), facts: sc.Facts, languages: sc.Languages, variant: variant}, true
	}
	return phrasesOf{}, false
}

func ownPhrases(all []scenarios.Phrase) []scenarios.Phrase {
	var own []scenarios.Phrase
	for _, p := range all {
		if p.Library == "" {
			own = append(own, p)
		}
	}
	return own
}

func firstValues(facts []scenarios.Fact, variant string) map[string]string {
	values := map[string]string{}
	for _, f := range facts {
		if options := f.Options(variant); len(options) > 0 {
			values[f.Name] = options[0]
		}
	}
	return values
}
