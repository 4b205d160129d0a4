package language

import "testing"

func TestOppositesAreConcepts(t *testing.T) {
	known := map[string]bool{}
	for _, cells := range allConceptRows(t) {
		known[cells[0]] = true
	}
	rows := conceptRows(oppositeTable)
	if len(rows) != len(opposites) {
		t.Errorf("%d rows give %d pairs: a pair stands twice or has not two names", len(rows), len(opposites))
	}
	for pair := range opposites {
		if pair.a == pair.b {
			t.Errorf("%s is opposed to itself", pair.a)
		}
		for _, name := range []string{pair.a, pair.b} {
			if !known[name] {
				t.Errorf("%s | %s: no concept is called %s", pair.a, pair.b, name)
			}
		}
	}
}

func TestOpposedDoesNotDependOnTheOrder(t *testing.T) {
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
		if got := opposed(tt.a, tt.b); got != tt.want {
			t.Errorf("opposed(%q, %q) = %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}
