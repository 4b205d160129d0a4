package scenarios

// Criterion is one thing that is marked. Several kinds of evidence must all hold.
type Criterion struct {
	Name       string
	Competence Ref
	Points     int // 1 to 100

	AllOf   []Item
	AnyOf   []Item
	AtLeast *AtLeast // nil when not asked
	NoneOf  []Item
	InOrder []Item

	Required bool
	Fatal    bool
	// OnlyIf, where not nil, must have happened for the criterion to apply.
	OnlyIf    *Item
	OnlyIn    []string // variants; empty: all
	PartMarks bool

	Why, Advice, Praise string
	MarkedBy            Marker
	Rows                []string // ids of requirement rows it serves
	At                  Pos
}

// AtLeast is "At least N of".
type AtLeast struct {
	N     int
	Items []Item
}

// Item is one bullet of evidence: events (one of Any, each clause whole) or, where Measure is not nil, a measure.
type Item struct {
	// Number is the item's position in the criterion from 1, in file order over all labels; 0 for OnlyIf.
	Number  int
	Any     []Clause
	Measure Measure
	Text    string // as written
	At      Pos
}

// Marker is who marks a criterion.
type Marker string

// The markers. The zero Marker is read as MarkedByEngine.
const (
	MarkedByEngine  Marker = "engine"
	MarkedByTrainer Marker = "trainer"
	MarkedByBoth    Marker = "engine, then trainer"
)

// Items returns all items of the criterion's evidence in file order (by Number).
func (c *Criterion) Items() []Item {
	n := len(c.AllOf) + len(c.AnyOf) + len(c.NoneOf) + len(c.InOrder)
	if c.AtLeast != nil {
		n += len(c.AtLeast.Items)
	}
	if n == 0 {
		return nil
	}
	all := make([]Item, 0, n+1) // a condition may be put beside them
	all = append(all, c.AllOf...)
	all = append(all, c.AnyOf...)
	if c.AtLeast != nil {
		all = append(all, c.AtLeast.Items...)
	}
	all = append(all, c.NoneOf...)
	all = append(all, c.InOrder...)
	sortItems(all)
	return all
}

// Rubric is the competences with their minimums and the default pass mark.
type Rubric struct {
	Meta
	Competences  []Competence
	Pass         []PassRule
	Satisfaction []SatisfactionRow
}

// Competence is one row of a rubric.
type Competence struct {
	Name, Meaning string
	Units         []string
	Minimum       int // percent
	At            Pos
}

// SatisfactionRow gives a simulated satisfaction from 1 to 5 (SCENARIO-FORMAT 26).
type SatisfactionRow struct {
	Patience, Resolved, Complaints string // as written
	Satisfaction                   int
}

// PassRule is one sentence of a pass mark. The set is closed.
type PassRule interface{ passRule() }

// The pass rules (SCENARIO-FORMAT 14, SEMANTICS 47). Percent is 0 to 100.
type (
	// TotalAtLeast wants that share of all points.
	TotalAtLeast struct{ Percent int }
	// CompetenceAtLeast wants that share of one competence's points.
	CompetenceAtLeast struct {
		Competence Ref
		Percent    int
	}
	// EveryCompetence wants each competence with points here at its minimum.
	EveryCompetence struct{}
	// AllRequired wants each applicable required criterion met.
	AllRequired struct{}
	// NoFatal wants no fatal criterion broken.
	NoFatal struct{}
)

func (TotalAtLeast) passRule()      {}
func (CompetenceAtLeast) passRule() {}
func (EveryCompetence) passRule()   {}
func (AllRequired) passRule()       {}
func (NoFatal) passRule()           {}

// Certificate says which mix of passed sessions earns it.
type Certificate struct {
	Meta
	Rubric     *Rubric
	Coverage   []CoverageRule
	Conditions Conditions
}

// Facet is what coverage counts.
type Facet string

// The facets.
const (
	FacetClientType Facet = "client-type"
	FacetRequest    Facet = "request"
	FacetChannel    Facet = "channel"
)

// CoverageRule is one sentence of a certificate's coverage.
type CoverageRule struct {
	N     int
	Facet Facet
	// Value, where not "", asks for N sessions with that value; else N different values are asked.
	Value string
	// Among, where not empty, limits the values that count.
	Among []string
	Text  string // as written
	At    Pos
}

// Conditions of a certificate; zero values mean "not asked" (SEMANTICS 58).
type Conditions struct {
	AttemptsPerScenario int
	Supervised          bool
	SecondRater         []Ref // competences marked by two people
	ValidMonths         int
}

// Shift is several conversations arriving over time. It is parsed and checked; playing it comes later.
type Shift struct {
	Meta
	Rubric   *Rubric
	Seed     *int64
	Brief    string
	Arrivals []Arrival
	Criteria []Criterion
	Pass     []PassRule
}
