package language

import "slices"

// copiedRun is how many consecutive words of a text in sight make a copy (GRADING 3).
const copiedRun = 6

// read takes a reply apart and marks in it what was copied from a text in the trainee's sight.
func (r *Recogniser) read(reply Reply) *reading {
	x := readWith(&r.memory, reply, r.languages)
	r.place(x)
	if len(x.tokens) < copiedRun {
		return x
	}
	words := make([]string, len(x.tokens))
	for i := range x.tokens {
		words[i] = x.tokens[i].text
	}
	for _, text := range reply.Quotable {
		markCopied(x.copied, words, r.memory.folded(text))
	}
	return x
}

// markCopied marks the words that stand in a run of six or more taken from the source.
func markCopied(copied []bool, words, source []string) {
	first := looks(words[:len(words)-copiedRun+1])
	for j := 0; j+copiedRun <= len(source); j++ {
		if !first.holds(glance(source[j])) {
			continue
		}
		for i := 0; i+copiedRun <= len(words); i++ {
			if words[i] != source[j] || !slices.Equal(words[i:i+copiedRun], source[j:j+copiedRun]) {
				continue
			}
			for k := range copiedRun {
				copied[i+k] = true
			}
		}
	}
}

// looks are what a glance tells of words: most words of a source are told by it not to be in a reply.
func looks(words []string) numberSet {
	set := make(numberSet, 256/64)
	for _, w := range words {
		set.add(int32(glance(w)))
	}
	return set
}

// glance is a number that differs for most words.
func glance(word string) int {
	if word == "" {
		return 0
	}
	return (int(word[len(word)-1])*7 + int(word[0]) + len(word)*31) & 255
}
