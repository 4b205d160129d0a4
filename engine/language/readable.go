package language

// Legibility holds what measures of style are computed from. Every measure is over a text of a person, as a reply.
type Legibility struct {
	// Words as they are written, split at apostrophes and hyphens; Sentences with at least one.
	Words, Sentences int
	// Letters and digits in them; Long are words of more than six.
	Letters, Long int
	// Syllables by the rules of the language, see [Syllables].
	Syllables int
}

// Legible counts a written text. The first 4 KiB count.
func Legible(s, language string) Legibility {
	t := readText(s, true)
	l := Legibility{Words: len(t.tokens)}
	for _, sentence := range t.sentences {
		if sentence.to > sentence.from {
			l.Sentences++
		}
	}
	for _, tok := range t.tokens {
		n := tok.to - tok.from
		l.Letters += n
		if n > longLetters {
			l.Long++
		}
		l.Syllables += Syllables(string(t.source[tok.from:tok.to]), language)
	}
	return l
}

// longLetters is the length up to which LIX takes a word for short.
const longLetters = 6

// Plus adds the counts of another text.
func (l Legibility) Plus(m Legibility) Legibility {
	return Legibility{l.Words + m.Words, l.Sentences + m.Sentences, l.Letters + m.Letters, l.Long + m.Long, l.Syllables + m.Syllables}
}

// WordsPerSentence is the mean length of a sentence in words, 0 without words.
func (l Legibility) WordsPerSentence() float64 {
	if l.Sentences == 0 {
		return 0
	}
	return float64(l.Words) / float64(l.Sentences)
}

// perWord divides by the words; there are some.
func (l Legibility) perWord(n int) float64 { return float64(n) / float64(l.Words) }

// LIX is the share of long words in percent and the mean length of a sentence, added up: up to 30 very easy, from 60 on
// very hard. It is meant for any language. False without words.
//
// Carl-Hugo Björnsson, Läsbarhet, Stockholm 1968.
func (l Legibility) LIX() (float64, bool) {
	if l.Sentences == 0 {
		return 0, false
	}
	return l.WordsPerSentence() + float64(100*l.perWord(l.Long)), true
}

// Gulpease is for Italian: 89 + (300 sentences - 10 letters) / words, from 0 (hard) to 100 (easy); below 80 hard for
// who left school after five years, below 60 after eight, below 40 after thirteen. False without words.
//
// Pietro Lucisano and Maria Emanuela Piemontese, GULPEASE: una formula per la predizione della difficoltà dei testi in
// lingua italiana, Scuola e città 3, 1988.
func (l Legibility) Gulpease() (float64, bool) {
	if l.Sentences == 0 {
		return 0, false
	}
	score := 89 + l.perWord(300*l.Sentences-10*l.Letters)
	return min(100, max(0, score)), true
}

// ease are the constants of a Flesch formula: base - sentence * words per sentence - word * syllables per word.
type ease struct{ base, sentence, word float64 }

// Flesch is the reading ease of a text, about 0 (hard) to 100 (easy), by the formula published for its language. False
// without words, and for a language without one: Italian has Gulpease, Romanian is left to LIX.
//
//   - en: Rudolf Flesch, A New Readability Yardstick, Journal of Applied Psychology 32, 1948.
//   - de: Toni Amstad, Wie verständlich sind unsere Zeitungen?, Zürich 1978.
//   - fr: Liliane Kandel and Abraham Moles, Application de l'indice de Flesch à la langue française, 1958.
//   - es: José Fernández Huerta, Medidas sencillas de lecturabilidad, Consigna 214, 1959: 206.84 - 0.60 P - 1.02 F, where
//     P are the syllables of 100 words and F is read as words per sentence.
//   - ru: Irina Oborneva, Автоматизированная оценка сложности учебных текстов, Moscow 2006.
func (l Legibility) Flesch(language string) (float64, bool) {
	if l.Sentences == 0 {
		return 0, false
	}
	var e ease
	switch language {
	case "en":
		e = ease{206.835, 1.015, 84.6}
	case "de":
		e = ease{180, 1, 58.5}
	case "fr":
		e = ease{207, 1.015, 73.6}
	case "es":
		e = ease{206.84, 1.02, 60}
	case "ru":
		e = ease{206.835, 1.52, 65.14}
	default:
		return 0, false
	}
	return e.base - float64(e.sentence*l.WordsPerSentence()) - float64(e.word*l.perWord(l.Syllables)), true
}
