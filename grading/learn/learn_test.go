package learn_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"proba/engine"
	"proba/grading"
	"proba/grading/learn"
	"proba/grading/prove"
	"proba/scenarios"
)

const shopFile = `---
kind: scenario
format: 1
id: shop
version: 1.0.0
title: Shop
channel: chat
request: information
language: [en, it]
persona: rosa
rubric: counter
phrases: house
---

# Shop

## Brief

Answer as Julia, order AB 4471-0209.

## Conversation

### Question

> - When does my order come? Write to help@shop.example.

- **When** says *thanks* -> end
- **Otherwise** -> *Question*

## Phrases

### promises Friday

- **Patterns:** ` + "`(arrive*/come*) ... friday`" + `
- **Examples:**
  - It arrives on Friday.
  - Your order comes on Friday.
- **Not these:**
  - It does not arrive on Friday.

## Criteria

### Says when

- **Competence:** Solution
- **Points:** 10
- **All of:**
  - says *promises Friday*

### Thanks or greets

- **Competence:** Solution
- **Points:** 10
- **Any of:**
  - says *thanks*
  - says *greets*

### Never blames

- **Competence:** Solution
- **Points:** 10
- **None of:**
  - says *blames*

### Early

- **Competence:** Solution
- **Points:** 5
- **All of:**
  - says *greets* within 1 s of start

## Tests

### Says nothing

` + "```conversation\nwait: 600 s\n```" + `

- **Result:** fail

### Says all

` + "```conversation\nagent: Hello. It arrives on Friday.\n```" + `

- **Result:** pass
`

const houseFile = `---
kind: phrases
format: 1
id: house
title: House
language: [en, it]
---

# House

## Phrases

### thanks

- **Patterns:** ` + "`(thank/thanks)`" + `
- **Examples:**
  - Thank you for asking.
- **Examples (it):**
  - Grazie della domanda.
- **Not these:**
  - No thanks to you.

### greets

- **Patterns:** ` + "`(hello/\"good morning\")`" + `
- **Examples:**
  - Hello, how can I help?

### blames

- **Patterns:** ` + "`your ... fault`" + `
- **Examples:**
  - That is your fault.
- **Not these:**
  - It is our fault.
`

const othersFiles = `---
kind: persona
format: 1
id: rosa
name: Rosa
languages:
  en: native
patience: 9
---

# Rosa
=== counter.md
---
kind: rubric
format: 1
id: counter
version: 1.0.0
title: Counter
language: en
---

# Counter

## Competences

| Competence | Minimum |
|---|---|
| Solution | 50% |

## Pass mark

- total at least 50%
`

func load(t *testing.T) *scenarios.Pack {
	t.Helper()
	rosa, counter, _ := strings.Cut(othersFiles, "=== counter.md\n")
	files := fstest.MapFS{}
	for name, text := range map[string]string{"shop.md": shopFile, "house.md": houseFile, "rosa.md": rosa, "counter.md": counter} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	pack, problems := scenarios.Load(files)
	for _, p := range problems {
		if p.Level == scenarios.LevelError {
			t.Fatal(p.Format())
		}
	}
	return pack
}

// decided plays replies, and lets a person give marks.
func decided(t *testing.T, pack *scenarios.Pack, replies []string, marks ...grading.Settlement) learn.Case {
	t.Helper()
	script, err := engine.Prepare(pack.Scenarios["shop"])
	if err != nil {
		t.Fatal(err)
	}
	test := scenarios.Test{Name: "played"}
	for _, r := range replies {
		test.Steps = append(test.Steps, scenarios.AgentSays{Text: r, Took: prove.Took})
	}
	played := prove.Play(script, test)
	for i := range marks {
		marks[i].Reason = "read"
	}
	settled, err := grading.Settle(script.Scenario, played.Evaluation, marks)
	if err != nil {
		t.Fatal(err)
	}
	return learn.Case{Scenario: script.Scenario, Log: played.Log, Evaluation: settled}
}

func met(criterion string) grading.Settlement {
	return grading.Settlement{Criterion: criterion, Mark: grading.Met}
}

func missed(criterion string) grading.Settlement {
	return grading.Settlement{Criterion: criterion, Mark: grading.NotMet}
}

