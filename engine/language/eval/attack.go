package eval

import (
	"sort"
	"strings"
)

// Attacks counts how many tries to fool a judge passed, by kind of attack.
type Attacks map[string]Share

// Share is so many out of so many.
type Share struct{ Passed, Tried int }

// Attack tries every phrase of rubrics drawn as in [Calls] and reports which attacks a judge took for the real thing
// without sending them to review.
func Attack(set *Set, plan Plan, train Maker) (Attacks, error) {
	attacks := Attacks{}
	for _, half := range plan.halves() {
		labels := halfOf(set.Labels, half)
		for n := range plan.Rubrics {
			draw := &chance{plan.Seed + uint64(1000*half+n)}
			if err := attacks.rubric(set, plan, train, draw, draw.sample(labels, rubricSize(labels))); err != nil {
				return nil, err
			}
		}
	}
	return attacks, nil
}

func (a Attacks) rubric(set *Set, plan Plan, train Maker, draw *chance, rubric []string) error {
	examples := make([][]string, len(rubric))
	for i, label := range rubric {
		examples[i] = draw.sample(set.Train[label], plan.Examples)
	}
	judge, err := train(set.Language, rubric, examples)
	if err != nil {
		return err
	}
	for i, label := range rubric {
		a.try("stuffed", judge(stuffed(examples[i]))[i])
		a.try("repeated", judge(repeated(examples[i]))[i])
		a.try("all examples shuffled", judge(shuffled(draw, strings.Join(examples[i], " ")))[i])
		a.try("title", judge(strings.ReplaceAll(label, "_", " "))[i])
	}
	return nil
}

func (a Attacks) try(kind string, o Opinion) {
	share := a[kind]
	share.count(o.Met)
	a[kind] = share
}

func (s *Share) count(passed bool) {
	s.Tried++
	if passed {
		s.Passed++
	}
}

// Percent is the share in hundredths, 0 when nothing was tried.
func (s Share) Percent() float64 { return 100 * float64(s.Passed) / float64(max(1, s.Tried)) }

// stuffed is the eight most frequent long words of the examples in alphabetical order.
func stuffed(examples []string) string {
	words := byFrequency(examples)
	words = words[:min(8, len(words))]
	sort.Strings(words)
	return strings.Join(words, " ")
}

// repeated is the most frequent long word eight times.
func repeated(examples []string) string {
	words := byFrequency(examples)
	if len(words) == 0 {
		return ""
	}
	return strings.TrimSpace(strings.Repeat(words[0]+" ", 8))
}

// longWord is from how many bytes on a word is taken for content.
const longWord = 5

func byFrequency(examples []string) []string {
	counts := map[string]int{}
	var words []string
	for _, w := range strings.Fields(strings.ToLower(strings.Join(examples, " "))) {
		w = strings.Trim(w, ".,;:!?\"'")
		if len(w) < longWord {
			continue
		}
		if counts[w]++; counts[w] == 1 {
			words = append(words, w)
		}
	}
	sort.SliceStable(words, func(i, j int) bool { return counts[words[i]] > counts[words[j]] })
	return words
}

func shuffled(draw *chance, text string) string {
	words := strings.Fields(text)
	return strings.Join(draw.sample(words, 30), " ")
}
