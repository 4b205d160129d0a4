package language

// quantity reads a number said in words beyond the plain ones: "due virgola cinque", "полторы тысячи", "zweieinhalb".
func (s *speaker) quantity(i int) []found {
	n, rich, ok := s.amountOf(i)
	if !ok || !rich {
		return nil
	}
	return []found{n}
}

// amountOf reads a number at token i, plain or rich; rich tells that the scan alone does not know it.
func (s *speaker) amountOf(i int) (n found, rich, ok bool) {
	if s.counts == nil {
		s.counts = make([]counted, len(s.tokens))
	}
	known := &s.counts[i]
	if !known.read {
		known.read = true
		known.number, known.rich, known.ok = s.readAmount(i)
	}
	return known.number, known.rich, known.ok
}

// counted is what [speaker.amountOf] found at a token.
type counted struct {
	read, rich, ok bool
	number         found
}

func (s *speaker) readAmount(i int) (n found, rich, ok bool) {
	n, rich = s.base(i)
	if n.to == 0 {
		return found{}, false, false
	}
	if end, number, ok := s.withPoint(n); ok {
		n.to, n.value.Number, rich = end, number, true
	} else if end, part := s.half(n); end > 0 {
		n.value.Number, n.to, rich = n.value.Number+part, end, true
	} else if end, rest := s.restOfThousand(n); end > 0 {
		n.value.Number, n.to, rich = n.value.Number+rest, end, true
	}
	if end, number, ok := s.inThousands(n); ok {
		n.to, n.value.Number, rich = end, number, true
	}
	if rich {
		n.value.Text = n.value.String()
		n.article = false
	}
	return n, rich, true
}

// base is the number that begins at token i before anything is added to it.
func (s *speaker) base(i int) (n found, rich bool) {
	sp := s.speech(i)
	value := Value{Kind: KindNumber}
	if sp.wholeHalves[s.words[i]] {
		value.Number = 3 * scale / 2
		return found{from: i, to: i + 1, value: value}, true
	}
	if end := s.any(i, sp.pairs); end > 0 {
		value.Number = 2 * scale
		return found{from: i, to: end, value: value, weak: true}, true
	}
	if whole, ok := s.compoundHalf(i); ok {
		value.Number = whole*scale + scale/2
		return found{from: i, to: i + 1, value: value}, true
	}
	if n, ok := s.gluedThousands(i); ok {
		return n, true
	}
	if n := s.numbers[i]; n.to > 0 && n.value.Kind == KindNumber {
		return n, false
	}
	return found{}, false
}

// gluedThousands reads "2k", "1.5k", "7,4к".
func (s *speaker) gluedThousands(i int) (found, bool) {
	last, whole, fraction := i, "", ""
	if s.tokens[i].digits && i+1 < len(s.tokens) && (s.gaps[i+1] == "." || s.gaps[i+1] == ",") {
		last, whole = i+1, s.words[i]
	}
	digits, rest := splitDigits(s.words[last])
	if digits == "" || len(digits) > 3 || rest != "k" && rest != "к" {
		return found{}, false
	}
	if last == i {
		whole = digits
	} else {
		fraction = digits
	}
	number, ok := decimalNumber(whole, fraction)
	return found{from: i, to: last + 1, value: Value{Kind: KindNumber, Number: 1000 * number}}, ok && number < 1000*scale
}

// compoundHalf reads the German "zweieinhalb".
func (s *speaker) compoundHalf(i int) (int64, bool) {
	const ending = "einhalb"
	word, t := s.words[i], s.tongue(i)
	if t.code != "de" || len(word) <= len(ending) || word[len(word)-len(ending):] != ending {
		return 0, false
	}
	return t.numbers.additive(word[:len(word)-len(ending)])
}

// wholeAndHalf tells that a half may be added to the number: it is a whole one.
func (s *speaker) wholeAndHalf(n found) bool { return n.value.Number%scale == 0 && s.touches(n.to) }

// half reads a half said after the number: of one, or of a thousand after thousands ("două mii jumate").
func (s *speaker) half(n found) (end int, part int64) {
	if !s.wholeAndHalf(n) {
		return 0, 0
	}
	part, end = s.portion(n.to, s.speech(n.from).after)
	if part != scale/2 || n.article && end == n.to+1 {
		return 0, 0
	}
	if n.value.Number%(1000*scale) == 0 && n.value.Number > 0 && !s.tokens[n.from].digits {
		part *= 1000
	}
	return end, part
}

// restOfThousand reads what follows thousands said in words as another number: "dodicimila e cinquecento".
func (s *speaker) restOfThousand(n found) (end int, rest int64) {
	if n.value.Number < 1000*scale || n.value.Number%(1000*scale) != 0 || s.tokens[n.from].digits {
		return 0, 0
	}
	j := n.to
	if s.is(j, s.tongue(n.from).and) {
		j++
	}
	if !s.touches(j) {
		return 0, 0
	}
	low := s.numbers[j]
	if low.to == 0 || low.value.Kind != KindNumber || low.value.Number >= 1000*scale || low.value.Number < 100*scale || s.tokens[j].digits {
		return 0, 0
	}
	return low.to, low.value.Number
}

// withPoint reads the decimals after "virgola", "point", "Komma": digit by digit or as one number.
func (s *speaker) withPoint(n found) (end int, number int64, ok bool) {
	if !s.is(n.to, s.speech(n.from).point) || n.value.Number%scale != 0 || !s.touches(n.to+1) {
		return 0, 0, false
	}
	fraction := ""
	for end = n.to + 1; end < len(s.words) && s.touches(end) && len(fraction) < 3; end++ {
		digit, ok := s.tongue(end).numbers.small[s.words[end]]
		if !ok || digit > 9 {
			break
		}
		fraction += string(rune('0' + digit))
	}
	if d := s.numbers[min(n.to+1, len(s.numbers)-1)]; fraction == "" && d.to > 0 && d.value.Kind == KindNumber && d.value.Number < 100*scale {
		fraction, end = d.value.String(), d.to
	}
	if fraction == "" {
		return 0, 0, false
	}
	number, ok = decimalNumber(n.value.String(), fraction)
	return end, number, ok
}

// inThousands reads "7 тысяч 400", "2,5 тыс", "due e mezzo mila"; words that make a plain number are read already.
func (s *speaker) inThousands(n found) (end int, number int64, ok bool) {
	at := n.to
	if s.is(at, s.tongue(n.from).numbers.of) {
		at++
	}
	if !s.is(at, s.speech(n.from).thousands) || n.value.Number >= 1000*scale {
		return 0, 0, false
	}
	end, number = at+1, n.value.Number*1000
	if end < len(s.words) && s.touches(end) {
		if rest := s.numbers[end]; rest.to > 0 && rest.value.Kind == KindNumber && rest.value.Number < 1000*scale && !rest.article {
			return rest.to, number + rest.value.Number, true
		}
	}
	if part, after := s.portion(end, s.speech(n.from).after); after > 0 && part == scale/2 {
		return after, number + 500*scale, true
	}
	return end, number, true
}
