package scenarios

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// insertedAs writes an example into the test pack and reads it back; "" when it was refused.
func insertedAs(t *testing.T, text string, counter bool) string {
	t.Helper()
	pack, _ := Load(packIn(t, "en"))
	p, ok := pack.Scenarios["late-parcel"].Phrase("gives the date")
	if !ok {
		t.Fatal("the test pack lost its phrase")
	}
	fsys := packIn(t, "en")
	before := string(fsys["scenario.md"].Data)
	after, ok := InsertUtterance(before, p, Utterance{Text: text, Language: "en"}, counter)
	if !ok {
		return ""
	}
	if added := strings.Count(after, "\n") - strings.Count(before, "\n"); added != 1 {
		t.Errorf("%q added %d lines, want one", text, added)
	}
	fsys["scenario.md"] = &fstest.MapFile{Data: []byte(after)}
	again, problems := Load(fsys)
	usual := map[string]bool{}
	_, old := Load(packIn(t, "en"))
	for _, x := range old {
		usual[string(x.Code)+x.Message] = true
	}
	for _, x := range problems {
		if x.Code[0] == 'S' && !usual[string(x.Code)+x.Message] {
			t.Errorf("%q gives %s: %s", text, x.Code, x.Message)
		}
	}
	fresh, ok := again.Scenarios["late-parcel"].Phrase("gives the date")
	if !ok {
		t.Fatalf("%q takes the phrase away", text)
	}
	list, was, other, otherWas := fresh.Examples, p.Examples, fresh.Not, p.Not
	if counter {
		list, was, other, otherWas = other, otherWas, list, was
	}
	if len(list) != len(was)+1 || len(other) != len(otherWas) || len(fresh.Patterns) != len(p.Patterns) {
		t.Fatalf("%q: %d utterances and %d on the other side, want %d and %d", text, len(list), len(other), len(was)+1, len(otherWas))
	}
	i := slices.IndexFunc(list, func(u Utterance) bool {
		return !slices.ContainsFunc(was, func(o Utterance) bool { return o.Text == u.Text })
	})
	if i < 0 {
		t.Fatalf("%q is not in its list", text)
	}
	return list[i].Text
}

func TestWhatIsInsertedReadsAsItWasSaid(t *testing.T) {
	for _, text := range []string{
		"It comes on Friday.", "*It* _comes_ **on** `Friday`.", "See [this](that) <b>now</b> &amp; then.", "1. Friday", "10) Friday", "2026. That is when.",
		"# Friday", "- Friday", "+ Friday", "> Friday", "a | b ~~c~~ \\ d", "**Examples:** Friday", "![x](y.png) Friday", "See http://example.org/a_b_c today.",
		"«Пятница» — that is Friday!", "Friday…", "~ Friday", "=== Friday", "| Friday | Monday |", "It's Friday; isn't it?", "Friday <!-- no comment -->",
	} {
		for _, counter := range []bool{false, true} {
			if got := insertedAs(t, text, counter); got != text {
				t.Errorf("inserted %q reads %q", text, got)
			}
		}
	}
	if got := insertedAs(t, "It comes\n\ton   Friday.", false); got != "It comes on Friday." {
		t.Errorf("a sentence over two lines reads %q", got)
	}
}

func TestWhatCannotBeAnExampleIsRefused(t *testing.T) {
	for _, text := range []string{"", " \n", "(de) Freitag", "in {days} days", strings.Repeat("a", longestInserted+1)} {
		if got := insertedAs(t, text, false); got != "" {
			t.Errorf("%q was inserted as %q", text, got)
		}
	}
}
