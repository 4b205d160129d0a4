package store

import (
	"context"
	"fmt"
	"strings"

	"gorm.io/gorm/clause"
)

// CreatePerson makes a person. ErrExists when the login is taken, ErrInvalid for an impossible login, role or factor.
func (s *Store) CreatePerson(ctx context.Context, by Actor, p NewPerson) (PersonID, error) {
	var id PersonID
	err := s.change(ctx, func(t *change) (err error) {
		id, err = t.createPerson(by, p)
		return err
	})
	if err != nil {
		return "", fmt.Errorf("create person %q: %w", p.Login, err)
	}
	return id, nil
}

// ImportPeople makes all of them or none. The error is an [ImportError] that names the row.
func (s *Store) ImportPeople(ctx context.Context, by Actor, people []NewPerson) ([]PersonID, error) {
	ids := make([]PersonID, 0, len(people))
	err := s.change(ctx, func(t *change) error {
		for i, p := range people {
			id, err := t.createPerson(by, p)
			if err != nil {
				return &ImportError{Row: i, Err: translate(err)}
			}
			ids = append(ids, id)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return ids, nil
}

func (t *change) createPerson(by Actor, p NewPerson) (PersonID, error) {
	id, err := t.s.newID()
	if err != nil {
		return "", err
	}
	row, err := p.row(id, t.now)
	if err != nil {
		return "", err
	}
	if err := t.Create(&row).Error; err != nil {
		return "", err
	}
	return PersonID(id), t.audit(by, "person.create", id, personDetail{Login: row.Login, Roles: strings.TrimSpace(row.Roles), Group: row.Team})
}

// personDetail is what the audit says about a person: what he may do, not who he is.
type personDetail struct {
	Login string `json:"login,omitempty"`
	Roles string `json:"roles,omitempty"`
	Group string `json:"group,omitempty"`
}

// ChangePerson edits a person.
func (s *Store) ChangePerson(ctx context.Context, by Actor, id PersonID, c PersonChange) error {
	err := s.change(ctx, func(t *change) error {
		row, err := t.person(id)
		if err != nil {
			return err
		}
		changed := c.apply(&row)
		if err := row.settle(); err != nil {
			return err
		}
		err = t.Model(&personRow{ID: row.ID}).
			Select("Login", "LoginKey", "Name", "Search", "Team", "Language", "Theme", "TimeFactor").Updates(row).Error
		if err != nil {
			return err
		}
		return t.audit(by, "person.change", row.ID, changed)
	})
	if err != nil {
		return fmt.Errorf("change person %q: %w", id, err)
	}
	return nil
}

// apply edits the row and tells what is new. The audit names a changed name but does not repeat it.
func (c PersonChange) apply(row *personRow) map[string]any {
	changed := map[string]any{}
	set := func(name string, to *string, column *string) {
		if to != nil && *to != *column {
			*column = strings.TrimSpace(*to)
			changed[name] = *column
		}
	}
	set("login", c.Login, &row.Login)
	set("name", c.Name, &row.Name)
	set("group", c.Group, &row.Team)
	set("language", c.Language, &row.Language)
	set("theme", c.Theme, &row.Theme)
	if c.TimeFactor != nil && *c.TimeFactor != row.TimeFactor {
		row.TimeFactor = *c.TimeFactor
		changed["timeFactor"] = row.TimeFactor
	}
	if _, renamed := changed["name"]; renamed {
		changed["name"] = "changed"
	}
	return changed
}

// person reads a person inside a change and keeps others from changing him before it is over. (SQLite has one writer
// and needs no lock; the mapper leaves it out there.)
func (t *change) person(id PersonID) (personRow, error) {
	var row personRow
	err := t.Clauses(forUpdate).Where("id = ?", string(id)).Take(&row).Error
	return row, err
}

var forUpdate = clause.Locking{Strength: clause.LockingStrengthUpdate}

// SetPassword stores a new password hash and ends all sign-ins of the person.
func (s *Store) SetPassword(ctx context.Context, by Actor, id PersonID, hash string) error {
	return s.changePerson(ctx, by, id, "person.password", nil, func(t *change) error {
		return t.setPassword(id, hash)
	})
}

func (t *change) setPassword(id PersonID, hash string) error {
	if hash == "" {
		return fmt.Errorf("%w: empty password hash", ErrInvalid)
	}
	return t.Model(&personRow{}).Where("id = ?", string(id)).Update("password_hash", hash).Error
}

// SetRoles replaces the roles and ends all sign-ins of the person. ErrLastAdmin when no active administrator would be
// left.
func (s *Store) SetRoles(ctx context.Context, by Actor, id PersonID, roles []Role) error {
	column, err := rolesColumn(roles)
	if err != nil {
		return fmt.Errorf("roles of person %q: %w", id, err)
	}
	return s.changePerson(ctx, by, id, "person.roles", personDetail{Roles: strings.TrimSpace(column)}, func(t *change) error {
		return t.Model(&personRow{}).Where("id = ?", string(id)).Update("roles", column).Error
	})
}

// Deactivate bars a person, ends his sign-ins and revokes his tokens and invites. ErrLastAdmin as in SetRoles.
func (s *Store) Deactivate(ctx context.Context, by Actor, id PersonID) error {
	return s.changePerson(ctx, by, id, "person.deactivate", nil, func(t *change) error {
		if err := t.Where("person = ?", string(id)).Delete(&tokenRow{}).Error; err != nil {
			return err
		}
		if err := t.Where("person = ?", string(id)).Delete(&inviteRow{}).Error; err != nil {
			return err
		}
		return t.Model(&personRow{}).Where("id = ?", string(id)).Update("active", false).Error
	})
}

// Reactivate lets a person sign in again.
func (s *Store) Reactivate(ctx context.Context, by Actor, id PersonID) error {
	return s.changePerson(ctx, by, id, "person.reactivate", nil, func(t *change) error {
		return t.Model(&personRow{}).Where("id = ?", string(id)).Update("active", true).Error
	})
}

// changePerson does something to a person's way in, after which nobody stays signed in as him and somebody is still
// administrator.
func (s *Store) changePerson(ctx context.Context, by Actor, id PersonID, action string, detail any, do func(*change) error) error {
	err := s.change(ctx, func(t *change) error {
		if err := t.lockAdmins(); err != nil {
			return err
		}
		was, err := t.person(id)
		if err != nil {
			return err
		}
		if err := do(t); err != nil {
			return err
		}
		if err := t.keepsAdmin(was); err != nil {
			return err
		}
		if err := t.endSignIns(id); err != nil {
			return err
		}
		return t.audit(by, action, string(id), detail)
	})
	if err != nil {
		return fmt.Errorf("%s %q: %w", action, id, err)
	}
	return nil
}

// lockAdmins lets one change of somebody's way in happen at a time, so that two administrators cannot remove each other.
func (t *change) lockAdmins() error {
	var ids []string
	return (PeopleFilter{Role: Admin}).narrow(t.Clauses(forUpdate).Model(&personRow{})).Order("id").Pluck("id", &ids).Error
}

// keepsAdmin fails when was, an administrator before, was the last one.
func (t *change) keepsAdmin(was personRow) error {
	if !was.Active || !strings.Contains(was.Roles, " "+string(Admin)+" ") {
		return nil
	}
	var n int64
	if err := (PeopleFilter{Role: Admin, Active: true}).narrow(t.Model(&personRow{})).Count(&n).Error; err != nil {
		return err
	}
	if n == 0 {
		return ErrLastAdmin
	}
	return nil
}
