package scenarios

import (
	"slices"
	"strings"
)

// MeasureLanguages are the languages a measure can be taken in; nil for one that needs none in particular.
func MeasureLanguages(m Measure) []string {
	switch m.(type) {
	case Gulpease:
		return []string{"it"}
	case Flesch:
		return []string{"de", "en", "es", "fr", "ru"}
	case AddressesAs:
		return []string{"de", "es", "fr", "it", "ro", "ru"}
	}
	return nil
}

// ofReading tells the measures that count the words and stops of written sentences.
func ofReading(m Measure) bool {
	switch m.(type) {
	case Gulpease, Flesch, LIX:
		return true
	}
	return false
}

// style checks the measures of words: one that no language of the scenario has (C316), and one of writing where replies are
// spoken (C317).
func (s *scenarioLint) style() {
	for _, c := range s.marked {
		for _, item := range c.Items() {
			possible := MeasureLanguages(item.Measure)
			spoken := s.sc.Channel == Phone || s.sc.Channel == Counter
			switch {
			case possible != nil && !slices.ContainsFunc(s.sc.Languages, func(l string) bool { return slices.Contains(possible, l) }):
				code := Code("C316")
				if !ofReading(item.Measure) {
					code = "C316/address"
				}
				s.report(code, item.At, len([]rune(item.Text)), details{"text": item.Text,
					"languages": strings.Join(possible, ", "), "own": strings.Join(s.sc.Languages, ", ")})
			case spoken && ofReading(item.Measure):
				s.report("C317", item.At, len([]rune(item.Text)), details{"text": item.Text})
			}
		}
	}
}
