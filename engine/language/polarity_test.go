package language

import (
	"testing"

	"proba/scenarios"
)

// saidSo is a phrase of these examples and counter-examples in one language.
func saidSo(language string, examples, not []string) scenarios.Phrase {
	p := scenarios.Phrase{Name: "p", Languages: []string{language}}
	for _, s := range examples {
		p.Examples = append(p.Examples, scenarios.Utterance{Text: s})
	}
	for _, s := range not {
		p.Not = append(p.Not, scenarios.Utterance{Text: s})
	}
	return p
}

func passportPhrase() scenarios.Phrase {
	return saidSo("ru", []string{
		"До какого числа действует ваш загранпаспорт?", "Когда заканчивается ваш загранпаспорт?", "Скажите срок действия загранпаспорта.",
		"Проверьте, пожалуйста, до какого года у вас паспорт.", "А паспорт у вас не заканчивается в этом году?",
		"Какой срок действия указан в загранпаспорте?",
	}, []string{"Паспорт мы отправим почтой.", "Возьмите паспорт с собой."})
}

func lowerBillPhrase() scenarios.Phrase {
	return saidSo("en", []string{
		"Your next bill will be lower, I guarantee it.", "I promise you'll pay less next month.", "Next month's bill is going to be lower, I promise.",
		"You'll see a smaller bill next time, that's certain.", "Don't worry, from March your bill goes down for sure.",
		"I assure you the next one will be cheaper.",
	}, []string{"Your bill is due on Friday.", "I can look at your bill."})
}

func noCostPhrase() scenarios.Phrase {
	return saidSo("de", []string{
		"Es kommen keine weiteren Kosten auf Sie zu.", "Sie zahlen nichts extra, versprochen.", "Weitere Gebühren entstehen Ihnen nicht.",
		"Mehr als den Monatspreis zahlen Sie nicht.", "Da kommt nichts mehr dazu.", "Zusätzliche Kosten gibt es keine.",
	}, []string{"Die Kosten stehen auf der Rechnung.", "Das kostet zehn Euro extra."})
}

func blockPhrase() scenarios.Phrase {
	return saidSo("it", []string{
		"Sto bloccando la carta proprio adesso.", "La sua carta è bloccata, nessuno può usarla.", "Procedo con il blocco immediato della tessera.",
		"Ho appena disattivato la carta.", "Metto subito il blocco sulla carta di credito.", "Le blocco la carta da qui.",
	}, []string{"Vuole bloccare la carta?", "Sblocco la carta subito."})
}

func indexPhrase() scenarios.Phrase {
	return saidSo("ro", []string{
		"Îmi spuneți indexul contorului, vă rog?", "Am nevoie de indexul de pe contor.", "Care este indexul actual al contorului?",
		"Vă rog să-mi citiți indexul de pe contor.", "Trimiteți-ne indexul contorului.", "Spuneți-mi ce index arată contorul.",
	}, []string{"Contorul este al dumneavoastră.", "Am primit indexul."})
}

// TestPolarityOfReplies hears real replies that deny, report or hand over an act, or only look as if they did.
func TestPolarityOfReplies(t *testing.T) {
	tests := []struct {
		name     string
		language string
		phrase   scenarios.Phrase
		text     string
		want     []Verdict
	}{
		{"needless, in the words of an example", "ru", passportPhrase(), "Мне незачем, раз вы летите по России, знать, до какого числа действует ваш загранпаспорт.", []Verdict{No, Unsure}},
		{"asked by others, in the words of an example", "ru", passportPhrase(), "На границе вас спросят, до какого числа действует ваш загранпаспорт?", []Verdict{No, Unsure}},
		{"a polite idiom", "ru", passportPhrase(), "Если не возражаете, скажите срок действия загранпаспорта.", []Verdict{Likely}},
		{"a promise refused", "en", lowerBillPhrase(), "I can't promise your next bill will be lower.", []Verdict{No}},
		{"the contrary", "en", lowerBillPhrase(), "Your next bill will not be lower.", []Verdict{No, Unsure}},
		{"no doubt", "en", lowerBillPhrase(), "No doubt about it, your next bill will be lower.", []Verdict{Likely}},
		{"promise of a negative statement refused", "de", noCostPhrase(), "Dass keine weiteren Kosten entstehen, kann ich Ihnen nicht versprechen.", []Verdict{No, Unsure}},
		{"a negative statement affirmed", "de", noCostPhrase(), "Es kommen weitere Kosten auf Sie zu.", []Verdict{No, Unsure}},
		{"a negative statement", "de", noCostPhrase(), "Kein Thema, weitere Kosten entstehen Ihnen nicht.", []Verdict{Likely}},
		{"a negator far away", "it", blockPhrase(), "Senza la denuncia firmata io non sono assolutamente in grado di bloccare la carta.", []Verdict{No, Unsure}},
		{"only imagined", "it", blockPhrase(), "Se lei me lo confermasse, potrei bloccare la carta.", []Verdict{No, Unsure}},
		{"an idiom before it", "it", blockPhrase(), "Non si preoccupi, le blocco la carta da qui.", []Verdict{Likely}},
		{"handed to somebody else", "ro", indexPhrase(), "Întrebați-l pe vecin ce index arată contorul.", []Verdict{No, Unsure}},
		{"an idiom of courtesy", "ro", indexPhrase(), "Dacă nu vă deranjează, îmi spuneți indexul contorului?", []Verdict{Likely}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := hearIn(t, []string{tt.language}, tt.phrase, tt.text)
			for _, v := range tt.want {
				if got.Verdict == v {
					return
				}
			}
			t.Errorf("Hear(%q) = %s %.2f (%s), want one of %v", tt.text, got.Verdict, got.Confidence, got.Why, tt.want)
		})
	}
}
