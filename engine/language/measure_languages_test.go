package language

import (
	"slices"
	"testing"

	"proba/scenarios"
)

// TestTheLinterKnowsWhichLanguagesMeasuresAreFor holds the list of the scenario language and the tables here together.
func TestTheLinterKnowsWhichLanguagesMeasuresAreFor(t *testing.T) {
	for _, code := range []string{"it", "ro", "ru", "en", "de", "fr", "es"} {
		for _, tt := range []struct {
			measure scenarios.Measure
			here    bool
		}{{scenarios.Flesch{}, HasFlesch(code)}, {scenarios.AddressesAs{}, HasAddressForms(code)}, {scenarios.Gulpease{}, code == "it"}} {
			if got := slices.Contains(scenarios.MeasureLanguages(tt.measure), code); got != tt.here {
				t.Errorf("the linter takes %T for %s: %v, want %v", tt.measure, code, got, tt.here)
			}
		}
	}
}
