package scenarios

// World is the company the scenario plays in.
type World struct {
	Meta
	Departments []Department
	Articles    []Article
	Records     []Record
	Forms       []Form
	Templates   []Template
	Attachments []Attachment
	Colleagues  []Colleague
	Catalogue   *Catalogue // nil when there is none
	CallList    []CallListRow
}

// Department is somewhere to transfer to.
type Department struct {
	Name, Purpose string
	Available     Availability
	At            Pos
}

// Availability says when somebody is there: OnlyIn names the variants; else Never tells.
type Availability struct {
	Never  bool
	OnlyIn []string
}

// In reports whether somebody is there in the variant.
func (a Availability) In(variant string) bool {
	if len(a.OnlyIn) == 0 {
		return !a.Never
	}
	for _, v := range a.OnlyIn {
		if v == variant {
			return true
		}
	}
	return false
}

// Article is a page of the knowledge base; Body is Markdown.
type Article struct {
	Name, Body string
	At         Pos
}

// Record is a customer card: labelled values in table order. Values may hold {facts} of the scenario.
type Record struct {
	Name   string
	Fields []RecordField
	At     Pos
}

// RecordField is one line of a customer card.
type RecordField struct{ Name, Value string }

// Form is something the agent fills in.
type Form struct {
	Name   string
	Fields []FormField
	At     Pos
}

// FieldType says what a form field takes.
type FieldType string

// The types of form fields.
const (
	FieldText     FieldType = "text"
	FieldLongText FieldType = "long text"
	FieldDate     FieldType = "date"
	FieldAmount   FieldType = "amount"
	FieldChoice   FieldType = "choice"
	FieldLines    FieldType = "lines"
)

// FormField is one field of a form; Choices is filled for FieldChoice.
type FormField struct {
	Name     string
	Type     FieldType
	Choices  []string
	Required bool
	Rows     []string // ids of requirement rows it serves
}

// Template is a canned reply.
type Template struct {
	Name, Body string
	At         Pos
}

// Attachment is a file the agent may send. Digest is as in [LineAttachment].
type Attachment struct {
	Name, File, Description string
	Digest                  Digest
	At                      Pos
}

// Colleague is a person to ask or transfer to.
type Colleague struct {
	Name, Department, Role string
	Available              Availability
	At                     Pos
}

// Catalogue is the table of items an order is made of; Columns are the price columns in table order.
type Catalogue struct {
	Columns []string
	Items   []CatalogueItem
}

// CatalogueItem is one item; Prices is parallel to Catalogue.Columns.
type CatalogueItem struct {
	Name   string
	Prices []string
	Tags   []string
	At     Pos
}

// CallListRow is somebody an agent may call.
type CallListRow struct {
	Who, Reason, Window string
	At                  Pos
}
