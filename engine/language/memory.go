package language

import "sync"

// memory keeps what comes back with every reply of a session: the words of the brief and of the customer's lines, and the
// values of facts. What is kept follows from its key alone, so remembering changes no decision. The zero value is empty; it
// may be used by any number of goroutines.
type memory struct {
	mu     sync.Mutex
	words  map[string][]string
	values map[valueKey]Value
	// notations are how the examples of a phrase write the value of a fact.
	notations map[notationKey]string
}

type notationKey struct {
	phrase int
	fact   string
	value  valueKey
}

type valueKey struct{ text, language string }

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

// value is ParseValue; its parts must not be changed.
func (m *memory) value(text, language string) Value {
	m.mu.Lock()
	defer m.mu.Unlock()
	key := valueKey{text, language}
	value, ok := m.values[key]
	if ok {
		return value
	}
	if m.values == nil || len(m.values) >= mostRemembered {
		m.values = map[valueKey]Value{}
	}
	value = ParseValue(text, language)
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
