package store

import (
	"context"
	"fmt"
)

// Person finds a person.
func (s *Store) Person(ctx context.Context, id PersonID) (Person, error) {
	var row personRow
	if err := s.read(ctx).Where("id = ?", string(id)).Take(&row).Error; err != nil {
		return Person{}, fmt.Errorf("person %q: %w", id, translate(err))
	}
	return row.record()
}

// mostTogether bounds the ids of one query.
const mostTogether = 500

// PeopleByID finds several people at once; ids that do not exist are missing from the map.
func (s *Store) PeopleByID(ctx context.Context, ids []PersonID) (map[PersonID]Person, error) {
	found := make(map[PersonID]Person, len(ids))
	for len(ids) > 0 {
		n := min(len(ids), mostTogether)
		var rows []personRow
		if err := s.read(ctx).Where("id IN ?", ids[:n]).Find(&rows).Error; err != nil {
			return nil, fmt.Errorf("people by id: %w", translate(err))
		}
		for _, row := range rows {
			p, err := row.record()
			if err != nil {
				return nil, err
			}
			found[p.ID] = p
		}
		ids = ids[n:]
	}
	return found, nil
}

// CredentialsByLogin finds a person to sign in; also one who is not active, which the caller must refuse.
func (s *Store) CredentialsByLogin(ctx context.Context, login string) (Credentials, error) {
	var row personRow
	if err := s.read(ctx).Where("login_key = ?", loginKey(login)).Take(&row).Error; err != nil {
		return Credentials{}, fmt.Errorf("login %q: %w", login, translate(err))
	}
	p, err := row.record()
	return Credentials{Person: p, PasswordHash: row.PasswordHash}, err
}

// PersonByLogin finds a person by login.
func (s *Store) PersonByLogin(ctx context.Context, login string) (Person, error) {
	c, err := s.CredentialsByLogin(ctx, login)
	return c.Person, err
}

// People lists people by name.
func (s *Store) People(ctx context.Context, f PeopleFilter) ([]Person, error) {
	var rows []personRow
	if err := f.Page.of(f.narrow(s.read(ctx))).Order("search").Order("id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("list people: %w", translate(err))
	}
	return each(rows, personRow.record)
}

// CountPeople counts what People would list without its page.
func (s *Store) CountPeople(ctx context.Context, f PeopleFilter) (int, error) {
	var n int64
	if err := f.narrow(s.read(ctx)).Model(&personRow{}).Count(&n).Error; err != nil {
		return 0, fmt.Errorf("count people: %w", translate(err))
	}
	return int(n), nil
}

// Groups lists the groups people are in, sorted.
func (s *Store) Groups(ctx context.Context) ([]string, error) {
	groups := []string{}
	err := s.read(ctx).Model(&personRow{}).Where("team <> ''").Distinct("team").Order("team").Pluck("team", &groups).Error
	if err != nil {
		return nil, fmt.Errorf("list groups: %w", translate(err))
	}
	return groups, nil
}
