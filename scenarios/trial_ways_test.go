package scenarios_test

import (
	"regexp"
	"strings"
)

// ways are the mistakes of the trial. A name says what somebody did; the first place of a file where it can be done is
// taken, so that every shipped file is broken once by each.
var ways = []way{
	// the block of keys
	{"front matter forgotten", "S001", cut(`(?s)^---\n.*?\n---\n`, 1, "---")},
	{"front matter not closed", "S001", swap(`(?m)^(language: .*|rubric: .*|minutes: .*|voice: .*|version: .*)\n---\n`, "$1\n\n", 1, "---")},
	{"front matter in a code fence", "S001", swap(`(?s)^---\n(.*?)\n---\n`, "```yaml\n$1\n```\n", 1, "---")},
	{"a misspelt key", "S002", word(`(?m)^language:`, "lanuage:", "language")},
	{"a translated key", "S002", word(`(?m)^persona:`, "personaggio:", "persona")},
	{"a key with a capital", "S002", word(`(?m)^title:`, "Title:", "title")},
	{"a channel in another word", "S003", word(`(?m)^channel: phone`, "channel: telephone", "phone")},
	{"a channel in Italian", "S003", word(`(?m)^channel: phone`, "channel: telefono", "phone")},
	{"a number as a word", "S004", word(`(?m)^difficulty: \d`, "difficulty: medium", "1")},
	{"a difficulty out of range", "S003", word(`(?m)^difficulty: \d`, "difficulty: 10", "5")},
	{"an id with blanks", "S003", word(`(?m)^id: ([a-z]+)-([a-z]+)`, "id: $1 $2", "-")},
	{"a reference to a persona misspelt", "S005", word(`(?m)^persona: ([a-z]+)-([a-z]+)`, "persona: $1-x$2", "-")},
	{"a key without its blank", "S001", word(`(?m)^channel: `, "channel:", "channel: ")},
	{"a tab in the front matter", "S001", word(`(?m)^channel: `, "\tchannel: ", "")},

	// headings
	{"a misspelt section", "S007", word(`(?m)^## (Criteria|Criteri|Criterii|Критерии)$`, "## ${1}x", "Criteri|Criteria|Criterii|Критерии")},
	{"a section at the level of its things", "S008", word(`(?m)^## (Criteria|Criteri|Criterii|Критерии)$`, "### $1", "## ")},
	{"a section in bold", "S008", word(`(?m)^## (Criteria|Criteri|Criterii|Критерии)$`, "**$1**", "## ")},
	{"a section without its blank", "S008", word(`(?m)^## (Criteria|Criteri|Criterii|Критерии)$`, "##$1", "## ")},
	{"a section twice", "S009", twiceSection},
	{"a beat called like the one before", "S013", twiceBeat},

	// labels
	{"a misspelt label", "S010", word(`\*\*(Points|Punti|Puncte|Баллы):\*\*`, "**${1}x:**", "Points|Punti|Puncte|Баллы")},
	{"a label without bold", "S011", word(`\*\*(Points|Punti|Puncte|Баллы):\*\*`, "$1:", "**")},
	{"a label in italics", "S011", word(`\*\*(Points|Punti|Puncte|Баллы):\*\*`, "*$1:*", "**")},
	{"a label with half its bold", "S011", word(`\*\*(Points|Punti|Puncte|Баллы):\*\*`, "**$1:*", "**")},
	{"a reaction without bold", "S011", word(`- \*\*(When|Quando|Când|Если)\*\*`, "- $1", "**")},
	{"a reaction without its bullet", "S012", word(`\n\n- \*\*(When|Quando|Când|Если)\*\* (says|dice|spune|говорит)`, "\n\n**$1** $2", "- **")},
	{"a label of another place", "S010", word(`\*\*(Points|Punti|Puncte|Баллы):\*\*`, "**Patterns:**", "Patterns")},

	// arrows and names
	{"an arrow with an equals sign", "S014", word(`(?m)^(- \*\*(?:When|Quando|Când|Если).*) -> (\*[^*\n]+\*)$`, "$1 => $2", "->")},
	{"an arrow of one hyphen", "S014", word(`(?m)^(- \*\*(?:When|Quando|Când|Если).*) -> (\*[^*\n]+\*)$`, "$1 - $2", "->")},
	{"an arrow that lost its hyphen", "S014", word(`(?m)^(- \*\*(?:When|Quando|Când|Если).*) -> (\*[^*\n]+\*)$`, "$1 > $2", "->")},
	{"a beat misspelt", "F102", misspeltName(`(?m)^- \*\*(?:When|Quando|Când|Если).* -> \*([^*\n]+)\*`)},
	{"a beat without italics", "S014", lostItalics(`(?m)^- \*\*(?:When|Quando|Când|Если).* -> \*([^*\n]+)\*`)},
	{"a phrase misspelt", "S014", misspeltName(`(?m)^- \*\*(?:When|Quando|Când|Если)\*\* (?:says|dice|spune|говорит) \*([^*\n]+)\*`)},
	{"a phrase without italics", "S014", lostItalics(`(?m)^- \*\*(?:When|Quando|Când|Если)\*\* (?:says|dice|spune|говорит) \*([^*\n]+)\*`)},
	{"a phrase in quotation marks", "S014", quotedName(`(?m)^- \*\*(?:When|Quando|Când|Если)\*\* (?:says|dice|spune|говорит) \*([^*\n]+)\*`)},
	{"a verb misspelt", "S014", word(`(?m)^(- \*\*(?:When|Quando|Când|Если)\*\*) (says|dice|spune|говорит) `, "$1 ${2}x ", "says|dice|spune|говорит")},
	{"a verb in another language", "S014", otherVerb},
	{"a competence misspelt", "C301", word(`\*\*(Competence|Competenza|Competență|Компетенция):\*\* (\pL+)`, "**$1:** ${2}x", "")},

	// lists, quotations, indentation
	{"evidence beside its label", "S019", word(`(?m)^(- \*\*(?:All of|Tutti|Toate|Всё):\*\*\n)  - (.*\n)(- )`, "$1- $2$3", "")},
	{"a reply without its indentation", "S019", below(word(`(?m)^(- \*\*(?:When|Quando|Când|Если)\*\*.*\n)  > ([^-\n].*\n)([-\n])`, "$1\n> $2\n$3", ""))},
	{"a reply without its sign", "S019", word(`(?m)^(- \*\*(?:When|Quando|Când|Если)\*\*.*\n)  > ([^-].*\n)`, "$1  - $2", ">")},
	{"a reply indented too far", "S019", word(`(?m)^(- \*\*(?:When|Quando|Când|Если)\*\*.*\n)  (> .*\n)`, "$1        $2", "")},
	{"a reaction inside the one above", "S019", word(`(?m)^(- \*\*(?:When|Quando|Când|Если)\*\*.*\n(?:  > .*\n)*)(- \*\*(?:When|Quando|Când|Если)\*\*)`, "$1  $2", "")},
	{"reactions indented like code", "S019", shifted(4, `^(?:- \*\*|  > )`, false)},
	{"alternatives without their sign", "S019", word(`(?m)^> - (.*\n)> - (.*\n)(?:> - .*\n)*`, "- $1- $2", ">")},
	{"a line of the customer without its sign", "S019", plainLine},

	// patterns, facts, tables
	{"a pattern without back-ticks", "S017", word("(?m)^(- \\*\\*(?:Patterns|Schemi|Tipare|Шаблоны):\\*\\* )`([^`*\\n]+)`", "$1$2", "`")},
	{"a pattern in quotation marks", "S017", word("(?m)^(- \\*\\*(?:Patterns|Schemi|Tipare|Шаблоны):\\*\\* )`([^`*\\n\"]+)`", "$1\"$2\"", "`")},
	{"a pattern in forward ticks", "S017", word("(?m)^(- \\*\\*(?:Patterns|Schemi|Tipare|Шаблоны):\\*\\* )`([^`*\\n']+)`", "$1´$2´", "`")},
	{"a pattern in curly quotes", "S017", word("(?m)^(- \\*\\*(?:Patterns|Schemi|Tipare|Шаблоны):\\*\\* )`([^`*\\n'\"]+)`", "$1“$2”", "`")},
	{"a bracket not closed", "P201", word("`([^`\\n]*\\([^`)\\n]*)\\)", "`$1", ")")},
	{"a fact misspelt", "F108", misspeltFact},
	{"a column misspelt", "S018", word(`(?m)^\| (Fact|Dato|Dată|Данные|Факт) \|`, "| ${1}xx |", "Fact|Dato|Dată|Данные|Факт")},
	{"a table without its rule", "S018", above(cut(`(?m)^\|(---\|)+\n`, 0, "|---|"))},
	{"a row with a cell missing", "S018", word(`(?m)^(\| [^|\n]+) \| [^|\n]+ \|$`, "$1 |", "")},
	{"points as a word", "C302", word(`\*\*(Points|Punti|Puncte|Баллы):\*\* \d+`, "**$1:** ten", "100")},

	{"a row in the middle with a cell missing", "S018", word(`(?m)^(\|(?:---\|)+\n\| [^|\n]+) \| [^|\n]+ \|`, "$1 |", "| ... | ... |")},
	{"a row with a cell too many", "S018", word(`(?m)^(\|(?:---\|)+\n\|.*) \|$`, "$1 | x |", "| ... | ... |")},

	// what a word processor leaves
	{"a round bullet before a label", "S012", word(`(?m)\n\n- \*\*(Competence|Competenza|Competență|Компетенция):`, "\n\n• **$1:", "- **")},
	{"a dash for a bullet before a label", "S012", word(`(?m)\n\n- \*\*(Competence|Competenza|Competență|Компетенция):`, "\n\n– **$1:", "- **")},
	{"a dash for the bullets of what the customer says", "S019", word(`(?m)^> - (.*)\n> - `, "> – $1\n> – ", "> - ")},
	{"a dash for a bullet below another", "S014", word(`(?m)^(- \*\*(?:When|Quando|Când|Если)\*\* .*)\n- (\*\*(?:Otherwise|Altrimenti|Altfel|Иначе)\*\*)`, "$1\n– $2", "- ...")},
	{"an ellipsis of one sign in a pattern", "", word("`([^`\\n]*) \\.\\.\\. ([^`\\n]*)`", "`$1 … $2`", "")},
	{"a hard blank before a colon", "S020", word(`\*\*(Points|Punti|Puncte|Баллы):\*\*`, "**$1\u00a0:**", "")},
	{"curly quotes in a right answer", "", word(`contiene "([^"]*)"`, "contiene “$1”", "")},
	{"a long dash for an arrow's hyphen", "", word(`(?m)^(- \*\*(?:When|Quando|Când|Если).*) -> (\*[^*\n]+\*)$`, "$1 –> $2", "")},
	{"a title with a colon", "S001", word(`(?m)^(title|name): (\S+) `, "$1: $2: ", "\"")},
	{"a reference in bold", "S014", boldName(`(?m)^- \*\*(?:When|Quando|Când|Если)\*\* (?:says|dice|spune|говорит) \*([^*\n]+)\*`)},

	// tests
	{"a transcript's speaker misspelt", "T408", word(`(?m)^(agent|operatore|operator|оператор): `, "${1}x: ", "agent|operatore|operator|оператор")},
	{"a transcript without its fence", "T408", unfenced},
	{"a fence of another word", "T408", word("(?m)^```(conversation|conversazione|conversație|разговор)$", "```text", "```")},
	{"a result in another word", "S003", word(`\*\*(Result|Esito|Rezultat|Результат):\*\* .*`, "**$1:** good", "")},
	{"a criterion misspelt in a test", "S014", misspeltName(`\*\*(?:Missed|Mancati|Ratate|Не выполнено):\*\* \*([^*\n]+)\*`)},
}

