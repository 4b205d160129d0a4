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

// ratioOf is a fraction as a number; of is above zero where ok.
func ratioOf(n, of int, ok bool) (float64, bool) {
	if !ok {
		return 0, false
	}
	return float64(n) / float64(of), true
}

// LIX is the share of long words in percent and the mean length of a sentence, added up: up to 30 very easy, from 60 on
// very hard. It is meant for any language. False without words.
//
// Carl-Hugo Björnsson, Läsbarhet, Stockholm 1968: A/B + 100 C/A with A words, B sentences and C words of more than six
// letters, as https://readabilityformulas.com/the-LIX-readability-formula.php gives it.
func (l Legibility) LIX() (float64, bool) { return ratioOf(l.LIXRatio()) }

// LIXRatio is LIX as a fraction of whole numbers, for exact comparisons.
func (l Legibility) LIXRatio() (n, of int, ok bool) {
	return l.Words*l.Words + 100*l.Long*l.Sentences, l.Words * l.Sentences, l.Sentences > 0
}

// Gulpease is for Italian: 89 + (300 sentences - 10 letters) / words, from 0 (hard) to 100 (easy); below 80 hard for
// who left school after five years, below 60 after eight, below 40 after thirteen. False without words.
//
// Pietro Lucisano and Maria Emanuela Piemontese, GULPEASE: una formula per la predizione della difficoltà dei testi in
// lingua italiana, Scuola e città 3, 1988; the same constants per 100 words in https://pro.corrige.it/ortografia/lindice-gulpease.
func (l Legibility) Gulpease() (float64, bool) { return ratioOf(l.GulpeaseRatio()) }

// GulpeaseRatio is Gulpease as a fraction of whole numbers.
func (l Legibility) GulpeaseRatio() (n, of int, ok bool) {
	n = 89*l.Words + 300*l.Sentences - 10*l.Letters
	return min(100*l.Words, max(0, n)), l.Words, l.Sentences > 0
}

// ease are the constants of a Flesch formula in thousandths: base - sentence * words per sentence - word * syllables per
// word.
type ease struct{ base, sentence, word int }

// easeOf are the constants of a language; false for one without a published formula.
func easeOf(language string) (ease, bool) {
	switch language {
	case "en":
		return ease{206835, 1015, 84600}, true
	case "de":
		return ease{180000, 1000, 58500}, true
	case "fr":
		return ease{207000, 1015, 73600}, true
	case "es":
		return ease{206840, 1020, 60000}, true
	case "ru":
		return ease{206835, 1520, 65140}, true
	}
	return ease{}, false
}

// HasFlesch tells whether a variant of the Flesch formula is published for a language.
func HasFlesch(language string) bool {
	_, ok := easeOf(language)
	return ok
}

// Flesch is the reading ease of a text, about 0 (hard) to 100 (easy), by the formula published for its language. False
// without words, and for a language without one: Italian has Gulpease, Romanian is left to LIX.
//
//   - en: Rudolf Flesch, A New Readability Yardstick, Journal of Applied Psychology 32, 1948.
//   - de: Toni Amstad, Wie verständlich sind unsere Zeitungen?, Zürich 1978.
//   - fr: Liliane Kandel and Abraham Moles, Application de l'indice de Flesch à la langue française, 1958.
//   - es: José Fernández Huerta, Medidas sencillas de lecturabilidad, Consigna 214, 1959: 206.84 - 0.60 P - 1.02 F, where
//     P are the syllables of 100 words and F is read as words per sentence.
//   - ru: Irina Oborneva, Автоматизированная оценка сложности учебных текстов, Moscow 2006, with 1.52 and 65.14. An earlier
//     variant of hers, with 1.3 and 60.1, is in wide use too and gives two to ten points more.
//
// The constants of en, de, fr and es are those that https://github.com/Yoast/YoastSEO.js/issues/267 lists with the same sources.
func (l Legibility) Flesch(language string) (float64, bool) { return ratioOf(l.FleschRatio(language)) }

// FleschRatio is Flesch as a fraction of whole numbers.
func (l Legibility) FleschRatio(language string) (n, of int, ok bool) {
	e, known := easeOf(language)
	n = e.base*l.Sentences*l.Words - e.sentence*l.Words*l.Words - e.word*l.Syllables*l.Sentences
	return n, 1000 * l.Sentences * l.Words, known && l.Sentences > 0
}
