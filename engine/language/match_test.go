package language

import (
	"strings"
	"testing"
	"time"
)

func TestPatternsMatchAsWritten(t *testing.T) {
	tests := []struct {
		name, pattern, text string
		typed               bool
		want                Verdict
	}{
		{"two words between", "numero ordine", "il numero del suo ordine", true, Certain},
		{"three words between are too many", "numero ordine", "il numero che ha il ordine", true, No},
		{"eight words after dots", "numero ... ordine", "il numero che trova scritto in alto sulla mail di ordine", true, Certain},
		{"nine words are too many", "numero ... ordine", "il numero che trova scritto in alto sulla prima mail di ordine", true, No},
		{"order counts", "numero ordine", "ordine numero", true, No},
		{"parts in any order", "numero + ordine", "ordine numero", true, Certain},
		{"parts in one sentence only", "numero + ordine", "Ecco il numero. Ecco il ordine.", true, No},
		{"a stem", "rimbors*", "Le rimborseremo tutto", true, Certain},
		{"a group of words", "(in attesa/un minuto)", "resti un solo minuto", true, Certain},
		{"quotation marks want neighbours", `"numero verde"`, "numero molto verde", true, No},
		{"quotation marks", `"numero verde"`, "il Numero Verde è gratis", true, Certain},
		{"a typing error", "spedizione", "la spedizone parte", true, Certain},
		{"no tolerance in speech", "spedizione", "la spedizone parte", false, No},
		{"no tolerance in quotation marks", `"spedizione"`, "la spedizone parte", true, No},
		{"no tolerance in short words", "reso", "il resa", true, No},
		{"figures match words", "3 giorni", "tre giorni", true, Certain},
		{"words match figures", "tre giorni", "3 giorni", true, Certain},
		{"a slot", "sono {parola} del servizio", "sono Anna del servizio", true, Certain},
		{"an amount", "costa {importo}", "costa 9,90 €", true, Certain},
		{"a date", "entro il {data}", "entro il 12 marzo 2026", true, Certain},
		{"a number", "{numero} pezzi", "mandi quattro pezzi", true, Certain},
		{"a look-alike letter is not certain", "rimborso", "il rimbоrso", true, Unsure},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := hearOne(t, "it", []string{tt.pattern}, Reply{Text: tt.text, Typed: tt.typed}); got.Verdict != tt.want {
				t.Errorf("Hear(%q) for %q = %+v, want %s", tt.text, tt.pattern, got, tt.want)
			}
		})
	}
}

func TestLeftmostThenShortestIsTheEvidence(t *testing.T) {
	got := hearOne(t, "it", []string{"numero ... ordine"}, Reply{Text: "È il numero, il numero ordine o ordine", Typed: true})
	if want := "numero, il numero ordine"; got.Words != want || got.Span != [2]int{5, 29} {
		t.Errorf("evidence = %q at %v, want %q", got.Words, got.Span, want)
	}
}

func TestNearMissTellsWhatWasFound(t *testing.T) {
	got := hearOne(t, "it", []string{"{numero} giorni + (consegna/ricev*)"}, Reply{Text: "Ha 14 giorni di tempo.", Typed: true})
	if got.Verdict != No || got.Nearness != 2 || got.Words != "14 giorni" {
		t.Errorf("near miss = %+v, want 14 giorni with nearness 2", got)
	}
}

func TestHostilePatternsTakeLinearTime(t *testing.T) {
	pattern := strings.Repeat("a* ... ", 60) + "z"
	start := time.Now()
	got := hearOne(t, "it", []string{pattern}, Reply{Text: strings.Repeat("a ", 2000), Typed: true})
	if took := time.Since(start); got.Verdict != No || took > 5*time.Second {
		t.Errorf("Hear = %s after %v, want no within five seconds", got.Verdict, took)
	}
}
