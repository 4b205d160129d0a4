package language

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"proba/scenarios"
)

// notation is a fact with a reply that holds it, or a value near it; testdata/facts/README.md explains the files.
type notation struct {
	language, kind, value, text string
	there                       bool
}

func notations(t *testing.T) []notation {
	t.Helper()
	names, err := filepath.Glob("testdata/facts/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no files of facts: %v", err)
	}
	var all []notation
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		now := notation{language: strings.TrimSuffix(filepath.Base(name), ".txt")}
		for _, line := range strings.Split(strings.TrimSpace(string(content)), "\n") {
			mark, rest, ok := strings.Cut(line, " ")
			switch {
			case ok && mark == "#":
				now.kind, now.value, _ = strings.Cut(rest, " ")
			case ok && (mark == "+" || mark == "-") && now.value != "":
				now.there, now.text = mark == "+", rest
				all = append(all, now)
			default:
				t.Fatalf("%s: %q is no line of facts", name, line)
			}
		}
	}
	return all
}

// TestFactsInEveryNotation hears each value as people write and say it, without taking it for a contradiction of itself, and
// does not hear it in a value near it.
func TestFactsInEveryNotation(t *testing.T) {
	seen, recognisers := map[string]int{}, map[string]*Recogniser{}
	for _, n := range notations(t) {
		r := recognisers[n.language]
		if r == nil {
			p := scenarios.Phrase{Name: "p", Languages: []string{n.language}, Facts: []scenarios.Ref{{Name: "f"}}}
			var err error
			if r, err = New([]scenarios.Phrase{p}, Options{Languages: []string{n.language}}); err != nil {
				t.Fatal(err)
			}
			recognisers[n.language] = r
		}
		reading := r.read(Reply{Text: n.text, Typed: true, Facts: map[string]string{"f": n.value}, Today: "2026-03-12"})
		check := r.checkFact("f", reading)
		seen[n.language+" "+n.kind]++
		switch {
		case n.there && !check.present:
			t.Errorf("%s: %s is not found in %q", n.language, n.value, n.text)
		case n.there && !check.fine:
			t.Errorf("%s: %q contradicts %s in %q", n.language, check.found, n.value, n.text)
		case !n.there && check.present:
			t.Errorf("%s: %s is found in %q", n.language, n.value, n.text)
		}
	}
	for _, code := range []string{"it", "ro", "ru", "en", "de"} {
		for _, kind := range []string{"time", "amount", "percent", "date", "duration", "number", "phone", "reference", "range", "text"} {
			if seen[code+" "+kind] < 5 {
				t.Errorf("%s: only %d notations of a fact of kind %s", code, seen[code+" "+kind], kind)
			}
		}
	}
}

// TestFactsKeepTheirKind reads the values of the files as the kind they are listed under.
func TestFactsKeepTheirKind(t *testing.T) {
	for _, n := range notations(t) {
		got := ParseValue(n.value, n.language).Kind
		if string(got) != n.kind && !(n.kind == "phone" && (got == KindReference || got == KindText)) {
			t.Errorf("%s: %q is read as %s, want %s", n.language, n.value, got, n.kind)
		}
	}
}

// TestHostileValuesTakeLittleTime looks for facts of every kind in four kilobytes of words that count.
func TestHostileValuesTakeLittleTime(t *testing.T) {
	facts := map[string]string{"a": "2222222222222222", "b": "VX-204-77", "c": "19:30", "d": "45 €", "e": "90 minuti", "f": "9 ottobre", "g": "+39 02 6700 7700"}
	for _, text := range []string{"due ", "3 ", "venti due ", "V come Venezia ", "alle sette e mezza ", "due euro e mezzo ", "il nove ", "doppio "} {
		began := time.Now()
		reading := read(Reply{Text: strings.Repeat(text, 4096/len(text)), Typed: true, Facts: facts}, []string{"it"})
		for name := range facts {
			reading.where(reading.facts[name])
		}
		if took := time.Since(began); took > 2*time.Second {
			t.Errorf("%q again and again takes %v", text, took)
		}
	}
}

// TestNotationsOfOneFactHoldNoOther takes each notation of a value for all other values of its kind in the language: it holds
// none of them. Times half a day apart are said alike, and "the 9th" is one of any month.
func TestNotationsOfOneFactHoldNoOther(t *testing.T) {
	all := notations(t)
	values := map[string][]string{}
	for _, n := range all {
		key := n.language + " " + n.kind
		if !slices.Contains(values[key], n.value) {
			values[key] = append(values[key], n.value)
		}
	}
	for _, n := range all {
		if !n.there {
			continue
		}
		for _, other := range values[n.language+" "+n.kind] {
			right, wrong := ParseValue(n.value, n.language), ParseValue(other, n.language)
			if right.Equal(wrong) || alike(right, wrong) {
				continue
			}
			reading := read(Reply{Text: n.text, Typed: true, Facts: map[string]string{"f": other}, Today: "2026-03-12"}, []string{n.language})
			if from, to := reading.where(reading.facts["f"]); from >= 0 {
				t.Errorf("%s: %s, a notation of %s, holds %s in %q", n.language, n.text, n.value, other, reading.folded(from, to))
			}
		}
	}
}

// alike tells that two values are said alike without being one.
func alike(a, b Value) bool {
	const half = 12 * 60 * scale
	return a.Kind == KindTime && (a.Number-b.Number)%half == 0 || a.Kind == KindDate && a.Day == b.Day
}

// FuzzFacts looks for facts of every kind in any text; nothing it finds lies outside.
func FuzzFacts(f *testing.F) {
	for _, text := range []string{"alle sette meno venti", "1h30 e 2 k", "V come Venezia doppio 7", "pol полвосьмого без", "a quarter to", "due euro e", "9-го числа", "1.5k 07:30pm", "ten (10", "минут"} {
		f.Add(text)
	}
	facts := map[string]string{
		"a": "2047", "b": "VX-204-77", "c": "19:30", "d": "45 €", "e": "90 minuti", "f": "9 ottobre", "g": "+39 02 6700 7700", "h": "2,5 %", "i": "4-6 giorni",
		"j": "14 maggio alle 10:30", "k": "domani", "l": "Rossi", "m": "a@b.it", "n": "АВ-1234",
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, code := range tongueCodes {
			r := read(Reply{Text: text, Typed: true, Facts: facts, Today: "2026-03-12"}, []string{code})
			for name := range facts {
				from, to := r.where(r.facts[name])
				if from >= 0 && (from >= to || to > len(r.tokens)) {
					t.Errorf("%s: %s found at [%d,%d) of %d words", code, name, from, to, len(r.tokens))
				}
			}
			for _, found := range r.meant().all {
				if found.from < 0 || found.from >= found.to || found.to > len(r.tokens) {
					t.Errorf("%s: %+v lies outside of %d words", code, found, len(r.tokens))
				}
			}
			partsOf(text, code)
		}
	})
}
