package language

// dayPart is a part of the day: the hours from first until before last, over midnight where last is smaller.
type dayPart struct{ first, last int }

var (
	earlyPart   = &dayPart{0, 12}
	noonPart    = &dayPart{11, 15}
	latePart    = &dayPart{12, 19}
	eveningPart = &dayPart{15, 24}
	nightPart   = &dayPart{18, 6}
	secondHalf  = &dayPart{12, 24}
)

// dayParts are words for parts of the day.
var dayParts = dayPartWords(map[*dayPart]string{
	earlyPart: `mattina mattino stamattina stamane mattutino dimineata dimineti dimineta утра утром morning morgens fruh vormittags vormittag matin am
		madrugada`,
	noonPart:    "pranz pranzului mittags ziua",
	latePart:    "pomeriggio amiaza amiezii masa дня днем afternoon nachmittags nachmittag midi tarde apresmidi",
	eveningPart: "sera stasera serata seara diseara serii вечера вечером evening abends abend soir soiree",
	nightPart:   "notte stanotte noaptea noptii ночи ночью night tonight nachts nacht nuit noche",
	secondHalf:  "pm",
})

func dayPartWords(table map[*dayPart]string) map[string]*dayPart {
	words := map[string]*dayPart{}
	for part, list := range table {
		for w := range set(list) {
			words[w] = part
		}
	}
	return words
}

// keep filters minutes of the day; where none lies in the part, the words belong to something else.
func (p *dayPart) keep(minutes []int) []int {
	var kept []int
	for _, m := range minutes {
		hour := m / 60
		in := p.first <= hour && hour < p.last
		if p.last < p.first {
			in = hour >= p.first || hour < p.last
		}
		if in {
			kept = append(kept, m)
		}
	}
	if kept == nil {
		return minutes
	}
	return kept
}

// reachOfPart is how many words before a time the part of the day may stand.
const reachOfPart = 4

// partOfDay finds the part of the day said right after the tokens [from,to), else before them; end is where it ends.
func (s *speaker) partOfDay(from, to int) (part *dayPart, end int) {
	if _, rest := splitDigits(s.words[to-1]); rest == "pm" || rest == "am" {
		return dayParts[rest], to
	}
	for j := to; j < min(to+4, len(s.tokens)) && s.tokens[j].sentence == s.tokens[from].sentence; j++ {
		if gap := trimBlanks(s.gaps[j]); gap != "" && gap != "," && gap != "-" && gap != "." && gap != "(" && gap != "'" {
			break
		}
		if s.letterPart(j) != nil {
			return s.letterPart(j), j + 2
		}
		if part := s.dayPartAt(j); part != nil {
			return part, j + 1
		}
		if s.numbers[j].to > 0 && !s.numbers[j].article && j > to {
			break
		}
		if !partJoins[s.words[j]] {
			break
		}
	}
	for j := from - 1; j >= max(0, from-reachOfPart) && s.tokens[j].sentence == s.tokens[from].sentence; j-- {
		if part := s.dayPartAt(j); part != nil && !s.taken(j) {
			return part, to
		}
		if s.numbers[j].to > 0 && !s.numbers[j].article {
			break
		}
	}
	return nil, 0
}

// taken tells that the part of the day at token j belongs to an hour before it: "from nine in the morning until half past five".
func (s *speaker) taken(j int) bool {
	for j > 0 && partJoins[s.words[j-1]] {
		j--
	}
	return j > 0 && s.endsNumber(j)
}

// partJoins stand between a time and the part of its day.
var partJoins = set(`di del della nel in nella de la dupa a al the at this on l du les heute am fruh abend por va dimineata in cursul o clock oclock uhr hours ore
	часов минут il alle ore sharp en minute minuti minuten minutes fix ровно un punct punto alla dalle`)

// dayPartAt is the part of the day named by token j.
func (s *speaker) dayPartAt(j int) *dayPart {
	word := s.words[j]
	switch {
	case word == "manana" && j > 0 && s.words[j-1] == "la":
		return earlyPart
	case (word == "masa" || word == "amiaza") && (j == 0 || s.words[j-1] != "dupa"):
		return nil
	case word == "am" && s.tongue(j).code != "en":
		return nil
	case word == "ziua" && s.tongue(j).code == "ro" && j+1 < len(s.words) && s.words[j+1] == "de":
		return nil
	case word == "morning" && j > 0 && s.words[j-1] == "good", word == "afternoon" && j > 0 && s.words[j-1] == "good":
		return nil
	}
	return dayParts[word]
}

// letterPart reads "p.m." and "a.m.".
func (s *speaker) letterPart(j int) *dayPart {
	if j+1 >= len(s.words) || s.words[j+1] != "m" {
		return nil
	}
	switch s.words[j] {
	case "p":
		return secondHalf
	case "a":
		return earlyPart
	}
	return nil
}
