package eval

// chance is a small seeded generator (splitmix64): the same seed gives the same draws everywhere.
type chance struct{ state uint64 }

func (c *chance) next() uint64 {
	c.state += 0x9e3779b97f4a7c15
	z := c.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below draws a number from 0 to n-1.
func (c *chance) below(n int) int { return int(c.next() % uint64(n)) }

// sample draws up to n of the strings without repeating, and leaves the slice alone.
func (c *chance) sample(all []string, n int) []string {
	rest := append([]string(nil), all...)
	for i := range rest {
		j := i + c.below(len(rest)-i)
		rest[i], rest[j] = rest[j], rest[i]
	}
	return rest[:min(n, len(rest))]
}
