package language

// copiedRun is how many consecutive words of a text in sight make a copy (GRADING 3).
const copiedRun = 6

// copiedTokens marks the words that stand in a run of six or more taken from a text in the trainee's sight.
func copiedTokens(words []string, quotable []string) []bool {
	copied := make([]bool, len(words))
	if len(words) < copiedRun {
		return copied
	}
	runs := map[string]bool{}
	for _, source := range quotable {
		from := foldedWords(source)
		for i := 0; i+copiedRun <= len(from); i++ {
			runs[joinWords(from[i:i+copiedRun])] = true
		}
	}
	for i := 0; i+copiedRun <= len(words); i++ {
		if runs[joinWords(words[i:i+copiedRun])] {
			for k := range copiedRun {
				copied[i+k] = true
			}
		}
	}
	return copied
}
