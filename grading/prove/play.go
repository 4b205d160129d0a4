package prove

import (
	"errors"
	"strings"
	"time"

	"proba/engine"
	"proba/grading"
	"proba/scenarios"
)

// Took is the default time of a reply in a transcript (SEMANTICS 54).
const Took = 2 * time.Second

// Played is one test after playing it.
type Played struct {
	Log        []engine.Event
	Evaluation grading.Evaluation
	// Problems are refused commands and unexpected customer lines (T408).
	Problems []scenarios.Problem
}

// Play plays a test's transcript as practice, the way tests are judged.
func Play(sc *engine.Script, t scenarios.Test) Played { return PlayAs(sc, t, engine.Practice) }

// PlayAs plays a transcript in a mode; "" is practice. Time is virtual: a reply arrives its Took after the line before,
// customer lines take no time, and the end of the transcript ends nothing.
func PlayAs(sc *engine.Script, t scenarios.Test, mode engine.Mode) Played {
	p := player{sc: sc, test: t}
	p.start(mode)
	if p.log != nil {
		for _, step := range t.Steps {
			p.step(step)
		}
	}
	return Played{Log: p.log, Evaluation: grading.Grade(sc.Scenario, p.log), Problems: p.problems}
}

// player walks through one transcript.
type player struct {
	sc       *engine.Script
	test     scenarios.Test
	state    engine.State
	now      time.Duration
	log      []engine.Event
	problems []scenarios.Problem
	// said are the customer's lines since the agent's last one that no "customer:" has named yet.
	said []string
}

func (p *player) start(mode engine.Mode) {
	opening := engine.Opening{Mode: mode, Seed: p.test.Seed, Variant: p.test.Variant, Instant: true}
	if opening.Variant == "" && len(p.sc.Variants) > 0 {
		opening.Variant = p.sc.Variants[0]
	}
	state, events, err := engine.Start(p.sc, opening)
	if err != nil {
		p.refused(p.test.Name, p.test.At, err)
		return
	}
	p.state = state
	p.keep(events)
}

func (p *player) keep(events []engine.Event) {
	p.log = append(p.log, events...)
	for _, e := range events {
		if f, ok := e.Fact.(engine.CustomerSaid); ok {
			p.said = append(p.said, f.Text)
		}
	}
}

func (p *player) step(step scenarios.Step) {
	switch s := step.(type) {
	case scenarios.AgentSays:
		p.now += s.Took
		p.agent(engine.Say{Text: s.Text}, s.Text, s.At)
	case scenarios.AgentDoes:
		p.action(s)
	case scenarios.Wait:
		p.now += s.For
		p.do(engine.Tick{}, "", s.At)
	case scenarios.CustomerSays:
		p.expectLine(s)
	case scenarios.AnswersDebrief:
		p.argue(s)
	}
}

// agent does something that closes the customer's turn.
func (p *player) agent(c engine.Command, text string, at scenarios.Pos) {
	p.do(engine.Tick{}, "", at) // lines by timers before it are still answers to what went before
	p.said = nil
	p.do(c, text, at)
}

// do carries out a command; text is how the transcript writes it.
func (p *player) do(c engine.Command, text string, at scenarios.Pos) {
	state, events, err := engine.Step(p.sc, p.state, c, p.now)
	p.state = state
	p.keep(events)
	if err != nil {
		p.refused(text, at, err)
	}
}

func (p *player) action(s scenarios.AgentDoes) {
	c, ok := CommandFor(p.sc, p.state, s)
	if !ok {
		p.report("T408/action", s.At, map[string]string{"text": p.named(s.What)})
		return
	}
	p.agent(c, p.named(s.What), s.At)
}

// named is an event sentence in the reader's language.
func (p *player) named(s scenarios.Sentence) string {
	verb := scenarios.Keyword("verb."+dashed(string(s.Verb)), p.language())
	return strings.TrimSpace(verb + " " + s.Name.Name)
}

// argue answers a debrief question; wrap-up, which the transcript does not mention, is over with the first answer.
func (p *player) argue(s scenarios.AnswersDebrief) {
	if p.state.Phase == engine.WrapUp {
		p.do(engine.Finish{}, s.Text, s.At)
	}
	p.do(engine.Argue{Question: s.Number, Text: s.Text}, s.Text, s.At)
}

// expectLine compares with the next line of the customer since the agent's last one, facts filled in. Blanks do not
// matter.
func (p *player) expectLine(s scenarios.CustomerSays) {
	want := oneLine(p.state.Fill(s.Text))
	if len(p.said) == 0 {
		p.report("T408/silent", s.At, map[string]string{"text": want})
		return
	}
	said := oneLine(p.said[0])
	p.said = p.said[1:]
	if said != want {
		p.report("T408/customer", s.At, map[string]string{"text": want, "said": said})
	}
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// refused reports something that could not be done.
func (p *player) refused(text string, at scenarios.Pos, err error) {
	reason, detail := "other", err.Error()
	var r *engine.Refusal
	if errors.As(err, &r) {
		reason, detail = dashed(string(r.Reason)), r.Detail
	}
	why := wording("T408/reason-", reason, p.language(), map[string]string{"detail": detail})
	p.report("T408/refused", at, map[string]string{"text": clip(text), "reason": why})
}

func (p *player) report(code scenarios.Code, at scenarios.Pos, args map[string]string) {
	p.problems = append(p.problems, scenarios.NewProblem(code, p.language(), at, args))
}

func (p *player) language() string { return languageOf(p.sc.Meta) }
