package engine

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"proba/engine/language"
)

func anyHearing(text string) *rapid.Generator[language.Hearing] {
	return rapid.Custom(func(t *rapid.T) language.Hearing {
		h := language.Hearing{
			Phrase:     rapid.String().Draw(t, "phrase"),
			Verdict:    rapid.SampledFrom([]language.Verdict{language.Certain, language.Likely, language.Unsure, language.No}).Draw(t, "verdict"),
			Confidence: float64(rapid.IntRange(0, 100).Draw(t, "confidence")) / 100,
			Sentence:   rapid.IntRange(0, 3).Draw(t, "sentence"),
			Why:        rapid.SampledFrom([]language.Why{language.WhyPattern, language.WhyNothing, language.WhyModel, language.WhyFact}).Draw(t, "why"),
			Pattern:    rapid.String().Draw(t, "pattern"), Example: rapid.String().Draw(t, "example"),
			Nearness: rapid.IntRange(0, 4).Draw(t, "nearness"), Rival: rapid.String().Draw(t, "rival"),
			Guards:   rapid.SampledFrom([][]language.Guard{nil, {language.GuardCopied, language.GuardShotgun}}).Draw(t, "guards"),
			For:      rapid.SampledFrom([][]string{nil, {"a", "\"b\""}}).Draw(t, "for"),
			Verbatim: rapid.Bool().Draw(t, "verbatim"),
		}
		n := len([]rune(text))
		h.Span[0] = rapid.IntRange(0, n+1).Draw(t, "from")
		h.Span[1] = rapid.IntRange(h.Span[0], n+2).Draw(t, "to")
		h.Words = "other"
		if words, ok := wordsAt(text, h.Span); ok && rapid.Bool().Draw(t, "in the text") {
			h.Words = words
		}
		return h
	})
}

func anyReplied(t *rapid.T) Replied {
	text := strings.ToValidUTF8(rapid.String().Draw(t, "text"), "\uFFFD")
	return Replied{
		Text: text, Spoken: rapid.Bool().Draw(t, "spoken"), Language: "it",
		Hearings:   rapid.SliceOfN(anyHearing(text), 1, 4).Draw(t, "hearings"),
		Sentences:  []language.Sentence{{Span: [2]int{0, 3}, Words: 2, FunctionWords: 1, Language: rapid.SampledFrom([]string{"", "it"}).Draw(t, "of")}},
		Understood: rapid.Bool().Draw(t, "understood"), NotUnderstood: TooLong, UnknownWord: rapid.String().Draw(t, "word"),
		CutAfter: rapid.IntRange(0, 2).Draw(t, "cut"), Delay: time.Duration(rapid.IntRange(-1, 5000).Draw(t, "delay")) * time.Millisecond,
	}
}

// A log as it is written today, and one of the past with everything in it, both read as what was heard.
func TestWhatWasHeardComesBackFromAShortAndFromAFullLog(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		replied := anyReplied(t)
		if replied.Delay < 0 {
			replied.Delay = noTime
		}
		full, err := plainJSON(shapeOfReplied(&replied))
		if err != nil {
			t.Fatal(err)
		}
		short, err := EncodeEvent(Event{Number: 7, At: time.Second, Fact: replied})
		if err != nil {
			t.Fatal(err)
		}
		past := fmt.Appendf(nil, `{"n":7,"at":1000,"kind":"replied","fact":%s}`, full)
		if len(short) > len(past) {
			t.Errorf("the short form is longer:\n%s\n%s", short, past)
		}
		for _, stored := range [][]byte{short, past} {
			e, err := DecodeEvent(stored)
			if err != nil {
				t.Fatalf("DecodeEvent(%s): %v", stored, err)
			}
			if diff := cmp.Diff(replied, e.Fact); diff != "" {
				t.Fatalf("%s came back changed (-want +got):\n%s", stored, diff)
			}
		}
	})
}

// What is written by hand is what the encoder writes.
func TestLinesAreWrittenAsTheEncoderDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		said := CustomerSaid{
			Beat: rapid.String().Draw(t, "beat"), Text: rapid.String().Draw(t, "text"), Language: rapid.String().Draw(t, "language"),
			Cause: CauseHabit, Block: rapid.String().Draw(t, "block"), Alternative: rapid.IntRange(0, 3).Draw(t, "alternative"),
			Drawn: rapid.Bool().Draw(t, "drawn"), Interrupts: rapid.Bool().Draw(t, "interrupts"),
			Takes: time.Duration(rapid.IntRange(0, 5000).Draw(t, "takes")) * time.Millisecond,
		}
		want, err := plainJSON(shapeOfCustomer(&said))
		got, _ := said.MarshalJSON()
		if err != nil || !bytes.Equal(got, want) {
			t.Fatalf("got %s, want %s, %v", got, want, err)
		}
		replied := anyReplied(t)
		replied.Hearings = nil
		want, err = plainJSON(shapeOfReplied(&replied))
		if got, _ := replied.MarshalJSON(); err != nil || !bytes.Equal(got, want) {
			t.Fatalf("got %s, want %s, %v", got, want, err)
		}
	})
}
