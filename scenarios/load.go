package scenarios

import (
	"cmp"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/go-playground/validator/v10"
)

// Load reads every author file (*.md with front matter) below the root of fsys and checks it. Problems come sorted by
// file, line and column; they are complete, not the first ones only, except that what follows from another mistake is kept
// back until that is mended. A file with errors may be missing from the Pack's maps but is always in Files. Load never
// panics on any input and reads at most [MaxFiles] files of [MaxFileSize] bytes, and of the pictures and documents beside them
// [MaxMedia] of [MaxMediaSize]; what no author file shows is left out of the Pack.
// The acts of service are those of the pack's own phrases files and, in languages it has none in, the ones handed in.
func Load(fsys fs.FS, acts ...*Acts) (*Pack, []Problem) {
	l := loadFiles(authorFiles(fsys), acts...)
	return l.pack, l.firstThings(l.find.sorted())
}

// loadFiles reads files and finds everything that may be said about them, consequences of other mistakes included.
func loadFiles(files []authorFile, acts ...*Acts) *loader {
	l := newLoader()
	l.shipped = acts
	for _, f := range files {
		if IsMedia(f.path) {
			l.media.found[f.path] = f
		}
	}
	for _, f := range files {
		if !IsMedia(f.path) {
			l.read(f)
		}
	}
	l.acts.loader = l
	l.resolve()
	l.pack.Media = l.media.all()
	lint(l.pack, l.find.add)
	return l
}

// Limits of a pack. Larger input is refused with a problem before it is parsed.
const (
	MaxFiles    = 2000
	MaxFileSize = 256 << 10
)

func sortItems(items []Item) {
	byNumber := func(a, b Item) int { return cmp.Compare(a.Number, b.Number) }
	if !slices.IsSortedFunc(items, byNumber) {
		slices.SortStableFunc(items, byNumber)
	}
}

// loader holds what was read of a pack until every reference is resolved.
type loader struct {
	pack  *Pack
	find  *findings
	rules *validator.Validate

	scenarios    []*draftScenario
	certificates []draftCertificate
	shifts       []draftShift
	drafts       []draftTranslation
	quizzes      []draftQuiz
	briefings    map[string]*Briefing   // by path
	translated   map[string]*translated // by language
	readers      map[string]*reader     // by path
	media        *mediaShelf
	defined      map[Kind]map[string]Pos
	missing      []missingPhrase
	shipped      []*Acts
	acts         actsInReach
}

func newLoader() *loader {
	return &loader{
		pack: &Pack{
			Scenarios: map[string]*Scenario{}, DeskWork: map[string]*Scenario{}, Personas: map[string]*Persona{}, Worlds: map[string]*World{},
			Libraries: map[string]*Library{}, Rubrics: map[string]*Rubric{}, Certificates: map[string]*Certificate{},
			Shifts: map[string]*Shift{}, Translations: map[string]*Translation{}, Frameworks: map[string]*Framework{},
			Quizzes: map[string]*Quiz{}, Briefings: map[string]*Briefing{},
		},
		briefings: map[string]*Briefing{}, translated: map[string]*translated{},
		find: newFindings(), rules: newHeaderValidator(), media: newMediaShelf(), readers: map[string]*reader{}, defined: map[Kind]map[string]Pos{},
	}
}

// read reads one file into the pack or the drafts.
func (l *loader) read(f authorFile) {
	src := newSource(f.path, f.text)
	l.find.sources[f.path] = src
	file := File{Path: f.path, Text: f.text, Digest: DigestOf(f.text)}
	defer func() { l.pack.Files = append(l.pack.Files, file) }()
	if f.refused != "" {
		l.find.add(f.refused, Pos{File: f.path}, 0, f.with)
		return
	}
	r := &reader{src: src, find: l.find, rules: l.rules, media: l.media}
	if code, line, limit := tooWild(src.text); code != "" {
		l.find.add(code, Pos{File: f.path, Line: line, Column: 1}, 0, details{"max": limit})
		return
	}
	head, ok := r.readHeader()
	if !ok {
		l.guessID(src)
		return
	}
	r.head = head
	file.Meta = head.meta(Pos{File: f.path, Line: 1, Column: 1})
	r.oddCharacters(f.text)
	l.readers[f.path] = r
	l.readKind(r)
}

