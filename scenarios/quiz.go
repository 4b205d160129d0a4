package scenarios

// Quiz is a list of questions (SCENARIO-FORMAT 23). Questions and options are drawn in the order of the seed.
type Quiz struct {
	Meta
	Rubric    *Rubric // nil when none is named
	Seed      *int64
	Questions []Question
}

// Question asks for one of three kinds of answers: exactly one of Options, Order and Number is filled.
type Question struct {
	Name string
	Body string // Markdown between the heading and the answers
	// Options are the answers to choose from; several right ones make a multiple choice.
	Options []QuizOption
	// Order are things to be put in this order.
	Order  []string
	Number *NumberAnswer

	Points     int // 1 where none are written
	Competence Ref
	Rows       []string
	Why        string
	At         Pos
}

// QuizOption is an answer to choose.
type QuizOption struct {
	Text  string
	Right bool
}

// NumberAnswer is a figure; Tolerance is how far off an answer may be. Both are kept as written, in any usual form.
type NumberAnswer struct{ Value, Tolerance string }
