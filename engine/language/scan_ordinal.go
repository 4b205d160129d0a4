package language

import "strings"

// ordinals are ordinal numbers as days are said with them, by language: "the fifth of May", "пятого мая".
var ordinals = map[string]map[string]int64{
	"en": countWords(`first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth, thirteenth, fourteenth,
		fifteenth, sixteenth, seventeenth, eighteenth, nineteenth, twentieth`, 1, 1),
	"ru": countWords(`первого первое, второго второе, третьего третье, четвертого четвертое, пятого пятое, шестого шестое, седьмого седьмое,
		восьмого восьмое, девятого девятое, десятого десятое, одиннадцатого одиннадцатое, двенадцатого двенадцатое, тринадцатого тринадцатое,
		четырнадцатого четырнадцатое, пятнадцатого пятнадцатое, шестнадцатого шестнадцатое, семнадцатого семнадцатое,
		восемнадцатого восемнадцатое, девятнадцатого девятнадцатое, двадцатого двадцатое`, 1, 1),
	"de": countWords(`ersten erste erster, zweiten zweite zweiter, dritten dritte dritter, vierten vierte vierter, funften funfte funfter,
		sechsten sechste sechster, siebten siebte siebter, achten achte achter`, 1, 1),
}

// ordinalDay reads the day of a date said as an ordinal at token i, in one word or two ("двадцать пятого"), and the token
// after it; 0 when there is none.
func (s *scanner) ordinalDay(i int) (day, end int) {
	t := s.tongue(i)
	known := ordinals[t.code]
	if n := known[s.words[i]]; n > 0 {
		return int(n), i + 1
	}
	if t.code == "de" {
		return s.germanOrdinal(i)
	}
	if tens, ok := t.numbers.additive(s.words[i]); ok && (tens == 20 || tens == 30) && i+1 < len(s.words) {
		if n := known[s.words[i+1]]; n > 0 && n < 10 {
			return int(tens + n), i + 2
		}
	}
	return 0, 0
}

// germanOrdinal reads "zehnten", "fünfundzwanzigsten".
func (s *scanner) germanOrdinal(i int) (day, end int) {
	for _, ending := range []string{"sten", "ster", "ste", "ten", "ter", "te"} {
		stem, ok := strings.CutSuffix(s.words[i], ending)
		if !ok {
			continue
		}
		if n, ok := s.tongue(i).numbers.additive(stem); ok && n >= 1 && n <= 31 {
			return int(n), i + 1
		}
	}
	return 0, 0
}
