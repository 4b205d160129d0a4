package prove

import (
	"strconv"

	"proba/engine"
	"proba/engine/language"
	"proba/scenarios"
)

// A pattern is too wide when it matches at least four of the customer's lines and at least one in three (P206).
const (
	wideLines = 4
	wideShare = 3
)

// widePatterns reports patterns of the scenario's own phrases that match the customer's lines, where a criterion gives
// points for the phrase: who repeats the customer would earn them.
func widePatterns(sc *engine.Script) []scenarios.Problem {
	patterns, phrases := scoredPatterns(sc)
	rec, err := language.New(phrases, language.Options{Languages: sc.Languages, Facts: sc.Facts})
	if err != nil || len(patterns) == 0 {
		return nil
	}
	lines := customerLines(sc)
	matched := make([]int, len(patterns))
	for _, text := range lines {
		heard := rec.Hear(language.Reply{Text: text, Typed: true, Facts: drawn(sc.Facts, firstVariant(sc), 0), Variant: firstVariant(sc)})
		for i, h := range heard.Hearings {
			if h.Verdict == language.Certain {
				matched[i]++
			}
		}
	}
	var problems []scenarios.Problem
	for i, n := range matched {
		if n >= wideLines && wideShare*n >= len(lines) {
			problems = append(problems, scenarios.NewProblem("P206", languageOf(sc.Meta), patterns[i].At, map[string]string{
				"pattern": patterns[i].Text, "n": strconv.Itoa(n), "of": strconv.Itoa(len(lines)),
			}))
		}
	}
	return problems
}

// scoredPatterns makes a phrase of each pattern that may earn points.
func scoredPatterns(sc *engine.Script) ([]scenarios.Pattern, []scenarios.Phrase) {
	wanted := func(c scenarios.Criterion) []scenarios.Item {
		c.NoneOf = nil
		return c.Items()
	}
	var patterns []scenarios.Pattern
	var phrases []scenarios.Phrase
	for _, p := range sc.Phrases {
		if p.Library != "" || !asks(sc.Criteria, p.Name, wanted) {
			continue
		}
		for _, written := range p.Patterns {
			phrases = append(phrases, scenarios.Phrase{
				Name: strconv.Itoa(len(phrases)), Patterns: []scenarios.Pattern{written}, OnlyPatterns: true, Languages: p.Languages,
			})
			patterns = append(patterns, written)
		}
	}
	return patterns, phrases
}

// customerLines are the wordings of the beats with the facts filled in.
func customerLines(sc *engine.Script) []string {
	s, _, err := engine.Start(sc, engine.Opening{Seed: robotSeed, Variant: firstVariant(sc), Instant: true})
	if err != nil {
		return nil
	}
	var lines []string
	for _, w := range sc.Wordings() {
		if _, own := sc.Beat(w.Beat); own {
			lines = append(lines, s.Fill(w.Line.Text))
		}
	}
	return lines
}

func firstVariant(sc *engine.Script) string {
	if len(sc.Variants) == 0 {
		return ""
	}
	return sc.Variants[0]
}
