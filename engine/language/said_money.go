package language

// money reads sums said in words: "due euro e mezzo", "полторы тысячи рублей", "18 pounds 50", "treizeci și șapte și
// optzeci de bani", "евро 45", and the pair of "eighteen fifty".
func (s *speaker) money(i int) []found {
	if f, ok := s.russianThousands(i); ok {
		return []found{f}
	}
	if f, ok := s.hundredPair(i); ok {
		return f
	}
	for _, read := range []func(int) (found, bool){s.sum, s.halfSum, s.sumOfCents, s.currencyFirst, s.joinedPrice, s.pricePair} {
		if f, ok := read(i); ok {
			return []found{f}
		}
	}
	return nil
}

// currencyAt is the currency named at token i, after "de" where the language has it, and the token after it.
func (s *speaker) currencyAt(i int) (code string, end int) {
	for j := i; j < min(i+2, len(s.words)) && (s.touches(j) || j == i && trimBlanks(s.gaps[j]) == ",-"); j++ {
		if code := s.misspeltCurrency(j); code != "" {
			return code, j + 1
		}
		if s.words[j] != "de" && s.words[j] != "di" && s.words[j] != "d" {
			return "", 0
		}
	}
	return "", 0
}

// sum reads a number and its currency with what is added.
func (s *speaker) sum(i int) (found, bool) {
	n, rich, ok := s.amountOf(i)
	if !ok {
		return found{}, false
	}
	f := found{from: n.from, to: n.to, value: Value{Kind: KindAmount, Number: n.value.Number}, article: n.article, weak: n.weak}
	if code := s.signAround(n); code != "" {
		f.value.Unit = code
		return f, rich
	}
	code, end := s.currencyAt(n.to)
	if code == "" {
		return found{}, false
	}
	f.value.Unit, f.to = code, end
	more, added := s.withRest(f)
	return more, rich || added || currencyWords[s.words[end-1]] == "" || !s.touches(n.to)
}

// withRest adds a half, "e mezzo", or the figures of the cents right after the currency: "18 pounds 50".
func (s *speaker) withRest(f found) (found, bool) {
	if f.value.Number%scale != 0 || !s.touches(f.to) {
		return f, false
	}
	if part, end := s.portion(f.to, s.speech(f.from).after); end > 0 {
		f.value.Number, f.to, f.article = f.value.Number+part, end, false
		return f, true
	}
	cents := s.numbers[f.to]
	if cents.to == 0 || cents.value.Kind != KindNumber || cents.value.Number >= 100*scale || cents.value.Number < 10*scale {
		return f, false
	}
	if cents.value.Number%scale != 0 || !s.endsPhrase(cents.to) || !s.unitless(cents.to) {
		return f, false
	}
	f.value.Number, f.to, f.article = f.value.Number+cents.value.Number/100, cents.to, false
	return f, true
}

// halfSum reads "mezzo euro", "half a pound".
func (s *speaker) halfSum(i int) (found, bool) {
	part, end := s.portion(i, s.speech(i).before)
	if end == 0 || part != scale/2 {
		return found{}, false
	}
	code, to := s.currencyAt(end)
	return found{from: i, to: to, value: Value{Kind: KindAmount, Number: part, Unit: code}}, code != ""
}

// sumOfCents reads cents without a whole: "90 centesimi", "50 de bani".
func (s *speaker) sumOfCents(i int) (found, bool) {
	n := s.numbers[i]
	if n.to == 0 || n.value.Kind != KindNumber || !s.touches(n.to) || i > 0 && s.joinsSum(i) {
		return found{}, false
	}
	end := n.to
	if s.words[end] == "de" && end+1 < len(s.words) {
		end++
	}
	if !centWords[s.words[end]] {
		return found{}, false
	}
	return found{from: i, to: end + 1, value: Value{Kind: KindAmount, Number: n.value.Number / 100}, weak: true}, true
}

// joinsSum tells that the number at token i goes on a sum before it.
func (s *speaker) joinsSum(i int) bool {
	j := i - 1
	if s.tongue(j).and[s.words[j]] && j > 0 {
		j--
	}
	return currencyWords[s.words[j]] != "" || s.endsNumber(j+1)
}

// currencyFirst reads "Euro 45", "lei 120".
func (s *speaker) currencyFirst(i int) (found, bool) {
	code := currencyWords[s.words[i]]
	if code == "" || !s.touches(i+1) || i > 0 && s.touches(i) && s.endsNumber(i) || len(s.words[i]) < 3 {
		return found{}, false
	}
	n := s.numbers[i+1]
	if n.to == 0 || n.value.Kind != KindNumber || n.article || !s.unitless(n.to) {
		return found{}, false
	}
	if c, _ := s.currencyAt(n.to); c != "" {
		return found{}, false
	}
	return found{from: i, to: n.to, value: Value{Kind: KindAmount, Number: n.value.Number, Unit: code}, weak: true}, true
}

// joinedPrice reads a whole without its currency before cents with their name: "treizeci și șapte și optzeci de bani".
func (s *speaker) joinedPrice(i int) (found, bool) {
	n := s.numbers[i]
	if n.to == 0 || n.value.Kind != KindNumber || n.value.Number%scale != 0 || n.to >= len(s.words) || !s.touches(n.to) {
		return found{}, false
	}
	j := n.to
	if s.tongue(j).and[s.words[j]] {
		j++
	}
	if j >= len(s.words) || !s.touches(j) {
		return found{}, false
	}
	cents := s.numbers[j]
	if cents.to == 0 || cents.value.Kind != KindNumber || cents.value.Number >= 100*scale || cents.value.Number%scale != 0 {
		return found{}, false
	}
	end := cents.to
	if end < len(s.words) && s.words[end] == "de" {
		end++
	}
	if end >= len(s.words) || !s.touches(end) || !centWords[s.words[end]] {
		return found{}, false
	}
	return found{from: i, to: end + 1, value: Value{Kind: KindAmount, Number: n.value.Number + cents.value.Number/100}}, true
}

