package language

import (
	"sort"
	"strings"
)

// restatement is a reply with the facts of a phrase in the words of their author: the facts decide whether a value is
// right, so the model, which knows the author's notation only, need not be put off by another one.
type restatement struct {
	*reading
	source *reading
	edits  []edit
}

// edit replaces the characters [from,to) of the source by so many others.
type edit struct {
	from, to, length int
	value            string
}

// restate reads a reply with the facts of a phrase as their author wrote them; nil when nothing changes.
func (r *Recogniser) restate(i int, reading *reading) *restatement {
	if len(r.phrases[i].facts) == 0 {
		return nil
	}
	if known, ok := reading.restated[i]; ok {
		return known
	}
	if reading.restated == nil {
		reading.restated = map[int]*restatement{}
	}
	reading.restated[i] = r.newRestatement(r.edits(i, reading), reading)
	return reading.restated[i]
}

func (r *Recogniser) newRestatement(edits []edit, source *reading) *restatement {
	if len(edits) == 0 {
		return nil
	}
	var b strings.Builder
	at := 0
	for _, e := range edits {
		b.WriteString(string(source.source[at:e.from]))
		b.WriteString(e.value)
		at = e.to
	}
	b.WriteString(string(source.source[at:]))
	for _, known := range source.restated {
		if known != nil && known.reply.Text == b.String() {
			return known // of another phrase with the same fact
		}
	}
	reply := source.reply
	reply.Text = b.String()
	said := r.read(reply)
	if said.language != source.language {
		return nil
	}
	return &restatement{reading: said, source: source, edits: edits}
}

// edits lists where facts stand in another notation than their author's, from left to right.
func (r *Recogniser) edits(i int, reading *reading) []edit {
	var all []edit
	for _, name := range r.phrases[i].facts {
		want, known := reading.facts[name]
		if !known {
			continue
		}
		from, to := reading.where(want)
		if from < 0 {
			continue
		}
		value := r.notation(i, name, reading)
		taught := value != ""
		if !taught {
			value = strings.TrimSpace(reading.reply.Facts[name])
		}
		words := foldedWords(value)
		if joinWords(words) == reading.folded(from, to) || !taught && sameFigures(words, reading.tokens[from:to]) {
			continue
		}
		span := reading.spanWithSigns(from, to)
		all = append(all, edit{span[0], span[1], len([]rune(value)), value})
	}
	sort.Slice(all, func(i, j int) bool { return all[i].from < all[j].from })
	for i := 1; i < len(all); i++ {
		if all[i].from < all[i-1].to {
			return nil // two facts in the same words
		}
	}
	return all
}

// sameFigures tells that the same figures stand in both: what differs is only the unit's name or sign, or nothing.
func sameFigures(value []string, said []token) bool {
	i := 0
	for _, tok := range said {
		if !tok.numeric {
			continue
		}
		for i < len(value) && !hasDigit(value[i]) {
			i++
		}
		if i == len(value) || value[i] != tok.text {
			return false
		}
		i++
	}
	for i < len(value) && !hasDigit(value[i]) {
		i++
	}
	return i == len(value) && hasDigit(joinWords(value))
}

// notation is how the examples of a phrase write a fact's value most often; "" when none holds it.
func (r *Recogniser) notation(i int, name string, reading *reading) string {
	value, language := reading.reply.Facts[name], reading.language
	key := notationKey{phrase: i, fact: name, value: valueKey{text: value, language: language}}
	return r.memory.notation(key, func() string {
		counts, best := map[string]int{}, ""
		for _, u := range r.phrases[i].examples {
			if !contains(u.languages, language) {
				continue
			}
			example := readWith(&r.memory, Reply{Text: u.text, Typed: true, Facts: map[string]string{name: value}}, []string{language})
			from, to := example.where(example.facts[name])
			if from < 0 {
				continue
			}
			span := example.spanWithSigns(from, to)
			words := string(example.source[span[0]:span[1]])
			if counts[words]++; counts[words] > counts[best] {
				best = words
			}
		}
		return best
	})
}

// back gives a place in the restated reply as the place in the reply itself.
func (s *restatement) back(span [2]int) [2]int {
	return [2]int{s.position(span[0], false), s.position(span[1], true)}
}

// position maps a character; one inside a replaced value stands for the value's beginning, or for its end.
func (s *restatement) position(at int, end bool) int {
	shift := 0
	for _, e := range s.edits {
		from := e.from + shift
		switch {
		case at <= from && !(end && at == from), at < from:
			return at - shift
		case at < from+e.length || at == from+e.length && end:
			if end {
				return e.to
			}
			return e.from
		}
		shift += e.length - (e.to - e.from)
	}
	return at - shift
}

// inOwnWords puts a hearing of the restated reply into the words of the trainee.
func (s *restatement) inOwnWords(h Hearing) Hearing {
	h.Span = s.back(h.Span)
	h.Words = string(s.source.source[h.Span[0]:h.Span[1]])
	h.Sentence = s.sentence(h.Sentence-1) + 1
	return h
}

// sentence is the sentence of the reply itself in which one of the restated reply begins.
func (s *restatement) sentence(restated int) int {
	at := s.position(s.sentences[restated].start, false)
	for i, own := range s.source.sentences {
		if at < own.end {
			return i
		}
	}
	return max(0, len(s.source.sentences)-1)
}

// refused tells which sentences of the restated reply begin in a refused one.
func (s *restatement) refused(own []bool) []bool {
	all := make([]bool, len(s.sentences))
	for i := range all {
		all[i] = own[s.sentence(i)]
	}
	return all
}
