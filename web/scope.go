package web

import (
	"proba/engine/store"
)

// An assessor with a group decides on the people of that group only; one without a group on everybody. To him the others
// do not exist, neither their sessions nor their records. HR is not bound to a group.

// scope is the group the visitor is bound to as an assessor, "" for none.
func (v *visit) scope() string { return v.person.Group }

// assesses tells whether the visitor may act on a person as an assessor.
func (v *visit) assesses(person store.Person) bool {
	return v.Has(store.Assessor) && (v.scope() == "" || v.scope() == person.Group)
}

// within finds a person whose record HR or an assessor asks for; somebody outside the assessor's scope does not exist.
func (s *Server) within(v *visit, id store.PersonID) (store.Person, error) {
	person, err := s.Store.Person(v.ctx(), id)
	switch {
	case err != nil:
		return store.Person{}, err
	case !v.Has(store.HR) && !v.assesses(person):
		return store.Person{}, errNotFound
	default:
		return person, nil
	}
}

// groupsToSee are the groups the visitor may choose from, and the one chosen; an assessor bound to a group has no choice.
func (s *Server) groupsToSee(v *visit) (groups []string, chosen string, err error) {
	if v.scope() != "" && !v.Has(store.HR) {
		return []string{v.scope()}, v.scope(), nil
	}
	groups, err = s.Store.Groups(v.ctx())
	return groups, v.QueryParam("group"), err
}
