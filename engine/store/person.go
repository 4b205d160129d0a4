package store

import (
	"context"
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

// CreatePerson makes a person. ErrExists when the login is taken, ErrInvalid for an impossible login, role or factor.
func (s *Store) CreatePerson(ctx context.Context, by Actor, p NewPerson) (PersonID, error) {
	panic("not written yet")
}

// ImportPeople makes all of them or none. The error is an [ImportError] that names the row.
func (s *Store) ImportPeople(ctx context.Context, by Actor, people []NewPerson) ([]PersonID, error) {
	panic("not written yet")
}

// ImportError is the row of an import that cannot be; Row counts from 0.
type ImportError struct {
	Row int
	Err error
}

// Person finds a person.
func (s *Store) Person(ctx context.Context, id PersonID) (Person, error) { panic("not written yet") }

// PeopleByID finds several people at once; ids that do not exist are missing from the map.
func (s *Store) PeopleByID(ctx context.Context, ids []PersonID) (map[PersonID]Person, error) {
	panic("not written yet")
}

// CredentialsByLogin finds a person to sign in; also one who is not active, which the caller must refuse.
func (s *Store) CredentialsByLogin(ctx context.Context, login string) (Credentials, error) {
	panic("not written yet")
}

// PersonByLogin finds a person by login.
func (s *Store) PersonByLogin(ctx context.Context, login string) (Person, error) {
	panic("not written yet")
}

// People lists people by name.
func (s *Store) People(ctx context.Context, f PeopleFilter) ([]Person, error) {
	panic("not written yet")
}

// CountPeople counts what People would list without its page.
func (s *Store) CountPeople(ctx context.Context, f PeopleFilter) (int, error) {
	panic("not written yet")
}

// Groups lists the groups people are in, sorted.
func (s *Store) Groups(ctx context.Context) ([]string, error) { panic("not written yet") }

// ChangePerson edits a person.
func (s *Store) ChangePerson(ctx context.Context, by Actor, id PersonID, c PersonChange) error {
	panic("not written yet")
}

// SetPassword stores a new password hash and ends all sign-ins of the person.
func (s *Store) SetPassword(ctx context.Context, by Actor, id PersonID, hash string) error {
	panic("not written yet")
}

// SetRoles replaces the roles and ends all sign-ins of the person. ErrLastAdmin when no active administrator would be
// left.
func (s *Store) SetRoles(ctx context.Context, by Actor, id PersonID, roles []Role) error {
	panic("not written yet")
}

// Deactivate bars a person, ends his sign-ins and revokes his tokens and invites. ErrLastAdmin as in SetRoles.
func (s *Store) Deactivate(ctx context.Context, by Actor, id PersonID) error {
	panic("not written yet")
}

// Reactivate lets a person sign in again.
func (s *Store) Reactivate(ctx context.Context, by Actor, id PersonID) error {
	panic("not written yet")
}

// Error implements error.
func (e *ImportError) Error() string {
	return "import row " + strconv.Itoa(e.Row) + ": " + e.Err.Error()
}

// Unwrap gives the reason.
func (e *ImportError) Unwrap() error { return e.Err }
