package web

import "proba/scenarios"

func helpSamples() []sample {
	check := scenarios.Explanation{Code: "F103", Level: scenarios.LevelError, Language: "en", Title: "A beat nobody comes to", Text: "Why."}
	shown := check
	shown.Examples = []scenarios.MistakeExample{{File: "scenario.md", Wrong: "### <Lost>", Right: "## Phrases"}}
	return []sample{
		{"help/index", "two pages", func(p Page) view {
			return helpView{Page: p, Pages: []helpLink{{"/help/format", "Format", "en"}, {"/help/first", "Erste Schritte", "de"}}}
		}},
		{"help/page", "in English", func(p Page) view {
			return helpView{Page: p, Written: "en", Text: guides.html("## Part\n\n| a | b |\n|---|---|\n| `c` | d |\n\n```markdown\n# x\n```\n")}
		}},
		{"help/explain", "with an example", func(p Page) view { return explainView{p, shown, guides.html(shown.Text)} }},
		{"help/explain", "without", func(p Page) view { return explainView{p, check, guides.html(check.Text)} }},
		{"help/checks", "two", func(p Page) view { return explainIndexView{p, []scenarios.Explanation{check, shown}} }},
	}
}
