package language

// orderEvidence is what tells speech from words thrown together, each within its bounds.
type orderEvidence [8]float64

// orderWeights weigh it, a constant first; fitted on honest replies against the same replies shuffled and stuffed and against
// heaps people wrote (docs/recognition.md).
var orderWeights = [...]weight{
	{"constant", 4.01, 1, 1},
	{"function words", -2.01, 0, 1},
	{"fluency", -2.89, 0, 1},
	{"direction", -3.66, 0, 1},
	{"length", -3.44, 0, 1},
	{"flow", -0.68, -4, 1.5},
	{"long flow", -4.05, -4, 1.5},
	{"long direction", -3.30, -1, 1},
}

// What stands in where too few pairs are known to say anything.
const (
	fewestPairs   = 4
	usualFluency  = 0.5
	usualForward  = 0.7
	longestOrder  = 20 // words from which on length says no more
	shortestOrder = 5  // words before order says anything
)

// thrownFrom is from which probability on a window is taken for words thrown together: about one honest reply in twenty is.
const thrownFrom = 0.57

// evidenceOfOrder reads the order of a window.
func (p pairs) evidenceOfOrder(window []lexeme) orderEvidence {
	fluency, known := p.fluency(window)
	if known < fewestPairs {
		fluency = usualFluency
	}
	forward, turned := p.direction(window)
	if turned < fewestPairs {
		forward = usualForward
	}
	length := float64(min(len(window), longestOrder)) / longestOrder
	flow := p.grammar.flow(window) - p.usual/2
	return orderEvidence{1, functionShare(window), fluency, forward, length, flow, flow * length,
		float64((forward - usualForward) * float64(min(turned, longestOrder)) / longestOrder)}
}

// disorder is how probably a window is words thrown together, 0 for fewer than five words.
func (p pairs) disorder(window []lexeme) float64 {
	if len(window) < shortestOrder {
		return 0
	}
	sum := 0.0
	for i, v := range p.evidenceOfOrder(window) {
		w := orderWeights[i]
		sum += float64(w.factor * clip(v, w.low, w.high))
	}
	return sigmoid(sum)
}

// oddFrom is from which probability on a window is odd enough for words in another order than the example's to count.
const oddFrom = 0.3

func (p pairs) disordered(window []lexeme) bool { return p.disorder(window) >= thrownFrom }

// OrderEvidence gives what the order of a reply's words says, as the numbers that are weighed, nil for a reply too short to tell
// or without a model in its language. It exists so that the weights can be fitted.
func (r *Recogniser) OrderEvidence(reply Reply) []float64 {
	reading := r.read(reply)
	m := r.models[reading.language]
	if m == nil || len(reading.tokens) < shortestOrder {
		return nil
	}
	e := m.pairs.evidenceOfOrder(reading.lexemes(m))
	for i, w := range orderWeights {
		e[i] = clip(e[i], w.low, w.high)
	}
	return e[:]
}

// OrderWeights gives what each number of [Recogniser.OrderEvidence] counts for, in the same order.
func OrderWeights() []float64 {
	weights := make([]float64, len(orderWeights))
	for i, w := range orderWeights {
		weights[i] = w.factor
	}
	return weights
}
