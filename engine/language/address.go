package language

import (
	"slices"
	"strings"
	"unicode"
)

// AddressForm is how a sentence addresses the person it is said to.
type AddressForm string

// The forms of address. Where a word may as well speak of somebody else ("lei" as she, "Sie" as they, "su" as his), the
// sentence is unclear rather than guessed at.
const (
	FormalAddress   AddressForm = "formal"   // Lei, dumneavoastră, Вы, Sie, vous, usted
	InformalAddress AddressForm = "informal" // tu, ты, du, tú
	MixedAddress    AddressForm = "mixed"    // both in one sentence
	UnclearAddress  AddressForm = "unclear"
)

// Address is how one sentence addresses somebody, with the words it rests on.
type Address struct {
	Form AddressForm
	// Sentence is its number in the text, from 1; Span the place of Words in the text, in characters.
	Sentence int
	Span     [2]int
	Words    string
}

// HasAddressForms tells whether a language has two ways of addressing somebody that are known here; English has not.
func HasAddressForms(language string) bool {
	_, ok := addressForms(language)
	return ok
}

// Addresses tells of every sentence of a text that addresses somebody how it does so, in order. It goes by words, their
// capitals and their neighbours alone, and is the same for the same text. None for a language without forms of address.
func Addresses(s string, typed bool, language string) []Address {
	forms, ok := addressForms(language)
	if !ok {
		return nil
	}
	characters := []rune(s)
	words := Words(s)
	capitals := strings.ToUpper(s) != s && strings.ToLower(s) != s
	var all []Address
	for i, sentence := range Sentences(s, typed, []string{language}) {
		var in []addressWord
		for _, w := range words {
			if sentence.Span[0] <= w.Span[0] && w.Span[1] <= sentence.Span[1] {
				in = append(in, addressWord{w, string(characters[w.Span[0]:w.Span[1]])})
			}
		}
		c := clause{words: in, capitals: capitals, question: asks(characters, sentence.Span), text: characters}
		if a, ok := c.address(forms); ok {
			a.Sentence = i + 1
			all = append(all, a)
		}
	}
	return all
}

func asks(text []rune, span [2]int) bool {
	end := strings.TrimRight(string(text[span[0]:span[1]]), " \"»”)")
	return strings.HasSuffix(end, "?")
}

// addressWord is a word folded, and as it was written.
type addressWord struct {
	Word
	written string
}

func (w addressWord) capital() bool {
	first := []rune(w.written)[0]
	return unicode.IsUpper(first)
}

// clause is a sentence whose words are looked at.
type clause struct {
	words []addressWord
	// capitals tells that the text has small and capital letters, so that a capital says something.
	capitals, question bool
	text               []rune
}

// mark is a word that tells the form of address.
type addressMark struct {
	form     AddressForm
	from, to int // words
}

// address puts the marks of a sentence together: a clear one decides over unclear ones.
func (c clause) address(forms addressTable) (Address, bool) {
	var first [3]*addressMark
	kinds := []AddressForm{FormalAddress, InformalAddress, UnclearAddress}
	for i := range c.words {
		if m, ok := c.mark(forms, i); ok {
			if k := slices.Index(kinds, m.form); first[k] == nil {
				first[k] = &m
			}
		}
	}
	switch {
	case first[0] != nil && first[1] != nil:
		return c.cite(MixedAddress, *first[1]), true
	case first[0] != nil:
		return c.cite(FormalAddress, *first[0]), true
	case first[1] != nil:
		return c.cite(InformalAddress, *first[1]), true
	case first[2] != nil:
		return c.cite(UnclearAddress, *first[2]), true
	}
	return Address{}, false
}

func (c clause) cite(form AddressForm, m addressMark) Address {
	span := [2]int{c.words[m.from].Span[0], c.words[m.to].Span[1]}
	return Address{Form: form, Span: span, Words: string(c.text[span[0]:span[1]])}
}

// mark reads the word at i: with the one after it, by its capital, as the imperative a sentence begins with, or by itself.
func (c clause) mark(forms addressTable, i int) (addressMark, bool) {
	w := c.words[i]
	if i+1 < len(c.words) {
		next := c.words[i+1].Text
		switch {
		case forms.acts[w.Text][next]:
			return addressMark{FormalAddress, i, i + 1}, true
		case forms.unclearBefore[w.Text][next]:
			return addressMark{UnclearAddress, i, i + 1}, true
		}
	}
	if forms.capital[w.Text] && c.capitals && w.capital() && i > 0 && (i+1 == len(c.words) || !c.words[i+1].capital() || !forms.article[w.Text]) {
		return addressMark{FormalAddress, i, i}, true
	}
	if form, ok := c.imperative(forms, i); ok {
		return addressMark{form, i, i}, true
	}
	if forms.except != nil && forms.except(c, i) {
		return addressMark{}, false
	}
	switch {
	case forms.formal[w.Text]:
		if slices.ContainsFunc(c.words, func(o addressWord) bool { return forms.several[o.Text] }) {
			return addressMark{UnclearAddress, i, i}, true // several people are addressed
		}
		return addressMark{FormalAddress, i, i}, true
	case forms.informal[w.Text]:
		return addressMark{InformalAddress, i, i}, true
	case forms.unclear[w.Text]:
		return addressMark{UnclearAddress, i, i}, true
	}
	return addressMark{}, false
}

// imperative reads a polite imperative that a sentence begins with, perhaps after a word such as "mi" or "non". In a question
// the same word may be another form of the verb.
func (c clause) imperative(forms addressTable, i int) (AddressForm, bool) {
	if !forms.imperative[c.words[i].Text] || i > 2 {
		return "", false
	}
	for _, before := range c.words[:i] {
		if !forms.lead[before.Text] {
			return "", false
		}
	}
	if c.question {
		return UnclearAddress, true
	}
	return FormalAddress, true
}
