package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"proba/engine"
)

// terminal plays one session against the keyboard: a line is said, a line that starts with / is an action. The clock
// is the real one.
type terminal struct {
	io     streams
	script *engine.Script
	state  engine.State
	log    []engine.Event
	began  time.Time
}

const terminalHelp = `Type what you say. Actions:
  /answer  /hold  /resume  /close  /finish
  /look NAME  /transfer NAME  /escalate NAME  /consult NAME  /send NAME
  /file FORM: Field = value; Field = value
  /debrief N: answer
`

func playInTerminal(io streams, script *engine.Script, opening engine.Opening) ([]engine.Event, error) {
	state, events, err := engine.Start(script, opening)
	if err != nil {
		return nil, fmt.Errorf("start %q: %w", script.ID, err)
	}
	t := &terminal{io: io, script: script, state: state, log: events, began: time.Now()}
	fmt.Fprintf(io.out, "%s\n\n%s\n%s\n", script.Title, script.Brief, terminalHelp)
	t.show(events)
	return t.log, t.loop()
}

// loop reads lines until the session is finished or the input ends; between lines the clock speaks.
func (t *terminal) loop() error {
	lines := make(chan string)
	failed := make(chan error, 1)
	go readLines(t.io.in, lines, failed)
	for t.state.Phase != engine.Finished {
		timer := t.nextTimer()
		select {
		case line, open := <-lines:
			timer.Stop()
			if !open {
				return <-failed
			}
			t.obey(line)
		case <-timer.C:
			t.step(engine.Tick{})
		}
	}
	return nil
}

func readLines(in io.Reader, lines chan<- string, failed chan<- error) {
	scanner := bufio.NewScanner(in)
	for scanner.Scan() {
		lines <- scanner.Text()
	}
	failed <- scanner.Err()
	close(lines)
}

func (t *terminal) nextTimer() *time.Timer {
	due, running := t.state.Due(t.script)
	if !running {
		return time.NewTimer(24 * time.Hour)
	}
	return time.NewTimer(max(0, due-time.Since(t.began)))
}

func (t *terminal) obey(line string) {
	if strings.TrimSpace(line) == "" {
		return
	}
	command, err := terminalCommand(line)
	if err != nil {
		fmt.Fprintf(t.io.out, "  ? %v\n", err)
		return
	}
	t.step(command)
}

func (t *terminal) step(c engine.Command) {
	state, events, err := engine.Step(t.script, t.state, c, engine.Offset(time.Since(t.began)))
	t.state = state
	t.log = append(t.log, events...)
	t.show(events)
	var refusal *engine.Refusal
	if errors.As(err, &refusal) {
		fmt.Fprintf(t.io.out, "  ? %s %s\n", refusal.Reason, refusal.Detail)
	}
}

func (t *terminal) show(events []engine.Event) {
	for _, e := range events {
		stamp := fmt.Sprintf("%3d:%02d", int(e.At.Minutes()), int(e.At.Seconds())%60)
		switch f := e.Fact.(type) {
		case engine.CustomerSaid:
			fmt.Fprintf(t.io.out, "%s  %s: %s\n", stamp, t.script.Persona.Title, f.Text)
		case engine.Started:
			if f.Channel == "phone" {
				fmt.Fprintf(t.io.out, "%s  the phone rings\n", stamp)
			}
		case engine.LookedUp:
			fmt.Fprintf(t.io.out, "%s  %s\n%s\n", stamp, f.Name, t.page(f.Name))
		case engine.ContactEnded:
			fmt.Fprintf(t.io.out, "%s  the contact is over (%s); /finish ends wrap-up\n", stamp, f.How)
		case engine.DebriefStarted:
			t.askDebrief()
		}
	}
}

func (t *terminal) page(name string) string {
	for _, a := range t.script.World.Articles {
		if a.Name == name {
			return a.Body
		}
	}
	for _, r := range t.script.World.Records {
		if r.Name != name {
			continue
		}
		var lines []string
		for _, f := range r.Fields {
			lines = append(lines, f.Name+": "+f.Value)
		}
		return strings.Join(lines, "\n")
	}
	return ""
}

func (t *terminal) askDebrief() {
	for i, q := range t.script.Debrief {
		fmt.Fprintf(t.io.out, "Question %d: %s\n", i+1, q.Name)
	}
}
