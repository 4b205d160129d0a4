package language

// partsOf takes a fact apart that names several values, "14 maggio alle 10:30": each may stand anywhere in a reply, in any
// notation. Nil when the fact is one value, or says more than its values.
func partsOf(fact, language string) []Value {
	r := readValuesOf(fact, language)
	covered := make([]bool, len(r.tokens))
	var parts []Value
	for p := 0; p < len(r.tokens); {
		f, ok := longestTyped(r.meant().at[p])
		if !ok {
			p++
			continue
		}
		parts = append(parts, f.value)
		for ; p < f.to; p++ {
			covered[p] = true
		}
	}
	for i, tok := range r.tokens {
		if !covered[i] && !joinsParts(tok.text, r.tongue) {
			return nil
		}
	}
	if len(parts) < 2 {
		return nil
	}
	return parts
}

// longestTyped is the longest value that is more than a plain number and can be meant in one way only.
func longestTyped(all []found) (best found, ok bool) {
	for _, f := range all {
		if f.value.Kind != KindNumber && f.value.Kind != KindRange && !f.weak && f.to > best.to {
			best, ok = f, true
		}
	}
	return best, ok
}

// joinsParts tells words that say nothing beside the values of a fact: function words, names of days, "alle", "Uhr".
func joinsParts(word string, t *tongue) bool {
	_, day := weekdays[word]
	c := speechOf(t).clock
	return day || t.function[word] || c.before[word] || c.after[word]
}

// checkParts wants every part of a fact in a reply, each by itself.
func (r *Recogniser) checkParts(parts []Value, name string, reading *reading) (present bool, found string) {
	present = true
	for _, part := range parts {
		at, end := reading.where(part)
		present = present && at >= 0
		if f, ok := r.stranger(part, name, reading, at, end); ok && found == "" && !reading.meansAny(parts, f) {
			found = reading.withSigns(f)
		}
	}
	return present, found
}

// meansAny tells that a value is one of the parts.
func (r *reading) meansAny(parts []Value, f found) bool {
	for _, part := range parts {
		if part.Equal(f.value) || r.alsoMeans(part, f) {
			return true
		}
	}
	return false
}