// pricePair reads a price said as two numbers, "eighteen fifty", "due e cinquanta": it may be meant otherwise.
func (s *speaker) pricePair(i int) (found, bool) {
	n := s.numbers[i]
	if n.to == 0 || n.value.Kind != KindNumber || n.article || n.value.Number%scale != 0 || n.value.Number >= 1000*scale {
		return found{}, false
	}
	if i > 0 && s.touches(i) && (s.speech(i).clock.before[s.words[i-1]] || s.endsNumber(i)) {
		return found{}, false
	}
	j := n.to
	if s.is(j, s.tongue(i).and) {
		j++
	}
	if j >= len(s.words) || !s.touches(j) {
		return found{}, false
	}
	cents := s.numbers[j]
	if cents.to == 0 || cents.value.Kind != KindNumber || cents.value.Number < 10*scale || cents.value.Number >= 100*scale || cents.value.Number%scale != 0 {
		return found{}, false
	}
	if s.tokens[i].digits || s.tokens[j].digits && j == n.to || !s.unitless(cents.to) || s.unitAhead(cents.to) || !s.endsPhrase(cents.to) {
		return found{}, false
	}
	f := found{from: i, to: cents.to, value: Value{Kind: KindAmount, Number: n.value.Number + cents.value.Number/100}, weak: true, loose: true}
	if code, end := s.currencyAt(cents.to); code != "" {
		f.value.Unit, f.to = code, end
	}
	return f, true
}

// hundredPair reads the English "two fifty", which is 250 as well as 2.50.
func (s *speaker) hundredPair(i int) ([]found, bool) {
	f, ok := s.pricePair(i)
	n := s.numbers[i]
	if !ok || !s.tongue(i).numbers.many || n.value.Number >= 10*scale || n.value.Number < scale {
		return nil, false
	}
	whole := f
	whole.value.Number *= 100
	return []found{f, whole}, true
}

// russianThousands reads "три двести", which is 3,200: thousands are not said.
func (s *speaker) russianThousands(i int) (found, bool) {
	n := s.numbers[i]
	if s.tongue(i).code != "ru" || n.to == 0 || n.value.Kind != KindNumber || s.tokens[i].digits || n.value.Number >= 100*scale || !s.touches(n.to) {
		return found{}, false
	}
	low := s.numbers[n.to]
	if low.to == 0 || low.value.Kind != KindNumber || s.tokens[n.to].digits || low.value.Number < 100*scale || low.value.Number >= 1000*scale {
		return found{}, false
	}
	f := found{from: i, to: low.to, value: Value{Kind: KindAmount, Number: 1000*n.value.Number + low.value.Number}, weak: true, loose: true}
	if code, end := s.currencyAt(low.to); code != "" {
		f.value.Unit, f.to, f.loose = code, end, false
	}
	return f, true
}

// unitAhead tells that a unit of time or a percent sign follows.
func (s *speaker) unitAhead(i int) bool {
	if i >= len(s.words) || !s.touches(i) {
		return false
	}
	_, ok := s.unit(i)
	return ok
}

// share reads a percentage of a number said in words: "полтора процента", "zwei Komma fünf Prozent", and a half of a whole.
func (s *speaker) share(i int) []found {
	n, rich, ok := s.amountOf(i)
	if !ok {
		return s.halfShare(i)
	}
	if !s.touches(n.to) {
		return nil
	}
	value := Value{Kind: KindPercent, Number: n.value.Number}
	for _, words := range s.tongue(i).percent {
		if !s.stands(n.to, words) {
			continue
		}
		f := found{from: i, to: n.to + len(words), value: value, weak: n.weak}
		if part, end := s.portion(f.to, s.speech(i).after); end > 0 && s.touches(f.to) && n.value.Number%scale == 0 {
			f.value.Number, f.to, rich = f.value.Number+part, end, true
		}
		if rich {
			return []found{f}
		}
		return nil
	}
	return nil
}

// wholeHalf are words for a half of something, which is 50 %.
var wholeHalf = sequences("la meta, meta del, half of, half the, half price, jumatate din, jumatate de pret, половину, половина, половины, die halfte, zur halfte, la moitie, la mitad")

// halfShare reads "полпроцента", "half a percent", "mezzo punto percentuale".
func (s *speaker) halfShare(i int) []found {
	if s.words[i] == "полпроцента" {
		return []found{{from: i, to: i + 1, value: Value{Kind: KindPercent, Number: scale / 2}}}
	}
	if end := s.any(i, wholeHalf); end > 0 {
		return []found{{from: i, to: end, value: Value{Kind: KindPercent, Number: 50 * scale}, weak: true}}
	}
	part, end := s.portion(i, s.speech(i).before)
	if end == 0 || !s.touches(end) {
		return nil
	}
	for _, words := range s.tongue(i).percent {
		if s.stands(end, words) {
			return []found{{from: i, to: end + len(words), value: Value{Kind: KindPercent, Number: part}}}
		}
	}
	return nil
}
