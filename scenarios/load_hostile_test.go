package scenarios

import (
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// slow is what no text may take. It is far above what any takes, because the machine may be busy.
const slow = 3 * time.Second

// Texts made to be slow, as large as a file may be.
func TestHostileTextsTakeLittleTime(t *testing.T) {
	if testing.Short() {
		t.Skip("large texts")
	}
	conversation, criteria := "## Conversation\n\n### A\n\n", "## Criteria\n\n### A\n\n- **All of:**\n"
	desk := "## Desk\n\n### A\n\n| Field | Right answer |\n|---|---|\n"
	tests := map[string][2]string{
		"unknown events":         {conversation, "- **When** zays *x*\n"},
		"long unknown events":    {conversation, "- **Wenn** " + strings.Repeat("x ", 700) + "\n"},
		"many names":             {conversation, "- **When** says " + strings.Repeat("*x* or ", 200) + "\n"},
		"many events":            {conversation, "- **When** " + strings.Repeat("holds and ", 140) + "holds\n"},
		"unknown evidence":       {criteria, "  - b c d\n"},
		"long right answers":     {desk, "| a | is " + strings.Repeat("x ", 700) + " |\n"},
		"unknown sections":       {"", "## " + strings.Repeat("Foo ", 100) + "\n\n"},
		"unknown labels":         {"## Criteria\n\n### A\n\n", "- pointz: 1\n"},
		"brackets in lines":      {conversation, "> " + strings.Repeat("()", 1000) + "\n\n"},
		"transcript of nothing":  {"## Tests\n\n### A\n\n```conversation\n", "foo\n"},
		"wide and long tables":   {"## Facts\n\n|" + strings.Repeat("a|", 1500) + "\n|" + strings.Repeat("-|", 1500) + "\n", "|a|\n"},
		"links that never close": {"", "[a](b "},
		"quotes in quotes":       {"", "> "},
		"lists in lists":         {"", "- 1. "},
		"emphasis":               {"", "*a **b _c `d\n"},
		"link definitions":       {"", "[a]: b\n"},
		"comments":               {"", "<!-- \n<a \n"},
		"hard blanks":            {"", "a\u00a0b\n"},
	}
	for name, parts := range tests {
		for _, lines := range []bool{false, true} {
			start := time.Now()
			Load(fstest.MapFS{"a.md": {Data: []byte(filled(parts[0], parts[1], lines))}})
			if took := time.Since(start); took > slow {
				t.Errorf("%s (a line each: %v) takes %v", name, lines, took)
			}
		}
	}
}

// filled repeats a unit until the file is as large as it may be, on one line or with a blank line after each.
func filled(prefix, unit string, lines bool) string {
	head := "---\nkind: scenario\nformat: 1\nid: x\ntitle: X\nlanguage: it\nchannel: chat\npersona: p\nrubric: r\n---\n\n"
	if lines {
		unit = strings.TrimRight(unit, "\n") + "\n\n"
	}
	return head + prefix + strings.Repeat(unit, (MaxFileSize-len(head)-len(prefix))/len(unit))
}

func TestLimitsAreReportedAndNothingIsRead(t *testing.T) {
	tests := []struct{ rule, text, says string }{
		{"a file above its size", strings.Repeat("x\n", MaxFileSize), "256 KiB"},
		{"a line above its length", "---\n" + strings.Repeat("x", maxLine+1), "line"},
		{"quotations too deep", "---\nkind: x\n---\n" + strings.Repeat("> ", maxNesting+1) + "x", "nested"},
		{"brackets without end", "---\nkind: x\n---\n" + strings.Repeat("[", maxBrackets+1), "brackets"},
	}
	for _, tt := range tests {
		pack, problems := Load(fstest.MapFS{"a.md": {Data: []byte(tt.text)}})
		if len(problems) != 1 || problems[0].Code != "S003" || !strings.Contains(problems[0].Message, tt.says) {
			t.Errorf("%s: problems %v, want one S003 that says %q", tt.rule, problems, tt.says)
		}
		if len(pack.Files) != 1 {
			t.Errorf("%s: %d files, want 1", tt.rule, len(pack.Files))
		}
	}
}

// What reading one file may take. A machine that is busy with other things gets three tries.
const (
	mostTime   = 100 * time.Millisecond
	mostMemory = 64 << 20
	fairTries  = 3
)

// Ten thousand spoiled files: whatever is wrong with them, each is read in little time and memory and every place exists.
func TestSpoiledFilesAreReadInLittleTime(t *testing.T) {
	count := 10_000
	if testing.Short() {
		count = 100
	}
	random := rand.New(rand.NewPCG(1, 2))
	packs := map[string]fstest.MapFS{}
	for _, lang := range keywordLanguages {
		packs[lang] = packIn(t, lang)
	}
	for i := range count {
		lang := keywordLanguages[i%len(keywordLanguages)]
		name := []string{"scenario.md", "persona.md", "shop.md", "rubric.md", "shift.md", "base.md", "certificate.md"}[i%7]
		text := mutate(string(packs[lang][name].Data), random)
		took, memory, problems := loadMeasured(fstest.MapFS{name: {Data: []byte(text)}})
		if took > mostTime || memory > mostMemory {
			t.Errorf("file %d takes %v and %d MiB:\n%s", i, took, memory>>20, text)
		}
		checkPlaces(t, text, problems)
	}
}

// loadMeasured loads with the time and the memory it took, the best of a few tries where the first was slow.
func loadMeasured(fsys fstest.MapFS) (took time.Duration, memory uint64, problems []Problem) {
	took = time.Hour
	for range fairTries {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		_, problems = Load(fsys)
		took = min(took, time.Since(start))
		runtime.ReadMemStats(&after)
		memory = after.TotalAlloc - before.TotalAlloc
		if took <= mostTime {
			break
		}
	}
	return took, memory, problems
}

// mutate spoils a text in up to four places.
func mutate(text string, random *rand.Rand) string {
	junk := []string{"*", "**", "`", "> ", "- ", "|", "\n", "\n\n", "## ", "### ", "{", "}", "->", "→", ":", ";", "(", ")", "[", "![",
		"\u00a0", "\ufeff", "\u0301", "é", "Ж", "\x00", "\xff", "---\n", "```\n", "  ", "\t", "1", "<!--", "&amp;", "\\"}
	for range 1 + random.IntN(4) {
		if len(text) < 2 {
			return text
		}
		i := random.IntN(len(text))
		j := min(len(text), i+random.IntN(60))
		switch random.IntN(4) {
		case 0:
			text = text[:i] + text[j:]
		case 1:
			text = text[:i] + text[i:j] + text[i:]
		case 2:
			text = text[:i] + junk[random.IntN(len(junk))] + text[i:]
		default:
			lines := strings.SplitAfter(text, "\n")
			a, b := random.IntN(len(lines)), random.IntN(len(lines))
			lines[a], lines[b] = lines[b], lines[a]
			text = strings.Join(lines, "")
		}
	}
	return text
}

// checkPlaces checks that every problem has a message and stands in the file.
func checkPlaces(t *testing.T, text string, problems []Problem) {
	t.Helper()
	lines := strings.Count(text, "\n") + strings.Count(text, "\r") + 1
	for _, p := range problems {
		if p.File == "" || p.Line < 0 || p.Line > lines || p.Column < 0 || p.Message == "" || p.Message == string(p.Code) {
			t.Errorf("%+v does not stand in a file of %d lines, or says nothing; file:\n%s", p, lines, text)
		}
	}
	if !slices.IsSortedFunc(problems, func(a, b Problem) int { return a.Line - b.Line }) {
		t.Errorf("problems are not sorted by line: %v", problems)
	}
}

func FuzzLoad(f *testing.F) {
	for _, lang := range keywordLanguages {
		for _, file := range packIn(f, lang) {
			f.Add(string(file.Data))
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		_, problems := Load(fstest.MapFS{"a.md": {Data: []byte(text)}})
		for _, p := range problems {
			if p.Message == "" || p.File != "a.md" {
				t.Errorf("%+v", p)
			}
		}
	})
}

func FuzzSentence(f *testing.F) {
	for _, row := range eventForms(f) {
		for _, sentence := range row[2:] {
			f.Add(sentence)
		}
	}
	f.Fuzz(func(t *testing.T, sentence string) {
		if strings.ContainsAny(sentence, "\n\r") || strings.TrimSpace(sentence) == "" {
			return
		}
		r := testReader("x "+sentence, "it")
		bullets := bulletsOf(readTree(r.src).blocks)
		if len(bullets) == 0 {
			return
		}
		r.rules = newHeaderValidator()
		text := bullets[0].text
		text = text.slice(min(2, len(text.text)), len(text.text))
		before := len(r.find.all)
		if _, ok := r.item(text); !ok && len(r.find.all) == before {
			t.Errorf("%q is neither read nor reported", sentence)
		}
		r.whenReaction(&Reaction{}, labelled{text: text, name: text}, true)
	})
}
