package scenarios

import (
	"unicode/utf8"

	"github.com/go-playground/validator/v10"
)

// reader reads one author file: it turns parts of its tree into the model and reports what it cannot read.
type reader struct {
	src   *source
	find  *findings
	rules *validator.Validate
	// media are the pictures and documents the file may show.
	media *mediaShelf
	head  *header
	// original is the reader of what a translation translates; nil until that is known, and for other files.
	original *reader
	// usedFacts are the names in braces, to be looked up when the pack is known; variantLabels the labels of lines that are
	// no other label.
	usedFacts     []Ref
	variantLabels []Ref
	// rowRefs are the requirement rows named, to be looked up in the frameworks of the pack.
	rowRefs []Ref
	// actKeys are the acts of service the phrases of the file say they are.
	actKeys []Ref
	// badLabels counts the labels that could not be read; what seems missing may be behind one of them.
	badLabels int
}

// useFacts notes the facts a text names. Placeholders of the given word group, or else of lines, are no facts.
func (r *reader) useFacts(t rich, placeholders ...string) {
	slots := []string{"slot.unknown-word", "slot.promised-date"}
	if len(placeholders) > 0 {
		slots = placeholders
	}
	for _, f := range bracesIn(t) {
		if !isSlot(f.text, slots) {
			r.usedFacts = append(r.usedFacts, Ref{Name: f.text, At: r.pos(f)})
		}
	}
}

func isSlot(name string, slots []string) bool {
	for _, prefix := range slots {
		if _, _, _, ok := lookup(prefix, "{"+name+"}"); ok {
			return true
		}
	}
	return false
}

// report notes a problem about the whole of a text.
func (r *reader) report(code Code, about rich, with details) {
	r.find.add(code, r.src.pos(about.start()), utf8.RuneCountInString(about.text), with)
}

// reportAt notes a problem at a byte offset of the file.
func (r *reader) reportAt(code Code, offset int, with details) {
	r.find.add(code, r.src.pos(offset), 0, with)
}

// pos is where a text begins.
func (r *reader) pos(about rich) Pos { return r.src.pos(about.start()) }

// markdown returns the source between two offsets as a person wrote it, without HTML comments, which are notes.
func (r *reader) markdown(from, to int) string {
	return withoutComments(r.src.text[from:to])
}

// bodyOf returns the text below a heading, deeper headings included.
func (r *reader) bodyOf(p *part) string { return r.markdown(p.from, p.to) }