func TestACorrectionTeachesWhereItIsClearWhichSentence(t *testing.T) {
	pack := load(t)
	privacy := learn.NewPrivacy([]string{"Elena Marchetti", "carlo.b", "Julia Stone"})
	tests := []struct {
		name    string
		replies []string
		mark    grading.Settlement
		want    []learn.Lesson
		left    learn.Why
	}{
		{"a phrase that was missed", []string{"One moment. Your parcel should get there by Friday at noon. Is that fine?"}, met("Says when"),
			[]learn.Lesson{{Phrase: "promises Friday", Text: "Your parcel should get there by Friday at noon.", Language: "en"}}, ""},
		{"a phrase heard where it was not meant", []string{"Well, it comes, I fear, after Friday."}, missed("Says when"),
			[]learn.Lesson{{Phrase: "promises Friday", Text: "Well, it comes, I fear, after Friday.", Language: "en", Counter: true}}, ""},
		{"something forbidden heard where it was not meant", []string{"Thank you for asking. Was it your friend's fault?"}, met("Never blames"),
			[]learn.Lesson{{Phrase: "blames", Text: "Was it your friend's fault?", Language: "en", Counter: true}}, ""},
		{"a mark the person agrees with", []string{"It arrives on Friday."}, met("Says when"), nil, ""},
		{"either of two may have been missed", []string{"Many than to you."}, met("Thanks or greets"), nil, learn.Ambiguous},
		{"nothing that came near", []string{"Yes."}, met("Says when"), nil, learn.NoPlace},
		{"a matter of time", []string{"Hello, how can I help?"}, met("Early"), nil, learn.NotWords},
		{"a trainee's name", []string{"Elena says it gets there by Friday."}, met("Says when"), nil, learn.Private},
		{"a name of the scenario", []string{"Julia says it gets there by Friday."}, met("Says when"),
			[]learn.Lesson{{Phrase: "promises Friday", Text: "Julia says it gets there by Friday.", Language: "en"}}, ""},
		{"a telephone number", []string{"It gets there by Friday, call 347 123 4567."}, met("Says when"), nil, learn.Private},
		{"the order's number", []string{"Order AB 4471-0209 gets there by Friday."}, met("Says when"),
			[]learn.Lesson{{Phrase: "promises Friday", Text: "Order AB 4471-0209 gets there by Friday.", Language: "en"}}, ""},
		{"somebody's address", []string{"It gets there by Friday, write to me at ele@mail.example."}, met("Says when"), nil, learn.Private},
		{"the shop's address", []string{"It gets there by Friday, or write to help@shop.example."}, met("Says when"),
			[]learn.Lesson{{Phrase: "promises Friday", Text: "It gets there by Friday, or write to help@shop.example.", Language: "en"}}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := decided(t, pack, tt.replies, tt.mark)
			got, left := learn.Lessons(c, privacy)
			for i := range tt.want {
				tt.want[i].Criterion = tt.mark.Criterion
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("lessons = %+v, want %+v", got, tt.want)
			}
			var why learn.Why
			if len(left) > 0 {
				why = left[0].Why
			}
			if why != tt.left {
				t.Errorf("left %v, want %q", left, tt.left)
			}
		})
	}
}

func TestLessonsStandInTheirListsAndTheRestIsUntouched(t *testing.T) {
	pack := load(t)
	lessons := []learn.Lesson{
		{Phrase: "promises Friday", Text: "You have it *by Friday*.", Language: "en", Criterion: "a"},
		{Phrase: "promises Friday", Text: "È da lei venerdì.", Language: "it", Criterion: "a"},
		{Phrase: "promises Friday", Text: "You will not have it by Friday.", Language: "en", Counter: true, Criterion: "a"},
		{Phrase: "promises Friday", Text: "you have it *by FRIDAY*.", Language: "en", Criterion: "twice"},
		{Phrase: "thanks", Text: "Mille grazie.", Language: "it", Criterion: "b"},
		{Phrase: "greets", Text: "Hello is no word I use.", Language: "en", Counter: true, Criterion: "c"},
		{Phrase: "blames", Text: "That is your fault.", Language: "en", Criterion: "known"},
		{Phrase: "blames", Text: "It is our fault!", Language: "en", Criterion: "contradicts"},
		{Phrase: "blames", Text: "It is our fault.", Language: "en", Criterion: "contradicts"},
		{Phrase: "blames", Text: "Nobody is to blame.", Language: "en", Counter: true, Criterion: "d"},
		{Phrase: "thanks", Text: "Thanks a lot.", Language: "en", Criterion: "two ways"},
		{Phrase: "thanks", Text: "Thanks a lot.", Language: "en", Counter: true, Criterion: "two ways"},
		{Phrase: "thanks", Text: strings.Repeat("thanks ", 60), Language: "en", Criterion: "long"},
		{Phrase: "gone", Text: "Thanks.", Language: "en", Criterion: "no phrase"},
	}
	changes, left := learn.Propose(pack, "shop", lessons)
	var why []string
	for _, l := range left {
		why = append(why, l.Criterion+": "+string(l.Why))
	}
	slices.Sort(why)
	want := []string{"contradicts: contradicts", "known: known", "long: unwritable", "no phrase: no file", "two ways: contradicts"}
	if !slices.Equal(why, want) {
		t.Errorf("left %q, want %q", why, want)
	}
	if len(changes) != 2 || changes[0].Path != "house.md" || changes[1].Path != "shop.md" {
		t.Fatalf("%d changes", len(changes))
	}
	const house = `--- a/house.md
+++ b/house.md
@@ -17,6 +17,7 @@
   - Thank you for asking.
 - **Examples (it):**
   - Grazie della domanda.
+  - Mille grazie.
 - **Not these:**
   - No thanks to you.
 
@@ -25,6 +26,8 @@
 - **Patterns:** ` + "`(hello/\"good morning\")`" + `
 - **Examples:**
   - Hello, how can I help?
+- **Not these:**
+  - (en) Hello is no word I use.
 
 ### blames
 
@@ -33,3 +36,4 @@
   - That is your fault.
 - **Not these:**
   - It is our fault.
+  - (en) Nobody is to blame.
`
	if got := changes[0].Diff(); !strings.HasPrefix(got, house) {
		t.Errorf("Diff =\n%s\nwant\n%s", got, house)
	}
	checkApplied(t, pack, changes, lessons)
	checkPatch(t, changes)
}

