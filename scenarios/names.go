package scenarios

import "slices"

// names is a set of names things can be called by: it gives the spelling of the thing's own heading.
type names struct {
	canonical map[string]string // by folded name
	all       []string          // in file order
	// more finds what has no heading of its own in the scenario; nil finds nothing. Others are what it may find.
	more   func(name string) (string, bool)
	others func() []string
}

func newNames() *names { return &names{canonical: map[string]string{}} }

// add notes a name; of two equal ones the first counts.
func (n *names) add(name string) {
	key := foldName(name)
	if _, known := n.canonical[key]; !known && key != "" {
		n.canonical[key] = name
		n.all = append(n.all, name)
	}
}

// alias lets a name be called by its old name too. The old one is not offered as what was probably meant.
func (n *names) alias(old, name string) { n.canonical[foldName(old)] = name }

// find returns the thing's own spelling.
func (n *names) find(name string) (string, bool) {
	own, ok := n.canonical[foldName(name)]
	if !ok && n.more != nil {
		return n.more(name)
	}
	return own, ok
}

// near returns the name that was probably meant; "" when none is near.
func (n *names) near(name string) string {
	if n.others == nil {
		return nearestOf(name, n.all)
	}
	return nearestOf(name, append(slices.Clip(n.all), n.others()...))
}
