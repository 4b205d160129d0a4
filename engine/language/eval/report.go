package eval

import "sort"

// Report holds the decisions of a plan by turn and by call.
type Report struct {
	Turn, Call Tally
	// Flagged counts the honest turns, those that say a phrase, on which a guard was raised all the same.
	Flagged Share
}

// Tally counts decisions against the truth.
type Tally struct {
	// Counts by decision (0 no, 1 unsure, 2 met) and truth (0 no, 1 yes).
	Counts [3][2]int
	scored []scored
	// Fitted are the decisions whose judge told its evidence.
	Fitted []Fitted
}

type scored struct {
	score float64
	truth bool
}

func (t *Tally) add(o Opinion, truth bool) {
	decision, is := 0, 0
	if o.Unsure {
		decision = 1
	}
	if o.Met {
		decision = 2
	}
	if truth {
		is = 1
	}
	t.Counts[decision][is]++
	t.scored = append(t.scored, scored{o.Score, truth})
	if o.Evidence != nil {
		t.Fitted = append(t.Fitted, Fitted{o.Evidence, truth, 1})
	}
}

// Merge counts the decisions of other as well.
func (t *Tally) Merge(other Tally) {
	for decision, c := range other.Counts {
		t.Counts[decision][0] += c[0]
		t.Counts[decision][1] += c[1]
	}
	t.scored = append(t.scored, other.scored...)
	t.Fitted = append(t.Fitted, other.Fitted...)
}

// Decided is kappa on what was not sent to review.
func (t *Tally) Decided() float64 {
	return kappa(t.Counts[2][1], t.Counts[2][0], t.Counts[0][1], t.Counts[0][0])
}

// Review is the share sent to review.
func (t *Tally) Review() float64 {
	unsure, all := t.Counts[1][0]+t.Counts[1][1], 0
	for _, c := range t.Counts {
		all += c[0] + c[1]
	}
	return float64(unsure) / float64(max(1, all))
}

// Forced is kappa when nothing may be sent to review: met from the score on.
func (t *Tally) Forced(from float64) float64 {
	var c [2][2]int
	for _, s := range t.scored {
		c[index(s.score >= from)][index(s.truth)]++
	}
	return kappa(c[1][1], c[1][0], c[0][1], c[0][0])
}

func index(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Best is the greatest kappa any single bound on the score reaches, and that bound.
func (t *Tally) Best() (best, from float64) {
	for i := 1; i < 100; i++ {
		if k := t.Forced(float64(i) / 100); k > best {
			best, from = k, float64(i)/100
		}
	}
	return best, from
}

// Precision, Recall and F1 of what counts as met, unsure counting as not.
func (t *Tally) Precision() float64 { return ratio(t.Counts[2][1], t.Counts[2][0]) }

// Recall is the share of the true ones that were met.
func (t *Tally) Recall() float64 {
	return ratio(t.Counts[2][1], t.Counts[0][1]+t.Counts[1][1])
}

// F1 is the harmonic mean of both.
func (t *Tally) F1() float64 {
	p, r := t.Precision(), t.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// CalibrationError is the mean gap between score and truth over ten bins, weighted by their size.
func (t *Tally) CalibrationError() float64 {
	var sum, truth [10]float64
	for _, s := range t.scored {
		bin := min(9, int(s.score*10))
		sum[bin] += s.score
		truth[bin] += float64(index(s.truth))
	}
	gap := 0.0
	for i := range sum {
		gap += max(sum[i]-truth[i], truth[i]-sum[i])
	}
	return gap / float64(max(1, len(t.scored)))
}

// Banded is kappa when the share nearest to the best bound goes to review.
func (t *Tally) Banded(share float64) float64 {
	_, from := t.Best()
	all := append([]scored(nil), t.scored...)
	sort.SliceStable(all, func(i, j int) bool { return far(all[i].score, from) > far(all[j].score, from) })
	kept := Tally{scored: all[:len(all)-int(share*float64(len(all)))]}
	return kept.Forced(from)
}

func far(score, from float64) float64 {
	if score >= from {
		return (score - from) / (1 - from)
	}
	return (from - score) / from
}

func ratio(good, bad int) float64 {
	if good+bad == 0 {
		return 0
	}
	return float64(good) / float64(good+bad)
}

// kappa is Cohen's kappa of a two by two table.
func kappa(both, first, second, none int) float64 {
	n := float64(both + first + second + none)
	if n == 0 {
		return 0
	}
	agreed := float64(both+none) / n
	yes := float64(both+first) / n * float64(both+second) / n
	no := float64(second+none) / n * float64(first+none) / n
	if yes+no == 1 {
		return 0
	}
	return (agreed - yes - no) / (1 - yes - no)
}
