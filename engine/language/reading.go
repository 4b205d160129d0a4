package language

import (
	"sort"
	"strings"
)

// reading is one reply, read once for all phrases.
type reading struct {
	*text
	reply    Reply
	typed    bool
	language string
	tongue   *tongue
	// sentenceLanguage is the language of each sentence, "" when undecided.
	sentenceLanguage []string
	values           []found
	// valuesAt lists the values that begin at each token.
	valuesAt [][]found
	facts    map[string]Value
	// meaning are the values as they are meant, speaker what reads them; made when a fact is first looked for.
	meaning *meaning
	speaker *speaker
	// restated is the reply with the facts of a phrase in its author's notation, by phrase; nil where nothing differs.
	restated map[int]*restatement
	// polarities are made when first asked for, by language.
	polarities map[string]*polarity
	// foreign is a language outside the scenario's that fits better, "" usually.
	foreign string
	// copied marks the tokens that stand in text the trainee had before him.
	copied []bool
	// examined are the windows the models have looked at.
	examined map[window]examined
	lexed    []lexeme
	worths   *worths
	order    int // -1 when the whole reply is disordered, 1 when not, 0 before that was asked
	// standing are the words of patterns at each token, inSentence those in each sentence.
	standing   []standing
	inSentence []numberSet
	// traits of every token, read when first asked for.
	traits traitMarks
	// denied is what the models find denied in it, read when first asked for.
	denied *denial
	// corrected is the reply as the models read it, without typing errors.
	corrected *text
}

// read takes a reply apart for a recogniser with these languages, without anything to remember.
func read(reply Reply, languages []string) *reading { return readWith(&memory{}, reply, languages) }

func readWith(known *memory, reply Reply, languages []string) *reading {
	r := &reading{text: readText(reply.Text, reply.Typed), reply: reply, typed: reply.Typed, polarities: map[string]*polarity{}}
	words := make([]string, len(r.tokens))
	for i, tok := range r.tokens {
		words[i] = tok.text
	}
	r.language = chooseLanguage(words, languages, reply.Before)
	r.tongue = tongueOf(r.language)
	r.foreign = foreign(words, languages, r.language)
	for _, s := range r.sentences {
		r.sentenceLanguage = append(r.sentenceLanguage, bestLanguage(words[s.from:s.to], languages))
	}
	r.copied = make([]bool, len(words))
	r.readValues(known)
	return r
}

func (r *reading) readValues(known *memory) {
	r.placeValues()
	r.facts = make(map[string]Value, len(r.reply.Facts))
	for name, value := range r.reply.Facts {
		r.facts[name] = known.value(value, r.language, r.reply.Today)
	}
}

// placeValues finds the values and where each begins.
func (r *reading) placeValues() {
	r.values = scanValues(r.text, r.tongueAt)
	r.valuesAt = make([][]found, len(r.tokens))
	for _, f := range r.values {
		r.valuesAt[f.from] = append(r.valuesAt[f.from], f)
	}
}

// tongueAt is the language in which token i is read: that of its sentence, else of the reply.
func (r *reading) tongueAt(i int) *tongue {
	if code := r.sentenceLanguage[r.tokens[i].sentence]; code != "" {
		return tongueOf(code)
	}
	return r.tongue
}

// polarity reads the negators of the reply in a language.
func (r *reading) polarity(code string) *polarity {
	p, ok := r.polarities[code]
	if !ok {
		p = readPolarity(r.text, tongueOf(code))
		r.polarities[code] = p
	}
	return p
}

// factEnds lists where the fact's value ends when it begins at token p, in any usual form.
func (r *reading) factEnds(name string, p int) []int {
	fact, ok := r.facts[name]
	if !ok {
		return nil
	}
	return r.endsOf(fact, p)
}

// endsOf lists the ends of a value that begins at token p, ascending.
func (r *reading) endsOf(want Value, p int) []int {
	var ends []int
	for _, f := range r.meant().at[p] {
		if r.means(want, f) && !(want.Kind == KindNumber && r.speaking().inSeries(f)) {
			ends = append(ends, f.to)
		}
	}
	if end := r.spelledAt(want, p); end > 0 {
		ends = append(ends, end)
	}
	sort.Ints(ends)
	return unique(ends)
}

// means reports whether something found is the value wanted. A bare amount without decimals is not an amount.
func (r *reading) means(want Value, f found) bool {
	switch want.Kind {
	case KindAmount:
		return f.value.Kind == KindAmount && want.Equal(f.value)
	case KindText:
		return false
	case KindNumber:
		return f.value.Kind == KindNumber && want.Number == f.value.Number ||
			f.value.Kind == KindReference && squeeze(want.Text) == f.value.Text
	}
	return want.Equal(f.value)
}

