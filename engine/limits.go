package engine

import (
	"unicode"
	"unicode/utf8"

	"proba/engine/language"
	"proba/scenarios"
)

// limit is what a reply broke of the persona's limits (SEMANTICS 16); the zero limit is broken by nothing.
type limit struct {
	why Misunderstood
	// word is the first unknown entry in table order; words and follows belong to the too long sentence.
	word           string
	words, follows int
}

func (l limit) broken() bool { return l.why != "" }

// limitBroken compares a reply with what the persona follows. A long sentence is named before an unknown word.
func (sc *Script) limitBroken(text string, heard language.Heard) limit {
	broken := limit{word: unknownWord(sc.strange, text)}
	if broken.word != "" {
		broken.why = UnknownWord
	}
	for _, s := range heard.Sentences {
		if most := sc.follows(s.Language, heard.Language); most > 0 && s.Words > most {
			broken.why, broken.words, broken.follows = TooLong, s.Words, most
			return broken
		}
	}
	return broken
}

// follows is the longest sentence the persona follows in a language, that of the reply where the sentence has none of
// its own; 0 for no limit.
func (sc *Script) follows(lang, replyLang string) int {
	if lang == "" {
		lang = replyLang
	}
	for _, u := range sc.person.Understands {
		if u.Language == lang {
			return u.LongestSentence
		}
	}
	return 0
}

// worthKeeping leaves out plain noes, which say nothing that could be shown or counted later.
func worthKeeping(hearings []language.Hearing) []language.Hearing {
	telling := make([]int, 0, len(hearings))
	for i := range hearings {
		if tellsSomething(&hearings[i]) {
			telling = append(telling, i)
		}
	}
	if len(telling) == 0 {
		return nil
	}
	kept := make([]language.Hearing, len(telling)) // as long as needed: it stays with the event
	for k, i := range telling {
		kept[k] = hearings[i]
	}
	return kept
}

func tellsSomething(h *language.Hearing) bool {
	if h.Verdict.Rank() > 0 {
		return true
	}
	switch h.Why {
	case language.WhyNegated, language.WhyList, language.WhyFact, language.WhyCounter, language.WhyGuard, language.WhyBlind:
		return true
	case language.WhyVariant:
		return false
	default:
		return h.Nearness > 0 && 2*h.Nearness >= patternWords(h)
	}
}

// patternWords counts the words of the pattern, or example, a near miss is compared with; alternatives count once.
func patternWords(h *language.Hearing) int {
	text := h.Pattern
	if text == "" {
		text = h.Example
	}
	n, inWord := 0, false
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		text = text[size:]
		is := unicode.IsLetter(r) || unicode.IsDigit(r) || inWord && (r == '/' || r == '*')
		if is && !inWord {
			n++
		}
		inWord = is
	}
	return n
}

// phraseHearing returns the decision on one phrase.
func phraseHearing(heard language.Heard, phrase scenarios.Ref) (language.Hearing, bool) {
	for _, h := range heard.Hearings {
		if sameName(h.Phrase, phrase.Name) {
			return h, true
		}
	}
	return language.Hearing{}, false
}
