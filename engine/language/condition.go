package language

import "strings"

// conditions are verbs that say *if* without the word, at the beginning of a sentence that goes on after a comma with what
// would be: "Wäre er älter, würde ich …", "Avessi la delega, verificherei …". Folded, so that German umlauts are gone. Verbs
// that open requests, as "könnten Sie", are not among them.
var conditions = map[string]map[string]bool{
	"de": wordSet("ware waren hatte hatten lage lagen kame kamen gabe ginge stunde bliebe"),
	"en": wordSet("had were"),
	"it": wordSet("avessi avesse avessimo avessero fossi fosse fossimo fossero potessi potesse potessimo volesse venisse"),
	"ru": wordSet("будь"),
}

// polite are Russian words that ask for something when *бы* stands by them: "не могли бы вы", "хотела бы".
var polite = wordSet("мог могла могли можно хотел хотела хотели хотелось попросил попросила просил")

// courtesies are conditions that ask for leave and imagine nothing: "I'd send it today, if you like".
var courtesies = map[string][][]string{
	"it": sequences("se vuole, se lo desidera, se desidera, se preferisce, se crede, se le va, se per lei, se e d accordo, se non le, se mi permette, se posso"),
	"ro": sequences("daca doriti, daca vreti, daca preferati, daca sunteti de acord, daca nu va, daca imi permiteti"),
	"ru": sequences("если хотите, если желаете, если вам удобно, если вы не, если не возражаете, если позволите, если можно"),
	"en": sequences("if you like, if you want, if you wish, if you prefer, if you d like, if you d prefer, if you don t mind, if that suits, if it s all right, if it s ok, if it s okay, if i may"),
	"de": sequences("wenn sie mochten, wenn sie wollen, wenn sie mogen, wenn es ihnen, wenn ihnen das, wenn ich darf, falls sie mochten"),
	"fr": sequences("si vous voulez, si vous le, si cela vous, si vous preferez"),
	"es": sequences("si quiere, si lo desea, si le parece, si prefiere"),
}

// courteous tells that a phrase of courtesy begins at token i.
func courteous(t *text, i int, code string) bool {
	for _, p := range courtesies[code] {
		if startsWith(t, i, p) {
			return true
		}
	}
	return false
}

// consequences are the ends of verbs that say what would be.
var consequences = map[string][]string{
	"it": {"erei", "irei", "eremmo", "iremmo", "erebbe", "irebbe", "erebbero", "irebbero"},
	"fr": {"erais", "erait", "erions", "eraient", "irais", "irait", "iraient"},
}

// markConditions marks the conditions that have no word for it, when all other marks are made.
func markConditions(t *text, marks traitMarks, tongue *tongue) {
	for _, s := range t.sentences {
		for i := s.from; i < s.to && i <= s.from+1; i++ {
			opens := i == s.from || t.tokens[s.from].text == "не"
			if opens && conditions[tongue.code][t.tokens[i].text] && wouldFollow(t, marks, i, s.to, tongue) {
				marks[i][traitIf] = true
			}
		}
		if tongue.code == "ru" {
			markSecondWould(t, marks, s.from, s.to)
		}
	}
}

// wouldFollow tells that a part of the sentence behind token i says what would be; not one that depends on it, as in "wäre
// es möglich, dass …".
func wouldFollow(t *text, marks traitMarks, i, to int, tongue *tongue) bool {
	part := i
	for k := i + 1; k < to; k++ {
		if t.commas[k] != t.commas[k-1] || t.tokens[k].clause != t.tokens[k-1].clause {
			part = k
		}
		if part > i && marks[k][traitMaybe] && !tongue.that[t.tokens[part].text] {
			return true
		}
	}
	return false
}

// markSecondWould marks a second *бы* of a sentence, which makes a condition of the first: "сдали бы в понедельник, был бы
// готов". One that asks politely is none.
func markSecondWould(t *text, marks traitMarks, from, to int) {
	seen := false
	for i := from; i < to; i++ {
		if t.tokens[i].text != "бы" || i > from && polite[t.tokens[i-1].text] {
			continue
		}
		marks[i][traitIf] = marks[i][traitIf] || seen
		seen = true
	}
}

// saysWould tells that a word says by its end what would be.
func saysWould(word, code string) bool {
	for _, end := range consequences[code] {
		if len(word) > len(end)+1 && strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}
