package scenarios

import (
	"regexp"

	"github.com/go-playground/validator/v10"
)

// header is the front matter of any kind as far as it could be read. The tags say which values are allowed; which keys a
// kind has is in [headerKeys].
type header struct {
	Kind       string   `key:"kind" validate:"required,oneof=scenario persona world phrases rubric certificate shift translation framework quiz briefing"`
	Format     int      `key:"format" validate:"eq=1"`
	ID         string   `key:"id" validate:"required,max=80,slug"`
	Title      string   `key:"title" validate:"required,max=80"`
	Version    string   `key:"version" validate:"omitempty,version"`
	Language   []string `key:"language" validate:"required_if=Kind translation,max=10,dive,language"`
	Channel    string   `key:"channel" validate:"required_if=Kind scenario,omitempty,oneof=phone chat email counter desk"`
	Direction  string   `key:"direction" validate:"omitempty,oneof=inbound outbound"`
	Request    string   `key:"request" validate:"omitempty,oneof=information complaint order support survey sales other"`
	Persona    string   `key:"persona" validate:"required_if=Kind scenario,omitempty,slug"`
	World      []string `key:"world" validate:"max=20,dive,slug"`
	Rubric     string   `key:"rubric" validate:"required_if=Kind scenario,required_if=Kind certificate,omitempty,slug"`
	Phrases    []string `key:"phrases" validate:"max=20,dive,slug"`
	Difficulty *int     `key:"difficulty" validate:"omitempty,min=1,max=5"`
	Minutes    *int     `key:"minutes" validate:"omitempty,min=1,max=600"`
	Seed       *int64   `key:"seed"`

	Languages   []Spoken `key:"languages" validate:"max=10,dive"`
	ClientType  []string `key:"client-type" validate:"max=10,dive,max=40"`
	Temperament string   `key:"temperament" validate:"max=80"`
	Patience    *int     `key:"patience" validate:"omitempty,min=1,max=10"`
	Voice       string   `key:"voice" validate:"max=80"`

	Translates    string            `key:"translates" validate:"required_if=Kind translation,omitempty,slug"`
	SourceVersion string            `key:"source-version" validate:"omitempty,version"`
	SourceDigest  map[string]string `key:"source-digest" validate:"max=20"`

	Issuer string            `key:"issuer" validate:"max=200"`
	Act    string            `key:"act" validate:"max=200"`
	Date   string            `key:"date" validate:"omitempty,datetime=2006-01-02"`
	Level  string            `key:"level" validate:"max=80"`
	Codes  map[string]string `key:"codes" validate:"max=20"`

	// original is the front matter of what a translation translates; nil for other kinds.
	original *header

	// places holds where each key's value stands; a list's elements are under "world[0]".
	places map[string]headerPlace
}

// headerPlace is where a front matter value stands and what is written there.
type headerPlace struct {
	at    Pos
	text  string
	width int
}

var (
	slugForm     = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	versionForm  = regexp.MustCompile(`^(0|[1-9][0-9]{0,5})(\.(0|[1-9][0-9]{0,5})){2}$`)
	languageForm = regexp.MustCompile(`^[a-z]{2,3}$`)
	levelForm    = regexp.MustCompile(`^(A1|A2|B1|B2|C1|C2|native)$`)
)

// newHeaderValidator returns the one instance that knows the rules of front matter.
func newHeaderValidator() *validator.Validate {
	v := validator.New(validator.WithRequiredStructEnabled())
	for tag, form := range map[string]*regexp.Regexp{
		"slug": slugForm, "version": versionForm, "language": languageForm, "cefr": levelForm,
	} {
		check := func(f validator.FieldLevel) bool { return form.MatchString(f.Field().String()) }
		if err := v.RegisterValidation(tag, check); err != nil {
			panic(err) // a programmer's mistake: the tags are constants
		}
	}
	return v
}

// requiredKeys are those a kind cannot do without.
func requiredKeys(kind Kind) []string {
	switch kind {
	case KindScenario:
		return []string{"kind", "format", "id", "title", "channel", "persona", "rubric"}
	case KindCertificate:
		return []string{"kind", "format", "id", "title", "rubric"}
	}
	return []string{"kind", "format", "id", "title"}
}

// headerKeys names the front matter keys of each kind (format 3). Kinds not listed here take any known key.
func headerKeys(kind Kind) []string {
	common := []string{"kind", "format", "id", "title", "name", "language"}
	switch kind {
	case KindScenario:
		return append(common, "version", "channel", "direction", "request", "persona", "world", "rubric", "phrases",
			"difficulty", "minutes", "seed")
	case KindPersona:
		return append(common, "languages", "client-type", "temperament", "patience", "voice")
	case KindWorld, KindPhrases:
		return common
	case KindRubric:
		return append(common, "version")
	case KindCertificate:
		return append(common, "version", "rubric")
	case KindShift:
		return append(common, "version", "rubric", "world", "seed")
	case KindTranslation:
		return append(common, "translates", "source-version", "source-digest", "languages", "temperament", "voice")
	case KindFramework:
		return append(common, "version", "issuer", "act", "date", "level", "codes")
	case KindQuiz:
		return append(common, "version", "rubric", "seed")
	case KindBriefing:
		return append(common, "world")
	}
	return append(common, "version", "channel", "direction", "request", "persona", "world", "rubric", "phrases", "difficulty",
		"minutes", "seed", "translates", "source-version", "source-digest", "issuer", "act", "date", "level", "codes")
}

// meta returns what all kinds share.
func (h *header) meta(at Pos) Meta {
	return Meta{
		Kind: Kind(h.Kind), Format: h.Format, ID: h.ID, Title: h.Title, Version: h.Version,
		Languages: h.Language, At: at,
	}
}

// direction is inbound where nothing is written.
func (h *header) direction() string {
	if h.Direction == "" {
		return "inbound"
	}
	return h.Direction
}

func orZero(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}
