package eval

import (
	"strings"

	"proba/engine/language"
	"proba/scenarios"
)

// Trained is the recogniser of this program, trained on a rubric.
func Trained(code string, names []string, examples [][]string) (*language.Recogniser, error) {
	phrases := make([]scenarios.Phrase, len(examples))
	for i, texts := range examples {
		phrases[i] = scenarios.Phrase{Name: strings.ReplaceAll(names[i], "_", " "), Languages: []string{code}}
		for _, text := range texts {
			phrases[i].Examples = append(phrases[i].Examples, scenarios.Utterance{Text: text})
		}
	}
	return language.New(phrases, language.Options{Languages: []string{code}})
}

// Recogniser makes a judge of the recogniser trained on a rubric.
func Recogniser(code string, names []string, examples [][]string) (Judge, error) {
	r, err := Trained(code, names, examples)
	if err != nil {
		return nil, err
	}
	return judgeOf(r), nil
}

func judgeOf(r *language.Recogniser) Judge {
	return func(turn string) []Opinion {
		heard := r.Hear(language.Reply{Text: turn, Typed: true})
		opinions := make([]Opinion, len(heard.Hearings))
		for i, h := range heard.Hearings {
			opinions[i] = opinionOf(h)
		}
		return opinions
	}
}

func opinionOf(h language.Hearing) Opinion {
	return Opinion{Met: h.Verdict.Heard(), Unsure: h.Verdict == language.Unsure, Score: h.Confidence, Flagged: len(h.Guards) > 0}
}
