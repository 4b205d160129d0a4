package scenarios

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// explanationFiles holds a page for each check and language (explain/en/F103.md: a title and what it means), the
// examples of each check, which are the same in all languages, and the sound pack the examples are cut from.
//
//go:embed explain
var explanationFiles embed.FS

// ErrUnknownCode is returned for a code that is not on the linter list.
var ErrUnknownCode = errors.New("no such check")

// Explanation is one page about a check.
type Explanation struct {
	Code  Code
	Level Level
	// Language is the one the page is written in: that asked for, or English where there is no page in it yet.
	Language string
	Title    string
	Text     string // Markdown
	// Examples show the mistake and its repair; none for a check that looks at more than the files of a pack.
	Examples []MistakeExample
}

// MistakeExample is a piece of an author file as it should not be and as it should. The pieces are cut from the pack
// of [ExplanationPack]: with Wrong in place of Right it has the mistake, as it stands it has none.
type MistakeExample struct{ File, Wrong, Right string }

// Explain returns the page about a check. An unknown code is ErrUnknownCode.
func Explain(code Code, lang string) (Explanation, error) {
	level := LevelOf(code)
	if level == "" {
		return Explanation{}, fmt.Errorf("explain %q: %w", string(code), ErrUnknownCode)
	}
	e := Explanation{Code: code, Level: level, Language: lang}
	page, err := explanationPage(lang, code)
	if err != nil {
		e.Language = "en"
		if page, err = explanationPage("en", code); err != nil {
			return Explanation{}, fmt.Errorf("explain %q: %w", string(code), err)
		}
	}
	title, text, _ := strings.Cut(page, "\n")
	e.Title, e.Text = strings.TrimPrefix(title, "# "), strings.TrimSpace(text)
	examples, err := explanationFiles.ReadFile("explain/examples/" + string(code) + ".md")
	if err == nil { // a check without examples has no file
		e.Examples = readMistakes(string(examples))
	}
	return e, nil
}

func explanationPage(lang string, code Code) (string, error) {
	if strings.ContainsAny(lang, "/.\\") {
		return "", fs.ErrNotExist
	}
	page, err := explanationFiles.ReadFile("explain/" + lang + "/" + string(code) + ".md")
	return string(page), err
}

// mistakeFence opens and closes a piece of an example. It has four back-ticks, because a piece may hold a transcript.
const mistakeFence = "````"

// readMistakes reads pairs of fenced pieces: ````wrong FILE and ````right FILE.
func readMistakes(text string) []MistakeExample {
	var found []MistakeExample
	var e MistakeExample
	for _, part := range strings.Split(text, "\n"+mistakeFence+"\n") {
		_, piece, ok := strings.Cut(part, mistakeFence)
		if !ok {
			continue
		}
		head, body, _ := strings.Cut(piece, "\n")
		kind, file, _ := strings.Cut(head, " ")
		if kind == "wrong" {
			e = MistakeExample{File: file, Wrong: body}
			continue
		}
		e.Right = body
		found = append(found, e)
	}
	return found
}

// Markdown writes the page: title, text, and each example as it should not be and as it should.
func (e Explanation) Markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s: %s\n\n%s\n", e.Code, e.Title, e.Text)
	for _, x := range e.Examples {
		fmt.Fprintf(&b, "\n%s, `%s`:\n\n%smarkdown\n%s\n%s\n", explainWord("wrong", e.Language), x.File, mistakeFence, x.Wrong, mistakeFence)
		fmt.Fprintf(&b, "\n%s:\n\n%smarkdown\n%s\n%s\n", explainWord("right", e.Language), mistakeFence, x.Right, mistakeFence)
	}
	return b.String()
}

func explainWord(id, lang string) string { return messageTexts()[lang]["noun.explain-"+id].message }

// ExplanationPack is the small pack the examples are cut from. Nothing is wrong with it.
func ExplanationPack() fs.FS {
	pack, err := fs.Sub(explanationFiles, "explain/pack")
	if err != nil {
		panic(err) // the path above is not valid
	}
	return pack
}
