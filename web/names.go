package web

import (
	"errors"

	"proba/engine/store"
)

// nameOf is a person's name; "" for nobody and for one who is no longer kept.
func (s *Server) nameOf(v *visit, id store.PersonID) (string, error) {
	if id == "" {
		return "", nil
	}
	person, err := s.Store.Person(v.ctx(), id)
	if errors.Is(err, store.ErrNotFound) {
		return "", nil
	}
	return person.Name, err
}
