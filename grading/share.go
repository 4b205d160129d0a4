package grading

import "strconv"

// Share is points earned of points possible. It is a fraction, never a float: 69.96 % does not reach 70 %.
type Share struct{ Earned, Of int }

// Percent is the nearest whole percent, halves up (SEMANTICS 45); 0 when Of is 0.
func (s Share) Percent() int {
	if s.Of <= 0 {
		return 0
	}
	return (200*s.Earned + s.Of) / (2 * s.Of)
}

// Reaches compares exactly with a minimum in percent. A share of nothing has no percentage and its minimum is left
// out, so it reaches every minimum (SEMANTICS 46).
func (s Share) Reaches(minimum int) bool {
	return s.Of <= 0 || s.Earned*100 >= minimum*s.Of
}

// Show writes the share for people, such as "76%". A share that would show as reaching a minimum it misses gets one
// decimal, cut: "69.6%" (SEMANTICS 45). "–" stands for a share of nothing.
func (s Share) Show(minimum int) string {
	if s.Of <= 0 {
		return "–"
	}
	if s.Percent() >= minimum && !s.Reaches(minimum) {
		tenths := s.Earned * 1000 / s.Of
		return strconv.Itoa(tenths/10) + "." + strconv.Itoa(tenths%10) + "%"
	}
	return strconv.Itoa(s.Percent()) + "%"
}

func (s Share) plus(earned, of int) Share { return Share{s.Earned + earned, s.Of + of} }
