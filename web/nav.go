package web

import "proba/engine/store"

// place is an entry of the main navigation and the roles that see it.
type place struct {
	key, path string
	roles     []store.Role
}

// places is the main navigation in its order. A person sees the places of all his roles.
var places = []place{
	{"nav.home", "/home", []store.Role{store.Trainee}},
	{"nav.practice", "/practice", []store.Role{store.Trainee}},
	{"nav.results", "/results", []store.Role{store.Trainee}},
	{"nav.record", "/record", []store.Role{store.Trainee}},
	{"nav.studio", "/studio", []store.Role{store.Trainer}},
	{"nav.review", "/review", []store.Role{store.Assessor}},
	{"nav.verdicts", "/review/verdicts", []store.Role{store.Assessor}},
	{"nav.assignments", "/assignments", []store.Role{store.Trainer}},
	{"nav.people", "/hr/people", []store.Role{store.HR}},
	{"nav.certificates", "/hr/certificates", []store.Role{store.HR, store.Assessor}},
	{"nav.accounts", "/admin/people", []store.Role{store.Admin}},
	{"nav.settings", "/admin/settings", []store.Role{store.Admin}},
	{"nav.audit", "/audit", []store.Role{store.Admin, store.HR}},
}

// navOf is the navigation of a person with the current place marked.
func navOf(v *visit, current string) []NavItem {
	var out []NavItem
	for _, p := range places {
		if only(p.roles...).admits(v) {
			out = append(out, NavItem{Key: p.key, Path: p.path, Current: p.path == current})
		}
	}
	return out
}
