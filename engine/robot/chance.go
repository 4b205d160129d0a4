package robot

// chance is a small generator of numbers (SplitMix64 by Sebastiano Vigna): the same seed gives the same numbers on any
// machine.
type chance struct{ state uint64 }

func newChance(seed int64) *chance { return &chance{state: uint64(seed)} }

func (c *chance) next() uint64 {
	c.state += 0x9e3779b97f4a7c15
	z := c.state
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9
	z = (z ^ (z >> 27)) * 0x94d049bb133111eb
	return z ^ (z >> 31)
}

// below gives a number from 0 to n-1; 0 for n below 1.
func (c *chance) below(n int) int {
	if n < 1 {
		return 0
	}
	return int(c.next() % uint64(n))
}

func shuffle[T any](c *chance, s []T) {
	for i := len(s) - 1; i > 0; i-- {
		j := c.below(i + 1)
		s[i], s[j] = s[j], s[i]
	}
}
