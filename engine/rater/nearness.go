package rater

import (
	"encoding/json"
	"math"
	"slices"
)

// The fewest examples and counter-examples that tell near from far.
const (
	fewestExamples = 4
	fewestCounter  = 2
)

// neighbours is how many of the nearest texts a nearness is the mean of.
const neighbours = 3

// doubt is the part of the way between counter-examples and examples, on both sides of its middle, where nothing is said.
const doubt = 0.15

// judgement compares the texts of one question. Its figures are kept for whoever wants to know how a vote came about.
type judgement struct {
	vectors map[string][]float64
	said    []string
	found   []figure
}

// figure is the text nearest to a phrase: how near to the examples, how near to the counter-examples, and what was asked.
type figure struct {
	Phrase  string  `json:"phrase"`
	Text    string  `json:"text"`
	For     float64 `json:"for"`
	Against float64 `json:"against"`
	Middle  float64 `json:"middle"`
	Width   float64 `json:"width"`
	Opinion Opinion `json:"opinion"`
}

func (j *judgement) figures() string {
	text, err := json.Marshal(j.found)
	if err != nil {
		return "" // finite numbers and strings can always be written
	}
	return string(text)
}

// criterion is met when all items are, or one where one is enough. In doubt about what decides, it is void.
func (j *judgement) criterion(q Question) (Opinion, string) {
	var opinions []Opinion
	var quotes []string
	for _, item := range q.Items {
		o, quote := j.item(item)
		opinions, quotes = append(opinions, o), append(quotes, quote)
	}
	opinion := every(opinions)
	if q.OneEnough {
		opinion = some(opinions)
	}
	if i := slices.Index(opinions, opinion); opinion == Met && i >= 0 {
		return opinion, quotes[i]
	}
	return opinion, ""
}

func (j *judgement) item(item Item) (Opinion, string) {
	var opinions []Opinion
	quote := ""
	for _, clause := range item {
		var parts []Opinion
		text := ""
		for _, p := range clause {
			f := j.phrase(p)
			parts = append(parts, f.Opinion)
			text = f.Text
		}
		o := every(parts)
		if o == Met && quote == "" {
			quote = text
		}
		opinions = append(opinions, o)
	}
	return some(opinions), quote
}

func every(all []Opinion) Opinion {
	switch {
	case slices.Contains(all, NotMet):
		return NotMet
	case slices.Contains(all, Void) || len(all) == 0:
		return Void
	}
	return Met
}

func some(all []Opinion) Opinion {
	switch {
	case slices.Contains(all, Met):
		return Met
	case slices.Contains(all, Void) || len(all) == 0:
		return Void
	}
	return NotMet
}

// phrase finds what was said nearest to a phrase and judges it.
func (j *judgement) phrase(p Phrase) figure {
	s := j.scaleOf(p)
	best := figure{Phrase: p.Name, For: -1, Against: 1, Middle: round(s.middle), Width: round(s.width), Opinion: Void}
	for _, text := range j.said {
		f := best
		f.Text, f.For, f.Against = text, round(j.near(text, p.Examples)), round(j.near(text, p.Counter))
		if f.For-f.Against > best.For-best.Against {
			best = f
		}
	}
	best.Opinion = s.judge(best)
	j.found = append(j.found, best)
	return best
}

// round leaves a millionth, so that machines that add in another order come to the same.
func round(x float64) float64 { return math.Round(x*1e6) / 1e6 }

// phraseScale is what near means for one phrase and model: how the examples themselves differ from the counter-examples,
// each measured against the others.
type phraseScale struct {
	// middle lies between the two kinds, width is the way between them; not above zero where they are not apart.
	middle, width float64
	// near is how near the examples are to each other, but for the tenth that are furthest.
	near float64
}

func (j *judgement) scaleOf(p Phrase) phraseScale {
	var good, bad, near []float64
	for _, text := range p.Examples {
		to := j.near(text, without(p.Examples, text))
		near = append(near, to)
		good = append(good, to-j.near(text, p.Counter))
	}
	for _, text := range p.Counter {
		bad = append(bad, j.near(text, p.Examples)-j.near(text, without(p.Counter, text)))
	}
	low, high := quantile(bad, 0.5), quantile(good, 0.25)
	return phraseScale{middle: (low + high) / 2, width: high - low, near: quantile(near, 0.1)}
}

func (s phraseScale) judge(f figure) Opinion {
	switch difference := f.For - f.Against - s.middle; {
	case s.width <= 0:
		return Void
	case difference > doubt*s.width && f.For >= s.near:
		return Met
	case difference < -doubt*s.width || f.For < s.near-s.width:
		return NotMet
	}
	return Void
}

func without(all []string, text string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(s string) bool { return s == text })
}

// near is the mean cosine of a text to the nearest of others; 0 to none.
func (j *judgement) near(text string, others []string) float64 {
	var all []float64
	for _, other := range others {
		all = append(all, dot(j.vectors[text], j.vectors[other]))
	}
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	all = all[max(0, len(all)-neighbours):]
	sum := 0.0
	for _, x := range all {
		sum += x
	}
	return sum / float64(len(all))
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

// quantile is the value below which a part of the values lies.
func quantile(values []float64, part float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	return sorted[int(part*float64(len(sorted)-1))]
}
