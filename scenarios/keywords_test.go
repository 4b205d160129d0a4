package scenarios

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestEveryFormIsFoundByItsOwnText(t *testing.T) {
	number := regexp.MustCompile(`\bN( |%|$)`)
	sample := strings.NewReplacer("LANG", "de", "*x*", "*Name*", " X", " Rossi")
	for _, k := range keywords() {
		for _, lang := range keywordLanguages {
			for _, form := range k.forms[lang] {
				text := number.ReplaceAllString(sample.Replace(form), "3$1")
				found := lookupAll(string(k.id), text)
				if !slices.ContainsFunc(found, func(m match) bool { return m.lang == lang }) {
					t.Errorf("lookupAll(%q, %q) = %v, want a match in %s", k.id, text, found, lang)
				}
			}
		}
	}
}

func TestTableHasFiveLanguagesInEveryRow(t *testing.T) {
	if got, want := len(keywords()), 284; got != want {
		t.Errorf("the table has %d rows, want %d", got, want)
	}
	for _, k := range keywords() {
		for _, lang := range keywordLanguages {
			for _, form := range k.forms[lang] {
				if form == "" || strings.TrimSpace(form) != form {
					t.Errorf("%s in %s has the form %q", k.id, lang, form)
				}
			}
		}
	}
}

func TestKeywordsAreFoundAsWritersTypeThem(t *testing.T) {
	tests := map[string]struct {
		prefix, text string
		want         word
		holes        []string
	}{
		"any case":                              {"section", "CRITERI", "section.criteria", nil},
		"blanks inside are collapsed":           {"section", "Pass  mark", "section.pass-mark", nil},
		"a hard blank is a blank":               {"section", "Pass\u00a0mark", "section.pass-mark", nil},
		"a cedilla is a comma below":            {"verb", "ţine în aşteptare mai mult de 60 s", "verb.holds-longer", []string{"60 s"}},
		"decomposed letters are composed":       {"label", "Ca\u0302nd", "label.when", nil},
		"yo is read as ye":                      {"verb", "кладет трубку", "verb.hangs-up", nil},
		"a comma inside may be left out":        {"marker", "engine then trainer", "marker.both", nil},
		"si without its accent":                 {"value", "si", "value.yes", nil},
		"a curly apostrophe":                    {"mod", "dall’", "mod.from", nil},
		"a number":                              {"label", "Almeno 2 tra", "label.at-least-n-of", []string{"2"}},
		"a measure's limit after its name":      {"measure", "understood at least 80%", "measure.understood", []string{"80"}},
		"a measure's limit before its name":     {"measure", "mindestens 80% verstanden", "measure.understood", []string{"80"}},
		"a percent sign after a blank":          {"measure", "понятно не меньше 80 %", "measure.understood", []string{"80"}},
		"another word for the limit":            {"measure", "tempo in attesa non più di 60 s", "measure.hold-time", []string{"60 s"}},
		"any unit of time":                      {"measure", "Haltezeit höchstens 2 Minuten", "measure.hold-time", []string{"2 Minuten"}},
		"two units of time":                     {"measure", "hold time at most 1 min 30 s", "measure.hold-time", []string{"1 min 30 s"}},
		"the Romanian de beside a number":       {"verb", "tace 45 de secunde", "verb.is-silent", []string{"45 de secunde"}},
		"de already in the form":                {"verb", "vorbește mai mult de 40 de cuvinte", "verb.speaks-longer", []string{"40"}},
		"Latin units in Russian":                {"verb", "молчит 8 s", "verb.is-silent", []string{"8 s"}},
		"Russian words agree with their number": {"verb", "говорит дольше 41 слово", "verb.speaks-longer", []string{"41"}},
		"a language by name":                    {"measure", "говорит по-английски не менее 80%", "measure.speaks", []string{"en", "80"}},
		"a language by code":                    {"measure", "parla fr almeno 80%", "measure.speaks", []string{"fr", "80"}},
		"a language in a label":                 {"line", "wenn auf Deutsch", "line.if-language", []string{"de"}},
		"a phrase in a label":                   {"line", "se *Saluto iniziale*", "line.if-said", []string{"Saluto iniziale"}},
		"free text keeps its case":              {"tag", "usual for Rossi S.p.A.", "tag.usual-for", []string{"Rossi S.p.A."}},
		"a cue":                                 {"cue", "(печатает 4 с)", "cue.typing", []string{"4 с"}},
		"a competence":                          {"pass", "Kompetenz *Zuhören* mindestens 60%", "pass.competence", []string{"Zuhören", "60"}},
		"a placeholder":                         {"slot", "{parola}", "slot.word", nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, _, holes, ok := lookup(tt.prefix, tt.text)
			if !ok || got != tt.want || !slices.Equal(holes, tt.holes) {
				t.Errorf("lookup(%q, %q) = %q %q %v, want %q %q", tt.prefix, tt.text, got, holes, ok, tt.want, tt.holes)
			}
		})
	}
}

func TestAccentsCount(t *testing.T) {
	if w, _, _, ok := lookup("label", "Cand"); ok {
		t.Errorf("lookup of Cand = %q, want nothing", w)
	}
	if got, want := nearest("label", "Cand"), "Când"; got != want {
		t.Errorf("nearest(label, Cand) = %q, want %q", got, want)
	}
}

