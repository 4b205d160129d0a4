package grading

import "time"

// longestSilenceAtMost compares every silence of the contact with a limit (SEMANTICS 31, 40).
func (j judge) longestSilenceAtMost(atMost time.Duration) figure {
	longest := j.longestSilence()
	f := j.atMostTime(max(0, longest.length()), atMost)
	if longest.ended > 0 {
		f.worst, f.late = []position{{event: longest.ended}}, !f.holds
	}
	return f
}

// longestSilence is the first of the longest; the zero span when there was none.
func (h *history) longestSilence() span {
	var longest span
	for _, s := range h.silences {
		if s.length() > longest.length() {
			longest = s.span
		}
	}
	return longest
}

// holdTime is all holds together.
func (h *history) holdTime() time.Duration {
	var sum time.Duration
	for _, s := range h.holds {
		sum += s.length()
	}
	return sum
}

// repliesWithin wants every first reply to a customer message in time, the first one from the start. A message that
// waited longer for nothing breaks it; one that is still waiting in time does not.
func (j judge) repliesWithin(within time.Duration) figure {
	limit := j.stretched(within)
	f := figure{holds: true, limit: seconds(limit)}
	var longest time.Duration
	for _, w := range j.waits {
		if w.length > limit {
			f.holds, f.late = false, true
			f.worst = append(f.worst, position{event: w.event})
		}
		if w.answered || w.length > limit {
			longest = max(longest, w.length)
		}
	}
	f.have = seconds(longest)
	return f
}
