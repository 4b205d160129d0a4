package language

import (
	"maps"
	"strings"
)

// numberWords are the words a language counts with, up to 999,999.
type numberWords struct {
	small    map[string]int64 // 0 to 19
	tens     map[string]int64 // 20 to 90
	hundreds map[string]int64 // 100 to 900, where they are words of their own
	hundred  map[string]bool
	thousand map[string]bool
	// articles are words for one that are articles too; alone they contradict nothing.
	articles map[string]bool
	and      map[string]bool // joins the parts: "hundred and five"
	of       map[string]bool // stands before a thousand: "douăzeci de mii"
	ten      map[string]bool // makes tens of the digit before: "două zeci"
	// many tells that hundreds go on after nine: "sixteen hundred".
	many bool
	// twenties: soixante-dix, quatre-vingts, quatre-vingt-dix.
	twenties bool
	// compound reads numbers written in one word; nil when the language has none.
	compound func(word string) (int64, bool)
}

func numberList(list string) map[string]int64     { return countWords(list, 0, 1) }
func numberTens(list string) map[string]int64     { return countWords(list, 20, 10) }
func numberHundreds(list string) map[string]int64 { return countWords(list, 100, 100) }

func countWords(list string, first, step int64) map[string]int64 {
	words := map[string]int64{}
	for i, names := range strings.Split(list, ",") {
		for _, name := range strings.Fields(names) {
			words[name] = first + int64(i)*step
		}
	}
	return words
}

// additive is the value of a word that is added to what was counted so far.
func (n numberWords) additive(word string) (int64, bool) {
	for _, table := range []map[string]int64{n.small, n.tens, n.hundreds} {
		if v, ok := table[word]; ok {
			return v, true
		}
	}
	if n.compound != nil {
		return n.compound(word)
	}
	return 0, false
}

// read counts the words from at on and returns the number and the first word after it; end is at when there is none.
func (n numberWords) read(words []string, at int) (value int64, end int) {
	var total, current int64
	open := false
	end = at
	for i := at; i < len(words); i++ {
		w := words[i]
		if n.and[w] && open && i+1 < len(words) && n.fits(current, words[i+1]) {
			continue
		}
		if n.of[w] && current >= 20 && i+1 < len(words) && n.thousand[words[i+1]] {
			continue
		}
		if open && n.articles[w] && !digitOnes[w] && !n.and[words[i-1]] {
			return total + current, end // "fifty a month"
		}
		switch {
		case n.thousand[w] && total == 0 && current < 1000:
			total, current, open = 1000*max(1, current), 0, true
		case n.hundred[w] && (current < 10 || n.many && current > 10 && current < 100):
			current, open = 100*max(1, current), true
		case n.ten[w] && current%100 > 1 && current%100 < 10:
			current += 9 * (current % 10)
		case n.fits(current, w) && (!open || total > 0 && current == 0 || current > 0):
			v, _ := n.additive(w)
			current, open = n.add(current, v), true
		default:
			return total + current, end
		}
		end = i + 1
	}
	return total + current, end
}

// fits reports whether the word can follow what was counted so far.
func (n numberWords) fits(current int64, word string) bool {
	v, ok := n.additive(word)
	switch {
	case !ok:
		return false
	case current == 0:
		return true
	case n.twenties && v == 20 && current%100 == 4:
		return true
	case n.twenties && v >= 10 && v < 20 && (current%100 == 60 || current%100 == 80):
		return true
	case v == 0:
		return false
	case n.twenties && v >= 7 && v < 10 && (current%100 == 10 || current%100 == 70 || current%100 == 90):
		return true
	case v < 10:
		return current%10 == 0 && current%100 != 10
	case v < 100:
		return current%100 == 0
	}
	return false
}

func (n numberWords) add(current, v int64) int64 {
	if n.twenties && v == 20 && current%100 == 4 {
		return current - 4 + 80
	}
	return current + v
}

