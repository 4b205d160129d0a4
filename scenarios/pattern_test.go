package scenarios

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// patternAsRead shows a pattern as it was understood: items with their gap, alternatives in angle brackets.
func patternAsRead(e PatternExpr) string {
	var parts []string
	for _, part := range e.Parts {
		var items []string
		for i, item := range part.Items {
			var alternatives []string
			for _, sequence := range item.Alternatives {
				var atoms []string
				for _, a := range sequence {
					atoms = append(atoms, writtenAtom(a))
				}
				alternatives = append(alternatives, strings.Join(atoms, " "))
			}
			text := strings.Join(alternatives, "|")
			if len(alternatives) > 1 {
				text = "<" + text + ">"
			}
			if i > 0 {
				text = fmt.Sprintf("%d:%s", item.Gap, text)
			}
			items = append(items, text)
		}
		parts = append(parts, strings.Join(items, " "))
	}
	return strings.Join(parts, " + ")
}

func writtenAtom(a PatternAtom) string {
	slots := map[AtomKind]string{AtomAnyWord: "WORD", AtomNumber: "NUMBER", AtomDate: "DATE", AtomAmount: "AMOUNT"}
	text := slots[a.Kind] + a.Text
	switch {
	case a.Kind == AtomStem:
		text += "*"
	case a.Kind == AtomFact:
		text = "{" + text + "}"
	}
	if a.Exact {
		text = "=" + text
	}
	return text
}

func TestPatternsAreReadAsTheReferenceSays(t *testing.T) {
	tests := map[string]struct{ pattern, want string }{
		"words follow each other with the usual gap":    {"numero ordine", "numero 2:ordine"},
		"dots widen the gap":                            {"numero ... ordine", "numero 8:ordine"},
		"dots may touch the words":                      {"numero...ordine", "numero 8:ordine"},
		"one character for three dots":                  {"numero … ordine", "numero 8:ordine"},
		"plus joins parts in any order":                 {"a b + c", "a 2:b + c"},
		"a star makes a stem":                           {"rimbors*", "rimbors*"},
		"a slash joins alternatives":                    {"numero/codice", "<numero|codice>"},
		"a slash binds tighter than a blank":            {"buon giorno/pomeriggio", "buon 2:<giorno|pomeriggio>"},
		"a slash may have blanks around it":             {"giorno / sera", "<giorno|sera>"},
		"a blank binds tighter than a slash in a group": {"(in attesa/un minuto)", "<in attesa|un minuto>"},
		"a group of one":                                {"(in attesa)", "in attesa"},
		"a group among alternatives":                    {"subito/(in attesa/un minuto)", "<subito|in attesa|un minuto>"},
		"a fact":                                        {"{costo isole}", "{costo isole}"},
		"a fact in a group":                             {"({costo isole}/gratis)", "<{costo isole}|gratis>"},
		"slots in English":                              {"{word} {number} {date} {amount}", "WORD 2:NUMBER 2:DATE 2:AMOUNT"},
		"slots in Italian":                              {"(sono/qui) {parola}", "<sono|qui> 2:WORD"},
		"slots in Russian":                              {"меня зовут {слово}", "меня 2:зовут 2:WORD"},
		"slots in German":                               {"{Zahl} {Datum} {Betrag}", "NUMBER 2:DATE 2:AMOUNT"},
		"slots in Romanian":                             {"{cuvânt} {număr} {dată} {sumă}", "WORD 2:NUMBER 2:DATE 2:AMOUNT"},
		"quotation marks are exact":                     {`"numero verde"`, "=numero =verde"},
		"curly quotation marks":                         {"il “numero verde”", "il 2:=numero =verde"},
		"a quotation among alternatives":                {`centralino/"numero verde"`, "<centralino|=numero =verde>"},
		"an apostrophe stays in its word":               {"l'ordine", "l'ordine"},
		"a hyphen stays in its word":                    {"e-mail", "e-mail"},
		"numbers keep their separators":                 {"9,90 1.840", "9,90 2:1.840"},
		"decomposed letters are letters":                {"cafe\u0301", "cafe\u0301"},
		"the pattern of the reference":                  {"{giorni recesso} giorni + (consegna/ricev*/arriv*)", "{giorni recesso} 2:giorni + <consegna|ricev*|arriv*>"},
		"hard blanks are blanks":                        {"numero\u00a0ordine", "numero 2:ordine"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			expr, err := ParsePattern(tt.pattern)
			if got := patternAsRead(expr); err != nil || got != tt.want {
				t.Errorf("ParsePattern(%q) = %q, %v; want %q", tt.pattern, got, err, tt.want)
			}
		})
	}
}

