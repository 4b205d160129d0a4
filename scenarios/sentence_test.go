package scenarios

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// Every form of an event, in five languages, means the same. The table is the language reference's own.
func TestEveryEventFormMeansTheSameInFiveLanguages(t *testing.T) {
	for _, row := range eventForms(t) {
		for i, lang := range keywordLanguages {
			for _, file := range []string{lang, "en", "de"} {
				got, problems := describeSentence(row[2+i], file)
				want := sameNames(row[1], lang)
				if got != want || len(problems) > 0 {
					t.Errorf("%s in %s, read in a file in %s: %q = %q, want %q; problems %v", row[0], lang, file, row[2+i], got, want, problems)
				}
			}
		}
	}
}

// eventForms reads the table: event, meaning, and the sentence in each language.
func eventForms(tb testing.TB) [][]string {
	tb.Helper()
	data, err := os.ReadFile("testdata/event_forms.tsv")
	if err != nil {
		tb.Fatal(err)
	}
	var rows [][]string
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
		rows = append(rows, strings.Split(line, "\t"))
	}
	return rows
}

// sameNames writes the one name that the table translates in the language of the sentence.
func sameNames(want, lang string) string {
	greeting := map[string]string{"en": "greeting", "it": "saluto", "ro": "salut", "ru": "привет", "de": "Gruß"}[lang]
	return strings.ReplaceAll(want, "greeting", greeting)
}

// describeSentence reads a sentence as the bullet of a file in a language, by the place it can stand in.
func describeSentence(sentence, lang string) (string, []Problem) {
	r := testReader(sentence, lang)
	text := bulletsOf(readTree(r.src).blocks)[0].text
	var got string
	switch {
	case strings.HasPrefix(sentence, "->"):
		var re Reaction
		if r.readSentence(text, func(p *sentenceReader) bool { re = Reaction{}; return p.outcome(&re) }) {
			got = describeOutcome(re)
		}
	case isCoverage(sentence):
		rule := r.coverage(&part{blocks: readTree(r.src).blocks})
		if len(rule) == 1 {
			got = describeCoverage(rule[0])
		}
	default:
		got = describeItemOrCondition(r, text)
	}
	return got, r.find.sorted()
}

func describeItemOrCondition(r *reader, text rich) string {
	r.head.Kind = string(KindShift)
	if strings.Contains(text.text, "%") || strings.Contains(text.text, ":") {
		it, ok := r.item(text)
		if !ok || it.Measure == nil {
			return ""
		}
		return describeMeasure(it.Measure)
	}
	var c Condition
	if !r.readSentence(text, func(p *sentenceReader) (ok bool) { c, ok = p.condition(); return ok }) {
		return ""
	}
	return describeCondition(c)
}

func isCoverage(sentence string) bool {
	for _, start := range []string{"at least", "almeno", "cel puțin", "не менее", "mindestens"} {
		if strings.HasPrefix(sentence, start) {
			return true
		}
	}
	return false
}

// testReader reads one bullet in a file of a language.
func testReader(bullet, lang string) *reader {
	src := newSource("test.md", "- "+bullet+"\n")
	src.langs = []string{lang}
	find := newFindings()
	find.sources[src.path] = src
	return &reader{src: src, find: find, head: &header{}}
}

func describeCondition(c Condition) string {
	var any []string
	for _, clause := range c.Any {
		var all []string
		for _, s := range clause {
			all = append(all, describeEvent(s))
		}
		any = append(any, strings.Join(all, " & "))
	}
	text := strings.Join(any, " / ")
	for _, b := range c.Bands {
		text += " | band " + string(b)
	}
	for _, v := range c.Variants {
		text += " | in " + v
	}
	for _, r := range c.IfAlready {
		text += " | already " + r.Name
	}
	for _, r := range c.IfNotYet {
		text += " | not yet " + r.Name
	}
	return text
}

func describeEvent(s Sentence) string {
	text := string(s.Verb)
	if s.Name.Name != "" {
		text += "(" + s.Name.Name + ")"
	}
	if s.For > 0 {
		text += " for " + s.For.String()
	}
	if s.Words > 0 {
		text += fmt.Sprint(" words ", s.Words)
	}
	if s.Warmth != "" {
		text += " " + s.Warmth
	}
	if s.Right > 0 {
		text += fmt.Sprint(" right ", s.Right)
	}
	for _, m := range s.Mods {
		text += " " + describeModifier(m)
	}
	return text
}

func describeModifier(m Modifier) string {
	switch m := m.(type) {
	case Before:
		return "before " + describeEvent(m.Of)
	case After:
		return "after " + describeEvent(m.Of)
	case NotAfter:
		return "not after " + describeEvent(m.Of)
	case Within:
		if m.Of == nil {
			return "within " + m.For.String() + " of start"
		}
		return "within " + m.For.String() + " of " + describeEvent(*m.Of)
	case InBeat:
		return "in " + m.Beat.Name
	case AtLeastTimes:
		return fmt.Sprint("at least ", m.N)
	case AtMostTimes:
		return fmt.Sprint("at most ", m.N)
	}
	return "?"
}

func describeMeasure(m Measure) string {
	switch m := m.(type) {
	case Speaks:
		return fmt.Sprint("speaks ", m)
	case EveryConversation:
		return fmt.Sprint("every conversation ", m)
	}
	return fmt.Sprintf("%T%v", m, m)
}