// swap replaces the first match; the mistake is seen on the given line of the broken file (0: where the match was).
func swap(pattern, fresh string, line int, says string) func(shipped) (broken, bool) {
	re := regexp.MustCompile(pattern)
	return func(f shipped) (broken, bool) {
		m := re.FindStringSubmatchIndex(f.text)
		if m == nil {
			return broken{}, false
		}
		put := string(re.ExpandString(nil, fresh, f.text, m))
		b := broken{text: f.text[:m[0]] + put + f.text[m[1]:], line: line, says: says}
		if line == 0 {
			b.line = changedLine(f.text, b.text)
		}
		if strings.Contains(says, "|") {
			for _, one := range strings.Split(says, "|") {
				if strings.Contains(f.text[m[0]:m[1]], one) {
					b.says = one
				}
			}
		}
		return b, true
	}
}

// below and above move where a mistake is seen by a line.
func below(made func(shipped) (broken, bool)) func(shipped) (broken, bool) { return moved(made, 1) }
func above(made func(shipped) (broken, bool)) func(shipped) (broken, bool) { return moved(made, -1) }

func moved(made func(shipped) (broken, bool), by int) func(shipped) (broken, bool) {
	return func(f shipped) (broken, bool) {
		b, ok := made(f)
		b.line += by
		return b, ok
	}
}

