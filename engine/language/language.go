// Package language says what a reply says: its language, its sentences, the phrases heard in it, and why.
//
//	rec, err := language.New(sc.Phrases, language.Options{Languages: sc.Languages})
//	heard := rec.Hear(language.Reply{Text: "Mi dispiace molto.", Typed: true, Facts: facts})
//	for _, h := range heard.Hearings {
//		fmt.Println(h.Phrase, h.Verdict, h.Words)
//	}
//
// The package is pure and deterministic: the same phrases and the same reply give the same bytes on any machine.
// It knows nothing of beats, marks or clocks. The rules are those of SEMANTICS 2 and GRADING 3, in docs/recognition.md.
package language

// Verdict says how sure a phrase was heard.
type Verdict string

// The verdicts, best first. Certain comes from a pattern; likely, unsure and no from the model.
const (
	Certain Verdict = "certain"
	Likely  Verdict = "likely"
	Unsure  Verdict = "unsure"
	No      Verdict = "no"
)

// Rank orders verdicts: 3 for certain down to 0 for no.
func (v Verdict) Rank() int {
	switch v {
	case Certain:
		return 3
	case Likely:
		return 2
	case Unsure:
		return 1
	default:
		return 0
	}
}

// Heard reports whether the verdict counts strictly: certain or likely.
func (v Verdict) Heard() bool { return v.Rank() >= 2 }

// Why is the reason of a verdict as a code; sentences are made when it is shown.
type Why string

// The reasons.
const (
	WhyPattern  Why = "pattern" // a pattern matched
	WhyGroup    Why = "group"   // a member of the group was heard
	WhyModel    Why = "model"   // the model decided
	WhyNegated  Why = "negated" // a negator or refusal stands before or inside
	WhyList     Why = "list"    // the list guard voided the sentence or reply
	WhyFact     Why = "fact"    // a fact is missing or wrong
	WhyCounter  Why = "counter" // equal to a counter-example
	WhyGuard    Why = "guard"   // a guard lowered the verdict
	WhyBlind    Why = "blind"   // no pattern and no example in the reply's language
	WhyNothing  Why = "nothing" // nothing of it was found
	WhyVariant  Why = "variant" // the phrase does not exist in this variant
	WhyTooShort Why = "short"   // too short for the model
)

// Hearing is the decision on one phrase in one reply, with its evidence.
type Hearing struct {
	Phrase  string  `json:"phrase"`
	Verdict Verdict `json:"verdict"`
	// Confidence is a calibrated probability from 0 to 1 in steps of 0.01; 1 for certain.
	Confidence float64 `json:"confidence"`
	// Sentence is the number of the sentence it was heard in, from 1; 0 when nothing was found.
	Sentence int `json:"sentence,omitempty"`
	// Span is the place of Words in the reply: first character and the one after the last, in characters from 0.
	// {0,0} when nothing was found.
	Span [2]int `json:"span"`
	// Words are the words of the reply that matched, or came nearest.
	Words string `json:"words,omitempty"`
	Why   Why    `json:"why"`
	// Pattern is the pattern that matched, was refused, or came nearest.
	Pattern string `json:"pattern,omitempty"`
	// Negator is the word that refused a match.
	Negator string `json:"negator,omitempty"`
	// Example is the nearest example, for model decisions.
	Example string `json:"example,omitempty"`
	// Expected and Found are the fact asked for and the value found instead.
	Expected string `json:"expected,omitempty"`
	Found    string `json:"found,omitempty"`
	// Nearness counts the words of Pattern (or Example) that were found; it ranks near misses.
	Nearness int     `json:"nearness,omitempty"`
	Guards   []Guard `json:"guards,omitempty"`
	// For and Against are the strongest terms of the model, best first.
	For     []string `json:"for,omitempty"`
	Against []string `json:"against,omitempty"`
	// Rival is a phrase that fits better than this one.
	Rival string `json:"rival,omitempty"`
	// Verbatim tells that the reply equals an example.
	Verbatim bool `json:"verbatim,omitempty"`
}

// Guard names a defence that lowered a verdict (GRADING 3).
type Guard string

// The guards.
const (
	GuardWordOrder     Guard = "word order"
	GuardFunctionWords Guard = "function words"
	GuardRepetition    Guard = "repetition"
	GuardCopied        Guard = "copied"
	GuardShotgun       Guard = "shotgun"
	GuardMixedScripts  Guard = "mixed scripts"
	GuardWrongLanguage Guard = "wrong language"
)

// Reply is what is heard and what is known around it.
type Reply struct {
	Text string
	// Typed tells a written reply (typing tolerance, UAX 29 sentences) from a dictated one.
	Typed bool
	// Before is the language of the reply before, "" for the first.
	Before string
	// Facts are the scenario's facts in this session, by name.
	Facts map[string]string
	// Today is the day of the reply as 2026-03-12; with it "tomorrow" is a date. "" leaves such words alone.
	Today string
	// Variant of the session, "" when there is none.
	Variant string
	// Quotable are texts in sight of the trainee (brief, customer lines); copied runs of six words do not count.
	Quotable []string
	// List are the limits of the list guard in this session.
	List ListLimits
}

// Heard is everything found in one reply.
type Heard struct {
	Language  string     `json:"language"`  // decided by SEMANTICS 14
	Sentences []Sentence `json:"sentences"` // in order
	// Hearings has one entry for every phrase of the recogniser, in their order.
	Hearings []Hearing `json:"hearings"`
	// List tells that the list guard voided the whole reply.
	List bool `json:"list,omitempty"`
}

// Sentence is one sentence of a reply.
type Sentence struct {
	// Span in characters, as in Hearing.
	Span [2]int `json:"span"`
	// Words counts words as SEMANTICS 7 does.
	Words int `json:"words"`
	// FunctionWords of the reply's language among them.
	FunctionWords int `json:"function"`
	// Language fits best, "" when undecided (fewer than 3 words, or a tie).
	Language string `json:"language,omitempty"`
}