func describeOutcome(re Reaction) string {
	var all []string
	if re.Target.End {
		all = append(all, "end")
	} else if re.Target.Beat.Name != "" {
		all = append(all, re.Target.Beat.Name)
	}
	for _, e := range re.Effects {
		switch e := e.(type) {
		case ChangePatience:
			all = append(all, fmt.Sprint("patience ", e.By))
		case Complain:
			all = append(all, "complains "+e.To.Name)
		case Mishear:
			all = append(all, "mishears "+e.Fact)
		default:
			all = append(all, fmt.Sprintf("%T", e))
		}
	}
	return strings.Join(all, "; ")
}

func describeCoverage(c CoverageRule) string {
	text := fmt.Sprint(c.N, " ")
	if c.Value == "" {
		text += "different " + string(c.Facet)
	} else {
		text += string(c.Facet) + " " + c.Value
	}
	if len(c.Among) > 0 {
		text += " of " + strings.Join(c.Among, " ")
	}
	return text
}

func TestSentencesThatAuthorsWriteOtherwise(t *testing.T) {
	tests := []struct{ rule, sentence, want string }{
		{"and binds tighter than or", "says *a* or *b* and *c*", "says(a) / says(b) & says(c)"},
		{"events of two verbs are joined", "says *a* and holds", "says(a) & holds"},
		{"modifiers hold for all names of a verb", "says *a* or *b* before closes", "says(a) before closes / says(b) before closes"},
		{"several modifiers hold for the same event", "says *a* in *B* before says *c* at least 2 times",
			"says(a) in B before says(c) at least 2"},
		{"he is skipped before a verb", "he says *a*", "says(a)"},
		{"the agent is skipped before a verb", "the agent says *a* before the agent hangs up", "says(a) before closes"},
		{"Romanian de beside a number is skipped", "spune *a* în 45 de secunde de la început", "says(a) within 45s of start"},
		{"within may count from nothing, which is the start", "answers within 15 s", "answers within 15s of start"},
		{"within before a name is in", "spune *a* în *B*", "says(a) in B"},
		{"minutes and seconds add up", "is silent 1 min 30 s", "is silent for 1m30s"},
		{"Cyrillic and Latin units both count", "молчит 8 s", "is silent for 8s"},
		{"an Italian apostrophe ends a word", "trasferisce all'*Ufficio resi*", "transfers(Ufficio resi)"},
		{"cold without a name", "trasferisce a freddo", "transfers cold"},
		{"a verb without a name stands for any", "looks up before says *a*", "looks up before says(a)"},
		{"German verbs at the end of a long clause", "er *F* mit mindestens 5 richtig speichert", "files(F) right 5"},
		{"German hold at the end", "er länger als 60 s hält", "holds longer for 1m0s"},
		{"German silence at the end", "er 90 s nicht antwortet", "does not reply for 1m30s"},
		{"German anchors at the end", "sagt *a*, nachdem er mit *A* warm verbindet", "says(a) after transfers(A) warm"},
		{"two moods", "says *a*, if tense or angry", "says(a) | band tense | band angry"},
		{"two variants", "says *a*, in *v* or *w*", "says(a) | in v | in w"},
		{"curly apostrophes and dashes", "dice *a* entro 45 s dall’inizio", "says(a) within 45s of start"},
		{"a link is a name", "says [greeting](#greeting) before closes", "says(greeting) before closes"},
		{"a colleague is asked", "asks a colleague", "consults"},
	}
	for _, tt := range tests {
		if got, problems := describeSentence(tt.sentence, "en"); got != tt.want || len(problems) > 0 {
			t.Errorf("%s: %q = %q, want %q; problems %v", tt.rule, tt.sentence, got, tt.want, problems)
		}
	}
}

func TestSentencesThatCannotBeReadAreReportedAtTheWord(t *testing.T) {
	tests := []struct {
		rule, sentence, code string
		column               int
		text, suggestion     string
	}{
		{"a misspelt verb", "dise *a*", "S014", 3, `"dise"`, `"dice"`},
		{"a misspelt modifier", "says *a* befor says *b*", "S014", 12, `"befor"`, `"before"`},
		{"a verb without its name", "says something before closes", "S014", 8, "name in italics", "*name*"},
		{"a time without a unit", "says *a* within 45 of start", "S014", 19, "not a time", "45 s"},
		{"two languages in one sentence", "dice *a* before chiude", "S014", 12, `"before"`, "one language"},
		{"an anchor that is no event", "says *a* before *b*", "S014", 19, "", ""},
	}
	for _, tt := range tests {
		_, problems := describeSentence(tt.sentence, "en")
		if len(problems) != 1 {
			t.Errorf("%s: %q: %d problems, want 1: %v", tt.rule, tt.sentence, len(problems), problems)
			continue
		}
		p := problems[0]
		if string(p.Code) != tt.code || p.Column != tt.column || !strings.Contains(p.Message, tt.text) || !strings.Contains(p.Suggestion, tt.suggestion) {
			t.Errorf("%s: %q: %s at column %d: %s %s; want %s at %d with %s, %s",
				tt.rule, tt.sentence, p.Code, p.Column, p.Message, p.Suggestion, tt.code, tt.column, tt.text, tt.suggestion)
		}
	}
}

func TestEveryVerbAndHabitOfTheTableIsKnown(t *testing.T) {
	for _, prefix := range []string{"verb", "habit"} {
		for _, w := range wordsOf(prefix) {
			if verbs[w] == "" {
				t.Errorf("keyword %q means no verb", w)
			}
		}
	}
	if len(slices.Concat(wordsOf("verb"), wordsOf("habit"))) != len(verbs) {
		t.Errorf("verbs has %d words, the table %d", len(verbs), len(slices.Concat(wordsOf("verb"), wordsOf("habit"))))
	}
}