func (l *loader) readKind(r *reader) {
	if !l.claim(r) {
		return
	}
	d := readTree(r.src)
	id := r.head.ID
	switch Kind(r.head.Kind) {
	case KindScenario:
		l.scenarios = append(l.scenarios, r.scenario(d))
	case KindPersona:
		l.pack.Personas[id] = r.persona(d)
	case KindWorld:
		l.pack.Worlds[id] = r.world(d)
	case KindPhrases:
		l.pack.Libraries[id] = r.library(d)
	case KindRubric:
		l.pack.Rubrics[id] = r.rubric(d)
	case KindCertificate:
		l.certificates = append(l.certificates, r.certificate(d))
	case KindShift:
		l.shifts = append(l.shifts, r.shift(d))
	case KindFramework:
		f := r.framework(d)
		if id != "" {
			l.pack.Frameworks[id] = f
		}
	case KindQuiz:
		l.quizzes = append(l.quizzes, r.quiz(d))
	case KindBriefing:
		l.briefings[r.src.path] = r.briefing(d)
	case KindTranslation:
		l.drafts = append(l.drafts, r.translation(d))
	}
}

// kinds are the kinds of files.
var kinds = []Kind{KindScenario, KindPersona, KindWorld, KindPhrases, KindRubric, KindCertificate, KindShift, "translation",
	"framework", "quiz", "briefing"}

// claim notes the id of a file and reports one that another file of the kind already has (S006). A file without an id
// is read all the same, for its other problems.
func (l *loader) claim(r *reader) bool {
	kind, id := Kind(r.head.Kind), r.head.ID
	if !slices.Contains(kinds, kind) || !slugForm.MatchString(id) {
		l.seems(asSlug(id))
		l.guessID(r.src)
	}
	if l.defined[kind] == nil {
		l.defined[kind] = map[string]Pos{}
	}
	if id == "" {
		return true
	}
	at := r.head.places["id"].at
	if first := l.defined[kind][id]; first.Line > 0 {
		l.find.add("S006", at, len(id), details{"id": id, "where": first.String()})
		return false
	}
	l.defined[kind][id] = at
	return true
}

// guessID notes the id a file seems to have whose front matter cannot be read, so that what names it is no second mistake.
// Without a line of the id it is the file's name, as is the habit.
func (l *loader) guessID(s *source) {
	l.seems(strings.TrimSuffix(s.path[strings.LastIndexByte(s.path, '/')+1:], ".md"))
	for n := 1; n <= min(len(s.lines), 40); n++ {
		if id, ok := strings.CutPrefix(s.line(n), "id:"); ok {
			l.seems(strings.TrimSpace(id))
			return
		}
	}
}

// seems notes an id that some file was probably meant to have.
func (l *loader) seems(id string) {
	for _, kind := range []Kind{KindScenario, KindPersona, KindWorld, KindPhrases, KindRubric} {
		if l.defined[kind] == nil {
			l.defined[kind] = map[string]Pos{}
		}
		if l.defined[kind][id].Line == 0 {
			l.defined[kind][id] = Pos{}
		}
	}
}

// oddCharacters notes hard blanks and invisible characters, one note a line (S020).
func (r *reader) oddCharacters(written string) {
	if !anyOdd(written) {
		return
	}
	for number, line := range strings.Split(written, "\n") {
		for i, c := range line {
			if !isOdd(c) || number == 0 && c == '\ufeff' {
				continue
			}
			code := Code("S020")
			if ignorable(c) {
				code = "S020/invisible"
			}
			at := Pos{File: r.src.path, Line: number + 1, Column: len([]rune(line[:i])) + 1}
			r.find.add(code, at, 0, details{"text": wordsAround(line, i, len(string(c)))})
			break
		}
	}
}

func anyOdd(text string) bool {
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		c, size := utf8.DecodeRuneInString(text[i:])
		if isOdd(c) {
			return true
		}
		i += size
	}
	return false
}

func isOdd(c rune) bool { return c >= 0x80 && (isHardBlank(c) || ignorable(c)) }

// wordsAround is the word before and the word after a place in a line.
func wordsAround(line string, at, width int) string {
	before, after := strings.Fields(line[:at]), strings.Fields(line[at+width:])
	text := ""
	if len(before) > 0 {
		text = before[len(before)-1] + " "
	}
	if len(after) > 0 {
		text += after[0]
	}
	return strings.TrimSpace(text)
}
