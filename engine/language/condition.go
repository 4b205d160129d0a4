package language

import "strings"

// conditions are verbs that, at the beginning of a sentence that asks nothing, say *if* without the word: "Wäre er älter,
// …", "Avessi la delega, …", "Будь они на месте, …". Folded, so that German umlauts are gone.
var conditions = map[string]map[string]bool{
	"de": wordSet("ware waren hatte hatten lage lagen kame kamen gabe ginge stunde bliebe musste mussten durfte durften konnte konnten"),
	"en": wordSet("had were"),
	"it": wordSet("avessi avesse avessimo avessero fossi fosse fossimo fossero potessi potesse potessimo volesse venisse"),
	"ru": wordSet("будь"),
}

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

// saysIf tells that token i says a condition without a word for it. A second *бы* in a Russian sentence does so too:
// "сдали бы в понедельник, был бы готов".
func saysIf(t *text, i int, code string) bool {
	word, from := t.tokens[i].text, t.sentences[t.tokens[i].sentence].from
	if i == from || i == from+1 && t.tokens[from].text == "не" {
		return conditions[code][word]
	}
	if code != "ru" || word != "бы" {
		return false
	}
	for k := from; k < i; k++ {
		if t.tokens[k].text == word {
			return true
		}
	}
	return false
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
