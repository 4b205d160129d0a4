package scenarios

// tests reports tests that check drawn words without saying which draw they mean: T409. The seed is then 1, and a line
// added later would change what is drawn.
func (s *scenarioLint) tests() {
	for _, t := range s.sc.Tests {
		if t.SeedGiven || s.sc.Seed != nil {
			continue
		}
		if quotesCustomer(t) && s.drawsLines() || s.drawsFacts() {
			s.at("T409", t.At, t.Name, details{"test": t.Name})
		}
	}
}

func quotesCustomer(t Test) bool {
	for _, step := range t.Steps {
		if _, ok := step.(CustomerSays); ok {
			return true
		}
	}
	return false
}

// drawsLines reports whether the seed chooses between wordings: two of a quotation with the same kind of label.
func (s *scenarioLint) drawsLines() bool {
	for _, b := range s.sc.Beats {
		for _, r := range b.Reactions {
			if drawn(r.Blocks) {
				return true
			}
		}
		if drawn(b.Blocks) || b.Otherwise != nil && drawn(b.Otherwise.Blocks) {
			return true
		}
	}
	return false
}

func drawn(blocks []Block) bool {
	for _, block := range blocks {
		seen := map[LineLabel]bool{}
		for _, line := range block.Lines {
			label := line.Label
			label.IfSaid.At = Pos{}
			if seen[label] {
				return true
			}
			seen[label] = true
		}
	}
	return false
}

func (s *scenarioLint) drawsFacts() bool {
	for _, f := range s.sc.Facts {
		for _, v := range s.variants {
			if len(f.Options(v)) > 1 {
				return true
			}
		}
	}
	return false
}
