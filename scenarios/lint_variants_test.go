package scenarios

import (
	"slices"
	"testing"
)

// twoVariants turns the sound scenario into one with the variants paid and late.
var twoVariants = []string{
	"| Fact | Value | Known to |\n|---|---|---|\n| order | A-1 | customer |\n| days | 14 | article |",
	"| Fact | Value | paid | late | Known to |\n|---|---|---|---|---|\n| order | A-1 | | | customer |\n| days | | 14 | 7 | article |",
}

func TestChecksLookAtEveryVariant(t *testing.T) {
	tests := map[string]struct {
		edits []string
		want  []string
		says  string // variant named by the first message
	}{
		"two variants are sound": {nil, nil, ""},
		"C303 a phrase the variant does not have": {
			[]string{"- **Patterns:** `goodbye`, `farew*`", "- **Patterns:** `goodbye`, `farew*`\n- **Only in:** *paid*"}, []string{"C303"}, "late"},
		"C303 not where the criterion is limited too": {
			[]string{"- **Patterns:** `goodbye`, `farew*`", "- **Patterns:** `goodbye`, `farew*`\n- **Only in:** *paid*",
				"  - says *goodbye*\n- **Advice", "  - says *goodbye*\n- **Only in:** *paid*\n- **Advice"}, nil, ""},
		"C303 a beat one variant cannot reach": {
			[]string{"- **When** says *sorry*\n", "- **When** says *sorry*, in *late* -> *Anger*\n- **When** says *sorry*\n",
				"### Thanks\n", "### Thanks\n\n> Fine.\n\n- **Otherwise** -> end\n\n### Anger\n", "  - says *goodbye*\n", "  - says *goodbye* in *Anger*\n"}, []string{"C303"}, "paid"},
		"F106 a variant without end": {
			[]string{"- **When** says *goodbye* -> end\n- **Otherwise** -> end", "- **When** says *goodbye*, in *paid* -> end\n- **When** does not reply -> *Question*\n- **Otherwise** -> *Question*"},
			[]string{"F106", "F105"}, "late"},
		"C311 not for criteria of different variants": {
			[]string{"  - says *goodbye*\n- **Advice", "  - says *goodbye*\n  - files *Ticket* with at least 1 right\n- **Only in:** *paid*\n- **Advice",
				"with at least 1 right\n- **Advice:** File", "with at least 1 right\n- **Only in:** *late*\n- **Advice:** File"}, nil, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, problems := spoiled(t, append(slices.Clone(twoVariants), tt.edits...)...)
			if got := codesOf(problems); !slices.Equal(got, tt.want) {
				t.Fatalf("problems = %v, want %v\n%s", got, tt.want, printed(problems))
			}
			if tt.says != "" && !slices.Contains(wordsOfText(problems[0].Message), tt.says) {
				t.Errorf("the message %q does not name the variant %q", problems[0].Message, tt.says)
			}
		})
	}
}

func TestLibraryPhrasesAreReportedTogetherInTheScenario(t *testing.T) {
	_, problems := spoiled(t, "language: en\npersona", "language: [en, it]\nphrases: base\npersona",
		"  - says *goodbye*\n", "  - says *goodbye*\n  - says *thanks*\n  - says *welcome*\n",
		soundWorld, "---\nkind: phrases\nformat: 1\nid: base\ntitle: Base\nlanguage: en\n---\n\n# Base\n\n## Phrases\n\n"+
			"### thanks\n\n- **Patterns:** `thanks`\n- **Not these:**\n  - Think.\n\n### welcome\n\n- **Patterns:** `welcome`\n- **Not these:**\n  - Well, come.\n",
		"world: shop\n", "", "### Files the ticket\n\n- **Competence:** Solution\n- **Points:** 10\n- **All of:**\n  - files *Ticket* with at least 1 right\n- **Advice:** File it.\n", "",
		"## Desk\n\n### Ticket\n\n| Field | Right answer |\n|---|---|\n| Reason | contains \"return\" |\n", "",
		"agent does: files Ticket: Reason = return\n", "", "**Competence:** Tone\n- **Points:** 10\n- **All of:**\n  - says *goodbye*", "**Competence:** Solution\n- **Points:** 10\n- **All of:**\n  - says *goodbye*")
	var library []Problem
	for _, p := range problems {
		if p.Code == "P210" {
			library = append(library, p)
		}
	}
	if len(library) != 1 || markedText(library[0]) != "thanks" {
		t.Errorf("P210 = %v, want one at the first use\n%s", codesOf(problems), printed(problems))
	}
}
