package web

import (
	"slices"

	"proba/engine/store"
)

// audience says who may come to a route. The zero audience is a mistake that New refuses.
type audience struct {
	admits func(*visit) bool
	// roles admitted, for the route test; nil with anyone and signedIn.
	roles []store.Role
}

// anyone may come, signed in or not.
var anyone = audience{admits: func(*visit) bool { return true }}

// signedIn admits every active person.
var signedIn = audience{admits: func(v *visit) bool { return v.SignedIn() }}

// only admits persons who hold at least one of the roles.
func only(roles ...store.Role) audience {
	return audience{roles: roles, admits: func(v *visit) bool {
		return v.SignedIn() && slices.ContainsFunc(roles, v.Has)
	}}
}
