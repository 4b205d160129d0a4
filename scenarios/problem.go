package scenarios

// Level says how bad a [Problem] is.
type Level string

// The levels: an error cannot run, a warning runs but is not allowed for certification, a note is advice.
const (
	LevelError   Level = "error"
	LevelWarning Level = "warning"
	LevelNote    Level = "note"
)

// Code identifies a check of the linter, such as "F102". The codes are listed in SCENARIO-FORMAT's successor,
// docs/scenario-language.md.
type Code string

// Problem is one thing wrong in an author file: where, what, and how to repair it. Message and Suggestion are
// sentences in the author's language (the `language` of the file), Source holds the lines around the place.
type Problem struct {
	Pos
	Code       Code         `json:"code"`
	Level      Level        `json:"level"`
	Message    string       `json:"message"`
	Suggestion string       `json:"suggestion,omitempty"`
	Source     []SourceLine `json:"-"`
	// Nearest is the name or keyword that was probably meant by what is marked; "" when nothing is near.
	Nearest string `json:"-"`
	// Width is how many characters from Column are marked under the source line; 0 marks one.
	Width int `json:"-"`
}

// SourceLine is a line of an author file, quoted in a message. Number counts from 1.
type SourceLine struct {
	Number int
	Text   string
}

// Error makes a Problem usable as an error.
func (p Problem) Error() string {
	return p.Pos.String() + "  " + string(p.Code) + " " + string(p.Level) + "\n   " + p.Message
}
