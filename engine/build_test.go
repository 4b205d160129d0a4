package engine

import (
	"strings"
	"testing"
	"time"

	"proba/engine/language"
	"proba/scenarios"
)

// Builders of small scenarios, and ears that hear literally: the word "x" is the phrase x, "x?" is the phrase x heard
// unsurely. A reply that begins with "en:" is English; everything else is in the language of the scenario.

type literalEars struct{ phrases []string }

func (e literalEars) Hear(r language.Reply) language.Heard {
	text, lang := r.Text, "it"
	if rest, english := strings.CutPrefix(text, "en:"); english {
		text, lang = rest, "en"
	}
	heard := language.Heard{Language: lang}
	for i, s := range strings.Split(strings.TrimRight(text, "."), ".") {
		heard.Sentences = append(heard.Sentences, language.Sentence{Words: len(strings.Fields(s)), Language: lang})
		for _, w := range strings.Fields(s) {
			heard.Hearings = e.hear(heard.Hearings, w, i+1)
		}
	}
	return heard
}

func (e literalEars) hear(hs []language.Hearing, word string, sentence int) []language.Hearing {
	for _, p := range e.phrases {
		switch word {
		case p:
			return append(hs, language.Hearing{Phrase: p, Verdict: language.Certain, Sentence: sentence, Why: language.WhyPattern})
		case p + "?":
			return append(hs, language.Hearing{Phrase: p, Verdict: language.Unsure, Sentence: sentence, Why: language.WhyModel})
		}
	}
	return hs
}

// chatOf is a chat in Italian with a customer of patience 7, no habits and no rows.
func chatOf(beats ...scenarios.Beat) *scenarios.Scenario {
	return &scenarios.Scenario{
		Meta:    scenarios.Meta{ID: "small", Version: "1.0.0", Languages: []string{"it", "en"}},
		Channel: scenarios.Chat, Minutes: 15, Beats: beats,
		Persona: &scenarios.Persona{Meta: scenarios.Meta{ID: "somebody"}, Patience: 7},
		World: &scenarios.World{
			Articles:    []scenarios.Article{{Name: "Prices"}},
			Departments: []scenarios.Department{{Name: "Sales"}, {Name: "Nobody", Available: scenarios.Availability{Never: true}}},
			Templates:   []scenarios.Template{{Name: "Thanks"}},
		},
	}
}

func phoneOf(beats ...scenarios.Beat) *scenarios.Scenario {
	sc := chatOf(beats...)
	sc.Channel = scenarios.Phone
	return sc
}

// beat puts blocks, reactions and an Otherwise (a reaction without a condition) together.
func beat(name string, parts ...any) scenarios.Beat {
	b := scenarios.Beat{Name: name}
	for _, part := range parts {
		switch part := part.(type) {
		case string:
			b.Blocks = append(b.Blocks, one(part))
		case scenarios.Block:
			b.Blocks = append(b.Blocks, part)
		case scenarios.Reaction:
			if part.When.Any == nil {
				b.Otherwise = &part
				continue
			}
			b.Reactions = append(b.Reactions, part)
		default:
			panic("no part of a beat")
		}
	}
	return b
}

func one(text string) scenarios.Block { return block(scenarios.Line{Text: text}) }

func block(lines ...scenarios.Line) scenarios.Block { return scenarios.Block{Lines: lines} }

// when makes a reaction of a condition and, in any order, effects, a target and lines.
func when(c scenarios.Condition, parts ...any) scenarios.Reaction {
	r := scenarios.Reaction{When: c}
	for _, part := range parts {
		switch part := part.(type) {
		case scenarios.Effect:
			r.Effects = append(r.Effects, part)
		case scenarios.Target:
			r.Target = part
		case string:
			r.Blocks = append(r.Blocks, one(part))
		case scenarios.Block:
			r.Blocks = append(r.Blocks, part)
		default:
			panic("no part of a reaction")
		}
	}
	return r
}

func otherwise(parts ...any) scenarios.Reaction { return when(scenarios.Condition{}, parts...) }

func to(name string) scenarios.Target { return scenarios.Target{Beat: ref(name)} }

var toEnd = scenarios.Target{End: true}

func patience(n int) scenarios.Effect { return scenarios.ChangePatience{By: n} }

func ref(name string) scenarios.Ref { return scenarios.Ref{Name: name} }

func sentence(verb scenarios.Verb, name string) scenarios.Sentence {
	return scenarios.Sentence{Verb: verb, Name: ref(name)}
}

func says(name string) scenarios.Condition { return on(sentence(scenarios.VerbSays, name)) }

func verb(v scenarios.Verb) scenarios.Condition { return on(sentence(v, "")) }

