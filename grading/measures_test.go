package grading

import (
	"testing"
	"time"

	"proba/engine"
	"proba/engine/language"
	"proba/scenarios"
)

// sentencesOf is a reply with sentences of so many words.
func sentencesOf(words ...int) engine.Replied {
	r := engine.Replied{Understood: true, Delay: -1}
	for _, n := range words {
		r.Sentences = append(r.Sentences, language.Sentence{Words: n})
	}
	return r
}

func inLanguage(lang string, words, function int) engine.Replied {
	r := sentencesOf(words)
	r.Sentences[0].Language, r.Sentences[0].FunctionWords = lang, function
	return r
}

func understood(yes, no int) []moment {
	var all []moment
	for range yes {
		all = append(all, moment{1, engine.Replied{Understood: true}})
	}
	for range no {
		all = append(all, moment{1, engine.Replied{NotUnderstood: engine.NothingFits}})
	}
	return all
}

func TestMeasures(t *testing.T) {
	tests := []struct {
		name    string
		measure scenarios.Measure
		log     []moment
		want    bool
		figure  string
	}{
		{"8 of 12 is 67 %, not 80", scenarios.Understood{Percent: 80}, understood(8, 4), false, "67%"},
		{"8 of 10", scenarios.Understood{Percent: 80}, understood(8, 2), true, "80%"},
		{"2 of 3 does not reach 67 %", scenarios.Understood{Percent: 67}, understood(2, 1), false, "66.6%"},
		{"speaks Italian", scenarios.Speaks{Language: "it", Percent: 50}, []moment{{1, inLanguage("it", 4, 1)}, {2, inLanguage("en", 4, 1)}}, true, "50%"},
		{"short and undecided sentences are left out", scenarios.Speaks{Language: "it", Percent: 100},
			[]moment{{1, inLanguage("it", 4, 1)}, {2, inLanguage("", 2, 0)}, {3, inLanguage("", 9, 0)}}, true, "100%"},
		{"nothing decided is no proof", scenarios.Speaks{Language: "it", Percent: 1}, []moment{{1, inLanguage("", 2, 0)}}, false, "–"},
		{"full sentences", scenarios.FullSentences{Percent: 50}, []moment{{1, inLanguage("it", 25, 3)}, {2, inLanguage("it", 26, 3)}}, true, "50%"},
		{"words per sentence", scenarios.WordsPerSentence{AtMost: 10}, []moment{{1, sentencesOf(12, 8)}, {2, sentencesOf(10)}}, true, "10.0"},
		{"words per sentence, a hair over", scenarios.WordsPerSentence{AtMost: 10}, []moment{{1, sentencesOf(12, 9)}, {2, sentencesOf(10)}}, false, "10.4"},
		{"hold time adds up", scenarios.HoldTime{AtMost: 30 * time.Second},
			[]moment{{1, replyWith("a")}, {10, engine.Held{}}, {25, engine.Resumed{}}, {30, engine.Held{}}, {45, engine.Resumed{}}}, true, "30 s"},
		{"hold time over", scenarios.HoldTime{AtMost: 30 * time.Second},
			[]moment{{1, replyWith("a")}, {10, engine.Held{}}, {25, engine.Resumed{}}, {30, engine.Held{}}, {45.001, engine.Resumed{}}}, false, "30.001 s"},
		{"longest silence", scenarios.LongestSilence{AtMost: 8 * time.Second},
			[]moment{{1, engine.CustomerSaid{Takes: time.Second}}, {5, replyWith("a")}, {5, engine.CustomerSaid{Takes: time.Second}}, {14, replyWith("a")}}, true, "8 s"},
		{"longest silence to the end", scenarios.LongestSilence{AtMost: 8 * time.Second},
			[]moment{{1, replyWith("a")}, {5, engine.CustomerSaid{Takes: time.Second}}, {20, engine.ContactEnded{How: engine.EndedByLimit}}}, false, "14 s"},
		{"replies within", scenarios.RepliesWithin{For: 45 * time.Second},
			[]moment{{45, engine.Replied{Delay: 45 * time.Second}}, {90, engine.Replied{Delay: -1}}, {100, engine.Replied{Delay: 3 * time.Second}}}, true, "45 s"},
		{"the first reply counts from the start", scenarios.RepliesWithin{For: 45 * time.Second}, []moment{{50, engine.Replied{Delay: 2 * time.Second}}}, false, "50 s"},
		{"an unanswered message older than the limit breaks it", scenarios.RepliesWithin{For: 45 * time.Second},
			[]moment{{5, engine.Replied{}}, {6, engine.CustomerSaid{}}, {60, engine.ContactEnded{How: engine.EndedByLimit}}}, false, "54 s"},
		{"a message at the very end does not", scenarios.RepliesWithin{For: 45 * time.Second},
			[]moment{{5, engine.Replied{}}, {6, engine.CustomerSaid{}}, {6, engine.ContactEnded{How: engine.EndedByScript}}}, true, "5 s"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := markOf(t, scenarios.Criterion{AllOf: measured(tt.measure)}, logOf(tt.log...)).Items[0]
			if got.Held != tt.want || got.Figure != tt.figure {
				t.Errorf("held = %v with figure %q, want %v with %q", got.Held, got.Figure, tt.want, tt.figure)
			}
		})
	}
}

