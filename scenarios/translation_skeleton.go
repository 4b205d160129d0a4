package scenarios

import (
	"errors"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
)

// Refusals of SkeletonTranslation and RefreshTranslation.
var (
	ErrNothingToTranslate = errors.New("no scenario, persona, world or phrases file has this id, or it has errors")
	ErrSameLanguage       = errors.New("it is in this language already")
	ErrNoSuchTranslation  = errors.New("no translation of it in this language")
)

// SkeletonTranslation writes the file a translator starts from: the headings of the original, each with its text in a
// comment, and the digests of these texts. The path stands beside the original, as name.ro.md. Nothing is wrong with the
// file but that every block is missing.
func SkeletonTranslation(p *Pack, id, lang string) (File, error) {
	f, kind, ok := translatableFile(p, id)
	switch {
	case !ok:
		return File{}, fmt.Errorf("translate %q: %w", id, ErrNothingToTranslate)
	case slices.Contains(f.Meta.Languages, lang):
		return File{}, fmt.Errorf("translate %q into %q: %w", id, lang, ErrSameLanguage)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "---\nkind: translation\nformat: 1\nid: %s-%s\ntitle: %s\nlanguage: %s\ntranslates: %s\n%s---\n\n# %s\n",
		id, lang, quotedTitle(f.Meta.Title), lang, id, sourceKeys(p, kind, id), f.Meta.Title)
	src := newSource(f.Path, f.Text)
	src.cutHeader()
	for _, section := range readTree(src).parts {
		writeSkeleton(&b, src, section)
	}
	name := strings.TrimSuffix(f.Path, path.Ext(f.Path)) + "." + lang + ".md"
	return File{Path: name, Text: b.String()}, nil
}

func quotedTitle(title string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(title) + `"`
}

// translatableFile finds the file of that id that has texts to translate and was read.
func translatableFile(p *Pack, id string) (File, Kind, bool) {
	for _, kind := range []Kind{KindScenario, KindPersona, KindWorld, KindPhrases} {
		for _, f := range p.Files {
			if f.Meta.Kind == kind && f.Meta.ID == id && sourceBlocks(p, kind, id) != nil {
				return f, kind, true
			}
		}
	}
	return File{}, "", false
}

// sourceBlocks are the texts of an original as its file has them.
func sourceBlocks(p *Pack, kind Kind, id string) []TranslatedBlock {
	for _, f := range p.Files {
		if f.Meta.Kind != kind || f.Meta.ID != id {
			continue
		}
		l := newLoader()
		l.read(authorFile{path: f.Path, text: f.Text})
		switch {
		case len(l.scenarios) == 1:
			return scenarioBlocks(l.scenarios[0].Scenario, l.scenarios[0].tests)
		case l.pack.Personas[id] != nil:
			return personaBlocks(l.pack.Personas[id])
		case l.pack.Worlds[id] != nil:
			return worldBlocks(l.pack.Worlds[id])
		case l.pack.Libraries[id] != nil:
			return phraseBlocks(l.pack.Libraries[id].Phrases)
		}
	}
	return nil
}

// sourceKeys are the lines of front matter that say what was translated.
func sourceKeys(p *Pack, kind Kind, id string) string {
	var b strings.Builder
	if sc := p.scenario(id); kind == KindScenario && sc != nil && sc.Version != "" {
		fmt.Fprintf(&b, "source-version: %s\n", sc.Version)
	}
	b.WriteString("source-digest:\n")
	digests := sourceDigests(sourceBlocks(p, kind, id))
	for _, section := range slices.Sorted(maps.Keys(digests)) {
		fmt.Fprintf(&b, "  %s: %q\n", section, digests[section])
	}
	return b.String()
}

func writeSkeleton(b *strings.Builder, src *source, section *part) {
	w, _, _, ok := lookup("section", strings.TrimRight(section.title.text, " :"))
	if !ok || containsWord(structure, w) || w == "section.understanding" {
		return
	}
	fmt.Fprintf(b, "\n## %s\n", section.title.text)
	end := section.to
	if len(section.parts) > 0 {
		end = src.lines[src.lineAt(section.parts[0].title.start())]
	}
	writeOriginal(b, src.text[section.from:max(section.from, end)], w)
	if w == "section.tests" {
		return // tests are written anew, in the other language
	}
	for _, thing := range section.parts {
		fmt.Fprintf(b, "\n### %s\n", thing.title.text)
		writeOriginal(b, src.text[thing.from:thing.to], w)
	}
}

// writeOriginal puts a text into a comment. In a conversation the bullets stay, because a reply is found by them.
func writeOriginal(b *strings.Builder, text string, section word) {
	text = strings.TrimSpace(withoutComments(text))
	if text == "" {
		return
	}
	if section == "section.conversation" || section == "section.habits" || section == "section.colleagues" && !strings.HasPrefix(text, "|") {
		writeReplies(b, text)
		return
	}
	fmt.Fprintf(b, "\n<!--\n%s\n-->\n", withoutCommentEnd(text))
}

func withoutCommentEnd(text string) string { return strings.ReplaceAll(text, "-->", "- ->") }

var (
	quoteLine    = regexp.MustCompile(`^(\s*)>`)
	reactionLine = regexp.MustCompile(`^\s*[-*+]\s+\*\*`)
	outcomePart  = regexp.MustCompile(`\s*(?:->|→).*$`)
)

// writeReplies writes the customer's words as comments and keeps the bullets of the reactions that have some, without
// what follows their arrow.
func writeReplies(b *strings.Builder, text string) {
	lines := strings.Split(text, "\n")
	for i := 0; i < len(lines); i++ {
		switch m := quoteLine.FindStringSubmatch(lines[i]); {
		case m != nil:
			from := i
			for i+1 < len(lines) && quoteLine.MatchString(lines[i+1]) {
				i++
			}
			writeQuoted(b, m[1], lines[from:i+1])
		case reactionLine.MatchString(lines[i]) && i+1 < len(lines) && quoteLine.MatchString(lines[i+1]):
			fmt.Fprintf(b, "\n%s\n", outcomePart.ReplaceAllString(lines[i], ""))
		}
	}
}

func writeQuoted(b *strings.Builder, indent string, quote []string) {
	if indent == "" {
		b.WriteString("\n")
	}
	fmt.Fprintf(b, "%s<!--\n%s\n%s-->\n", indent, withoutCommentEnd(strings.Join(quote, "\n")), indent)
}

var sourceKeyLines = regexp.MustCompile(`(?m)^source-(?:version|digest):.*\n(?:[ \t]+.*\n)*`)

// RefreshTranslation notes in a translation that its texts fit the original as it is now: its source-version and
// source-digest are written anew, and nothing else.
func RefreshTranslation(p *Pack, id, lang string) (File, error) {
	for _, f := range p.Files {
		if f.Meta.Kind != KindTranslation {
			continue
		}
		t := p.Translations[f.Meta.ID]
		if t == nil || t.At.File != f.Path || t.Translates != id || t.language() != lang {
			continue
		}
		src := newSource(f.Path, f.Text)
		head, _ := src.cutHeader()
		fresh := sourceKeyLines.ReplaceAllString(head, "") + sourceKeys(p, t.Of, id)
		return File{Path: f.Path, Text: "---\n" + fresh + src.text[len("---\n")+len(head):]}, nil
	}
	return File{}, fmt.Errorf("refresh the translation of %q into %q: %w", id, lang, ErrNoSuchTranslation)
}