// word changes a word; the mistake is seen on the first line that is not as it was.
func word(pattern, fresh, says string) func(shipped) (broken, bool) {
	return swap(pattern, fresh, 0, says)
}

func cut(pattern string, line int, says string) func(shipped) (broken, bool) {
	return swap(pattern, "", line, says)
}

// changedLine is the first line that differs.
func changedLine(before, after string) int {
	a, b := strings.Split(before, "\n"), strings.Split(after, "\n")
	for i := range b {
		if i >= len(a) || a[i] != b[i] {
			return i + 1
		}
	}
	return len(b)
}

// misspeltName swaps two letters of the first name the pattern finds.
func misspeltName(pattern string) func(shipped) (broken, bool) {
	return renamed(pattern, func(name string) string {
		r := []rune(name)
		i := len(r) / 2
		for i < len(r)-1 && (r[i] == r[i+1] || r[i] == ' ' || r[i+1] == ' ') {
			i++
		}
		if i >= len(r)-1 {
			return name + "x"
		}
		r[i], r[i+1] = r[i+1], r[i]
		return string(r)
	})
}

func lostItalics(pattern string) func(shipped) (broken, bool) {
	return func(f shipped) (broken, bool) {
		m := regexp.MustCompile(pattern).FindStringSubmatchIndex(f.text)
		if m == nil {
			return broken{}, false
		}
		text := f.text[:m[2]-1] + f.text[m[2]:m[3]] + f.text[m[3]+1:]
		return broken{text, changedLine(f.text, text), "*" + f.text[m[2]:m[3]] + "*"}, true
	}
}

