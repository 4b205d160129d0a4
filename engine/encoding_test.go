package engine

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"proba/engine/language"
	"proba/scenarios"
)

// everyFact has one filled example of each kind.
func everyFact() []Fact {
	hearing := language.Hearing{Phrase: "a", Verdict: language.Certain, Confidence: 1, Sentence: 1, Span: [2]int{0, 3}, Words: "àbc", Why: language.WhyPattern}
	return []Fact{
		Started{
			Scenario: "small", Version: "1.0.0", Channel: scenarios.Phone, Mode: Assessed, Seed: -7, Variant: "x", Patience: 6,
			Facts: map[string]string{"cost": "9,90 €", "day": "<b>"}, TimeFactor: 150, Instant: true, DebriefFor: time.Hour, List: language.ListLimits{Sentence: 3, Reply: 4},
			Today: "2026-03-12",
			Pack:  "ab12", Engine: Version,
		},
		Answered{},
		BeatEntered{Beat: "A", Visit: 2, Later: 48 * time.Hour},
		CustomerSaid{
			Beat: "A", Text: "Pronto?", Language: "it", Cause: CauseHabit, Block: "persona/1", Alternative: 1, Drawn: true,
			Takes: 400 * time.Millisecond, Interrupts: true, Attachments: []scenarios.LineAttachment{{Name: "photo", File: "a.png"}},
		},
		Replied{
			Text: "àbc", Spoken: true, Language: "it", Hearings: []language.Hearing{hearing},
			Sentences: []language.Sentence{{Span: [2]int{0, 3}, Words: 1}}, NotUnderstood: TooLong, UnknownWord: "reso", Words: 17,
			Follows: 16, CutAfter: 40, Delay: noTime,
		},
		PatienceChanged{From: 7, To: 5, Reasons: []PatienceReason{{Why: "says a", Change: -2, Source: FromRow}}},
		LookedUp{Name: "Prices"},
		Held{},
		Resumed{After: 3 * time.Second},
		HoldPassed{Limit: 90 * time.Second, Regular: true, Habit: -1},
		Transferred{To: "Sales", Warm: true, Taken: true},
		Escalated{To: "Sales"},
		Consulted{Whom: "Ann", Text: "how?", Answer: "so"},
		Filed{
			Form: "Card", Fields: []FiledField{{Name: "Reason", Value: "order"}},
			Checks: []FieldCheck{{Field: "Reason", Value: "order", Wide: true, Want: "is order"}},
		},
		Sent{Name: "Thanks"},
		Silence{Limit: 8 * time.Second, Running: 16 * time.Second, Times: 2},
		Interrupted{},
		SpokeLonger{Words: 40},
		Resolved{},
		Complained{To: "Sales"},
		Referred{},
		Misheard{Fact: "number", As: "LR-20471"},
		ContactEnded{How: EndedByLimit, Beat: "A"},
		Closed{},
		DebriefStarted{},
		Argued{Question: 2, Text: "because", Language: "en", Hearings: []language.Hearing{hearing}, Verbatim: true},
		SessionFinished{ByClock: true},
	}
}

func TestEveryFactComesBackAsItWasStored(t *testing.T) {
	for i, f := range everyFact() {
		e := Event{Number: i + 1, At: time.Duration(i) * 1500 * time.Millisecond, Fact: f}
		b, err := EncodeEvent(e)
		if err != nil {
			t.Fatalf("EncodeEvent(%s): %v", f.Kind(), err)
		}
		got, err := DecodeEvent(b)
		if err != nil {
			t.Fatalf("DecodeEvent(%s): %v", b, err)
		}
		if diff := cmp.Diff(e, got, cmpopts.IgnoreUnexported(language.Hearing{})); diff != "" {
			t.Errorf("%s came back changed (-want +got):\n%s", b, diff)
		}
		again, _ := EncodeEvent(got)
		if !bytes.Equal(b, again) {
			t.Errorf("encoded again:\n%s\nwant\n%s", again, b)
		}
	}
}

// The list above and the table of readers would otherwise be forgotten when a fact is added.
func TestNoFactIsForgotten(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "event_kinds.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	declared := 0
	for _, d := range file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Name.Name == "fact" {
			declared++
		}
	}
	if n := len(everyFact()); n != declared {
		t.Errorf("%d facts have an example, want all %d", n, declared)
	}
	if n := len(factReaders); n != declared {
		t.Errorf("%d facts have a reader, want all %d", n, declared)
	}
}

