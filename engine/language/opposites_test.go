package language

import (
	"slices"
	"testing"
)

func TestOppositesAreConcepts(t *testing.T) {
	known := map[string]bool{}
	for _, cells := range allConceptRows(t) {
		known[cells[0]] = true
	}
	for _, cells := range conceptRows(oppositeTable) {
		if len(cells) != 2 || cells[0] == cells[1] {
			t.Errorf("the row %v is no pair of two names", cells)
			continue
		}
		for _, name := range cells {
			if !known[name] {
				t.Errorf("%s | %s: no concept is called %s", cells[0], cells[1], name)
			}
		}
	}
	for name, contraries := range shippedOpposites() {
		if len(slices.Compact(slices.Clone(contraries))) != len(contraries) {
			t.Errorf("a contrary of %s stands twice: %v", name, contraries)
		}
	}
}

func TestContrariesHoldBothWays(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"open", "close", true},
		{"close", "open", true},
		{"open", "open", false},
		{"open", "rise_increase", false},
		{"open", "no such concept", false},
		{"", "", false},
	}
	for _, tt := range tests {
		if got := slices.Contains(contrariesOf(tt.a), tt.b); got != tt.want {
			t.Errorf("%q is a contrary of %q: %v, want %v", tt.b, tt.a, got, tt.want)
		}
	}
}
