package scenarios

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// scenarioBlocks are the pieces of a scenario that have a text to translate, as they were read, in file order.
func scenarioBlocks(sc *Scenario, tests []draftTest) []TranslatedBlock {
	blocks := someText(nil, "section.brief", "", sc.Brief)
	for _, b := range sc.Beats {
		blocks = someText(blocks, "section.conversation", b.Name, beatTexts(b)...)
	}
	blocks = append(blocks, phraseBlocks(sc.Phrases)...)
	blocks = append(blocks, criterionBlocks("section.criteria", sc.Criteria)...)
	blocks = append(blocks, criterionBlocks("section.debrief", sc.Debrief)...)
	blocks = append(blocks, workBlocks(sc)...)
	var names []string
	for _, t := range tests {
		names = append(names, t.Name)
	}
	return someText(blocks, "section.tests", "", names...)
}

// workBlocks are right answers, cases, and what colleagues and faults say.
func workBlocks(sc *Scenario) []TranslatedBlock {
	var blocks []TranslatedBlock
	for _, f := range sc.Desk {
		blocks = someText(blocks, "section.desk", f.Form.Name, deskTexts(f.Fields)...)
	}
	for _, c := range sc.Cases {
		blocks = someText(blocks, "section.cases", c.Name, c.Document, c.From)
	}
	for _, c := range sc.Cases {
		blocks = someText(blocks, "section.desk", c.Name, deskTexts(c.Truth.all())...)
	}
	for _, c := range sc.Colleagues {
		var texts []string
		for _, re := range c.Answers {
			texts = append(texts, lineTexts(re.Blocks)...)
		}
		blocks = someText(blocks, "section.colleagues", c.Colleague.Name, texts...)
	}
	return someText(blocks, "section.faults", "", namesOf(sc.Faults, func(f Fault) string { return f.What })...)
}

// all are the right answers of a case.
func (t CaseTruth) all() []FieldTruth {
	all := slices.Clone(t.Fields)
	for _, one := range []*FieldTruth{t.Routing, t.ArchiveClass, t.Reply} {
		if one != nil {
			all = append(all, *one)
		}
	}
	return all
}

// someText adds a block unless it has no text at all.
func someText(blocks []TranslatedBlock, section, name string, texts ...string) []TranslatedBlock {
	texts = slices.DeleteFunc(texts, func(s string) bool { return s == "" })
	if len(texts) == 0 {
		return blocks
	}
	return append(blocks, TranslatedBlock{Section: section, Name: name, Original: strings.Join(texts, "\n")})
}

func beatTexts(b Beat) []string {
	texts := lineTexts(b.Blocks)
	for _, re := range b.Reactions {
		texts = append(texts, lineTexts(re.Blocks)...)
	}
	if b.Otherwise != nil {
		texts = append(texts, lineTexts(b.Otherwise.Blocks)...)
	}
	return texts
}

func lineTexts(blocks []Block) []string {
	var texts []string
	for _, b := range blocks {
		for _, line := range b.Lines {
			texts = append(texts, line.Text)
		}
	}
	return texts
}

func phraseBlocks(phrases []Phrase) []TranslatedBlock {
	var blocks []TranslatedBlock
	for _, p := range phrases {
		var texts []string
		for _, pattern := range p.Patterns {
			texts = append(texts, pattern.Text)
		}
		for _, u := range slices.Concat(p.Examples, p.Not) {
			texts = append(texts, u.Text)
		}
		blocks = someText(blocks, "section.phrases", p.Name, texts...)
	}
	return blocks
}

func criterionBlocks(section string, criteria []Criterion) []TranslatedBlock {
	var blocks []TranslatedBlock
	for _, c := range criteria {
		blocks = someText(blocks, section, c.Name, c.Why, c.Advice, c.Praise)
	}
	return blocks
}

// deskTexts are the right answers that hold words somebody writes.
func deskTexts(fields []FieldTruth) []string {
	var texts []string
	for _, field := range fields {
		for _, rule := range slices.Concat(field.Any...) {
			switch rule.(type) {
			case FieldContains, FieldIs, FieldIsOneOf:
				texts = append(texts, field.Text)
			}
		}
	}
	return slices.Compact(texts)
}

func personaBlocks(p *Persona) []TranslatedBlock {
	var texts []string
	for _, h := range p.Habits {
		texts = append(texts, lineTexts(h.Blocks)...)
	}
	return someText(nil, "section.habits", "", texts...)
}

func worldBlocks(w *World) []TranslatedBlock {
	var purposes []string
	for _, d := range w.Departments {
		purposes = append(purposes, d.Purpose)
	}
	blocks := someText(nil, "section.departments", "", purposes...)
	for _, a := range w.Articles {
		blocks = someText(blocks, "section.articles", a.Name, a.Body)
	}
	for _, r := range w.Records {
		var values []string
		for _, f := range r.Fields {
			values = append(values, f.Value)
		}
		blocks = someText(blocks, "section.records", r.Name, values...)
	}
	for _, f := range w.Forms {
		var fields []string
		for _, field := range f.Fields {
			fields = append(fields, strings.Join(append([]string{field.Name}, field.Choices...), " "))
		}
		blocks = someText(blocks, "section.forms", f.Name, fields...)
	}
	for _, t := range w.Templates {
		blocks = someText(blocks, "section.templates", t.Name, t.Body)
	}
	blocks = someText(blocks, "section.colleagues", "", namesOf(w.Colleagues, func(c Colleague) string { return c.Role })...)
	if w.Catalogue != nil {
		blocks = someText(blocks, "section.catalogue", "", namesOf(w.Catalogue.Items, func(it CatalogueItem) string { return it.Name })...)
	}
	var calls []string
	for _, c := range w.CallList {
		calls = append(calls, c.Who, c.Reason, c.Window)
	}
	return someText(blocks, "section.call-list", "", calls...)
}

// digest is a short digest of the text to translate and of what it stands under. It does not see how the file is laid
// out, nor arrows, points and labels: moving them makes no translation stale. What word processors change, and capitals,
// do not count either.
func (b TranslatedBlock) digest() string {
	sum := sha256.Sum256([]byte(b.Section + "\n" + foldName(b.Name) + "\n" + strings.ReplaceAll(foldName(b.Original), "…", "...")))
	return hex.EncodeToString(sum[:4])
}

// sourceDigests are the digests of all blocks by section, as `source-digest` holds them.
func sourceDigests(blocks []TranslatedBlock) map[string]string {
	digests := map[string]string{}
	for _, b := range blocks {
		key := strings.TrimPrefix(b.Section, "section.")
		digests[key] = strings.TrimSpace(digests[key] + " " + b.digest())
	}
	return digests
}

// markStale marks the blocks whose digest is not among those noted when the translation was made. A translation without
// digests has nothing to compare with.
func markStale(blocks []TranslatedBlock, noted map[string]string) {
	if len(noted) == 0 {
		return
	}
	for i, b := range blocks {
		known := strings.Fields(noted[strings.TrimPrefix(b.Section, "section.")])
		blocks[i].Stale = !b.Missing && !slices.Contains(known, b.digest())
	}
}
