package scenarios

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// The pack that every check is tried on: nothing is wrong with it. Each test spoils one thing.
const (
	soundPersona = `---
kind: persona
format: 1
id: ann
name: Ann Lee
languages: { en: native }
patience: 6
---

# Ann Lee

## Patience

| What happens | Patience |
|---|---|
| says *sorry* | +1 |

## Habits

- **When** not understood
  > - Sorry?
  > - What do you mean?
- **When** does not reply
  > Are you there?
`
	soundWorld = `---
kind: world
format: 1
id: shop
title: Shop
language: en
---

# Shop

## Forms

### Ticket

| Field | Type | Required |
|---|---|---|
| Reason | text | yes |
| Note | text | no |
`
	soundRubric = `---
kind: rubric
format: 1
id: rubric
title: Rubric
version: 1.0.0
language: en
---

# Rubric

## Competences

| Competence | What it means | Unit | Minimum |
|---|---|---|---|
| Tone | Is polite | 1 | 50% |
| Solution | Solves it | 1 | 50% |

## Pass mark

- total at least 70%
- every competence at least its minimum
`
	soundScenario = `---
kind: scenario
format: 1
id: return
version: 1.0.0
title: A return
channel: chat
language: en
persona: ann
world: shop
rubric: rubric
---

# A return

## Brief

You are in the chat.

## Timers

| Timer | Value |
|---|---|
| first reply | 45 s |
| reply | 60 s |

## Facts

| Fact | Value | Known to |
|---|---|---|
| order | A-1 | customer |
| days | 14 | article |

## Conversation

### Question

> - My order is {order}. Can I send it back?
> - **again:** Can I return {order} or not?

- **When** says *gives the days* -> *Thanks*
- **When** says *sorry*
  > Never mind.
- **Otherwise** -> *Thanks*; patience -1

### Thanks

> - Thank you.
> - **calm:** Great, thank you!

- **When** says *goodbye* -> end
- **Otherwise** -> end

## Phrases

### gives the days

- **Patterns:** ` + "`{days} days`" + `
- **Examples:**
  - You have 14 days.
- **Not these:**
  - Some days are better.

### sorry

- **Patterns:** ` + "`sorry`" + `
- **Examples:**
  - I am sorry.
- **Not these:**
  - It is a sorrow.

### goodbye

- **Patterns:** ` + "`goodbye`, `farew*`" + `
- **Examples:**
  - Goodbye!
- **Not these:**
  - Good morning.

## Criteria

### Apologises

- **Competence:** Tone
- **Points:** 10
- **All of:**
  - says *sorry* within 45 s of start
- **Advice:** Apologise.

### Says goodbye

- **Competence:** Tone
- **Points:** 10
- **All of:**
  - says *goodbye*
- **Advice:** Say goodbye.

### The right days

- **Competence:** Solution
- **Points:** 20
- **All of:**
  - says *gives the days* in *Question*
- **Advice:** Fourteen days.

### Files the ticket

- **Competence:** Solution
- **Points:** 10
- **All of:**
  - files *Ticket* with at least 1 right
- **Advice:** File it.

## Desk

### Ticket

| Field | Right answer |
|---|---|
| Reason | contains "return" |

## Tests

### Good

` + "```conversation" + `
agent: I am sorry. You have 14 days.
agent does: files Ticket: Reason = return
agent: Goodbye!
` + "```" + `

- **Result:** pass

### Silent

` + "```conversation" + `
wait: 600 s
` + "```" + `

- **Result:** fail
`
)

// spoiled loads the sound pack after replacing texts, in pairs of old and new; each old text must be there.
func spoiled(t *testing.T, edits ...string) (*Pack, []Problem) {
	t.Helper()
	files := map[string]string{"persona.md": soundPersona, "world.md": soundWorld, "rubric.md": soundRubric, "scenario.md": soundScenario}
	for i := 0; i+1 < len(edits); i += 2 {
		found := false
		for name, text := range files {
			if strings.Contains(text, edits[i]) {
				found = true
				files[name] = strings.Replace(text, edits[i], edits[i+1], 1)
			}
		}
		if !found {
			t.Fatalf("the sound pack has no %q to replace", edits[i])
		}
	}
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return Load(fsys)
}

func codesOf(problems []Problem) []string {
	var codes []string
	for _, p := range problems {
		codes = append(codes, string(p.Code))
	}
	return codes
}

func TestSoundPackHasNoProblem(t *testing.T) {
	_, problems := spoiled(t)
	for _, p := range problems {
		t.Errorf("unexpected problem:\n%s", p.Format())
	}
}

