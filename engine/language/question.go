package language

import "strings"

// isQuestion reports whether a question mark stands in the tokens [from,to) or right after them.
func isQuestion(t *text, from, to int) bool {
	for i := from + 1; i <= to; i++ {
		if strings.Contains(t.gaps[i], "?") {
			return true
		}
	}
	return false
}

// asking is how a language begins a question that carries no mark: dictated text never does, hurried writing seldom.
type asking struct {
	// words ask by themselves where they begin a clause.
	words map[string]bool
	// statements are words after them that make a statement of it: "when you", "come le dicevo".
	statements map[string]bool
	// openers ask when one of the subjects follows: "can you". A language without subjects has openings instead.
	openers, subjects map[string]bool
	openings          [][]string
	// particles ask wherever they stand.
	particles map[string]bool
}

// askings are the languages' ways to ask, by code.
var askings = map[string]*asking{
	"en": {
		words:      set("who whom whose what which when where why how"),
		statements: set("i you we they he she it ever"),
		openers: set("do does did can could will would shall should may is are was were have has had am isn aren wasn weren don doesn didn couldn won " +
			"wouldn haven hasn"),
		subjects: set("i you we they he she it there this that these those the your my our his her their any anyone anybody someone somebody t"),
	},
	"de": {
		words:      set("wer wen wem was wann wie wo warum wieso weshalb welche welcher welches welchen welchem woher wohin womit wofur wieviel wieviele"),
		statements: set("ich sie wir er es man gesagt gesehen die der das"),
		openers: set("konnen kann konnten konnte kannst wurden wurde haben hat hatten hatte ist sind war waren darf durfen durfte mochten mochte mogen soll sollen " +
			"wollen wissen brauchen geht gibt hast bist willst stimmt passt sehen horen"),
		subjects: set("sie ich wir er es man das die der dies ihr ihre ihnen du jemand denn"),
	},
	"it": {
		words:      set("chi cosa quale quali quanto quanti quanta quante dove perche"),
		statements: set("le riguarda"),
		openings: sequences(`a che ora, che cosa, che ora, che giorno, in che, di che, da quanto, da quando, per quale, per quanto, in quale, a quale, a chi, mi puo dire,
			mi puo dare, mi sa dire, puo dirmi, puo darmi, potrebbe dirmi, potrebbe darmi, mi direbbe, mi darebbe, posso chiederle, posso sapere, quand e`),
	},
	"ro": {
		words:      set("ce cine cand care unde cat cati cate cata cum"),
		statements: set("v am se"),
		openings: sequences(`de ce, in ce, la ce, pe ce, din ce, cu ce, de cand, de cat, pana cand, imi puteti, ne puteti, mi puteti, puteti sa, ati putea, imi spuneti, imi dati,
			ati primit, ati incercat, aveti cumva, sunteti de, va rog sa mi spuneti`),
	},
	"ru": {
		words:      set("кто что когда какой какая какое какие какого каким какую сколько почему где куда откуда зачем чем как"),
		statements: set("только я мы раз бы касается"),
		openings:   sequences("вы не, не могли бы, можете, могу я, можно узнать, подскажите, скажите"),
		particles:  set("ли"),
	},
	"fr": {
		words:    set("qui quand ou pourquoi comment combien quel quelle quels quelles"),
		openings: sequences("est ce que, qu est ce, pouvez vous, pourriez vous, avez vous, voulez vous, puis je, a quelle, a quel, de quel, de quelle"),
	},
	"es": {
		words:    set("quien quienes cuando donde cual cuales cuanto cuanta cuantos cuantas"),
		openings: sequences("por que, a que hora, en que, de que, que dia, puede decirme, podria decirme, me puede, me podria"),
	},
}

// startsQuestion reports whether an unmarked question begins at token i: at the beginning of a clause, in a sentence that
// does not end as a statement.
func startsQuestion(t *text, i int, code string) bool {
	a := askings[code]
	if a == nil || ended(t, i) {
		return false
	}
	word := t.tokens[i].text
	if a.particles[word] {
		return true
	}
	if i > 0 && t.tokens[i-1].clause == t.tokens[i].clause && t.commas[i-1] == t.commas[i] && !opensTalk(t, i) {
		return false
	}
	next := ""
	if i+1 < len(t.tokens) {
		next = t.tokens[i+1].text
	}
	if a.words[word] && !a.statements[next] || a.openers[word] && a.subjects[next] {
		return true
	}
	for _, opening := range a.openings {
		if startsWith(t, i, opening) {
			return true
		}
	}
	return false
}

// ended tells that the sentence of a token ends with a full stop or an exclamation mark.
func ended(t *text, i int) bool {
	to := t.sentences[t.tokens[i].sentence].to
	return strings.ContainsAny(t.gaps[to], ".!…")
}

// fillers may stand before a question in its sentence.
var fillers = set(`ok okay so and well sorry please right now then allora e senta scusi deci si asa pai так а и ну простите also und ja gut moment alors et bueno y
	entonces`)

// opensTalk tells that only fillers stand between token i and the beginning of its sentence.
func opensTalk(t *text, i int) bool {
	for k := t.sentences[t.tokens[i].sentence].from; k < i; k++ {
		if !fillers[t.tokens[k].text] {
			return false
		}
	}
	return true
}

func startsWith(t *text, i int, words []string) bool {
	if i+len(words) > len(t.tokens) {
		return false
	}
	for k, w := range words {
		if t.tokens[i+k].text != w {
			return false
		}
	}
	return true
}