// compoundItalian reads "ventuno", "duecentoquarantatre", "milleottocento".
func compoundItalian(word string) (int64, bool) {
	if head, tail, ok := strings.Cut(word, "mila"); ok && head != "" {
		return joinNumber(head, tail, 1000, 1000, italianBelowThousand)
	}
	if tail, ok := strings.CutPrefix(word, "mille"); ok && tail != "" {
		return joinNumber("", tail, 1000, 10, italianBelowThousand)
	}
	return italianBelowThousand(word)
}

func italianBelowThousand(word string) (int64, bool) {
	for _, hundred := range []string{"cento", "cent"} { // "centotto" swallows a letter
		if head, tail, ok := strings.Cut(word, hundred); ok {
			if v, ok := joinNumber(head, tail, 100, 10, italianBelowHundred); ok {
				return v, true
			}
		}
	}
	return italianBelowHundred(word)
}

func italianBelowHundred(word string) (int64, bool) {
	v, ok := italianHundred[word]
	return v, ok
}

// italianHundred has every number word below a hundred: "venti", "ventuno", "ventidue".
var italianHundred = func() map[string]int64 {
	words := maps.Clone(italianSmall)
	maps.Copy(words, italianTens)
	for name, tens := range italianTens {
		for small, v := range italianSmall {
			if v > 0 && v < 10 {
				words[name+small], words[name[:len(name)-1]+small] = tens+v, tens+v
			}
		}
	}
	return words
}()

// compoundGerman reads "dreiundzwanzig", "zweihundertfunf", "eintausend".
func compoundGerman(word string) (int64, bool) {
	if head, tail, ok := strings.Cut(word, "tausend"); ok && head+tail != "" {
		return joinNumber(head, strings.TrimPrefix(tail, "und"), 1000, 1000, germanBelowThousand)
	}
	return germanBelowThousand(word)
}

func germanBelowThousand(word string) (int64, bool) {
	if head, tail, ok := strings.Cut(word, "hundert"); ok && head+tail != "" {
		return joinNumber(head, strings.TrimPrefix(tail, "und"), 100, 20, germanBelowHundred)
	}
	return germanBelowHundred(word)
}

func germanBelowHundred(word string) (int64, bool) {
	if v, ok := germanSmall[word]; ok {
		return v, true
	}
	if v, ok := germanTens[word]; ok {
		return v, true
	}
	head, tail, _ := strings.Cut(word, "und")
	small, ok := germanSmall[head]
	tens, ok2 := germanTens[tail]
	return small + tens, ok && ok2 && small > 0 && small < 10
}

// compoundSpanish reads "veintiuno" to "veintinueve".
func compoundSpanish(word string) (int64, bool) {
	v, ok := spanishSmall[strings.TrimPrefix(word, "veinti")]
	return 20 + v, ok && strings.HasPrefix(word, "veinti") && v > 0 && v < 10
}

// joinNumber reads head × scale + tail; an empty head is one, an empty tail nothing. The head must be below most, the tail
// below the scale.
func joinNumber(head, tail string, scale, most int64, below func(string) (int64, bool)) (int64, bool) {
	h, t := int64(1), int64(0)
	ok := true
	if head != "" {
		h, ok = below(head)
	}
	if tail != "" && ok {
		t, ok = below(tail)
	}
	return h*scale + t, ok && h > 0 && h < most && t < scale && (tail == "" || t > 0)
}

var (
	italianSmall = numberList(`zero, un uno una, due, tre, quattro, cinque, sei, sette, otto, nove, dieci, undici, dodici, tredici, quattordici,
		quindici, sedici, diciassette, diciotto, diciannove`)
	italianTens = numberTens("venti, trenta, quaranta, cinquanta, sessanta, settanta, ottanta, novanta")
	germanSmall = numberList(`null, eins ein eine einen einem einer eines, zwei zwo, drei, vier, funf fuenf, sechs, sieben, acht, neun, zehn, elf,
		zwolf zwoelf, dreizehn, vierzehn, funfzehn fuffzehn fuenfzehn, sechzehn, siebzehn, achtzehn, neunzehn`)
	germanTens   = numberTens("zwanzig, dreissig, vierzig, funfzig fuffzig fuenfzig, sechzig, siebzig, achtzig, neunzig")
	spanishSmall = numberList("cero, uno un una, dos, tres, cuatro, cinco, seis, siete, ocho, nueve")
)