// checkApplied reads the changed pack again: every lesson is where it belongs, tidy files stay tidy, and nothing else changed.
func checkApplied(t *testing.T, pack *scenarios.Pack, changes []learn.Change, lessons []learn.Lesson) {
	t.Helper()
	files := slices.Clone(pack.Files)
	written := 0
	for _, c := range changes {
		i := slices.IndexFunc(files, func(f scenarios.File) bool { return f.Path == c.Path })
		files[i].Text = c.After
		written += len(c.Lessons)
		if scenarios.Tidy(c.Before) == c.Before && scenarios.Tidy(c.After) != c.After {
			t.Errorf("%s is not tidy any more", c.Path)
		}
		if c.Before != pack.Files[i].Text {
			t.Errorf("%s is compared with another text", c.Path)
		}
	}
	again, problems := scenarios.Load(scenarios.FilesFS(files))
	for _, p := range problems {
		if p.Level == scenarios.LevelError {
			t.Error(p.Format())
		}
	}
	count := 0
	for i, p := range again.Scenarios["shop"].Phrases {
		before := pack.Scenarios["shop"].Phrases[i]
		count += len(p.Examples) + len(p.Not) - len(before.Examples) - len(before.Not)
		for _, c := range changes {
			for _, l := range c.Lessons {
				list := map[bool][]scenarios.Utterance{false: p.Examples, true: p.Not}[l.Counter]
				if l.Phrase == p.Name && !slices.ContainsFunc(list, func(u scenarios.Utterance) bool { return u.Text == l.Text }) {
					t.Errorf("%q is not in the list of %q", l.Text, l.Phrase)
				}
			}
		}
	}
	if count != written {
		t.Errorf("%d utterances more, want %d", count, written)
	}
	if more, left := learn.Propose(again, "shop", lessons); len(more) != 0 {
		t.Errorf("proposed a second time: %d changes, left %v", len(more), left)
	}
}

// checkPatch lets git apply the diffs, where there is git.
func checkPatch(t *testing.T, changes []learn.Change) {
	t.Helper()
	git, err := exec.LookPath("git")
	if err != nil {
		t.Skip("no git to apply the diff with")
	}
	dir := t.TempDir()
	var diff strings.Builder
	for _, c := range changes {
		if err := os.WriteFile(filepath.Join(dir, c.Path), []byte(c.Before), 0o644); err != nil {
			t.Fatal(err)
		}
		diff.WriteString(c.Diff())
	}
	apply := exec.Command(git, "apply", "--unsafe-paths", "-")
	apply.Dir, apply.Stdin = dir, strings.NewReader(diff.String())
	if out, err := apply.CombinedOutput(); err != nil {
		t.Fatalf("git apply: %v: %s\n%s", err, out, diff.String())
	}
	for _, c := range changes {
		got, err := os.ReadFile(filepath.Join(dir, c.Path))
		if err != nil || string(got) != c.After {
			t.Errorf("%s after git apply is another than proposed (%v)", c.Path, err)
		}
	}
}

func TestAFileWithWindowsLineEndsKeepsThem(t *testing.T) {
	files := fstest.MapFS{}
	for _, f := range load(t).Files {
		files[f.Path] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(f.Text, "\n", "\r\n"))}
	}
	pack, _ := scenarios.Load(files)
	changes, left := learn.Propose(pack, "shop", []learn.Lesson{{Phrase: "blames", Text: "This was all your doing.", Language: "en"}})
	if len(changes) != 1 {
		t.Fatalf("%d changes, left %v", len(changes), left)
	}
	if strings.Count(changes[0].After, "\n") != strings.Count(changes[0].After, "\r\n") {
		t.Error("the new line ends otherwise than the others")
	}
}
