package scenarios

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/yuin/goldmark/text"
)

// trickyMarkdown are blocks in which emphasis and code are easily read wrong.
var trickyMarkdown = []string{
	"plain\ntwo lines  \nthree   ", "*a* **b** ***c*** ****d****", "***a** b*", "***a* b**", "**a *b* c**", "*a **b* c**", "_a_ __b__ a_b_c _a_b",
	"snake_case_name and _one_two_ and __x__y__", "* a*", "*a *", "a * b * c", "**a*", "*a**", "*a**b***c*", "*(a)*b", "a*\"b\"*c", "**\"a\"**b", "“*a*”", "*a*é*b*",
	"` a `` b ` c", "``a ` b``", "`a\nb`", "` `", "`  `", "` a `", "` a`", "`\n`", "`a\n\nb`", "*a `b* c`", "`a*` b*", "``", "a ``` b `c`", "`a``", "`a`*b*`c`",
	"> *a\n> b*\n> - **c:** `d\n>   e`", "> a\n>*b*", "> a\n*b* lazy", "- *a*\n  *b*\n\n  > c  \n  > d", "1. a*b\n2. c*d", "# *a* `b` #", "*a*\n===", "a\n---",
	"| *a* | `b` |\n|---|---|\n| **c** | d* e |\n| `f | g* |", "text\n| a | b |\n|---|---|\n| c |", "*a\u00a0* b", "a !b! c", "!*a*", "a & b; c&;", "*\u2003a*", "**a** *b\nc* d",
	"****", "**", "*_a_*", "_*a*_", "*_a*_", "foo*bar*baz", "foo_bar_baz", "*foo *bar**", "**foo*bar**", "*a*b*c*d*e*", "***a***b***c***", "*****a*****", "### **a**: `b`",
}

func TestPlainBlocksAreReadAsGoldmarkReadsThem(t *testing.T) {
	texts := trickyMarkdown
	for _, pattern := range []string{"testdata/pack/*.md", "../content/library/*/*.md"} {
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) == 0 {
			t.Fatalf("Glob(%q) = %d files, %v", pattern, len(paths), err)
		}
		for _, path := range paths {
			file, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, string(file))
		}
	}
	read := 0
	for _, markdown := range texts {
		if !isPlain(markdown) {
			continue
		}
		read++
		plain, full := bothTrees(markdown)
		if plain != full {
			t.Errorf("read %q as\n%s\nwant, as goldmark reads it,\n%s", clip(markdown, 200), lineApart(plain, full), lineApart(full, plain))
		}
	}
	if read < len(trickyMarkdown) {
		t.Errorf("%d texts were plain; want all %d made for it", read, len(trickyMarkdown))
	}
}

func FuzzPlainBlocks(f *testing.F) {
	for _, markdown := range trickyMarkdown {
		f.Add(markdown)
	}
	f.Fuzz(func(t *testing.T, markdown string) {
		markdown = readable(markdown)
		if code, _, _ := tooWild(markdown); code != "" || !isPlain(markdown) {
			return
		}
		if plain, full := bothTrees(markdown); plain != full {
			t.Errorf("read %q as\n%s\nwant\n%s", markdown, plain, full)
		}
	})
}

// bothTrees prints what a text is read as by plainReader and by goldmark.
func bothTrees(markdown string) (plain, full string) {
	src := newSource("a.md", markdown)
	t := &treeReader{src: src, text: []byte(markdown), plain: &plainReader{text: markdown}}
	plain = printDocument(t.document(newBlocks().Parse(text.NewReader(t.text))))
	src = newSource("a.md", markdown)
	t = &treeReader{src: src, text: []byte(markdown)}
	return plain, printDocument(t.document(newMarkdown().Parse(text.NewReader(t.text))))
}

func printDocument(d *document) string {
	var b strings.Builder
	printRich(&b, d.title)
	for _, title := range d.titles {
		printRich(&b, title)
	}
	printBlocks(&b, d.blocks)
	for _, section := range d.parts {
		printPart(&b, section)
		for _, thing := range section.parts {
			printPart(&b, thing)
		}
	}
	return b.String()
}

func printPart(b *strings.Builder, p *part) {
	fmt.Fprintf(b, "part %d-%d ", p.from, p.to)
	printRich(b, p.title)
	printBlocks(b, p.blocks)
}

// printRich prints a text, where each byte of it stands, and its marks.
func printRich(b *strings.Builder, r rich) {
	fmt.Fprintf(b, "%q", r.text)
	for i := range len(r.text) + 1 {
		fmt.Fprintf(b, " %d", r.offset(i))
	}
	for m := range r.marks() {
		fmt.Fprintf(b, " %v", m)
	}
	b.WriteByte('\n')
}

func printBlocks(b *strings.Builder, blocks []block) {
	for _, one := range blocks {
		fmt.Fprintf(b, "%T at %d ", one, one.start())
		switch one := one.(type) {
		case paragraph:
			printRich(b, one.text)
		case quote:
			printBlocks(b, one.blocks)
		case list:
			for _, it := range one.items {
				fmt.Fprintf(b, "item at %d ", it.at)
				printRich(b, it.text)
				printBlocks(b, it.blocks)
			}
		case table:
			for _, row := range append([][]rich{one.head}, one.rows...) {
				for _, cell := range row {
					printRich(b, cell)
				}
			}
		case fence:
			fmt.Fprintf(b, "%q %v\n", one.info, one.lines)
		}
	}
}

// lineApart is the first line of a text that another has not.
func lineApart(text, other string) string {
	lines, others := strings.Split(text, "\n"), strings.Split(other, "\n")
	for i, line := range lines {
		if i >= len(others) || others[i] != line {
			return line
		}
	}
	return ""
}