// TestChecks spoils the sound pack. Want names the codes of all problems that follow; marked is what the first one's
// mark stands under, where it has one.
func TestChecks(t *testing.T) {
	tests := map[string]struct {
		edits  []string
		want   []string
		marked string
	}{
		"F103 a beat nothing leads to": {
			[]string{"## Phrases", "### Lost\n\n> Hello?\n\n## Phrases"}, []string{"F103"}, "Lost"},
		"F103 not for a beat that follows a beat without Otherwise": {
			[]string{"- **When** says *gives the days* -> *Thanks*\n", "- **When** says *gives the days*\n  > Fine.\n",
				"- **Otherwise** -> *Thanks*; patience -1", ""}, []string{"F110"}, "Question"},
		"F104 a reaction after one that catches the same": {
			[]string{"- **When** says *sorry*\n", "- **When** says *gives the days*, if tense\n  > Really?\n- **When** says *sorry*\n"},
			[]string{"F104"}, "says *gives the days*, if tense"},
		"F104 a reaction after a wider or": {
			[]string{"- **When** says *gives the days* -> *Thanks*\n", "- **When** says *gives the days* or *goodbye* -> *Thanks*\n- **When** says *goodbye* -> end\n"},
			[]string{"F104"}, "says *goodbye*"},
		"F104 not after a reaction that its line uses up": {
			[]string{"- **When** says *sorry*\n  > Never mind.\n", "- **When** says *sorry*\n  > Never mind.\n- **When** says *sorry* -> *Thanks*\n"}, nil, ""},
		"F104 not after a narrower one": {
			[]string{"- **When** says *gives the days* -> *Thanks*\n", "- **When** says *gives the days*, if angry -> *Thanks*\n- **When** says *gives the days* -> *Thanks*\n"}, nil, ""},
		"F104 not where and asks for more first": {
			[]string{"- **When** says *gives the days* -> *Thanks*\n", "- **When** says *gives the days* and *sorry* -> *Thanks*\n- **When** says *gives the days* -> *Thanks*\n"}, nil, ""},
		"F105 two beats that fail into each other": {
			[]string{"- **Otherwise** -> end", "- **Otherwise** -> *Question*"}, []string{"F105"}, ""},
		"F105 an Otherwise that stays": {
			[]string{"- **Otherwise** -> *Thanks*; patience -1", "- **Otherwise**\n  > Hm?"}, []string{"F105"}, ""},
		"F105 not where the clock leads out": {
			[]string{"- **When** says *goodbye* -> end\n- **Otherwise** -> end", "- **When** says *goodbye* -> end\n- **When** does not reply -> end\n- **Otherwise** -> *Question*"},
			nil, ""},
		"F106 no way to the end": {
			[]string{"- **When** says *goodbye* -> end\n- **Otherwise** -> end", "- **When** says *goodbye* -> *Question*\n- **When** does not reply -> *Question*\n- **Otherwise** -> *Question*"},
			[]string{"F106", "F105"}, ""},
		"F107 a secret in the customer's mouth": {
			[]string{"> - Thank you.", "> - Thank you, {days} days then."}, []string{"F107"}, "{days}"},
		"F107 not where nobody is named": {
			[]string{"> - Thank you.", "> - Thank you, {days} days then.", "| days | 14 | article |", "| days | 14 | |"}, nil, ""},
		"F109 one wording for every rephrase": {
			[]string{"  > - Sorry?\n", "", "> - **again:** Can I return {order} or not?\n", ""}, []string{"F109", "F109"}, "Question"},
		"F110 no Otherwise": {
			[]string{"- **Otherwise** -> *Thanks*; patience -1\n", ""}, []string{"F110"}, "Question"},
		"F110 no Otherwise in the last beat": {
			[]string{"- **Otherwise** -> end\n", ""}, []string{"F110"}, "Thanks"},
		"F110 not in a beat without reactions": {
			[]string{"- **When** says *goodbye* -> end\n- **Otherwise** -> end\n", ""}, nil, ""},
		"F111 a mood he cannot have at the start": {
			[]string{"> - **again:** Can", "> - **angry:** Can I return it!\n> - **again:** Can"}, []string{"F111"}, ""},
		"F111 a mood patience cannot rise to": {
			[]string{"patience: 6", "patience: 3"}, []string{"F111"}, ""},
		"F111 a line for a customer who has hung up": {
			[]string{"> - **calm:** Great", "> - **out:** Great"}, []string{"F111"}, ""},
		"F112 a line in a language he does not speak": {
			[]string{"> - Thank you.", "> - (it) Grazie."}, []string{"F112"}, ""},
		"F113 a clock nobody listens to": {
			[]string{"- **When** does not reply\n  > Are you there?\n", ""}, []string{"F113"}, ""},
		"F113 not where a criterion measures it": {
			[]string{"- **When** does not reply\n  > Are you there?\n", "", "  - says *goodbye*\n", "  - says *goodbye*\n  - replies within 60 s\n"}, nil, ""},
		"F114 a phone verb in a reaction of a chat": {
			[]string{"- **When** says *sorry*\n", "- **When** holds\n"}, []string{"F114"}, ""},
		"F114 a phone verb in a criterion of a chat": {
			[]string{"  - says *goodbye*\n", "  - says *goodbye* before resumes\n"}, []string{"F114"}, ""},
		"F116 and mixed with or": {
			[]string{"says *sorry*\n  > N", "says *sorry* and *goodbye* or *gives the days*\n  > N"}, []string{"F116"}, "says *sorry* and *goodbye* or *gives the days*"},

		"P202 no counter-example": {
			[]string{"- **Not these:**\n  - Good morning.\n", ""}, []string{"P202"}, "goodbye"},
		"P207 a very short stem": {
			[]string{"`farew*`", "`fa*`"}, []string{"P207"}, "fa*"},
		"P209 and C309 a required criterion on few examples": {
			[]string{"- **Patterns:** `goodbye`, `farew*`\n", "", "  - Goodbye!\n", "  - Goodbye!\n  - Bye!\n  - See you!\n  - Farewell!\n  - So long!\n",
				"  - says *goodbye*\n", "  - says *goodbye*\n- **Required:** yes\n"}, []string{"P209", "C309"}, "goodbye"},
		"P209 not for an optional criterion": {
			[]string{"- **Patterns:** `goodbye`, `farew*`\n", "", "  - Goodbye!\n", "  - Goodbye!\n  - Bye!\n  - See you!\n  - Farewell!\n  - So long!\n"}, nil, ""},
		"P210 a language without patterns": {
			[]string{"language: en\npersona", "language: [en, it]\npersona", "- **Patterns:** `sorry`", "- **Patterns (en):** `sorry`", "  - I am sorry.", "  - (en) I am sorry."},
			[]string{"P210"}, "sorry"},
		"P211 not only": {
			[]string{"  - I am sorry.", "  - I am not only sorry."}, []string{"P211"}, "not"},
		"P211 not where a pattern has the negation": {
			[]string{"  - I am sorry.", "  - I am not only sorry.", "`sorry`", "`not ... sorry`"}, nil, ""},
		"P212 groups in a circle": {
			[]string{"### goodbye\n", "### all\n\n- **One of:** *both*, *sorry*\n\n### both\n\n- **One of:** *all*\n\n### goodbye\n"}, []string{"P212"}, "all"},
		"P213 nothing to recognise by": {
			[]string{"- **Patterns:** `goodbye`, `farew*`\n", ""}, []string{"P213"}, "goodbye"},
		"P213 alone where a required criterion rests on it": {
			[]string{"- **Patterns:** `goodbye`, `farew*`\n", "", "  - says *goodbye*\n", "  - says *goodbye*\n- **Required:** yes\n"}, []string{"P213"}, "goodbye"},
		"P213 not with five examples": {
			[]string{"- **Patterns:** `goodbye`, `farew*`\n", "", "  - Goodbye!\n", "  - Goodbye!\n  - Bye!\n  - See you!\n  - Farewell!\n  - So long!\n"}, nil, ""},

		"C303 a beat that is never reached": {
			[]string{"in *Question*\n", "in *Lost*\n", "## Phrases", "### Lost\n\n> Hello?\n\n## Phrases"}, []string{"C306", "F103", "C303"}, ""},
		"C303 more right fields than answers": {
			[]string{"at least 1 right", "at least 2 right"}, []string{"C303"}, ""},
		"C303 the same asked and forbidden": {
			[]string{"  - says *goodbye*\n", "  - says *goodbye*\n- **None of:**\n  - says *goodbye*\n"}, []string{"C303"}, ""},
		"C304 nothing can break it": {
			[]string{"- **All of:**\n  - says *goodbye*\n", "- **None of:**\n  - says *goodbye* in *Lost*\n", "## Phrases", "### Lost\n\n> Hello?\n\n## Phrases"},
			[]string{"F103", "C304"}, "Lost"},
		"C304 not where a reply can break it": {
			[]string{"- **All of:**\n  - says *goodbye*\n", "- **None of:**\n  - says *goodbye* in *Question*\n"}, nil, ""},
		"C305 before and after one action": {
			[]string{"says *goodbye*\n", "says *goodbye* before files *Ticket* after files *Ticket*\n"}, []string{"C305"}, ""},
		"C305 not for two phrases, which one sentence can hold": {
			[]string{"  - says *goodbye*\n", "  - says *goodbye* before says *sorry* after says *sorry*\n"}, nil, ""},
		"C305 a reply after the end": {
			[]string{"  - says *goodbye*\n", "  - says *goodbye* after closes\n"}, []string{"C305"}, ""},
		"C305 not a form after the end": {
			[]string{"with at least 1 right", "with at least 1 right after closes"}, nil, ""},
		"C306 criteria that exclude each other": {
			[]string{"- **All of:**\n  - says *gives the days* in *Question*\n", "- **All of:**\n  - says *sorry*\n- **None of:**\n  - says *goodbye*\n", "## Tests", "## Pass mark\n\n- total at least 90%\n\n## Tests"},
			[]string{"C306"}, "Pass mark"},
		"C306 not while the rest suffices": {
			[]string{"- **All of:**\n  - says *gives the days* in *Question*\n", "- **All of:**\n  - says *sorry*\n- **None of:**\n  - says *goodbye*\n"}, nil, ""},
		"C307 a competence decided by one criterion": {
			[]string{"- **Competence:** Tone\n- **Points:** 10\n- **All of:**\n  - says *goodbye*", "- **Competence:** Solution\n- **Points:** 10\n- **All of:**\n  - says *goodbye*"},
			[]string{"C307"}, "Apologises"},
		"C307 not where it is required": {
			[]string{"- **Competence:** Tone\n- **Points:** 10\n- **All of:**\n  - says *goodbye*", "- **Competence:** Solution\n- **Points:** 10\n- **All of:**\n  - says *goodbye*",
				"of start\n", "of start\n- **Required:** yes\n"}, nil, ""},
		"C311 one event in two criteria": {
			[]string{"  - says *goodbye*\n", "  - says *goodbye*\n  - says *gives the days* in *Question*\n"}, []string{"C311"}, ""},
		"C311 not where they ask for different times": {
			[]string{"  - says *goodbye*\n", "  - says *goodbye*\n  - says *gives the days*\n"}, nil, ""},
		"C312 no advice": {
			[]string{"- **Advice:** Say goodbye.\n", ""}, []string{"C312"}, "Says goodbye"},
		"C313 a limit below the clock shown": {
			[]string{"within 45 s of start", "within 30 s of start"}, []string{"C313"}, ""},
		"C313 not above it": {
			[]string{"within 45 s of start", "within 60 s of start"}, nil, ""},
		"C314 a required field without answer": {
			[]string{"| Note | text | no |", "| Note | text | yes |"}, []string{"C314"}, "Ticket"},
		"C315 a minimum never tested": {
			[]string{"| Solution | Solves it | 1 | 50% |", "| Solution | Solves it | 1 | 50% |\n| Speed | Is quick | 1 | 50% |"}, []string{"C315"}, "Speed"},
		"C315 not without a minimum": {
			[]string{"| Solution | Solves it | 1 | 50% |", "| Solution | Solves it | 1 | 50% |\n| Speed | Is quick | 1 | 0% |"}, nil, ""},

		"S016 a phrase nothing asks for": {
			[]string{"### goodbye\n", "### offers tea\n\n- **Patterns:** `tea`\n- **Not these:**\n  - Teapot.\n\n### goodbye\n"}, []string{"S016"}, "offers tea"},
		"S016 a fact nothing names": {
			[]string{"| days | 14 | article |", "| days | 14 | article |\n| fee | 3 € | article |"}, []string{"S016"}, "fee"},
		"T409 a quoted line that is drawn": {
			[]string{"> - Thank you.\n", "> - Thank you.\n> - Thanks.\n", "agent: Goodbye!", "customer: Thanks.\nagent: Goodbye!"}, []string{"T409"}, "Good"},
		"T409 not with a seed": {
			[]string{"> - Thank you.\n", "> - Thank you.\n> - Thanks.\n", "agent: I am sorry", "seed: 3\nagent: I am sorry", "agent: Goodbye!", "customer: Thanks.\nagent: Goodbye!"}, nil, ""},
		"T409 not without a quotation": {
			[]string{"> - Thank you.\n", "> - Thank you.\n> - Thanks.\n"}, nil, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, problems := spoiled(t, tt.edits...)
			if got := codesOf(problems); !slices.Equal(got, tt.want) {
				t.Errorf("problems = %v, want %v\n%s", got, tt.want, printed(problems))
				return
			}
			if tt.marked != "" {
				if got := markedText(problems[0]); got != tt.marked {
					t.Errorf("the mark stands under %q, want %q\n%s", got, tt.marked, problems[0].Format())
				}
			}
		})
	}
}

func printed(problems []Problem) string {
	var all strings.Builder
	for _, p := range problems {
		all.WriteString(p.Format() + "\n")
	}
	return all.String()
}

// markedText is the piece of the source line that a problem marks.
func markedText(p Problem) string {
	for _, l := range p.Source {
		if runes := []rune(l.Text); l.Number == p.Line && p.Column > 0 && p.Column-1+p.Width <= len(runes) {
			return string(runes[p.Column-1 : p.Column-1+p.Width])
		}
	}
	return ""
}
