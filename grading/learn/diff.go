package learn

import (
	"fmt"
	"strings"
)

// context is how many lines stand around a change.
const context = 3

// Diff is the change as a unified diff, as patch and git take it.
func (c Change) Diff() string {
	old, fresh := strings.Split(c.Before, "\n"), strings.Split(c.After, "\n")
	added := additions(old, fresh)
	if len(added) == 0 {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "--- a/%s\n+++ b/%s\n", c.Path, c.Path)
	for i := 0; i < len(added); {
		from := max(0, added[i].before-context)
		shift := added[i].at - added[i].before // lines added above
		next := i + 1
		for next < len(added) && added[next].before-added[next-1].before <= 2*context {
			next++
		}
		to := min(lastLine(old), added[next-1].before+context)
		fmt.Fprintf(&b, "@@ -%d,%d +%d,%d @@\n", from+1, to-from, from+1+shift, to-from+next-i)
		for line := from; line <= to; line++ {
			for ; i < next && added[i].before == line; i++ {
				b.WriteString("+" + added[i].text + "\n")
			}
			if line < to {
				b.WriteString(" " + old[line] + "\n")
			}
		}
	}
	return b.String()
}

// addition is a line that was added: before which line of the old text, and at which of the new, both from 0.
type addition struct {
	before, at int
	text       string
}

// additions finds the lines that were added to a text of which no line is gone.
func additions(old, fresh []string) []addition {
	var all []addition
	i := 0
	for at, line := range fresh {
		if i < len(old) && line == old[i] {
			i++
			continue
		}
		all = append(all, addition{i, at, line})
	}
	return all
}

// lastLine is the number of lines, without the empty one after the last line end.
func lastLine(lines []string) int {
	if lines[len(lines)-1] == "" {
		return len(lines) - 1
	}
	return len(lines)
}
