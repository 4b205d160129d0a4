package grading

import (
	"strconv"
	"time"

	"proba/scenarios"
)

// figure is a measure taken: what it came to, and the events that decided it.
type figure struct {
	holds       bool
	have, limit string
	// worst are the events behind the figure, in order: the longest silence, the late replies.
	worst []position
	// shown are the sentences a measure of words rests on.
	shown []addressed
	// late tells that those events broke the measure.
	late bool
}

// measure takes a figure over the contact (SEMANTICS 40). Without a reply there is no measure: none of them holds,
// and the figure is empty. Comparisons are exact, limits include their end.
func (j judge) measure(m scenarios.Measure) figure {
	if len(j.replies) == 0 || j.debrief > 0 {
		return figure{limit: j.limitOf(m)}
	}
	if i, ok := indexOf(m); ok {
		return j.legibility(i)
	}
	switch m := m.(type) {
	case scenarios.AddressesAs:
		return j.addresses(m)
	case scenarios.Understood:
		return atLeastShare(j.understood(), m.Percent)
	case scenarios.Speaks:
		return atLeastShare(j.speaks(m.Language), m.Percent)
	case scenarios.FullSentences:
		return atLeastShare(j.fullSentences(), m.Percent)
	case scenarios.WordsPerSentence:
		return j.wordsPerSentence(m.AtMost)
	case scenarios.LongestSilence:
		return j.longestSilenceAtMost(m.AtMost)
	case scenarios.HoldTime:
		return j.atMostTime(j.holdTime(), m.AtMost)
	case scenarios.HandlingTime:
		return j.atMostTime(j.keyFigures().Handling.Duration(), m.AtMost)
	case scenarios.RepliesWithin:
		return j.repliesWithin(m.For)
	default: // the measures of shifts, which no single contact can keep
		return figure{}
	}
}

// atLeastShare compares a share with a minimum. A share of nothing does not hold: there was nothing to judge.
func atLeastShare(s Share, minimum int) figure {
	return figure{holds: s.Of > 0 && s.Reaches(minimum), have: s.Show(minimum), limit: strconv.Itoa(minimum) + "%"}
}

func (j judge) atMostTime(have, atMost time.Duration) figure {
	limit := j.stretched(atMost)
	return figure{holds: have <= limit, have: seconds(have), limit: seconds(limit)}
}

// seconds writes a time for people: "8 s", "12.4 s". Milliseconds that matter are kept, so that a figure never shows
// as keeping a limit it breaks.
func seconds(d time.Duration) string {
	return strconv.FormatFloat(float64(d.Milliseconds())/1000, 'f', -1, 64) + " s"
}

// limitOf is a measure's limit as shown, for figures that could not be taken.
func (h *history) limitOf(m scenarios.Measure) string {
	percent := func(n int) string { return strconv.Itoa(n) + "%" }
	if i, ok := indexOf(m); ok {
		return strconv.Itoa(i.limit)
	}
	switch m := m.(type) {
	case scenarios.Understood:
		return percent(m.Percent)
	case scenarios.Speaks:
		return percent(m.Percent)
	case scenarios.FullSentences:
		return percent(m.Percent)
	case scenarios.WordsPerSentence:
		return strconv.Itoa(m.AtMost)
	case scenarios.AddressesAs:
		return percent(m.Percent)
	case scenarios.LongestSilence:
		return seconds(h.stretched(m.AtMost))
	case scenarios.HoldTime:
		return seconds(h.stretched(m.AtMost))
	case scenarios.HandlingTime:
		return seconds(h.stretched(m.AtMost))
	case scenarios.RepliesWithin:
		return seconds(h.stretched(m.For))
	default:
		return ""
	}
}

// understood are the replies the customer understood, of all.
func (h *history) understood() Share {
	s := Share{Of: len(h.replies)}
	for _, r := range h.replies {
		if r.Understood {
			s.Earned++
		}
	}
	return s
}

// speaks are the sentences of three or more words in a language, of those whose language is decided.
func (h *history) speaks(lang string) Share {
	var s Share
	for _, r := range h.replies {
		for _, sentence := range r.Sentences {
			if sentence.Words < 3 || sentence.Language == "" {
				continue
			}
			s.Of++
			if sentence.Language == lang {
				s.Earned++
			}
		}
	}
	return s
}

// fullSentences are the sentences with at least 12 % function words, of those of three or more words.
func (h *history) fullSentences() Share {
	var s Share
	for _, r := range h.replies {
		for _, sentence := range r.Sentences {
			if sentence.Words < 3 {
				continue
			}
			s.Of++
			if sentence.FunctionWords*100 >= 12*sentence.Words {
				s.Earned++
			}
		}
	}
	return s
}

// wordsPerSentence is all words over all sentences.
func (h *history) wordsPerSentence(atMost int) figure {
	words, sentences := 0, 0
	for _, r := range h.replies {
		for _, s := range r.Sentences {
			words += s.Words
			sentences++
		}
	}
	f := figure{limit: strconv.Itoa(atMost)}
	if sentences == 0 {
		return f
	}
	f.holds = words <= atMost*sentences
	f.have = tenths(words, sentences, !f.holds)
	return f
}

// tenths writes a quotient with one decimal. One that is over its limit is rounded up, so that it shows as over.
func tenths(a, b int, up bool) string {
	n := a * 10 / b
	if up && n*b < a*10 {
		n++
	}
	return strconv.Itoa(n/10) + "." + strconv.Itoa(n%10)
}
