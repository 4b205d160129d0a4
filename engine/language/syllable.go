package language

import "strings"

// Syllables counts the syllables of one written word by the spelling: a run of vowels is one, with the exceptions below.
// A word without vowels, such as a number, has one. It is a count for means over whole texts: single loan words and
// names may be off by one.
//
//   - ru: every vowel letter is a syllable.
//   - es: a, e, o beside each other, and an accented í or ú beside a vowel, are two; the u of que, qui, gue, gui is mute.
//   - de: in a run of vowels the diphthongs ei, ai, au, eu, äu, ie, oi and doubled vowels are one, the rest by itself.
//   - en: a final e is mute, but not after a consonant and l (table), nor as the only vowel; -es and -ed too, but not after a
//     hiss (boxes) and after t, d.
//   - fr: a final e, es or ent after a consonant is mute where another vowel stands before, also in nouns such as moment.
func Syllables(word, language string) int {
	letters := []rune(strings.ToLower(word))
	n := 0
	for i := 0; i < len(letters); {
		if !vowelAt(letters, i, language) {
			i++
			continue
		}
		from := i
		for i < len(letters) && vowelAt(letters, i, language) {
			i++
		}
		n += inRun(letters[from:i], language)
	}
	if n > 1 && muteEnd(string(letters), language) {
		n--
	}
	return max(1, n)
}

const vowels = "aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿăаеёиоуыэюя"

func vowelAt(letters []rune, i int, language string) bool {
	r := letters[i]
	if !strings.ContainsRune(vowels, r) {
		return false
	}
	switch {
	case r == 'y':
		// At the beginning of a word before a vowel it is a consonant: yes, yoga.
		return i > 0 || len(letters) == 1 || !strings.ContainsRune(vowels, letters[1])
	case r == 'u' && i > 0 && letters[i-1] == 'q':
		return false
	case r == 'u' && language == "es" && i > 0 && letters[i-1] == 'g' && i+1 < len(letters):
		return !strings.ContainsRune("eiéí", letters[i+1])
	}
	return true
}

// inRun counts the syllables of a run of vowels.
func inRun(run []rune, language string) int {
	switch language {
	case "ru":
		return len(run)
	case "es":
		return 1 + breaks(run, func(a, b rune) bool {
			strong := func(r rune) bool { return strings.ContainsRune("aeoáéó", r) }
			return strong(a) && strong(b) || strings.ContainsRune("íú", a) || strings.ContainsRune("íú", b)
		})
	case "de":
		return germanRun(run)
	}
	return 1
}

// breaks counts the neighbours that do not belong to one syllable.
func breaks(run []rune, apart func(a, b rune) bool) int {
	n := 0
	for i := 1; i < len(run); i++ {
		if apart(run[i-1], run[i]) {
			n++
		}
	}
	return n
}

func germanRun(run []rune) int {
	n := 0
	for i := 0; i < len(run); n++ {
		i++
		if i < len(run) && strings.Contains(" ei ai au eu äu ie oi aa ee oo ey ay ", " "+string(run[i-1:i+1])+" ") {
			i++
		}
	}
	return n
}

// muteEnd reports whether the last run of vowels of a word is not heard.
func muteEnd(word, language string) bool {
	endsAfterConsonant := func(end string) bool {
		stem, ok := strings.CutSuffix(word, end)
		if !ok || stem == "" {
			return false
		}
		letters := []rune(stem)
		return !strings.ContainsRune(vowels, letters[len(letters)-1])
	}
	switch language {
	case "en":
		if endsAfterConsonant("le") || endsAfterConsonant("les") {
			return false
		}
		if endsAfterConsonant("es") { // arrives, but places, boxes, watches
			stem := strings.TrimSuffix(word, "es")
			return !strings.ContainsAny(stem[len(stem)-1:], "sxzcg") && !strings.HasSuffix(stem, "ch") && !strings.HasSuffix(stem, "sh")
		}
		return endsAfterConsonant("e") || endsAfterConsonant("ed") && !strings.HasSuffix(word, "ted") && !strings.HasSuffix(word, "ded")
	case "fr":
		return endsAfterConsonant("e") || endsAfterConsonant("es") || endsAfterConsonant("ent")
	}
	return false
}
