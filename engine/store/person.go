package store

import (
	"strconv"
	"time"
)

// Role is what a person may do; somebody may hold several.
type Role string

// The roles.
const (
	Trainee  Role = "trainee"
	Trainer  Role = "trainer"
	Assessor Role = "assessor"
	HR       Role = "hr"
	Admin    Role = "admin"
)

// Roles lists every role in the order pages show them.
func Roles() []Role { return []Role{Trainee, Trainer, Assessor, HR, Admin} }

// Person is somebody with an account.
type Person struct {
	ID    PersonID
	Login string // unique, compared without case
	Name  string
	Roles []Role // in the order of Roles
	Group string // "" for none
	// Language and Theme of the interface; "" until chosen.
	Language string
	Theme    string
	// TimeFactor in percent stretches every timer; 100 is none.
	TimeFactor int
	// Active people may sign in.
	Active  bool
	Created time.Time
}

// Is reports whether the person holds the role.
func (p Person) Is(r Role) bool {
	for _, have := range p.Roles {
		if have == r {
			return true
		}
	}
	return false
}

// NewPerson is what makes a person. PasswordHash may be "": then only an invite lets him in.
type NewPerson struct {
	Login        string
	Name         string
	Roles        []Role
	Group        string
	Language     string
	TimeFactor   int // 0 means 100
	PasswordHash string
}

// PersonChange is an edit of a person; nil fields stay.
type PersonChange struct {
	Login      *string
	Name       *string
	Group      *string
	Language   *string
	Theme      *string
	TimeFactor *int
}

// Credentials are what a sign-in is checked against.
type Credentials struct {
	Person Person
	// PasswordHash is "" when no password was set yet.
	PasswordHash string
}

// PeopleFilter narrows a list of people; zero fields do not.
type PeopleFilter struct {
	Group string
	Role  Role
	Text  string // found in login or name, without case
	// Active narrows to people who may sign in.
	Active bool
	Page   Page
}

// ImportError is the row of an import that cannot be; Row counts from 0.
type ImportError struct {
	Row int
	Err error
}

// Error implements error.
func (e *ImportError) Error() string {
	return "import row " + strconv.Itoa(e.Row) + ": " + e.Err.Error()
}

// Unwrap gives the reason.
func (e *ImportError) Unwrap() error { return e.Err }
