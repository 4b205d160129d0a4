package language

import "strings"

// email reads an address: everything that touches an @.
func (s *scanner) email(i int) (found, bool) {
	j, at := i+1, false
	for j < len(s.tokens) && isAddressGap(s.gaps[j]) {
		at = at || s.gaps[j] == "@"
		j++
	}
	if !at {
		return found{}, false
	}
	span, _ := s.characters(i, j)
	return found{from: i, to: j, value: Value{Kind: KindEmail, Text: Fold(string(s.source[span[0]:span[1]]))}}, true
}

// leastGrouped and leastGroups make a phone number of figures that begin with neither + nor 0: "8 800 555-35-35".
const (
	leastGrouped = 9
	leastGroups  = 3
)

// phone reads seven or more digits in groups that begin with + or 0, or nine and more in three groups and more.
func (s *scanner) phone(i int) (found, bool) {
	plus := strings.HasSuffix(s.gaps[i], "+") || strings.HasSuffix(s.gaps[i], "+(")
	dialled := plus || s.words[i][0] == '0'
	if !s.tokens[i].digits || !dialled && len(s.words[i]) > 4 {
		return found{}, false
	}
	digits, j := s.words[i], i+1
	for j < len(s.tokens) && s.tokens[j].digits && isPhoneGap(s.gaps[j]) && len(digits) < 16 {
		digits += s.words[j]
		j++
	}
	if len(digits) < 7 || len(digits) > 17 || !dialled && (len(digits) < leastGrouped || j-i < leastGroups) {
		return found{}, false
	}
	return found{from: i, to: j, value: Value{Kind: KindPhone, Text: digits}}, true
}

func isPhoneGap(gap string) bool { return len(gap) <= 2 && strings.Trim(gap, " -./()") == "" }

// reference reads an order or case number: letters and at least three digits in one unit ("LR-20417", "lr20417").
func (s *scanner) reference(i int) (found, bool) {
	j := i + 1
	for j < len(s.tokens) && s.gaps[j] == "-" && (s.tokens[j].unit == s.tokens[i].unit || s.tokens[j].digits && s.tokens[j-1].digits && s.lettersFirst(i)) {
		j++
	}
	code := strings.Join(s.words[i:j], "")
	if j == i+1 && !s.tokens[i].digits {
		if k := i + 1; k < len(s.tokens) && s.gaps[k] == " " && s.tokens[i].upper && len(code) <= 3 && s.tokens[k].digits &&
			len(s.words[k]) >= 4 && s.allUpper(i) {
			j, code = k+1, code+s.words[k]
		}
	}
	letters, digits := countAlnum(code)
	if j == i+1 {
		if _, ok := s.figuresWithUnit(i); ok {
			return found{}, false
		}
	}
	if letters == 0 && j == i+1 || digits < 3 || letters > 6 {
		return found{}, false
	}
	return found{from: i, to: j, value: Value{Kind: KindReference, Text: code}}, true
}

// lettersFirst tells that the code at token i begins with letters, so that all its groups belong to it: "VX-204-77".
func (s *scanner) lettersFirst(i int) bool { return !s.tokens[i].numeric && len(s.words[i]) <= 4 }

func (s *scanner) allUpper(i int) bool {
	word := string(s.source[s.tokens[i].from:s.tokens[i].to])
	return word == strings.ToUpper(word)
}

func countAlnum(code string) (letters, digits int) {
	for _, r := range code {
		if r >= '0' && r <= '9' {
			digits++
		} else {
			letters++
		}
	}
	return letters, digits
}