func TestNoReplyNoMeasure(t *testing.T) {
	for _, m := range []scenarios.Measure{
		scenarios.Understood{}, scenarios.Speaks{Language: "it"}, scenarios.LongestSilence{AtMost: time.Hour}, scenarios.HoldTime{AtMost: time.Hour},
		scenarios.HandlingTime{AtMost: time.Hour}, scenarios.WordsPerSentence{AtMost: 100}, scenarios.FullSentences{}, scenarios.RepliesWithin{For: time.Hour},
	} {
		c := scenarios.Criterion{AllOf: measured(m)}
		if got := markOf(t, c, logOf(moment{3, engine.Answered{}}, moment{30, engine.ContactEnded{}})).Mark; got != NotMet {
			t.Errorf("%T without a reply: mark = %q, want not met", m, got)
		}
	}
}

func TestHandlingTimeIsTalkHoldAndWrapUp(t *testing.T) {
	// Talk 158 s, hold 38 s, wrap-up 43 s: 3:59 (SEMANTICS 40).
	log := logOf(
		moment{6, engine.Answered{}}, moment{10, replyWith("a")}, moment{60, engine.Held{}}, moment{98, engine.Resumed{}},
		moment{195, engine.ContactEnded{How: engine.EndedByScript}}, moment{202, engine.Closed{}},
		moment{210, engine.Filed{}}, moment{245, engine.DebriefStarted{}}, moment{400, engine.SessionFinished{}})
	k := Grade(scenarioOf(), log).KPIs
	want := KPIs{AnsweredAfter: 6000, FirstReply: 10000, Talk: 158000, Hold: 38000, WrapUp: 43000, Handling: 239000,
		LongestSilence: 97000, Replies: 1, Understood: 1}
	if k != want {
		t.Errorf("KPIs = %+v, want %+v", k, want)
	}
	if got := k.Handling.Duration(); got != 3*time.Minute+59*time.Second {
		t.Errorf("handling = %v, want 3m59s", got)
	}
}

func TestACloseMuchLaterIsWrapUp(t *testing.T) {
	log := logOf(moment{5, engine.Answered{}}, moment{100, engine.ContactEnded{}}, moment{110.001, engine.Closed{}})
	k := Grade(scenarioOf(), log).KPIs
	if k.Talk != 95000 || k.WrapUp != 10001 {
		t.Errorf("talk %d, wrap-up %d; want 95000, 10001", k.Talk, k.WrapUp)
	}
}

func TestChatTalksFromTheFirstReply(t *testing.T) {
	opened := engine.Started{Channel: scenarios.Chat}
	k := Grade(scenarioOf(), logFrom(opened, moment{0, engine.CustomerSaid{}}, moment{20, engine.Replied{}}, moment{80, engine.ContactEnded{}})).KPIs
	if k.Talk != 60000 || k.AnsweredAfter != -1 || k.FirstReply != 20000 {
		t.Errorf("KPIs = %+v, want talk 60000, not answered, first reply 20000", k)
	}
}

func TestSilenceInChatRunsFromTheFirstUnansweredMessage(t *testing.T) {
	opened := engine.Started{Channel: scenarios.Chat}
	k := Grade(scenarioOf(), logFrom(opened, moment{0, engine.CustomerSaid{}}, moment{10, engine.CustomerSaid{}}, moment{25, engine.Replied{}})).KPIs
	if k.LongestSilence != 25000 {
		t.Errorf("longest silence = %d, want 25000", k.LongestSilence)
	}
}
