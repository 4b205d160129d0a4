package scenarios

// Framework describes a source profile: an official competence profile or a job description (SCENARIO-FORMAT 22).
type Framework struct {
	Meta
	Issuer, Act, Level string
	Date               string            // as 2026-03-12; "" when not given
	Codes              map[string]string // by system: ISCO, ESCO, ISTAT, COR, ADA
	Units              []FrameworkUnit
	Rows               []FrameworkRow
}

// FrameworkUnit is one unit of a profile; Minimum is written like the coverage of a certificate.
type FrameworkUnit struct {
	Name                      string
	ExpectedResult, Indicator string
	Minimum                   []CoverageRule
	At                        Pos
}

// FrameworkRow is one requirement, which criteria, questions and form fields name by its ID.
type FrameworkRow struct {
	ID, Unit, Text    string
	Kind              RowKind
	Evaluators, Class string // as written
	At                Pos
}

// RowKind says what a requirement row is.
type RowKind string

// The kinds of rows.
const (
	RowKnowledge RowKind = "knowledge"
	RowSkill     RowKind = "skill"
	RowDuty      RowKind = "duty"
	RowKPI       RowKind = "KPI"
	RowBehaviour RowKind = "behaviour"
	RowThreshold RowKind = "threshold"
	RowRecord    RowKind = "record"
)
