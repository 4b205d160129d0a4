package scenarios

// Pack is everything read from one folder of author files. It is never changed after [Load] returned it and may be
// read by any number of goroutines.
type Pack struct {
	Scenarios map[string]*Scenario
	// DeskWork holds the scenarios of the channel desk: they have cases and no conversation, and are not played yet. Their
	// translations stand beside them.
	DeskWork     map[string]*Scenario
	Personas     map[string]*Persona
	Worlds       map[string]*World
	Libraries    map[string]*Library
	Rubrics      map[string]*Rubric
	Certificates map[string]*Certificate
	Shifts       map[string]*Shift
	Translations map[string]*Translation
	Frameworks   map[string]*Framework
	Quizzes      map[string]*Quiz
	Briefings    map[string]*Briefing
	// Files lists every author file in path order, also those with errors.
	Files []File
	// Media lists the pictures and documents that author files show, in path order.
	Media []File
}

// File is one author file as it was read. Meta is what its front matter says, as far as it could be read. A picture or
// document ([IsMedia]) has its bytes in Text and no Meta.
type File struct {
	Path   string
	Text   string
	Digest Digest
	Meta   Meta
}

// Digest is the lower-case hexadecimal SHA-256 of a file's text.
type Digest string

// Kind says what an author file holds.
type Kind string

// The kinds of author files (SCENARIO-FORMAT 1).
const (
	KindScenario    Kind = "scenario"
	KindPersona     Kind = "persona"
	KindWorld       Kind = "world"
	KindPhrases     Kind = "phrases"
	KindRubric      Kind = "rubric"
	KindCertificate Kind = "certificate"
	KindShift       Kind = "shift"
	KindTranslation Kind = "translation"
	KindFramework   Kind = "framework"
	KindQuiz        Kind = "quiz"
	KindBriefing    Kind = "briefing"
)

// Meta is the front matter shared by all kinds.
type Meta struct {
	Kind    Kind
	Format  int
	ID      string
	Title   string // `title`, or `name` of a persona
	Version string // "" where the kind has none
	// Languages are the codes of `language:`, first one first.
	Languages []string
	At        Pos
}

// scenario returns a scenario of any channel; nil where there is none.
func (p *Pack) scenario(id string) *Scenario {
	if sc := p.Scenarios[id]; sc != nil {
		return sc
	}
	return p.DeskWork[id]
}