func lasting(v scenarios.Verb, d time.Duration) scenarios.Condition {
	return on(scenarios.Sentence{Verb: v, For: d})
}

// on is a condition of one clause.
func on(clause ...scenarios.Sentence) scenarios.Condition {
	return scenarios.Condition{Any: []scenarios.Clause{clause}}
}

func row(c scenarios.Condition, change int) scenarios.PatienceRow {
	return scenarios.PatienceRow{When: c, Change: change}
}

// contact is a running session in a test.
type contact struct {
	t      *testing.T
	sc     *Script
	s      State
	log    []Event
	now    time.Duration // of the last command
	unread int
}

// begin starts an instant practice session; options change its opening.
func begin(t *testing.T, sc *scenarios.Scenario, options ...func(*Opening)) *contact {
	t.Helper()
	script, err := PrepareWith(sc, literalEars{phrasesOf(sc)})
	if err != nil {
		t.Fatalf("PrepareWith: %v", err)
	}
	o := Opening{Seed: 1, Instant: true}
	for _, change := range options {
		change(&o)
	}
	s, events, err := Start(script, o)
	if err != nil {
		t.Fatalf("Start: %v", err)
	}
	return &contact{t: t, sc: script, s: s, log: events}
}

// phrasesOf lists the phrases of a scenario, or the letters a to h where it has none.
func phrasesOf(sc *scenarios.Scenario) []string {
	if len(sc.Phrases) == 0 {
		return strings.Split("abcdefgh", "")
	}
	var found []string
	for _, p := range sc.Phrases {
		found = append(found, p.Name)
	}
	return found
}

// do carries out commands at the time of the last one; a refusal fails the test.
func (c *contact) do(commands ...Command) *contact {
	c.t.Helper()
	for _, command := range commands {
		if err := c.try(command); err != nil {
			c.t.Fatalf("%s at %v: %v", command.Kind(), c.now, err)
		}
	}
	return c
}

func (c *contact) try(command Command) error {
	c.t.Helper()
	return c.tryAt(command, c.now)
}

func (c *contact) tryAt(command Command, at time.Duration) error {
	c.now = at
	s, events, err := Step(c.sc, c.s, command, at)
	c.s = s
	c.log = append(c.log, events...)
	return err
}

func (c *contact) say(texts ...string) *contact {
	c.t.Helper()
	for _, text := range texts {
		c.do(Say{Text: text})
	}
	return c
}

// until lets the clock speak up to a moment.
func (c *contact) until(at time.Duration) *contact {
	c.t.Helper()
	if err := c.tryAt(Tick{}, at); err != nil {
		c.t.Fatalf("tick at %v: %v", at, err)
	}
	return c
}

// heard returns what the customer said since it was last asked for.
func (c *contact) heard() []string {
	var lines []string
	for _, e := range c.log[c.unread:] {
		if said, ok := e.Fact.(CustomerSaid); ok {
			lines = append(lines, said.Text)
		}
	}
	c.unread = len(c.log)
	return lines
}

// expect compares what the customer said since it was last asked for.
func (c *contact) expect(lines ...string) *contact {
	c.t.Helper()
	if got := c.heard(); strings.Join(got, " | ") != strings.Join(lines, " | ") {
		c.t.Errorf("the customer said %q, want %q", got, lines)
	}
	return c
}

func (c *contact) expectPatience(want int) *contact {
	c.t.Helper()
	if c.s.Patience != want {
		c.t.Errorf("patience is %d, want %d", c.s.Patience, want)
	}
	return c
}

func (c *contact) expectBeat(want string) *contact {
	c.t.Helper()
	if c.s.Beat != want {
		c.t.Errorf("the beat is %q, want %q", c.s.Beat, want)
	}
	return c
}

// expectEnd wants the contact ended in this way; "" wants it running.
func (c *contact) expectEnd(want Ending) *contact {
	c.t.Helper()
	var got Ending
	if c.s.Ended != nil {
		got = c.s.Ended.How
	}
	if got != want {
		c.t.Errorf("the contact ended by %q, want %q", got, want)
	}
	return c
}

// refused wants the command refused for that reason.
func (c *contact) refused(command Command, want RefusalReason) *contact {
	c.t.Helper()
	err := c.try(command)
	if refusal, ok := err.(*Refusal); !ok || refusal.Reason != want {
		c.t.Errorf("%s: got %v, want it refused: %s", command.Kind(), err, want)
	}
	return c
}

// facts returns the facts of one kind in the log.
func facts[F Fact](c *contact) []F {
	var found []F
	for _, e := range c.log {
		if f, ok := e.Fact.(F); ok {
			found = append(found, f)
		}
	}
	return found
}
