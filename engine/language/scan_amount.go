package language

import "strings"

// currencyWords are the currencies people name, folded, with their ISO letters.
var currencyWords = currencies(map[string]string{
	"EUR": "euro euros eur евро euri eurini euronen ocken eruo euor uero",
	"USD": "dollar dollars dollaro dollari usd dolar dolari доллар доллара долларов долларам долларами dolares bucks buck баксов баксы бакса",
	"GBP": "pound pounds quid quids gbp sterlina sterline lire фунт фунта фунтов",
	"RON": "leu lei leii ron roni leuti",
	"MDL": "mdl",
	"RUB": "rub рубль рубля рублей рублях рублям рублями рублю рублем руб р рэ рубликов рублика рубли",
	"CHF": "chf franchi franken francs",
})

func currencies(table map[string]string) map[string]string {
	words := map[string]string{}
	for code, list := range table {
		for _, w := range strings.Fields(list) {
			words[w] = code
		}
	}
	return words
}

// centWords are the hundredths of a currency.
var centWords = set("cent cents centesimo centesimi centime centimes ban bani коп копейка копейки копеек centimos centimo penny pence цент цента центов centi eurocent")

// signs are the currency signs.
var signs = []struct{ sign, code string }{{"€", "EUR"}, {"$", "USD"}, {"£", "GBP"}, {"₽", "RUB"}}

// amount reads money: "9,90 €", "€ 9.90", "9 euro e 90", "nove euro e novanta centesimi", and a bare 9,90.
func (s *scanner) amount(n found) (found, bool) {
	if n.value.Kind == KindAmount {
		return n, true
	}
	if n.value.Kind != KindNumber {
		return found{}, false
	}
	f := found{from: n.from, to: n.to, value: Value{Kind: KindAmount, Number: n.value.Number}}
	if code := s.signAround(n); code != "" {
		f.value.Unit = code
		return f, true
	}
	unitAt := n.to
	if unitAt < len(s.words) && s.words[unitAt] == "de" {
		unitAt++ // Romanian: "20 de lei"
	}
	if code := s.currencyWord(unitAt); code != "" {
		f.value.Unit, f.to = code, unitAt+1
		return s.withCents(f), true
	}
	return f, s.looksLikePrice(n)
}

// looksLikePrice tells that a number has exactly two decimals: then it needs no currency (SEMANTICS 13).
func (s *scanner) looksLikePrice(n found) bool {
	last := s.tokens[n.to-1]
	return n.to-n.from > 1 && last.digits && len(last.text) == 2 && (s.gaps[n.to-1] == "," || s.gaps[n.to-1] == ".") && s.unitless(n.to)
}

// unitless tells that no percent sign and no unit of time follows.
func (s *scanner) unitless(i int) bool {
	if strings.HasPrefix(trimBlanks(s.gaps[i]), "%") {
		return false
	}
	if i >= len(s.words) {
		return true
	}
	_, isTime := s.tongue(i).units[s.words[i]]
	return !isTime
}

// signAround reads a currency sign after or before a number.
func (s *scanner) signAround(n found) string {
	after, before := trimBlanks(strings.TrimPrefix(s.gaps[n.to], ",-")), trimBlanks(s.gaps[n.from])
	for _, c := range signs {
		if strings.HasPrefix(after, c.sign) || strings.HasSuffix(before, c.sign) {
			return c.code
		}
	}
	if n.from > 0 && trimBlanks(s.gaps[n.from]) == "" && len(s.words[n.from-1]) == 3 {
		return isoCode[s.words[n.from-1]]
	}
	return ""
}

// isoCode are codes that may stand before the number: "EUR 9,90".
var isoCode = map[string]string{"eur": "EUR", "usd": "USD", "gbp": "GBP", "ron": "RON", "mdl": "MDL", "rub": "RUB", "chf": "CHF"}

// currencyWord reads the currency named at token i.
func (s *scanner) currencyWord(i int) string {
	if i >= len(s.words) || trimBlanks(s.gaps[i]) != "" {
		return ""
	}
	return currencyWords[s.words[i]]
}

// withCents adds "e 90", "e novanta centesimi", "90 cents" after a currency.
func (s *scanner) withCents(f found) found {
	j := f.to
	if j < len(s.words) && s.tongue(j).and[s.words[j]] && trimBlanks(s.gaps[j]) == "" {
		j++
	}
	if j >= len(s.words) || f.value.Number%scale != 0 || trimBlanks(s.gaps[j]) != "" {
		return f
	}
	cents, ok := s.number(j)
	if !ok || cents.value.Kind != KindNumber || cents.value.Number >= 100*scale || cents.value.Number%scale != 0 {
		return f
	}
	named := cents.to < len(s.words) && centWords[s.words[cents.to]] && trimBlanks(s.gaps[cents.to]) == ""
	joined := j > f.to
	if !named && !(joined && cents.value.Number >= 10*scale && s.unitless(cents.to) && s.endsPhrase(cents.to)) {
		return f
	}
	f.value.Number += cents.value.Number / 100
	f.to = cents.to
	if named {
		f.to++
	}
	return f
}

// endsPhrase tells that no noun follows: "9 euro e 20" but not "9 euro e 20 pezzi".
func (s *scanner) endsPhrase(i int) bool {
	return i >= len(s.words) || trimBlanks(s.gaps[i]) != "" || s.tongue(i).function[s.words[i]]
}
