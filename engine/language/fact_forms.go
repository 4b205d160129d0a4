package language

// dateAt finds a date written with its day and month in figures alone, "14/5" or "25.06.", which elsewhere could be a
// fraction or a sum: it is read as a date only where that date is wanted.
func (r *reading) dateAt(want Value, p int) int {
	if p+1 >= len(r.tokens) || !r.tokens[p].digits || !r.tokens[p+1].digits {
		return 0
	}
	switch r.gaps[p+1] {
	case "/", ".", "-":
	default:
		return 0
	}
	if plainNumber(r.tokens[p].text) != want.Day || plainNumber(r.tokens[p+1].text) != want.Month {
		return 0
	}
	return p + 2
}

// plainNumber is the number of a short run of digits; -1 for a long one.
func plainNumber(digits string) int {
	if len(digits) > 4 {
		return -1
	}
	n := 0
	for _, c := range digits {
		n = 10*n + int(c-'0')
	}
	return n
}

// plainAmountAt finds a sum said without its currency, "o sută douăzeci", where nothing says that the number counts
// something else: what follows is no noun, what stands before no label such as "number", and a small number, which could
// as well be an hour or a day, stands after a word for paying.
func (r *reading) plainAmountAt(want Value, p int) int {
	if want.Number == 0 {
		return afterAny(r.text, p, freeWords)
	}
	for _, f := range r.meant().at[p] {
		if f.value.Kind != KindNumber || f.value.Number != want.Number || f.article || f.loose {
			continue
		}
		if r.plainEnd(f) && r.plainStart(f) && !r.partOfTyped(f) {
			return f.to
		}
	}
	return 0
}

// leastPlain is the least number that may be a sum by itself: hours, days and minutes are smaller.
const leastPlain = 60 * scale

// reachOfPaying is how many words before a small number a word for paying may stand.
const reachOfPaying = 4

func (r *reading) plainStart(f found) bool {
	if f.from > 0 && trimBlanks(r.gaps[f.from]) != "" && trimBlanks(r.gaps[f.from]) != "," && trimBlanks(r.gaps[f.from]) != ":" &&
		r.tokens[f.from].sentence == r.tokens[f.from-1].sentence {
		return false
	}
	if f.from > 0 && numberLabels[r.tokens[f.from-1].text] {
		return false
	}
	if f.value.Number >= leastPlain {
		return true
	}
	for j := f.from - 1; j >= max(0, f.from-reachOfPaying); j-- {
		if payingWords[r.tokens[j].text] {
			return true
		}
	}
	return false
}

// partOfTyped tells that a number belongs to a length, date, time or share.
func (r *reading) partOfTyped(n found) bool {
	for _, f := range r.meant().all {
		if f.value.Kind != KindNumber && f.value.Kind != KindAmount && !f.loose && f.from <= n.from && n.to <= f.to && f.to > n.to {
			return true
		}
	}
	return false
}

func (r *reading) plainEnd(f found) bool {
	if f.to >= len(r.tokens) || r.tokens[f.to].sentence != r.tokens[f.from].sentence {
		return true
	}
	if gap := trimBlanks(r.gaps[f.to]); gap != "" {
		return gap == "," || gap == ";" || gap == ")" || gap == ". " || gap == "." && !r.tokens[f.to].digits
	}
	word := r.tokens[f.to].text
	if r.tongueAt(f.to).numbers.of[word] {
		return false // Romanian: what is counted follows
	}
	return !r.tokens[f.to].digits && (r.tongueAt(f.to).function[word] || perWords[word])
}

// freeWords say that nothing is paid.
var freeWords = sequences(`gratis, gratuito, gratuita, gratuiti, gratuite, gratuit, gratuitement, senza costi, senza spese, fara cost, fara costuri, fara plata,
	бесплатно, бесплатный, бесплатная, бесплатное, free, free of charge, no charge, without charge, at no cost, kostenlos, kostenfrei, umsonst, gebuhrenfrei, sans frais, sin coste`)

// afterAny is the token after the first of the word sequences that stands at token p, 0 when none does.
func afterAny(t *text, p int, all [][]string) int {
	for _, words := range all {
		if wordsAt(t, p, words) {
			return p + len(words)
		}
	}
	return 0
}

var (
	// numberLabels stand before numbers that are names.
	numberLabels = set(`numero numeri nr n no number numbers num nummer номер номером no camera room zimmer комната комнате pagina page seite страница interno tasto
		articolo article artikel art volo flight flug рейс дом дома квартира bloc scara apartament via strada linea line ufficio stanza cabina posto sala
		numarul camera etaj etajul zona tel telefono telefon телефон codice cod code код pin ordine comanda order заказ`)
	// payingWords make a small number a sum.
	payingWords = set(`costa costano costerebbe viene vengono sono paga pagare prezzo totale spende spesa solo
		costul face fac platiti plata pret pretul suma total cost costs costing pay price fee charge charged comes total only
		kostet kosten zahlen bezahlen macht preis gebuhr betragt nur стоит стоимость цена заплатите оплата платить обойдется сумма будет
		coute coutent payer prix cuesta cuestan pagar precio lei quid`)
	// perWords may follow a sum: "120 al mese", "per month".
	perWords = set("mese anno giorno month year monthly luna lunar an pro monat jahr insgesamt gesamt total totale в месяц всего per each ciascuno tutto iva cash")
)