func boldName(pattern string) func(shipped) (broken, bool) {
	return func(f shipped) (broken, bool) {
		m := regexp.MustCompile(pattern).FindStringSubmatchIndex(f.text)
		if m == nil {
			return broken{}, false
		}
		text := f.text[:m[2]] + "*" + f.text[m[2]:m[3]] + "*" + f.text[m[3]:]
		return broken{text, changedLine(f.text, text), "*" + f.text[m[2]:m[3]] + "*"}, true
	}
}

func quotedName(pattern string) func(shipped) (broken, bool) {
	return func(f shipped) (broken, bool) {
		m := regexp.MustCompile(pattern).FindStringSubmatchIndex(f.text)
		if m == nil {
			return broken{}, false
		}
		text := f.text[:m[2]-1] + "“" + f.text[m[2]:m[3]] + "”" + f.text[m[3]+1:]
		return broken{text, changedLine(f.text, text), "*" + f.text[m[2]:m[3]] + "*"}, true
	}
}

func renamed(pattern string, change func(string) string) func(shipped) (broken, bool) {
	return func(f shipped) (broken, bool) {
		m := regexp.MustCompile(pattern).FindStringSubmatchIndex(f.text)
		if m == nil {
			return broken{}, false
		}
		name := f.text[m[2]:m[3]]
		text := f.text[:m[2]] + change(name) + f.text[m[3]:]
		return broken{text, changedLine(f.text, text), name}, true
	}
}

