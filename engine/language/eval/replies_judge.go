package eval

import "proba/engine/language"

// Sorted are decisions on judged replies, with the wrong replies that were accepted without review by sort of case.
type Sorted struct {
	Tally
	Passed Attacks
	// Flagged counts the right replies on which a guard was raised all the same.
	Flagged Share
}

// Merge counts the decisions of other as well.
func (s *Sorted) Merge(other Sorted) {
	s.Tally.Merge(other.Tally)
	if s.Passed == nil {
		s.Passed = Attacks{}
	}
	for sort, share := range other.Passed {
		s.Passed[sort] = s.Passed[sort].plus(share)
	}
	s.Flagged = s.Flagged.plus(other.Flagged)
}

func (s Share) plus(other Share) Share {
	return Share{s.Passed + other.Passed, s.Tried + other.Tried}
}

func (s *Sorted) decide(j Judged, o Opinion) {
	s.add(o, j.Met)
	if j.Met {
		s.Flagged.count(o.Flagged)
		return
	}
	s.Passed.try(j.Sort, o)
}

// Sort sorts what the recogniser heard.
func (s *Replies) Sort(heard []language.Hearing) Sorted {
	all := Sorted{Passed: Attacks{}}
	for i, h := range heard {
		all.decide(s.Judged[i], opinionOf(h))
	}
	return all
}

// With lets another judge decide the replies. It is taught what the recogniser is taught: examples by phrase, and the
// counter-examples of all phrases as one more, which nothing is judged by.
func (s *Replies) With(train Maker) (Sorted, error) {
	all := Sorted{Passed: Attacks{}}
	names := make([]string, 0, len(s.Phrases)+1)
	examples := make([][]string, 0, len(s.Phrases)+1)
	not := []string{} // none is still a list
	for _, p := range s.Phrases {
		var texts []string
		for _, u := range p.Examples {
			texts = append(texts, u.Text)
		}
		for _, u := range p.Not {
			not = append(not, u.Text)
		}
		names, examples = append(names, p.Name), append(examples, texts)
	}
	judge, err := train(s.Language, append(names, "none of them"), append(examples, not))
	if err != nil {
		return all, err
	}
	for _, j := range s.Judged {
		all.decide(j, judge(j.Text)[j.Phrase])
	}
	return all, nil
}
