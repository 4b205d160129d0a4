package scenarios

// GraphLabels are the words of a drawn or written graph.
type GraphLabels struct {
	Start, End, Unreachable, DeadEnd string
	// Otherwise, Nothing and Over are the reasons of arrows without a condition.
	Otherwise, Nothing, Over string
	// Stays stands after the number of reactions that wait again.
	Stays string
	// Beats stands after the number of beats.
	Beats string
}

// GraphLabelsIn returns the words in a language of the authors; English for any other.
func GraphLabelsIn(lang string) GraphLabels {
	if _, ok := messageTexts()[lang]; !ok {
		lang = "en"
	}
	noun := func(id string) string { return messageTexts()[lang]["noun.graph-"+id].message }
	return GraphLabels{
		Start: noun("start"), End: Keyword("effect.end", lang), Unreachable: noun("unreachable"), DeadEnd: noun("dead-end"),
		Otherwise: Keyword("label.otherwise", lang), Nothing: noun("nothing"), Over: noun("over"),
		Stays: noun("stays"), Beats: noun("beats"),
	}
}

// reason words why an arrow is taken.
func (l GraphLabels) reason(r GraphReason) string {
	switch r.Kind {
	case ReasonOtherwise:
		return l.Otherwise
	case ReasonNothing:
		return l.Nothing
	case ReasonOver:
		return l.Over
	default:
		return r.Text
	}
}