// spelledAt finds what no single value in the reply is: texts, codes said in pieces, days seen from today.
func (r *reading) spelledAt(want Value, p int) int {
	switch want.Kind {
	case KindText:
		return r.textAt(want.Text, p)
	case KindNumber, KindReference:
		return r.dictatedAt(squeeze(want.Text), p)
	case KindAmount:
		return r.plainAmountAt(want, p)
	case KindDate:
		return max(r.dateAt(want, p), r.relativeDateAt(want, p))
	case KindPhone:
		for _, digits := range sameLines(want.Text) {
			if end := r.dictatedAt(digits, p); end > 0 {
				return end
			}
		}
	case KindEmail:
		return max(r.touchingAt(squeeze(want.Text), p), r.dictatedAt(squeeze(want.Text), p))
	}
	return 0
}

// touchingAt finds letters and figures whatever stands between them.
func (r *reading) touchingAt(target string, p int) int {
	got := ""
	for q := p; q < len(r.tokens) && len(got) < len(target); q++ {
		got += r.tokens[q].text
		if got == target {
			return q + 1
		}
	}
	return 0
}

// textAt finds the words of a text one after the other; long words may have one wrong letter.
func (r *reading) textAt(want string, p int) int {
	words := foldedWords(want)
	if len(words) == 0 || p+len(words) > len(r.tokens) {
		return 0
	}
	for k, w := range words {
		got := r.tokens[p+k].text
		if got != w && !r.nearName(w, got, r.tongueAt(p+k).code) {
			return 0
		}
	}
	return p + len(words)
}

// nearName tells that a word is the one of a name with a wrong letter, in another case or in another spelling.
func (r *reading) nearName(want, got, code string) bool {
	if hasDigit(want) || len([]rune(want)) < 4 {
		return false
	}
	switch code {
	case "ru":
		if Stem(want, code) == Stem(got, code) || inRussianCase(want, got) {
			return true
		}
	case "ro":
		if stem, ok := strings.CutSuffix(want, "a"); ok && got == stem+"ei" { // "Mariei"
			return true
		}
	case "de":
		plain := umlauts.Replace(got)
		if plain == umlauts.Replace(want) || plain == umlauts.Replace(want)+"s" {
			return true
		}
	}
	return r.typed && len([]rune(want)) >= 5 && want[0] == got[0] && withinDistance(want, got, 1)
}

// inRussianCase tells that a name stands in another case: it differs in its last letter at most, and in an ending.
func inRussianCase(want, got string) bool {
	w := []rune(want)
	stem := string(w[:len(w)-1])
	for _, begin := range []string{want, stem} {
		if rest, ok := strings.CutPrefix(got, begin); ok && caseEndings[rest] {
			return true
		}
	}
	return false
}

var caseEndings = set("а я у ю е и ы ом ем ой ей ым им ого ему")

// umlauts are the spellings of German umlauts without their dots.
var umlauts = strings.NewReplacer("ae", "a", "oe", "o", "ue", "u")

// valueEnds lists the ends of the values of these kinds at token p.
func (r *reading) valueEnds(p int, kinds ...Kind) []int {
	var ends []int
	for _, f := range r.valuesAt[p] {
		for _, k := range kinds {
			if f.value.Kind == k {
				ends = append(ends, f.to)
			}
		}
	}
	sort.Ints(ends)
	return unique(ends)
}

// lexemes prepares the words of the whole reply once.
func (r *reading) lexemes(m *models) []lexeme {
	if r.lexed == nil {
		r.lexed = lexemes(m.spelt(r), 0, len(r.tokens), m.tongue, marksOf(r.text, r.denialOf(m), r.values))
	}
	return r.lexed
}

// worthsFor compares the words of the reply with those of the samples once.
func (r *reading) worthsFor(m *models) *worths {
	if r.worths == nil {
		r.worths = newWorths(r.lexemes(m), len(m.numbers))
	}
	return r.worths
}

// folded gives the words of the tokens [from,to).
func (r *reading) folded(from, to int) string {
	words := make([]string, 0, to-from)
	for _, tok := range r.tokens[from:to] {
		words = append(words, tok.text)
	}
	return joinWords(words)
}

// traitsOf reads the traits of the whole reply once.
func (r *reading) traitsOf(m *models) traitMarks {
	if r.traits == nil {
		r.traits = traitMarksOf(r.text, r.denialOf(m), m.tongue)
	}
	return r.traits
}

// denialOf reads once what the whole reply denies.
func (r *reading) denialOf(m *models) denial {
	if r.denied == nil {
		d := readDenial(r.polarity(m.tongue.code), m.tongue)
		r.denied = &d
	}
	return *r.denied
}
