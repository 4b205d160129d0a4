package language

import (
	"testing"

	"proba/scenarios"
)

// TestFactsInOtherNotations hears a fact in the forms people write and say, and refuses what only looks like it.
func TestFactsInOtherNotations(t *testing.T) {
	tests := []struct {
		language, fact, text string
		there                bool
	}{
		{"it", "14 maggio", "Visita rimandata al 14/5, stessa ora.", true},
		{"it", "14 maggio", "sposto la vista al 14 magio", true},
		{"it", "14 maggio", "Visita rimandata al 15/5, stessa ora.", false},
		{"ro", "25 iunie", "Scadenta e 25.06.", true},
		{"ro", "25 iunie", "termenu de plata e 25 iuni", true},
		{"ro", "25 iunie", "Costă 25,06 lei.", false},
		{"ru", "06:40", "Вылетаете в 6.40 утра.", true},
		{"ru", "06:40", "Вылетаете в 6.40 вечера.", false},
		{"it", "15:00", "Il check in si fa dalle 3 del pomeriggio.", true},
		{"it", "15:00", "Il check in si fa dalle 3 del mattino.", false},
		{"en", "15:00", "You can come at three in the afternoon.", true},
		{"de", "15:00", "Kommen Sie um drei Uhr nachmittags.", true},
		{"ru", "58213", "Диктую номер: пять, восемь, два, один, три.", true},
		{"ru", "58213", "Заявочка ваша № 582-13.", true},
		{"en", "58213", "Your number is five eight two one four.", false},
		{"en", "£49", "That's 49 quid.", true},
		{"en", "15:30", "Come at half past three.", true},
		{"en", "15:30", "Come at half past four.", false},
		{"en", "15:30", "Come at half past three in the morning.", false},
		{"en", "30 minutes", "It takes half an hour.", true},
		{"en", "two weeks", "You'll have it in a fortnight.", true},
		{"it", "15:30", "L'aspettiamo alle tre e mezza del pomeriggio.", true},
		{"it", "15:30", "L'aspettiamo alle quindici e trenta.", true},
		{"it", "15:00", "L'aspettiamo alle quindici.", true},
		{"it", "15:00", "L'aspettiamo alle sedici.", false},
		{"it", "15:00", "Ho quindici camere libere.", false},
		{"it", "30 minuti", "Ci vuole mezz'ora.", true},
		{"de", "15:30", "Kommen Sie um halb vier.", true},
		{"de", "15:30", "Kommen Sie um 15 Uhr 30.", true},
		{"de", "15:00", "Kommen Sie um 16 Uhr.", false},
		{"de", "30 Minuten", "Das dauert eine halbe Stunde.", true},
		{"ro", "15:30", "Vă așteptăm la trei și jumătate.", true},
		{"ro", "15:00", "Vă așteptăm la ora 15.", true},
		{"ru", "15:00", "Приходите в 15 часов.", true},
		{"ru", "24 часа", "Подождите сутки.", true},
		{"ru", "24 часа", "Подождите полчаса.", false},
		{"en", "5 May", "It starts on the fifth of May.", true},
		{"en", "25 May", "It starts on the twenty-fifth of May.", true},
		{"en", "5 May", "It starts on the sixth of May.", false},
		{"de", "25. Mai", "Am fünfundzwanzigsten Mai.", true},
		{"de", "3. Mai", "Am dritten Mai.", true},
		{"ru", "5 мая", "Приходите пятого мая.", true},
		{"ru", "25 июня", "Оплатите до двадцать пятого июня.", true},
		{"ru", "25 июня", "Оплатите до двадцать шестого июня.", false},
		{"it", "13 marzo 2026", "Le rispondiamo domani.", true},
		{"it", "13 marzo 2026", "Le rispondiamo dopodomani.", false},
		{"en", "14 March 2026", "You will have it the day after tomorrow.", true},
		{"ro", "15 martie 2026", "Vă sunăm peste 3 zile.", true},
		{"de", "13. März 2026", "Der Techniker kommt am Freitag.", true},
		{"ru", "19 марта 2026", "Мастер придёт в четверг.", true},
		{"ru", "12 марта 2026", "Мастер придёт в четверг.", false},
	}
	for _, tt := range tests {
		r, err := New([]scenarios.Phrase{{Name: "p", Languages: []string{tt.language}}}, Options{Languages: []string{tt.language}})
		if err != nil {
			t.Fatal(err)
		}
		reading := r.read(Reply{Text: tt.text, Typed: true, Facts: map[string]string{"f": tt.fact}, Today: "2026-03-12"})
		if at, _ := reading.where(reading.facts["f"]); (at >= 0) != tt.there {
			t.Errorf("%s in %q: found %v, want %v", tt.fact, tt.text, at >= 0, tt.there)
		}
	}
}

func TestWithoutAClockTomorrowIsNoDate(t *testing.T) {
	r, err := New([]scenarios.Phrase{{Name: "p", Languages: []string{"en"}}}, Options{Languages: []string{"en"}})
	if err != nil {
		t.Fatal(err)
	}
	reading := r.read(Reply{Text: "See you tomorrow.", Typed: true, Facts: map[string]string{"f": "13 March 2026"}})
	if at, _ := reading.where(reading.facts["f"]); at >= 0 {
		t.Errorf("found at %d without a clock", at)
	}
}

// TestFactsSeenFromToday compares facts written as days from today with what is said, as dates, where the day is known.
func TestFactsSeenFromToday(t *testing.T) {
	tests := []struct {
		language, fact, today, text string
		there                       bool
	}{
		{"en", "tomorrow", "2026-03-12", "You will have it on Friday.", true},
		{"en", "tomorrow", "2026-03-12", "You will have it on 13 March.", true},
		{"en", "tomorrow", "2026-03-12", "You will have it tomorrow.", true},
		{"en", "tomorrow", "2026-03-12", "You will have it on 14 March.", false},
		{"en", "tomorrow", "", "You will have it tomorrow.", true},
		{"en", "tomorrow", "", "You will have it on 13 March.", false},
		{"it", "dopodomani", "2026-03-12", "Arriva sabato.", true},
		{"it", "dopodomani", "2026-03-12", "Arriva tra due giorni.", true},
		{"it", "dopodomani", "2026-03-12", "Arriva venerdì.", false},
		{"ru", "послезавтра", "2026-03-12", "Курьер будет в субботу, 14 марта.", true},
		{"ro", "mâine", "2026-03-12", "Curierul vine vineri.", true},
		{"de", "übermorgen", "2026-03-12", "Er kommt in zwei Tagen.", true},
		{"de", "übermorgen", "2026-03-12", "Er kommt in drei Tagen.", false},
	}
	for _, tt := range tests {
		reading := read(Reply{Text: tt.text, Typed: true, Facts: map[string]string{"f": tt.fact}, Today: tt.today}, []string{tt.language})
		if at, _ := reading.where(reading.facts["f"]); (at >= 0) != tt.there {
			t.Errorf("%s on %q in %q: found %v, want %v", tt.fact, tt.today, tt.text, at >= 0, tt.there)
		}
	}
}
