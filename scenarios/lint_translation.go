package scenarios

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// translation reports what a translation lacks and what became old: L501, L502, L504.
func (l *linter) translation(t *Translation) {
	if names := t.Untranslated(); len(names) > 0 {
		at, width := l.place(t.At, t.Translates)
		l.report("L501", at, width, details{"n": strconv.Itoa(len(names)), "blocks": joinSome(names), "language": t.language()})
	}
	for _, b := range t.Blocks {
		if b.Stale {
			l.stale(t, b)
		}
	}
	l.otherVersion(t)
	l.partsWithoutTranslation(t)
	l.foreignRules(t)
}

// stale shows what the block says now beside its translation.
func (l *linter) stale(t *Translation, b TranslatedBlock) {
	name := b.label(t.language())
	l.at("L502", b.At, name, details{"block": name, "original": oneLine(b.Original), "translation": oneLine(l.below(b.At))})
}

// otherVersion reports a translation that knows only the version it was made from, and that is not the present one.
func (l *linter) otherVersion(t *Translation) {
	original := l.pack.scenario(t.Translates)
	if original == nil || t.Of != KindScenario || t.Digested || t.SourceVersion == "" || t.SourceVersion == original.Version {
		return
	}
	at, width := l.place(t.At, t.Translates)
	l.report("L502/version", at, width, details{"id": t.Translates, "old": t.SourceVersion, "new": original.Version})
}

// oneLine is a text as a message quotes it.
func oneLine(text string) string {
	const most = 160
	if line := readableLine(text); len(line) > most {
		return clip(line, most) + " ..."
	}
	return readableLine(text)
}

// below is what stands under a heading, up to the next one.
func (l *linter) below(at Pos) string {
	lines := l.fileLines(at.File)
	end := at.Line
	for end < len(lines) && !strings.HasPrefix(lines[end], "## ") && !strings.HasPrefix(lines[end], "### ") {
		end++
	}
	return withoutComments(strings.Join(lines[min(at.Line, end):end], "\n"))
}

// partsWithoutTranslation reports a persona or world that the scenario has in another language only. Phrases tell it by
// themselves (P210).
func (l *linter) partsWithoutTranslation(t *Translation) {
	sc := l.pack.scenario(t.ID)
	if sc == nil || sc.Translation != t {
		return
	}
	for _, m := range sc.partsInOtherLanguage() {
		at, width := l.place(t.At, t.Translates)
		l.report("L501/part", at, width, details{"kind": "kind." + string(m.Kind), "id": m.ID, "language": t.language()})
	}
}

// country is what only some countries have: their laws and their money.
type country struct {
	languages []string
	form      *regexp.Regexp
}

// countries are told by the language of a text. English is spoken in too many to say which law is foreign there.
var countries = []country{
	{[]string{"it"}, regexp.MustCompile(`(?:D\.\s?Lgs\.|D\.P\.R\.|D\.L\.)\s*(?:n\.\s*)?\d+(?:/\d+)?|[Cc]odice (?:del [Cc]onsumo|civile)`)},
	{[]string{"ro"}, regexp.MustCompile(`\b(?:O\.?U\.?G\.?|H\.?G\.?|Legea|Legii)\s+(?:nr\.\s*)?\d+/\d{4}`)},
	{[]string{"ru"}, regexp.MustCompile(`\d+-ФЗ|№\s*2300-1|(?:ГК|КоАП|ТК) РФ|ЗоЗПП`)},
	{[]string{"de"}, regexp.MustCompile(`§+\s*\d+[a-z]?\s+(?:BGB|HGB|UWG|BDSG)|\b(?:BGB|HGB|UWG|BDSG)\b`)},
	{[]string{"it", "de", "en"}, regexp.MustCompile(`\d+(?:[.,]\d+)?\s?(?:€|EUR\b|euro\b)|€\s?\d+(?:[.,]\d+)?`)},
	{[]string{"ro", "en"}, regexp.MustCompile(`\d+(?:[.,]\d+)?\s?(?:lei|RON)\b`)},
	{[]string{"ru", "en"}, regexp.MustCompile(`\d+(?:[.,]\d+)?\s?(?:₽|руб(?:\.|лей|ля|ль)?)`)},
}

// foreignRules reports laws and prices of the original's country that were kept in the text of another (L504), each once.
func (l *linter) foreignRules(t *Translation) {
	original := l.original(t)
	told := map[string]bool{}
	inside := false
	for i, line := range l.fileLines(t.At.File) {
		if line, inside = cutComments(line, inside); strings.TrimSpace(line) == "" {
			continue
		}
		for _, found := range foreignIn(line, t.language()) {
			if !told[found] && strings.Contains(original, found) {
				told[found] = true
				at, width := l.place(Pos{File: t.At.File, Line: i + 1, Column: 1}, found)
				l.report("L504", at, width, details{"text": found, "language": t.language()})
			}
		}
	}
	l.foreignFacts(t)
}

// foreignIn finds what belongs to other countries than those of a language.
func foreignIn(text, lang string) []string {
	var found []string
	for _, c := range countries {
		if !slices.Contains(c.languages, lang) {
			found = append(found, c.form.FindAllString(text, -1)...)
		}
	}
	return found
}

func (l *linter) original(t *Translation) string {
	for _, f := range l.pack.Files {
		if f.Meta.Kind == t.Of && f.Meta.ID == t.Translates {
			return f.Text
		}
	}
	return ""
}

// foreignFacts reports prices that the facts of a translated scenario took over from its original.
func (l *linter) foreignFacts(t *Translation) {
	sc := l.pack.scenario(t.ID)
	if sc == nil || sc.Translation != t {
		return
	}
	for _, f := range sc.Facts {
		if f.At.File == t.At.File {
			continue
		}
		cell := f.Value
		for _, v := range sc.Variants {
			cell += " " + f.ByVariant[v]
		}
		if found := foreignIn(cell, t.language()); len(found) > 0 {
			at, width := l.place(t.At, t.Translates)
			l.report("L504/fact", at, max(width, utf8.RuneCountInString(t.Translates)), details{"fact": f.Name, "text": found[0], "language": t.language()})
		}
	}
}
