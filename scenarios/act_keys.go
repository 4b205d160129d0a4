package scenarios

import (
	"slices"
	"unicode/utf8"
)

// An act of service is one thing under one key in every language. An author may add acts of his own, so a key nobody else
// has is no mistake by itself; one that is all but the same as a known one is (S014/act).

// mostWrong is how many letters of a key may be wrong to be taken for another.
const mostWrong = 2

// longestKey is how long a key can be that is compared, in bytes.
const longestKey = 100

// actKeys reports the keys of acts that were probably meant to be others.
func (l *loader) actKeys() {
	var shipped []string
	for _, f := range l.pack.Files {
		r := l.readers[f.Path]
		if r == nil || len(r.actKeys) == 0 {
			continue
		}
		if shipped == nil {
			shipped = l.shippedKeys()
		}
		own := make([]string, 0, len(r.actKeys))
		for _, ref := range r.actKeys {
			own = append(own, ref.Name)
		}
		for _, ref := range r.actKeys {
			if near := meantKey(ref.Name, shipped, own); near != "" {
				l.find.add("S014/act", ref.At, utf8.RuneCountInString(ref.Name), details{"name": ref.Name, "nearest": near})
			}
		}
		shipped = append(shipped, own...)
	}
}

// shippedKeys are the keys of the acts that were handed in.
func (l *loader) shippedKeys() []string {
	keys := []string{}
	for _, acts := range l.shipped {
		for _, f := range acts.set().files {
			for _, p := range f.library.Phrases {
				if p.Act != "" && !slices.Contains(keys, p.Act) {
					keys = append(keys, p.Act)
				}
			}
		}
	}
	return keys
}

// meantKey is the known key a key was probably meant to be; "" for one that is known, or is like none but those its own
// file has too.
func meantKey(key string, known, own []string) string {
	if slices.Contains(known, key) || len(key) > longestKey {
		return ""
	}
	best, bestCost := "", mostWrong*letterCost+1
	for _, k := range known {
		if abs(len(k)-len(key)) > mostWrong || slices.Contains(own, k) {
			continue
		}
		if cost := editCost([]rune(key), []rune(k)); cost < bestCost {
			best, bestCost = k, cost
		}
	}
	return best
}
