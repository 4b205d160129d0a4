package scenarios

import (
	"strconv"
	"strings"
)

// expectations are the labels below a test.
var expectations = []word{
	"expect.result", "expect.score", "expect.met", "expect.missed", "expect.ends-in", "expect.passes-through",
	"expect.recognised", "expect.not-recognised", "section.patience",
}

// tests reads the "###" parts of the section of tests.
func (r *reader) tests(section *part) []draftTest {
	if section == nil {
		return nil
	}
	var all []draftTest
	for _, p := range section.parts {
		all = append(all, r.test(p))
	}
	r.namesOnce("test", section.parts)
	r.enoughTests(section, all)
	return all
}

// enoughTests wants at least one test that passes and one that fails.
func (r *reader) enoughTests(section *part, tests []draftTest) {
	found := map[Outcome]bool{}
	for _, t := range tests {
		if _, written := t.Expect.At["result"]; written && t.Expect.Result == "" {
			return // which result was meant is reported already
		}
		found[t.Expect.Result] = true
	}
	if !found[Pass] || !found[Fail] {
		r.report("T402", section.title, details{"n": strconv.Itoa(len(tests))})
	}
}

func (r *reader) test(p *part) draftTest {
	t := draftTest{Test: Test{Name: readableLine(p.title.text), Seed: 1, At: r.pos(p.title)}}
	t.Expect.At = map[string]Pos{}
	if f, ok := r.transcriptOf(p); ok {
		r.transcript(&t, f)
	}
	for _, l := range r.labels(p.blocks, expectations) {
		t.Expect.At[strings.TrimPrefix(strings.TrimPrefix(string(l.word), "expect."), "section.")] = r.src.pos(l.at)
		r.expectation(&t.Expect, l)
	}
	return t
}

// transcriptOf finds the fenced block of a test.
func (r *reader) transcriptOf(p *part) (fence, bool) {
	for _, b := range p.blocks {
		f, ok := b.(fence)
		if !ok {
			continue
		}
		if _, _, ok := matchWord(f.info, []word{"fence.conversation"}); ok || f.info == "" {
			return f, true
		}
	}
	for _, b := range p.blocks {
		if f, ok := b.(fence); ok {
			r.find.add("T408/fence", r.src.pos(f.at), 3+len(f.info), details{"text": f.info, "fence": Keyword("fence.conversation", r.src.language)})
			return fence{}, false
		}
	}
	about := p.title
	for _, b := range p.blocks {
		if text, ok := b.(paragraph); ok {
			about = text.text.slice(0, min(1, len(text.text.text)))
			break
		}
	}
	r.report("T408/block", about, details{"name": p.title.text, "fence": Keyword("fence.conversation", r.src.language)})
	return fence{}, false
}

// outcomes maps the words of the table to the results.
var outcomes = map[word]Outcome{"result.pass": Pass, "result.fail": Fail, "result.undecided": Undecided}

func (r *reader) expectation(e *Expectations, l labelled) {
	switch l.word {
	case "expect.result":
		w, _, ok := matchWord(l.text.text, wordsOf("result"))
		if !ok {
			r.badLabelValue(l, wordsOf("result"))
		}
		e.Result = outcomes[w]
	case "expect.score":
		e.Score = r.expectedRange(l, 100)
	case "section.patience":
		e.Patience = r.expectedRange(l, 10)
	case "expect.met":
		e.Met = r.refs(l)
	case "expect.missed":
		e.Missed = r.refs(l)
	case "expect.ends-in":
		e.EndsIn = r.oneName(l)
	case "expect.passes-through":
		e.PassesThrough = r.refs(l)
	case "expect.recognised":
		e.Recognised = r.refs(l)
	case "expect.not-recognised":
		e.NotRecognised = r.refs(l)
	}
}

// expectedRange reads "75", "60-80" or "from 60 to 80".
func (r *reader) expectedRange(l labelled, most int) *Range {
	low, high, ok := rangeOf(l.text.text)
	if !ok || low > high || high > most {
		about := l.text
		if about.empty() {
			about = l.name
		}
		r.report("S003/range", about, details{"key": l.name.text, "value": l.text.text, "min": "0", "max": strconv.Itoa(most)})
		return nil
	}
	return &Range{low, high}
}

func rangeOf(text string) (low, high int, ok bool) {
	text = strings.TrimSpace(strings.ReplaceAll(foldName(text), "%", ""))
	if n, err := strconv.Atoi(text); err == nil {
		return n, n, n >= 0
	}
	if _, _, holes, ok := lookup("draw.range", text); ok && len(holes) == 2 {
		low, high, _ = rangeOf(holes[0] + "-" + holes[1])
		return low, high, true
	}
	from, to, ok := strings.Cut(text, "-")
	low, err1 := strconv.Atoi(strings.TrimSpace(from))
	high, err2 := strconv.Atoi(strings.TrimSpace(to))
	return low, high, ok && err1 == nil && err2 == nil
}
