package language

// mostWindows bounds how many windows of a reply are judged, counted from its beginning.
const mostWindows = 120

// longestWhole is up to how many words a reply of three sentences and more is also one window: "Yes. Eighteen pounds. The
// coat." GRADING 3 says forty; more than two sentences at a time decided nothing on the judged replies and cost a tenth of
// the time.
const longestWhole = 14

// longestWindow is how many words a window may have; more is no sentence.
const longestWindow = 80

// window is a stretch of a reply that the model judges by itself: tokens [from,to) in the sentences [first,last].
type window struct{ from, to, first, last int }

// windows lists every sentence, each pair of neighbours, the whole reply when it is short, and the parts of long
// sentences between commas; none that holds a refused sentence.
func (r *reading) windows(refused []bool) []window {
	var all []window
	add := func(w window) {
		for s := w.first; s <= w.last; s++ {
			if refused[s] {
				return
			}
		}
		all = append(all, w)
	}
	n := len(r.sentences)
	for s := range n {
		add(r.window(s, s))
		for _, w := range r.segments(s) {
			add(w)
		}
	}
	for s := 0; s+1 < n; s++ {
		add(r.window(s, s+1))
	}
	if n > 2 && len(r.tokens) <= longestWhole {
		add(r.window(0, n-1))
	}
	return all[:min(len(all), mostWindows)]
}

func (r *reading) window(first, last int) window {
	return window{r.sentences[first].from, r.sentences[last].to, first, last}
}

// shortestSegment is how many words a part of a sentence needs to be judged by itself.
const shortestSegment = 3

// segments are the parts of a sentence between commas and clause ends, when it has more than one.
func (r *reading) segments(s int) []window {
	var all []window
	sentence := r.sentences[s]
	from := sentence.from
	for i := sentence.from + 1; i <= sentence.to; i++ {
		if i < sentence.to && r.commas[i] == r.commas[i-1] && r.tokens[i].clause == r.tokens[i-1].clause {
			continue
		}
		if i-from >= shortestSegment && i-from < sentence.to-sentence.from && !r.depends(from) {
			all = append(all, window{from, i, s, s})
		}
		from = i
	}
	return all
}

// depends tells that token i begins a clause that says nothing by itself: "that it takes so long", "if it were late".
func (r *reading) depends(i int) bool {
	word := r.tokens[i].text
	if r.tongue.that[word] {
		return true
	}
	known := shippedTraits.in(r.tongue.code)
	return known != nil && contains(known.words[word], "if")
}
