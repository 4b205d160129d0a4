package language

import "sync"

// memory keeps what comes back with every reply of a session: the words of the brief and of the customer's lines, the
// values of facts, and which words of the patterns a word of a reply is. What is kept follows from its key alone, so
// remembering changes no decision. The zero value is empty; it may be used by any number of goroutines.
type memory struct {
	mu     sync.Mutex
	words  map[string][]string
	values map[valueKey]Value
	// notations are how the examples of a phrase write the value of a fact.
	notations map[notationKey]string
	places    map[placeKey][]int32
	// rooms are what is written while a reply is heard and of no use afterwards.
	rooms sync.Pool
}

type notationKey struct {
	phrase int
	fact   string
	value  valueKey
}

// room is where the trials of one reply lie: some ten kilobytes that need not be new for each.
type room struct {
	trials   []trial
	hearings []Hearing
}

func (m *memory) takeRoom() *room {
	if r, ok := m.rooms.Get().(*room); ok {
		return r
	}
	return &room{}
}

// largestRoom is the most hearings a room may have and be kept: replies of many sentences are seldom.
const largestRoom = 512

// giveRoom empties a room, so that nothing of a reply is held, and keeps it for the next one.
func (m *memory) giveRoom(r *room) {
	if cap(r.hearings) > largestRoom {
		return
	}
	clear(r.trials)
	clear(r.hearings)
	m.rooms.Put(r)
}

// of returns empty trials, and hearings for each of them and each sentence.
func (r *room) of(phrases, sentences int) ([]trial, []Hearing) {
	r.trials, r.hearings = sized(r.trials, phrases), sized(r.hearings, phrases*sentences)
	return r.trials, r.hearings
}

// sized returns an empty list of the length, in the place of the old one where it fits.
func sized[T any](list []T, n int) []T {
	if cap(list) < n {
		return make([]T, n)
	}
	return list[:n]
}

// valueKey is the text of a fact, the language it is read in and the day it is read on, "" where days do not matter.
type valueKey struct{ text, language, today string }

// placeKey is a word as the words of patterns are compared with it.
type placeKey struct {
	text, language string
	typed          bool
}

// mostRemembered bounds each part of the memory; beyond it everything is forgotten and read again.
const mostRemembered = 2000

// folded returns the folded words of a text; they must not be changed.
func (m *memory) folded(text string) []string {
	m.mu.Lock()
	defer m.mu.Unlock()
	words, ok := m.words[text]
	if ok {
		return words
	}
	if m.words == nil || len(m.words) >= mostRemembered {
		m.words = map[string][]string{}
	}
	words = foldedWords(text)
	m.words[text] = words
	return words
}

// value is [ParseValue] as seen from a day, "" for none; its parts must not be changed.
func (m *memory) value(text, language, today string) Value {
	m.mu.Lock()
	defer m.mu.Unlock()
	key := valueKey{text, language, today}
	value, ok := m.values[key]
	if ok {
		return value
	}
	if m.values == nil || len(m.values) >= mostRemembered {
		m.values = map[valueKey]Value{}
	}
	value = seenFromToday(ParseValue(text, language), key)
	m.values[key] = value
	return value
}

// notation gives what find finds for a key, and finds it once.
func (m *memory) notation(key notationKey, find func() string) string {
	m.mu.Lock()
	known, ok := m.notations[key]
	m.mu.Unlock()
	if ok {
		return known
	}
	known = find()
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.notations == nil || len(m.notations) >= mostRemembered {
		m.notations = map[notationKey]string{}
	}
	m.notations[key] = known
	return known
}

// placeWords finds for each token the words of patterns it is by itself.
func (m *memory) placeWords(x *reading, atoms []atom) {
	by := wordMatcher{x.tongue, x.typed}
	m.mu.Lock()
	defer m.mu.Unlock()
	for i := range x.tokens {
		key := placeKey{x.tokens[i].text, x.tongue.code, x.typed}
		words, ok := m.places[key]
		if !ok {
			words = by.which(atoms, &x.tokens[i])
			if m.places == nil || len(m.places) >= mostRemembered {
				m.places = map[placeKey][]int32{}
			}
			m.places[key] = words
		}
		x.standing[i].words = words
	}
}

// which lists the numbers of the words of patterns that a token is.
func (m wordMatcher) which(atoms []atom, word *token) []int32 {
	var all []int32
	for n := 1; n < len(atoms); n++ {
		if m.is(&atoms[n], word) {
			all = append(all, int32(n))
		}
	}
	return all
}
