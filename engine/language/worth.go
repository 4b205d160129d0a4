package language

// worths are what the words of a reply are worth to those of the samples, each pair compared once although many windows and
// samples hold it.
type worths struct {
	lexemes []lexeme
	rows    [][]float64 // by number of the sample's word, over all words of the reply; nil before it was asked
	// What follows is used again by every alignment.
	taken        []bool
	pairs, heavy [][2]int
}

// newWorths prepares to compare the words of a reply with those of the samples, of which there are so many different ones.
func newWorths(reply []lexeme, words int) *worths {
	return &worths{lexemes: reply, rows: make([][]float64, words), taken: make([]bool, len(reply))}
}

func (w *worths) row(e *lexeme) []float64 {
	if w.rows[e.number] == nil {
		row := make([]float64, len(w.lexemes))
		for j := range w.lexemes {
			row[j] = pairWorth(e, &w.lexemes[j])
		}
		w.rows[e.number] = row
	}
	return w.rows[e.number]
}

// free gives so many marks, none of them set.
func (w *worths) free(n int) []bool {
	taken := w.taken[:n]
	clear(taken)
	return taken
}

// wordNumbers numbers the words of samples: the same text with the same concepts has the same number.
type wordNumbers map[string]int

func (n wordNumbers) number(lexemes []lexeme) {
	for i := range lexemes {
		key := joinWords(append([]string{lexemes[i].text}, lexemes[i].concepts...))
		number, ok := n[key]
		if !ok {
			number = len(n)
			n[key] = number
		}
		lexemes[i].number = number
	}
}
