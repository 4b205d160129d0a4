package language

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"proba/scenarios"

	"pgregory.net/rapid"
)

// vocabulary feeds random replies.
var vocabulary = strings.Fields(`non posso le rimborso il numero dell'ordine 9,90 € 3 giorni entro rispondiamo scusi mi dispiace per i piatti
	rotti hold you mind minute can't I for a , . ? ; ma però LR-20417 12.03.2026 quattro-sei й ё ş`)

func randomReply() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(vocabulary), 0, 30).Draw(t, "words"), " ")
	})
}

func mixedPhrases(t testing.TB) []scenarios.Phrase {
	return []scenarios.Phrase{
		holdPhrase(), phraseOf(t, "scuse", "it", "(mi/ci) (scus*/dispiace)"), phraseOf(t, "giorni", "it", "{numero} giorni", "entro ... giorni"),
		phraseOf(t, "numero", "it", "numero ... ordine"), phraseOf(t, "nega", "it", "non posso"),
	}
}

func mustNew(t testing.TB, phrases []scenarios.Phrase) *Recogniser {
	t.Helper()
	r, err := New(phrases, Options{Languages: []string{"it", "en"}})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestSameReplyGivesSameBytes(t *testing.T) {
	a, b := mustNew(t, mixedPhrases(t)), mustNew(t, mixedPhrases(t))
	rapid.Check(t, func(rt *rapid.T) {
		reply := Reply{Text: randomReply().Draw(rt, "reply"), Typed: rapid.Bool().Draw(rt, "typed")}
		x, _ := json.Marshal(a.Hear(reply))
		y, _ := json.Marshal(b.Hear(reply))
		if !bytes.Equal(x, y) {
			rt.Fatalf("Hear(%+v) = %s and %s", reply, x, y)
		}
	})
}

func TestUnrelatedExampleNeverFlipsACertainVerdict(t *testing.T) {
	before := mustNew(t, mixedPhrases(t))
	more := mixedPhrases(t)
	for i := range more {
		more[i].Examples = append(more[i].Examples, scenarios.Utterance{Text: "Il treno delle otto passa per Lecco."})
	}
	after := mustNew(t, more)
	rapid.Check(t, func(rt *rapid.T) {
		reply := Reply{Text: randomReply().Draw(rt, "reply"), Typed: true}
		x, y := before.Hear(reply), after.Hear(reply)
		for i := range x.Hearings {
			if (x.Hearings[i].Verdict == Certain) != (y.Hearings[i].Verdict == Certain) {
				rt.Fatalf("Hear(%q): %+v became %+v", reply.Text, x.Hearings[i], y.Hearings[i])
			}
		}
	})
}

func FuzzHear(f *testing.F) {
	for _, s := range []string{"", "Non posso dirle altro, le rispondiamo entro 3 giorni.", "9,90 € 1.840,50 12.03.2026 LR-20417", "a@b.c -- '' 9'9", "и\u0306\u200b\xff"} {
		f.Add(s, true)
	}
	r := mustNew(f, mixedPhrases(f))
	f.Fuzz(func(t *testing.T, text string, typed bool) {
		heard := r.Hear(Reply{Text: text, Typed: typed, Facts: map[string]string{"a": text}})
		length := len([]rune(cut(text)))
		for _, h := range heard.Hearings {
			if h.Span[0] < 0 || h.Span[1] < h.Span[0] || h.Span[1] > length || h.Confidence < 0 || h.Confidence > 1 {
				t.Fatalf("Hear(%q) = %+v in %d characters", text, h, length)
			}
		}
	})
}

func FuzzWords(f *testing.F) {
	f.Add("L'ordine LR-20417 costa 9,90 €", "nota di credit*")
	f.Fuzz(func(t *testing.T, text, entry string) {
		at := 0
		for _, w := range Words(text) {
			if w.Text == "" || w.Span[0] < at || w.Span[1] <= w.Span[0] {
				t.Fatalf("Words(%q) holds %+v", text, w)
			}
			at = w.Span[1]
		}
		FindWordSequence(text, entry)
		for _, code := range tongueCodes {
			ContainsWord(text, entry, code)
			if v := ParseValue(text, code); !v.Equal(v) {
				t.Fatalf("ParseValue(%q, %s) = %+v does not equal itself", text, code, v)
			}
		}
	})
}
