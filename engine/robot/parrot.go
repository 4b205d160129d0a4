package robot

import "proba/engine"

// mostEchoes is how often a parrot repeats before it closes.
const mostEchoes = 30

// parrot says what the customer has just said.
func parrot() Player {
	return talker{
		say: func(v View, n int) (string, bool) {
			line := lastLine(v.Log)
			return line, line != "" && n < mostEchoes
		},
		argue: func(v View, _ int) string { return lastLine(v.Log) },
	}
}

func lastLine(log []engine.Event) string {
	for i := len(log) - 1; i >= 0; i-- {
		if f, ok := log[i].Fact.(engine.CustomerSaid); ok {
			return f.Text
		}
	}
	return ""
}
