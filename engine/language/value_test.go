package language

import "testing"

func TestValuesCompareByTypeInEveryHabit(t *testing.T) {
	tests := []struct {
		language, a, b string
		want           bool
	}{
		{"it", "9,90 €", "€ 9.90", true},
		{"it", "9,90 €", "nove euro e novanta", true},
		{"it", "9,90 €", "9 euro e 90 centesimi", true},
		{"it", "9,90 €", "9,90", true},
		{"it", "9,90 €", "5,90 €", false},
		{"it", "20 €", "20", false},
		{"it", "9,90 €", "9,90 $", false},
		{"it", "1.840", "1840", true},
		{"en", "1.840", "1840", false},
		{"en", "1,840", "1840", true},
		{"ro", "1.840,50 lei", "1840,50 lei", true},
		{"ro", "250 de lei", "două sute cincizeci de lei", true},
		{"ru", "2500 рублей", "две тысячи пятьсот рублей", true},
		{"ru", "21", "двадцать один", true},
		{"de", "205 Euro", "zweihundertfünf Euro", true},
		{"de", "23", "dreiundzwanzig", true},
		{"fr", "99 euros", "quatre-vingt-dix-neuf euros", true},
		{"fr", "75", "soixante-quinze", true},
		{"es", "29", "veintinueve", true},
		{"it", "243", "duecentoquarantatré", true},
		{"it", "4-6 giorni", "da 4 a 6 giorni", true},
		{"it", "4-6 giorni", "quattro-sei giorni", true},
		{"en", "4-6 days", "from four to six days", true},
		{"it", "3 giorni", "72 ore", true},
		{"it", "3 giorni", "3 mesi", false},
		{"it", "12 marzo 2026", "2026-03-12", true},
		{"it", "12.03.2026", "12/3/2026", true},
		{"en", "March 12, 2026", "12 March 2026", true},
		{"ru", "12 марта 2026 г.", "2026-03-12", true},
		{"it", "20 %", "venti per cento", true},
		{"en", "14:30", "2:30 pm", true},
		{"it", "LR-20417", "lr 20417", true},
		{"it", "LR-20417", "LR 20418", false},
		{"it", "+39 02 123.4567", "+39021234567", true},
		{"it", "danni@lario.example", "Danni@Lario.example", true},
		{"it", "  in Carico. ", "in carico", true},
		{"it", "in carico", "chiuso", false},
		{"it", "", "", true},
		{"it", "Euro 45", "45 €", true},
		{"de", "14 Uhr", "14:00", true},
		{"de", "halb acht abends", "19:30", true},
		{"de", "halb acht", "7:30", false}, // may be meant in two ways: a text
		{"it", "un'ora e mezza", "90 minuti", true},
		{"ru", "полторы тысячи рублей", "1500 рублей", true},
		{"it", "02 1234567", "+39 02 1234567", true},
	}
	for _, tt := range tests {
		a, b := ParseValue(tt.a, tt.language), ParseValue(tt.b, tt.language)
		if got := a.Equal(b); got != tt.want {
			t.Errorf("%s: ParseValue(%q).Equal(%q) = %v, want %v (%+v, %+v)", tt.language, tt.a, tt.b, got, tt.want, a, b)
		}
		if got := b.Equal(a); got != tt.want {
			t.Errorf("%s: ParseValue(%q).Equal(%q) = %v, want %v", tt.language, tt.b, tt.a, got, tt.want)
		}
	}
}

func TestNumberWordsToTenThousand(t *testing.T) {
	tests := []struct {
		language, text string
		want           int64
	}{
		{"it", "novemilanovecentonovantanove", 9999},
		{"it", "mille", 1000},
		{"it", "centotto", 108},
		{"it", "trentuno", 31},
		{"ro", "nouă mii nouă sute nouăzeci și nouă", 9999},
		{"ro", "o mie două sute", 1200},
		{"ru", "девять тысяч девятьсот девяносто девять", 9999},
		{"ru", "сто пять", 105},
		{"en", "nine thousand nine hundred and ninety-nine", 9999},
		{"en", "a hundred and five", 105},
		{"de", "neuntausendneunhundertneunundneunzig", 9999},
		{"de", "eintausendfünf", 1005},
		{"fr", "neuf mille neuf cent quatre-vingt-dix-neuf", 9999},
		{"fr", "vingt et un", 21},
		{"es", "nueve mil novecientos noventa y nueve", 9999},
	}
	for _, tt := range tests {
		if got := ParseValue(tt.text, tt.language); got.Kind != KindNumber || got.Number != tt.want*scale {
			t.Errorf("ParseValue(%q, %s) = %+v, want %d", tt.text, tt.language, got, tt.want)
		}
	}
}
