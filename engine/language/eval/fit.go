package eval

import "math"

// Fitted is one decision to learn from: the evidence, the truth, and how much it counts.
type Fitted struct {
	Evidence []float64
	Truth    bool
	Weight   float64
}

// Fit finds the weights of a logistic regression on the decisions by plain gradient descent with momentum. A weight
// whose sign is given as 1 or -1 never takes the other one; 0 leaves it free. It is how the constants of the
// recogniser were found.
func Fit(all []Fitted, signs []float64, decay float64) []float64 {
	n := len(signs)
	weights, speed := make([]float64, n), make([]float64, n)
	total := 0.0
	for _, f := range all {
		total += f.Weight
	}
	for range 3000 {
		gradient := slope(all, weights)
		for i := range weights {
			g := gradient[i]/total + decay*weights[i]
			if i == 0 {
				g = gradient[i] / total
			}
			speed[i] = 0.9*speed[i] - 0.5*g
			weights[i] += speed[i]
			if signs[i]*weights[i] < 0 {
				weights[i], speed[i] = 0, 0
			}
		}
	}
	return weights
}

func slope(all []Fitted, weights []float64) []float64 {
	gradient := make([]float64, len(weights))
	for _, f := range all {
		sum := 0.0
		for i, v := range f.Evidence {
			sum += weights[i] * v
		}
		miss := 1 / (1 + math.Exp(-sum))
		if f.Truth {
			miss--
		}
		for i, v := range f.Evidence {
			gradient[i] += f.Weight * miss * v
		}
	}
	return gradient
}
