package engine

import "strings"

// fill puts values in the place of {names}. A name it does not know stays as written, braces and all.
func fill(text string, value func(name string) (string, bool)) string {
	if !strings.Contains(text, "{") {
		return text
	}
	var out strings.Builder
	for {
		open := strings.IndexByte(text, '{')
		if open < 0 {
			break
		}
		length := strings.IndexByte(text[open:], '}')
		if length < 0 {
			break
		}
		out.WriteString(text[:open])
		slot := text[open : open+length+1]
		if v, ok := value(strings.Join(strings.Fields(slot[1:length]), " ")); ok {
			slot = v
		}
		out.WriteString(slot)
		text = text[open+length+1:]
	}
	out.WriteString(text)
	return out.String()
}

// fact returns the session's value of a fact.
func (s *State) fact(name string) (string, bool) {
	if v, ok := s.Opened.Facts[name]; ok {
		return v, true
	}
	for n, v := range s.Opened.Facts {
		if strings.EqualFold(n, name) {
			return v, true
		}
	}
	return "", false
}

// Fill puts the session's facts in the place of their {names}, for articles, records, templates and the brief. Names
// that are no facts stay as written.
func (s State) Fill(text string) string { return fill(text, s.fact) }

// believed is a fact as the customer has it, misheard or not.
func (s *State) believed(name string) (string, bool) {
	for _, m := range s.rules.misheard {
		if sameName(m.fact, name) {
			return m.as, true
		}
	}
	return s.fact(name)
}

// misheardAs is how a customer gets a value wrong: its last two unequal neighbouring digits swapped, else its last
// digit one higher, else, where there is no digit, two letters in the middle swapped.
func misheardAs(value string) string {
	rs := []rune(value)
	last := -1
	for i := len(rs) - 1; i >= 0; i-- {
		if !isDigit(rs[i]) {
			continue
		}
		if last < 0 {
			last = i
		}
		if i > 0 && isDigit(rs[i-1]) && rs[i-1] != rs[i] {
			rs[i-1], rs[i] = rs[i], rs[i-1]
			return string(rs)
		}
	}
	if last >= 0 {
		rs[last] = '0' + (rs[last]-'0'+1)%10
		return string(rs)
	}
	if middle := len(rs) / 2; middle > 0 {
		rs[middle-1], rs[middle] = rs[middle], rs[middle-1]
	}
	return string(rs)
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }
