package language

import "math"

// The functions below are exact or built from exact steps, so that weights have the same bits on every machine.
// Products that are added are converted first, which forbids fused multiply-add.

// root is the square root; IEEE 754 defines every bit of it.
func root(x float64) float64 { return math.Sqrt(x) }

// sigmoid is 1/(1+e^-x), from a fixed series rather than from the machine's exponential.
func sigmoid(x float64) float64 {
	if x < 0 {
		return 1 - sigmoid(-x)
	}
	return 1 / (1 + expNegative(min(x, 40)))
}

// expNegative is e^-x for x from 0 to 40: e^-(x/1024), by its series, squared ten times.
func expNegative(x float64) float64 {
	y := -x / 1024
	sum, term := 1.0, 1.0
	for k := 1; k <= 8; k++ {
		term = float64(term*y) / float64(k)
		sum += term
	}
	for range 10 {
		sum = float64(sum * sum)
	}
	return sum
}

// hundredths rounds a probability to steps of 0.01.
func hundredths(p float64) float64 { return math.Floor(p*100+0.5) / 100 }
