package store

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"gorm.io/gorm"

	"proba/engine/language"
)

type personRow struct {
	ID           string `gorm:"primaryKey"`
	Login        string
	LoginKey     string
	Name         string
	Search       string
	Roles        string
	Team         string
	Language     string
	Theme        string
	TimeFactor   int
	Active       bool
	PasswordHash string
	Created      int64
}

func (personRow) TableName() string { return "people" }

func (r personRow) record() (Person, error) {
	p := Person{ID: PersonID(r.ID), Login: r.Login, Name: r.Name, Group: r.Team, Language: r.Language, Theme: r.Theme,
		TimeFactor: r.TimeFactor, Active: r.Active, Created: timeOf(r.Created)}
	for _, role := range strings.Fields(r.Roles) {
		p.Roles = append(p.Roles, Role(role))
	}
	return p, nil
}

func (p NewPerson) row(id string, now time.Time) (personRow, error) {
	factor := p.TimeFactor
	if factor == 0 {
		factor = 100
	}
	roles, err := rolesColumn(p.Roles)
	if err != nil {
		return personRow{}, err
	}
	r := personRow{ID: id, Login: strings.TrimSpace(p.Login), Name: strings.TrimSpace(p.Name), Roles: roles,
		Team: strings.TrimSpace(p.Group), Language: p.Language, TimeFactor: factor, Active: true,
		PasswordHash: p.PasswordHash, Created: millis(now)}
	return r, r.settle()
}

// settle checks what somebody wrote and fills in the columns that follow from it.
func (r *personRow) settle() error {
	switch {
	case !plainText(r.Login, 1, 100) || strings.ContainsFunc(r.Login, unicode.IsSpace):
		return fmt.Errorf("%w: login %q", ErrInvalid, r.Login)
	case !plainText(r.Name, 1, 200):
		return fmt.Errorf("%w: name %q", ErrInvalid, r.Name)
	case !plainText(r.Team, 0, 200):
		return fmt.Errorf("%w: group %q", ErrInvalid, r.Team)
	case !plainText(r.Language, 0, 35) || !plainText(r.Theme, 0, 20):
		return fmt.Errorf("%w: language %q or theme %q", ErrInvalid, r.Language, r.Theme)
	case r.TimeFactor < 100 || r.TimeFactor > 1000:
		return fmt.Errorf("%w: time factor of %d %%", ErrInvalid, r.TimeFactor)
	}
	r.LoginKey = loginKey(r.Login)
	r.Search = language.Fold(r.Name) + "\n" + language.Fold(r.Login)
	return nil
}

func loginKey(login string) string { return strings.ToLower(strings.TrimSpace(login)) }

// plainText reports whether a text is one line of least to most bytes without control characters.
func plainText(text string, least, most int) bool {
	return len(text) >= least && len(text) <= most && utf8.ValidString(text) && !strings.ContainsFunc(text, unicode.IsControl)
}

// rolesColumn writes roles in their order with a blank on both sides of each.
func rolesColumn(roles []Role) (string, error) {
	for _, r := range roles {
		if !slices.Contains(Roles(), r) {
			return "", fmt.Errorf("%w: role %q", ErrInvalid, r)
		}
	}
	var b strings.Builder
	b.WriteByte(' ')
	for _, r := range Roles() {
		if slices.Contains(roles, r) {
			b.WriteString(string(r) + " ")
		}
	}
	return b.String(), nil
}

// narrow gives the people of a filter.
func (f PeopleFilter) narrow(q *gorm.DB) *gorm.DB {
	if f.Group != "" {
		q = q.Where("team = ?", f.Group)
	}
	if f.Role != "" {
		q = q.Where("roles LIKE ?", "% "+escapeLike(string(f.Role))+" %")
	}
	if text := language.Fold(strings.TrimSpace(f.Text)); text != "" {
		q = q.Where(`search LIKE ? ESCAPE '\'`, "%"+escapeLike(text)+"%")
	}
	if f.Active {
		q = q.Where("active = ?", true)
	}
	return q
}

// escapeLike makes a text mean itself in LIKE … ESCAPE '\'.
func escapeLike(text string) string {
	return strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(text)
}
