package main

import (
	"os"
	"strings"
	"testing"

	"proba/scenarios"
)

// TestTheFormatPagesUseTheLanguagesOwnKeywords keeps the pages in step with the keyword table.
func TestTheFormatPagesUseTheLanguagesOwnKeywords(t *testing.T) {
	for _, lang := range []string{"en", "it", "ro", "ru"} {
		page, err := os.ReadFile("../../content/help/" + lang + "/format.md")
		if err != nil {
			t.Fatal(err)
		}
		for before, ids := range map[string][]string{
			"`## ": {"section.conversation"},
			"**":   {"label.when", "label.otherwise", "line.again"},
			"`":    {"fence.conversation"},
		} {
			for _, id := range ids {
				if want := before + scenarios.Keyword(id, lang); !strings.Contains(string(page), want) {
					t.Errorf("content/help/%s/format.md lacks %q (%s)", lang, want, id)
				}
			}
		}
	}
}