func TestLongestFormWins(t *testing.T) {
	tests := []struct {
		prefix, lang, text string
		want               word
		rest               string
	}{
		{"verb", "it", "non risponde 90 s", "verb.does-not-reply", ""},
		{"habit", "ro", "spune ceva util dar nelalocul lui -> x", "habit.out-of-place", " -> x"},
		{"verb", "ro", "spune *a* sau *b*", "verb.says", " *a* sau *b*"},
		{"verb", "ru", "говорит дольше 40 слов", "verb.speaks-longer", ""},
		{"verb", "ru", "говорит *привет*", "verb.says", " *привет*"},
		{"verb", "it", "mette in attesa più di 60 s", "verb.holds-longer", ""},
		{"verb", "it", "trasferisce all'*Ufficio*", "verb.transfers", " all'*Ufficio*"},
		{"join.to", "it", "all'*Ufficio*", "join.to", "*Ufficio*"},
		{"mod.from", "it", "dall’inizio", "mod.from", "inizio"},
		{"verb", "de", "  nimmt an innerhalb von 15 s", "verb.answers", " innerhalb von 15 s"},
		{"mod.not-after", "en", "not after closes", "mod.not-after", " closes"},
		{"num.at-least", "ro", "cel puțin de 2 ori", "num.at-least", " de 2 ori"},
		{"timer", "ro", "prima risposta entro 45 s", "", "prima risposta entro 45 s"},
	}
	for _, tt := range tests {
		got, n, _, _ := longestAt(tt.prefix, tt.text, tt.lang)
		if got != tt.want || tt.text[n:] != tt.rest {
			t.Errorf("longestAt(%q, %q) = %q, rest %q; want %q, rest %q", tt.prefix, tt.text, got, tt.text[n:], tt.want, tt.rest)
		}
	}
}

func TestFormEndsWithTheWord(t *testing.T) {
	for _, text := range []string{"saysx *a*", "says-so", "dicembre"} {
		if w, _, _, ok := longestAt("verb", text, ""); ok {
			t.Errorf("longestAt(verb, %q) = %q, want nothing", text, w)
		}
	}
}

func TestWordWithTwoMeaningsGivesBoth(t *testing.T) {
	var got []word
	for _, m := range lookupAll("timer", "risposta") {
		got = append(got, m.word)
	}
	if want := []word{"timer.answer", "timer.reply"}; !slices.Equal(got, want) {
		t.Errorf("lookupAll(timer, risposta) = %q, want %q", got, want)
	}
}

func TestNearestOffersWhatWasMeant(t *testing.T) {
	tests := []struct{ prefix, text, want string }{
		{"section", "Conversazioni", "Conversazione"},
		{"label", "Puntegio", "Punti"},
		{"expect", "Puntegio", "Punteggio"},
		{"section", "Critera", "Criteria"},
		{"section", "Недопустимо", ""},
		{"section", "Something else", ""},
		{"label", "", ""},
		{"value", "xx", ""},
		{"script", "agent dose", "agent does"},
	}
	for _, tt := range tests {
		if got := nearest(tt.prefix, tt.text); got != tt.want {
			t.Errorf("nearest(%q, %q) = %q, want %q", tt.prefix, tt.text, got, tt.want)
		}
	}
}

func TestDurationsTakeAnyUnit(t *testing.T) {
	tests := map[string]time.Duration{
		"45 s": 45 * time.Second, "45s": 45 * time.Second, "2 minuti": 2 * time.Minute, "1 min 30 s": 90 * time.Second,
		"10 с": 10 * time.Second, "3 часа": 3 * time.Hour, "45 de secunde": 45 * time.Second, "2 Tage": 48 * time.Hour,
		"": 0, "s": 0, "45": 0, "1,5 min": 0, "99999999999 s": 0, "100000000 h": 0, "-3 s": 0,
	}
	for text, want := range tests {
		if got, ok := durationOf(text); got != want || ok != (want > 0) {
			t.Errorf("durationOf(%q) = %v, %v; want %v", text, got, ok, want)
		}
	}
}

func TestPreferredFormComesFirst(t *testing.T) {
	tests := []struct{ id, lang, want string }{
		{"section.timers", "ru", "Время"}, {"verb.transfers", "en", "transfers to"}, {"verb.says", "fr", "says"}, {"no.such", "en", ""},
	}
	for _, tt := range tests {
		if got := Keyword(tt.id, tt.lang); got != tt.want {
			t.Errorf("Keyword(%q, %q) = %q, want %q", tt.id, tt.lang, got, tt.want)
		}
	}
}

func FuzzLongestAt(f *testing.F) {
	f.Add("verb", "trasferisce all'*Ufficio*", "it")
	f.Add("measure", "1 min 30 s", "")
	f.Add("tag", "usual for \u0301\xff", "en")
	f.Fuzz(func(t *testing.T, prefix, text, lang string) {
		for _, m := range matchesAt(prefix, text, lang) {
			if m.n <= 0 || m.n > len(text) {
				t.Errorf("matchesAt(%q, %q) took %d bytes", prefix, text, m.n)
			}
		}
		lookupAll(prefix, text)
		nearest(prefix, text)
	})
}