func TestStoredTimesAreMilliseconds(t *testing.T) {
	got, err := EncodeEvent(Event{Number: 3, At: 90 * time.Second, Fact: Silence{Limit: 8 * time.Second, Running: 16 * time.Second, Times: 2}})
	want := `{"n":3,"at":90000,"kind":"silence","fact":{"times":2,"limit":8000,"running":16000}}`
	if err != nil || string(got) != want {
		t.Errorf("got %s, %v, want %s", got, err, want)
	}
}

func TestUnreadableEventsAreRefused(t *testing.T) {
	for _, b := range []string{``, `{`, `{"n":1,"kind":"other","fact":{}}`, `{"n":1,"kind":"beat"}`, `{"n":1,"kind":"beat","fact":{"beat":7}}`} {
		if e, err := DecodeEvent([]byte(b)); err == nil {
			t.Errorf("DecodeEvent(%s) = %+v, want an error", b, e)
		}
	}
	if b, err := EncodeEvent(Event{Number: 1}); err == nil {
		t.Errorf("an event without a fact was encoded as %s", b)
	}
}

func TestCommandsAreReadFromTheWire(t *testing.T) {
	tests := []struct {
		kind, fields string
		want         Command
	}{
		{"answer", ``, Answer{}},
		{"say", `{"text":"ciao","spoken":true,"took":1500,"key":"k","last":4}`, Say{Text: "ciao", Spoken: true, Took: 1500 * time.Millisecond}},
		{"look-up", `{"name":"Prices"}`, LookUp{Name: "Prices"}},
		{"hold", `{}`, Hold{}},
		{"resume", `{"kind":"resume"}`, Resume{}},
		{"transfer", `{"to":"Sales","warm":true}`, Transfer{To: "Sales", Warm: true}},
		{"escalate", `{"to":"Sales"}`, Escalate{To: "Sales"}},
		{"consult", `{"whom":"Ann","text":"how?"}`, Consult{Whom: "Ann", Text: "how?"}},
		{"file", `{"form":"Card","fields":{"Reason":"order"}}`, File{Form: "Card", Fields: map[string]string{"Reason": "order"}}},
		{"send", `{"name":"Thanks"}`, Send{Name: "Thanks"}},
		{"close", `{}`, Close{}},
		{"finish", `{}`, Finish{}},
		{"argue", `{"question":2,"text":"because"}`, Argue{Question: 2, Text: "because"}},
		{"tick", `{"at":9000}`, Tick{}},
	}
	for _, tt := range tests {
		got, err := DecodeCommand(tt.kind, []byte(tt.fields))
		if err != nil {
			t.Errorf("DecodeCommand(%s, %s): %v", tt.kind, tt.fields, err)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("DecodeCommand(%s, %s) (-want +got):\n%s", tt.kind, tt.fields, diff)
		}
	}
	if len(tests) != len(commandReaders) {
		t.Errorf("%d commands are tried, want all %d", len(tests), len(commandReaders))
	}
}

func TestUnreadableCommandsAreRefused(t *testing.T) {
	tests := []struct{ kind, fields string }{
		{"dance", `{}`},
		{"say", `{"text":"a","volume":3}`},
		{"say", `{"text":7}`},
		{"say", `{"text":"a","took":-1}`},
		{"say", `["a"]`},
		{"hold", `{`},
		{"file", `{"form":"Card","fields":{"Reason":3}}`},
	}
	for _, tt := range tests {
		if c, err := DecodeCommand(tt.kind, []byte(tt.fields)); err == nil {
			t.Errorf("DecodeCommand(%s, %s) = %+v, want an error", tt.kind, tt.fields, c)
		}
	}
}

func FuzzDecodeCommand(f *testing.F) {
	for kind := range commandReaders {
		f.Add(kind, []byte(`{"text":"a"}`))
	}
	f.Fuzz(func(t *testing.T, kind string, fields []byte) {
		if c, err := DecodeCommand(kind, fields); err == nil && c.Kind() != kind {
			t.Errorf("read %q as %q", kind, c.Kind())
		}
	})
}
