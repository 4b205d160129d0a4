package language

import "testing"

// A memory outlives the day: what "tomorrow" means is remembered for the day it was read on alone.
func TestRememberedFactsFollowTheDay(t *testing.T) {
	known := &memory{}
	for _, test := range []struct {
		today string
		want  Value
	}{
		{"2026-03-12", Value{Kind: KindDate, Year: 2026, Month: 3, Day: 13}},
		{"2026-03-31", Value{Kind: KindDate, Year: 2026, Month: 4, Day: 1}},
		{"2026-03-12", Value{Kind: KindDate, Year: 2026, Month: 3, Day: 13}},
	} {
		if got := known.value("domani", "it", test.today); !got.Equal(test.want) {
			t.Errorf("value(domani, it, %q) = %v, want %v", test.today, got, test.want)
		}
	}
	if got := known.value("domani", "it", ""); got.Kind != KindText {
		t.Errorf("value(domani, it) without a day = %v, want a text", got)
	}
}
