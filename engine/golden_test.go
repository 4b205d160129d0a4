package engine

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"proba/scenarios"
)

var update = flag.Bool("update", false, "rewrite the golden conversations")

// Each file of testdata/conversations is a conversation: the scenario and the seed, then commands, each on a line that
// begins with "> " and a time in seconds, with what followed below it.

func TestConversationsGoAsWritten(t *testing.T) {
	files, err := filepath.Glob("testdata/conversations/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no conversations: %v", err)
	}
	pack := loadPack(t)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := perform(t, pack, string(want))
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != string(want) {
				t.Errorf("the conversation went otherwise (run with -update and read the difference):\n%s", firstDifference(got, string(want)))
			}
		})
	}
}

func loadPack(t *testing.T) *scenarios.Pack {
	t.Helper()
	pack, problems := scenarios.Load(os.DirFS("testdata/pack"))
	for _, p := range problems {
		if p.Level == scenarios.LevelError {
			t.Errorf("%s: %s %s", p.Pos, p.Code, p.Message)
		}
	}
	return pack
}

// perform plays the commands of a conversation and writes it anew; comments and blank lines stay.
func perform(t *testing.T, pack *scenarios.Pack, text string) string {
	t.Helper()
	var out strings.Builder
	var g golden
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.HasPrefix(line, "> "):
			fmt.Fprintln(&out, line)
			for _, row := range g.command(t, pack, strings.TrimPrefix(line, "> ")) {
				fmt.Fprintln(&out, "  "+row)
			}
		case line == "" || strings.HasPrefix(line, "#"):
			fmt.Fprintln(&out, line)
		}
	}
	return out.String()
}

// golden is the session of one conversation file.
type golden struct {
	sc *Script
	s  State
}

func (g *golden) command(t *testing.T, pack *scenarios.Pack, line string) []string {
	t.Helper()
	when, rest, _ := strings.Cut(line, " ")
	kind, args, _ := strings.Cut(rest, " ")
	if when == "start" {
		return g.start(t, pack, kind, args)
	}
	seconds, err := strconv.ParseFloat(when, 64)
	if err != nil {
		t.Fatalf("%q does not begin with a time", line)
	}
	s, events, err := Step(g.sc, g.s, written(t, kind, args), time.Duration(seconds*1000)*time.Millisecond)
	g.s = s
	return append(tell(events), g.footer(err)...)
}

func (g *golden) start(t *testing.T, pack *scenarios.Pack, id, seed string) []string {
	t.Helper()
	script, err := Prepare(pack.Scenarios[id])
	if err != nil {
		t.Fatal(err)
	}
	n, err := strconv.ParseInt(seed, 10, 64)
	if err != nil {
		t.Fatalf("seed %q: %v", seed, err)
	}
	g.sc = script
	s, events, err := Start(script, Opening{Seed: n})
	g.s = s
	return append(tell(events), g.footer(err)...)
}

// footer is a refusal, and when the clock speaks next.
func (g *golden) footer(err error) []string {
	var rows []string
	if err != nil {
		rows = append(rows, err.Error())
		var refusal *Refusal
		if !errors.As(err, &refusal) {
			return rows
		}
	}
	if due, ok := g.s.Due(g.sc); ok {
		return append(rows, fmt.Sprintf("next %s, patience %d", clock(due), g.s.Patience))
	}
	return rows
}

// written reads a command: "say TEXT", "dictate SECONDS TEXT", "file FORM: FIELD = VALUE; …", "argue N TEXT", others by
// their kind and name.
func written(t *testing.T, kind, args string) Command {
	t.Helper()
	switch kind {
	case "say":
		return Say{Text: args}
	case "dictate":
		took, text, _ := strings.Cut(args, " ")
		n, _ := strconv.Atoi(took)
		return Say{Text: text, Spoken: true, Took: time.Duration(n) * time.Second}
	case "file":
		form, fields, _ := strings.Cut(args, ": ")
		f := File{Form: form, Fields: map[string]string{}}
		for _, pair := range strings.Split(fields, "; ") {
			name, value, _ := strings.Cut(pair, " = ")
			f.Fields[name] = value
		}
		return f
	case "argue":
		number, text, _ := strings.Cut(args, " ")
		n, _ := strconv.Atoi(number)
		return Argue{Question: n, Text: text}
	}
	field := map[string]string{"look-up": "name", "send": "name", "transfer": "to", "escalate": "to", "consult": "whom"}[kind]
	fields := "{}"
	if field != "" {
		fields = fmt.Sprintf(`{%q:%q}`, field, args)
	}
	c, err := DecodeCommand(kind, []byte(fields))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func clock(d time.Duration) string { return strconv.FormatFloat(d.Seconds(), 'f', -1, 64) + " s" }

func tell(events []Event) []string {
	rows := make([]string, len(events))
	for i, e := range events {
		rows[i] = fmt.Sprintf("%d %s %s", e.Number, clock(e.At), telling(e.Fact))
	}
	return rows
}

// telling is a fact as a reader of a conversation wants it: lines short, everything else as stored.
func telling(f Fact) string {
	switch f := f.(type) {
	case CustomerSaid:
		return fmt.Sprintf("customer (%s, %s, %s, %s) %q", f.Cause, f.Block, f.Language, clock(f.Takes), f.Text)
	case Replied:
		return "replied" + tellReply(f)
	case PatienceChanged:
		return fmt.Sprintf("patience %d to %d: %s", f.From, f.To, tellReasons(f.Reasons))
	case Argued:
		return fmt.Sprintf("argued %d", f.Question) + tellHearings(phrasesHeard(f.Hearings))
	case Started:
		return fmt.Sprintf("started %s seed %d", f.Scenario, f.Seed)
	default:
		b, err := plainJSON(f)
		if err != nil {
			panic(err)
		}
		return f.Kind() + " " + string(b)
	}
}

func tellReply(f Replied) string {
	text := tellHearings(phrasesHeard(f.Hearings))
	if !f.Understood {
		text += " not understood: " + string(f.NotUnderstood)
	}
	if f.UnknownWord != "" {
		text += fmt.Sprintf(" %q", f.UnknownWord)
	}
	if f.Words > 0 {
		text += fmt.Sprintf(" (%d words, follows %d)", f.Words, f.Follows)
	}
	if f.CutAfter > 0 {
		text += fmt.Sprintf(" cut after %d words", f.CutAfter)
	}
	return text
}

func tellHearings(heard []happening) string {
	var text string
	for _, h := range heard {
		text += " *" + h.name + "*"
		if h.unsure {
			text += "?"
		}
	}
	return text
}

func tellReasons(reasons []PatienceReason) string {
	parts := make([]string, len(reasons))
	for i, r := range reasons {
		parts[i] = fmt.Sprintf("%+d %s (%s)", r.Change, r.Why, r.Source)
	}
	return strings.Join(parts, ", ")
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d\n got: %s\nwant: %s", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("got %d lines, want %d", len(g), len(w))
}