func TestPatternErrorsSayWhereAndWhy(t *testing.T) {
	tests := []struct {
		pattern string
		offset  int
		cause   PatternCause
	}{
		{"", 0, PatternEmpty},
		{"   ", 3, PatternEmpty},
		{"piatti (rotti/rotto", 7, PatternBracketNotClosed},
		{"piatti rotti)", 12, PatternBracketNotOpened},
		{"(a (b/c))", 3, PatternNested},
		{"a ()", 3, PatternGroupEmpty},
		{"(a//b)", 3, PatternGroupEmpty},
		{"(a ... b)", 3, PatternSignInGroup},
		{"(a + b)", 3, PatternSignInGroup},
		{`il "numero`, 3, PatternQuoteNotClosed},
		{`""`, 0, PatternGroupEmpty},
		{`"numer*"`, 6, PatternSignInQuote},
		{`"a/b"`, 2, PatternSignInQuote},
		{"a {fatto", 2, PatternBracesNotClosed},
		{"a {fatto {altro}", 2, PatternBracesNotClosed},
		{"a {}", 2, PatternGroupEmpty},
		{"a}", 1, PatternSign},
		{"* a", 0, PatternStarAlone},
		{"rim*borso", 3, PatternStarInside},
		{"rim**", 3, PatternStarInside},
		{"... a", 0, PatternDotsAtEdge},
		{"a ...", 2, PatternDotsAtEdge},
		{"a ... + b", 2, PatternDotsAtEdge},
		{"a ... ... b", 2, PatternDotsAtEdge},
		{"+ a", 0, PatternPlusAtEdge},
		{"a +", 3, PatternPlusAtEdge},
		{"a + + b", 4, PatternPlusAtEdge},
		{"/a", 0, PatternSlashAtEdge},
		{"a/", 2, PatternSlashAtEdge},
		{"a / + b", 4, PatternSlashAtEdge},
		{"plat(e/es)", 4, PatternBlankMissing},
		{"(a/b)c", 5, PatternBlankMissing},
		{"come va?", 7, PatternSign},
		{"стоит 9,90 €", 11, PatternSign},
		{"a|b", 1, PatternSign},
		{"a - b", 2, PatternSign},
		{"fine.", 4, PatternSign},
		{strings.Repeat("a ", 201), 400, PatternTooLong},
		{strings.Repeat("a", 1001), 0, PatternTooLong},
	}
	for _, tt := range tests {
		_, err := ParsePattern(tt.pattern)
		var got *PatternError
		if !errors.As(err, &got) {
			t.Errorf("ParsePattern(%q) = %v, want a *PatternError", tt.pattern, err)
			continue
		}
		if got.Offset != tt.offset || got.Cause != tt.cause {
			t.Errorf("ParsePattern(%q) = %s at %d, want %s at %d", tt.pattern, got.Cause, got.Offset, tt.cause, tt.offset)
		}
	}
}

func TestEveryPatternErrorHasItsMessage(t *testing.T) {
	causes := []PatternCause{
		PatternEmpty, PatternTooLong, PatternBracketNotClosed, PatternBracketNotOpened, PatternNested, PatternGroupEmpty,
		PatternSignInGroup, PatternQuoteNotClosed, PatternSignInQuote, PatternBracesNotClosed, PatternStarAlone,
		PatternStarInside, PatternDotsAtEdge, PatternPlusAtEdge, PatternSlashAtEdge, PatternBlankMissing, PatternSign,
	}
	for _, cause := range causes {
		e := &PatternError{Offset: 6, Cause: cause, Sign: "?"}
		p := NewProblem(e.Code(), "en", Pos{}, e.Args(8))
		if p.Code != "P201" || p.Level != LevelError || strings.Contains(p.Message, "P201") || p.Suggestion == "" {
			t.Errorf("problem of cause %s = %+v, want a worded P201", cause, p)
		}
	}
	e := &PatternError{Offset: 6, Cause: PatternBracketNotClosed}
	if got, want := NewProblem(e.Code(), "en", Pos{}, e.Args(8)).Message, "A bracket is opened at column 14 and never closed."; got != want {
		t.Errorf("message = %q, want %q", got, want)
	}
}

func FuzzParsePattern(f *testing.F) {
	for _, seed := range []string{"(a/b c) ... d + e* \"f g\" {h}/i", "((", "…+", "\xff*", "a\u0301*/"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		expr, err := ParsePattern(text)
		if err != nil {
			var e *PatternError
			if !errors.As(err, &e) || e.Offset < 0 || e.Offset > len([]rune(text)) {
				t.Errorf("ParsePattern(%q) = %v", text, err)
			}
			return
		}
		atoms := 0
		for _, part := range expr.Parts {
			if len(part.Items) == 0 {
				t.Errorf("ParsePattern(%q) has an empty part", text)
			}
			for _, item := range part.Items {
				if len(item.Alternatives) == 0 {
					t.Errorf("ParsePattern(%q) has an empty item", text)
				}
				for _, sequence := range item.Alternatives {
					atoms += len(sequence)
				}
			}
		}
		if atoms == 0 || atoms > MaxPatternAtoms {
			t.Errorf("ParsePattern(%q) has %d atoms", text, atoms)
		}
	})
}
