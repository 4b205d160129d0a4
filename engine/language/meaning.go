package language

import "slices"

// meaning are the values of a reply as they are meant when a fact is looked for: those written, and those said in words
// ("zwanzig vor sieben", "полторы тысячи"). A saying takes the place of the values inside it, so that "half past seven"
// is no seven.
type meaning struct {
	all []found
	at  [][]found
}

// meant reads the sayings of a reply when a fact is first looked for.
func (r *reading) meant() *meaning {
	if r.meaning != nil {
		return r.meaning
	}
	s := r.speaking()
	said := s.sayings()
	if s.corrected {
		said = append(said, s.onlyCorrected(r.values)...)
	}
	r.meaning = &meaning{at: make([][]found, len(r.tokens))}
	for _, f := range unswallowed(r.values, said, len(r.tokens)) {
		r.meaning.all = append(r.meaning.all, f)
		r.meaning.at[f.from] = append(r.meaning.at[f.from], f)
	}
	return r.meaning
}

// unswallowed joins what is written and said without what stands inside something longer that is said, or said inside
// something longer that is written.
func unswallowed(written, said []found, tokens int) []found {
	var all []found
	bySaid, byWritten := coverOf(said, tokens), coverOf(written, tokens)
	for _, f := range written {
		if !bySaid.swallows(f) && !replaced(f, said) {
			all = append(all, f)
		}
	}
	for _, f := range said {
		if !bySaid.swallows(f) && !byWritten.swallows(f) {
			all = append(all, f)
		}
	}
	return all
}

// replaced tells that the same words are said to mean another value of the kind: "two working weeks" are no 14 days.
func replaced(f found, said []found) bool {
	if f.value.Kind != KindDuration {
		return false
	}
	for _, g := range said {
		if g.from == f.from && g.to == f.to && g.value.Kind == f.value.Kind && !g.weak {
			return true
		}
	}
	return false
}

// cover tells how far values reach that begin at each token, and at any token before it; loose ones hold nothing.
type cover struct{ at, before []int }

func coverOf(all []found, tokens int) cover {
	c := cover{make([]int, tokens+1), make([]int, tokens+1)}
	for _, f := range all {
		if !f.loose && (f.value.Kind != KindRange || f.value.Unit != "") { // "dalle nove alle diciotto" are two hours
			c.at[f.from] = max(c.at[f.from], f.to)
		}
	}
	for i := 1; i <= tokens; i++ {
		c.before[i] = max(c.before[i-1], c.at[i-1])
	}
	return c
}

// swallows tells that a value longer than f holds it.
func (c cover) swallows(f found) bool { return c.at[f.from] > f.to || c.before[f.from] >= f.to }

// speaker reads what is said of values in a reply.
type speaker struct {
	scanner
	// numbers are the plain numbers by the token they begin at; to is 0 where there is none.
	numbers []found
	// corrected tells that words for numbers were misspelt; misspelt marks them.
	corrected bool
	misspelt  []bool
	// counts are the numbers, plain or rich, by token; read when first asked for.
	counts []counted
	// long tells that the code looked for is a long one.
	long bool
}

// speaking prepares the reader of sayings once.
func (r *reading) speaking() *speaker {
	if r.speaker == nil {
		r.speaker = newSpeaker(r.text, r.tongueAt, r.typed)
	}
	return r.speaker
}

// newSpeaker prepares a text; in a typed one number words may be misspelt.
func newSpeaker(t *text, tongueAt func(token int) *tongue, typed bool) *speaker {
	s := &speaker{scanner: scanner{text: t, tongue: tongueAt, words: make([]string, len(t.tokens))}}
	s.numbers, s.misspelt = make([]found, len(t.tokens)), make([]bool, len(t.tokens))
	for i, tok := range t.tokens {
		s.words[i] = tok.text
		if !typed {
			continue
		}
		if right := rightWord(tok, tongueAt(i)); right != "" {
			s.words[i], s.misspelt[i], s.corrected = right, true, true
		}
	}
	for i := range s.numbers {
		if n, ok := s.number(i); ok {
			s.numbers[i] = n
		}
	}
	return s
}

// shortestMisspelt is the least length of a number word that may have one wrong letter, in letters.
const shortestMisspelt = 6

// rightWord is the number word or unit of time that a typed word has one letter too many, too few or wrong of; "" when it
// is another word, or could be two.
func rightWord(tok token, t *tongue) string {
	if tok.numeric || len([]rune(tok.text)) < shortestMisspelt-1 || t.function[tok.text] || t.knowsValueWord(tok.text) {
		return ""
	}
	best := countWord{value: -1}
	for _, w := range longCountWords[t.code] {
		if w.value == best.value || w.text[0] != tok.text[0] || setsApart(w.letters, tok.letters, 1) || !withinDistance(w.text, tok.text, 1) {
			continue
		}
		if best.text != "" {
			return ""
		}
		best = w
	}
	return best.text
}

// knowsValueWord tells that a word is a number word, month or unit as it stands.
func (t *tongue) knowsValueWord(word string) bool {
	_, number := t.numbers.additive(word)
	_, unit := t.units[word]
	return number || unit || t.months[word] > 0 || t.numbers.thousand[word] || t.numbers.hundred[word] || currencyWords[word] != ""
}

// onlyCorrected are the values that stand in a reply only once its number words are spelt right.
func (s *speaker) onlyCorrected(known []found) []found {
	var all []found
	for i := 0; i < len(s.tokens); {
		here := s.at(i)
		for _, f := range here {
			if slices.Contains(s.misspelt[f.from:f.to], true) && !slices.Contains(known, f) {
				f.weak = true
				all = append(all, f)
			}
		}
		i = s.next(i, here)
	}
	return all
}

// sayings are the values said in words, from left to right.
func (s *speaker) sayings() []found {
	var all []found
	for i := range s.tokens {
		if !s.opens(i) {
			continue
		}
		for _, read := range []func(int) []found{s.timeOfDay, s.length, s.money, s.share, s.quantity, s.dayOf} {
			all = append(all, read(i)...)
		}
	}
	return all
}

// any is the token after the first of the sequences that stands at token i without punctuation inside; 0 when none does.
func (s *speaker) any(i int, all [][]string) int {
	longest := 0
	for _, words := range all {
		if len(words) > longest && s.stands(i, words) {
			longest = len(words)
		}
	}
	if longest == 0 {
		return 0
	}
	return i + longest
}

// stands tells that the words stand at token i without punctuation inside.
func (s *speaker) stands(i int, words []string) bool {
	if i < 0 || !s.follows(i, words) {
		return false
	}
	for k := 1; k < len(words); k++ {
		if gap := trimBlanks(s.gaps[i+k]); gap != "" && gap != "'" && gap != "-" {
			return false
		}
	}
	return true
}

// portion is the part that one of the sayings at token i stands for, and the token after it; the longest counts.
func (s *speaker) portion(i int, all []portion) (part int64, end int) {
	for _, p := range all {
		if i+len(p.words) > end && s.stands(i, p.words) {
			part, end = p.part, i+len(p.words)
		}
	}
	return part, end
}

// touches tells that nothing but blanks, a hyphen or an apostrophe stands before token i.
func (s *speaker) touches(i int) bool {
	if i <= 0 || i >= len(s.tokens) {
		return false
	}
	gap := trimBlanks(s.gaps[i])
	return gap == "" || gap == "-" || gap == "'"
}

// is tells that token i touches the one before and is in the set.
func (s *speaker) is(i int, words map[string]bool) bool {
	return s.touches(i) && words[s.words[i]]
}

func (s *speaker) speech(i int) *speech { return speechOf(s.tongue(i)) }