func misspeltFact(f shipped) (broken, bool) {
	return renamed(`(?m)^> .*\{([^}\n]+)\}`, func(name string) string { return name + "x" })(f)
}

// twiceSection adds a second heading of the criteria at the end.
func twiceSection(f shipped) (broken, bool) {
	m := regexp.MustCompile(`(?m)^## (Criteria|Criteri|Criterii|Критерии)$`).FindString(f.text)
	if m == "" {
		return broken{}, false
	}
	text := strings.TrimRight(f.text, "\n") + "\n\n" + m + "\n"
	return broken{text, strings.Count(text, "\n"), strings.TrimPrefix(m, "## ")}, true
}

func twiceBeat(f shipped) (broken, bool) {
	re := regexp.MustCompile(`(?m)^## (?:Conversation|Conversazione|Conversație|Разговор)\n\n### (.*)\n`)
	m := re.FindStringSubmatchIndex(f.text)
	if m == nil {
		return broken{}, false
	}
	next := regexp.MustCompile(`(?m)^## `).FindStringIndex(f.text[m[1]:])
	name := f.text[m[2]:m[3]]
	at := m[1] + next[0]
	text := f.text[:at] + "### " + name + "\n\n> Eh?\n\n" + f.text[at:]
	return broken{text, strings.Count(text[:at], "\n") + 1, name}, true
}

// otherVerb writes the verb of a reaction in another language than the rest.
func otherVerb(f shipped) (broken, bool) {
	for verb, other := range map[string]string{"dice": "says", "spune": "dice", "говорит": "says", "says": "dice"} {
		if b, ok := word(`(?m)^(- \*\*(?:When|Quando|Când|Если)\*\*) `+verb+` (.* (?:and|e|și|и|or|o|sau|или) )`, "$1 "+other+" $2", other)(f); ok {
			if strings.Contains(f.text, "\nlanguage: [") {
				b.says = "" // which of the two languages was meant nobody can tell
			}
			return b, true
		}
	}
	return broken{}, false
}

// plainLine takes the quotation mark off the first line of a beat.
func plainLine(f shipped) (broken, bool) {
	return word(`(?m)^(### .*\n\n)> ([^-].*)\n\n`, "$1$2\n\n", ">")(f)
}

func unfenced(f shipped) (broken, bool) {
	return word("(?ms)^```(conversation|conversazione|conversație|разговор)\n(.*?)```\n", "$2", "```")(f)
}

func lineOf(text string, n int) string { return strings.Split(text, "\n")[n-1] }

// shifted moves the lines that a pattern finds in the first beat with two reactions and two replies to the right: the reactions
// after the first one and their replies, or all.
func shifted(by int, pattern string, later bool) func(shipped) (broken, bool) {
	re := regexp.MustCompile(pattern)
	return reshaped(func(line string, first bool) string {
		if !re.MatchString(line) || later && first {
			return line
		}
		return strings.Repeat(" ", by) + line
	})
}

// reshaped changes the reactions and replies of the first beat that has two of both; first is true for the first reaction
// and its replies.
func reshaped(change func(line string, first bool) string) func(shipped) (broken, bool) {
	return func(f shipped) (broken, bool) {
		lines := strings.Split(f.text, "\n")
		for i := range lines {
			end := beatEnd(lines, i)
			body := strings.Join(lines[i:end], "\n")
			if end == i || strings.Count(body, "\n- **") < 2 || strings.Count(body, "\n  > ") < 2 {
				continue
			}
			seen := 0
			for n := i + 1; n < end; n++ {
				if strings.HasPrefix(lines[n], "- **") {
					seen++
				}
				if seen > 0 {
					lines[n] = change(lines[n], seen == 1)
				}
			}
			text := strings.Join(lines, "\n")
			return broken{text, changedLine(f.text, text), ""}, true
		}
		return broken{}, false
	}
}

// beatEnd is the line after the body of the "###" on a line; the line itself where there is none.
func beatEnd(lines []string, i int) int {
	if !strings.HasPrefix(lines[i], "### ") {
		return i
	}
	end := i + 1
	for end < len(lines) && !strings.HasPrefix(lines[end], "#") {
		end++
	}
	return end
}
