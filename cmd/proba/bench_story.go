package main

import (
	"fmt"
	"io/fs"
	"strings"

	"proba/scenarios"
)

// The story of the benchmarks: as large as a scenario of some ambition, the same in every run.
const (
	storyBeats    = 30
	storyPhrases  = 15
	storyCriteria = 12
)

// storyWords tell the phrases apart; one a phrase.
var storyWords = strings.Fields("parcel invoice warranty refund courier address deadline discount receipt catalogue technician password appointment signature voucher")

// storyFiles is a pack of n scenarios of that size with their persona and rubric.
func storyFiles(n int) fs.FS {
	files := []scenarios.File{
		{Path: "persona.md", Text: "---\nkind: persona\nformat: 1\nid: ann\nname: Ann\nlanguages: { en: native }\npatience: 7\n---\n\n# Ann\n\nA customer.\n"},
		{Path: "rubric.md", Text: "---\nkind: rubric\nformat: 1\nid: plain\ntitle: Plain\nversion: 1.0.0\nlanguage: en\n---\n\n# Plain\n\n## Competences\n\n" +
			"| Competence | Meaning | Unit | Minimum |\n|---|---|---|---|\n| Work | Does it | 1 | 0% |\n\n## Pass mark\n\n- total at least 60%\n"},
	}
	for i := range n {
		files = append(files, scenarios.File{Path: fmt.Sprintf("story-%d.md", i), Text: storyText(fmt.Sprintf("story-%d", i))})
	}
	return scenarios.FilesFS(files)
}

func storyText(id string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\nkind: scenario\nformat: 1\nid: %s\nversion: 1.0.0\ntitle: A long chat\nchannel: chat\nrequest: support\n"+
		"language: en\npersona: ann\nrubric: plain\ndifficulty: 3\nminutes: 30\n---\n\n# A long chat\n\n## Brief\n\nHelp the customer.\n\n"+
		"## Facts\n\n| Fact | Value | Known to |\n|---|---|---|\n| price | 12,50 € | customer |\n| days | 14 | article |\n\n## Conversation\n", id)
	for i := range storyBeats {
		word := storyWords[i%storyPhrases]
		next := "end"
		if i+1 < storyBeats {
			next = fmt.Sprintf("*Step %d*", i+2)
		}
		fmt.Fprintf(&b, "\n### Step %d\n\n> - What about the %s? I paid {price}.\n> - **again:** Please tell me about the %s.\n\n"+
			"- **When** says *explains the %s* -> %s; patience +1\n- **When** says *explains the %s*\n  > And then?\n- **Otherwise** -> %s; patience -1\n",
			i+1, word, word, word, next, storyWords[(i+1)%storyPhrases], next)
	}
	b.WriteString("\n## Phrases\n")
	for _, word := range storyWords {
		fmt.Fprintf(&b, "\n### explains the %s\n\n- **Patterns:** `%s ... (ready/sent/free)`, `(check/send/open) ... %s`\n- **Examples:**\n"+
			"  - The %s is ready now.\n  - I check the %s for you.\n- **Not these:**\n  - The %s is lost.\n", word, word, word, word, word, word)
	}
	b.WriteString("\n## Criteria\n")
	for i := range storyCriteria {
		word := storyWords[i]
		fmt.Fprintf(&b, "\n### Explains the %s well\n\n- **Competence:** Work\n- **Points:** 5\n- **All of:**\n  - says *explains the %s*\n  - understood at least 50%%\n"+
			"- **Advice:** Explain the %s in one sentence.\n", word, word, word)
	}
	b.WriteString("\n## Pass mark\n\n- as in the rubric\n\n## Tests\n\n### Explains everything\n\n```conversation\n")
	for i := range storyBeats {
		fmt.Fprintf(&b, "agent: The %s is ready now.\n", storyWords[i%storyPhrases])
	}
	b.WriteString("```\n\n- **Result:** pass\n\n### Says nothing\n\n```conversation\nwait: 600 s\n```\n\n- **Result:** fail\n- **Score:** 0\n")
	return b.String()
}
