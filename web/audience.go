package web

import (
	"slices"
	"strings"

	"proba/engine/store"
)

// audience says who may come to a route. The zero audience is a mistake that New refuses.
type audience struct {
	// name is how the list of routes writes it: "anyone", "signed in", or the roles.
	name   string
	admits func(*visit) bool
}

// anyone may come, signed in or not.
var anyone = audience{"anyone", func(*visit) bool { return true }}

// signedIn admits every active person.
var signedIn = audience{"signed in", func(v *visit) bool { return v.SignedIn() }}

// only admits persons who hold at least one of the roles.
func only(roles ...store.Role) audience {
	names := make([]string, len(roles))
	for i, role := range roles {
		names[i] = string(role)
	}
	return audience{strings.Join(names, ", "), func(v *visit) bool {
		return v.SignedIn() && slices.ContainsFunc(roles, v.Has)
	}}
}
