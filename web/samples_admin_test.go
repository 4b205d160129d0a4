package web

import (
	"proba/engine/store"
)

func adminSamples() []sample {
	elena := store.Person{ID: "p1", Login: "elena.rusu", Name: "Elena Rusu", Roles: []store.Role{store.Trainee, store.HR}, Group: "B", Active: true}
	barred := store.Person{ID: "p2", Login: "x", Name: "Nobody"}
	form := peopleForm{Group: "B", Role: store.HR, Groups: []string{"A", "B"}, Roles: store.Roles()}
	edit := personForm{Login: "elena.rusu", Name: "Elena Rusu", Group: "B", Language: "ro", TimeFactor: 150, Roles: elena.Roles}
	var roles []roleChoice
	for _, r := range store.Roles() {
		roles = append(roles, roleChoice{r, r == store.HR})
	}
	person := func(change func(*adminPersonView)) func(Page) view {
		return func(p Page) view {
			v := adminPersonView{Page: p, ID: "p1", Active: true, Form: edit, Groups: form.Groups, Roles: roles}
			change(&v)
			return v
		}
	}
	imported := func(change func(*importView)) func(Page) view {
		return func(p Page) view {
			v := importView{Page: p}
			change(&v)
			return v
		}
	}
	good := importRow{Line: 2, Person: store.NewPerson{Login: "a.b", Name: "A B", Roles: []store.Role{store.Trainee}, Group: "B"}}
	bad := importRow{Line: 3, Problems: []string{
		"admin.person.login.wrong", "import.twice", "admin.person.name.wrong", "import.roles.wrong", "admin.person.factor.wrong",
		"import.language.wrong", "admin.person.login.taken", "import.impossible",
	}}
	out := []sample{
		{"admin/people", "some", func(p Page) view {
			return adminPeopleView{Page: p, Filter: form, People: []store.Person{elena, barred}, Count: 60, Pager: pager{1, 50, 60, "?from=0", "?from=50"}}
		}},
		{"admin/people", "none", func(p Page) view { return adminPeopleView{Page: p, Filter: form} }},
		{"admin/person", "new", person(func(v *adminPersonView) { v.New = true })},
		{"admin/person", "with tokens", person(func(v *adminPersonView) {
			used := sampleTime
			v.Tokens = []store.Token{{ID: "t", Label: "LMS", Created: sampleTime, Expires: sampleTime, LastUsed: &used}, {ID: "u", Label: "Other"}}
		})},
		{"admin/person", "oneself", person(func(v *adminPersonView) { v.Self = true })},
		{"admin/person", "barred", person(func(v *adminPersonView) { v.Active = false })},
		{"admin/person", "with a link", person(func(v *adminPersonView) { v.Secret = &secretShown{"invite", "https://x/invite/abc"} })},
		{"admin/person", "with a token", person(func(v *adminPersonView) { v.Secret = &secretShown{"token", "abc"} })},
		{"admin/import", "first", imported(func(*importView) {})},
		{"admin/import", "good", imported(func(v *importView) { v.Text, v.Rows, v.Unknown = "a;b", []importRow{good}, []string{"Shoe size"} })},
		{"admin/import", "bad", imported(func(v *importView) { v.Rows, v.Bad = []importRow{good, bad}, 1 })},
		{"admin/import", "done", imported(func(v *importView) { v.Done = []importedPerson{{"A B", "a.b", "https://x/invite/abc"}} })},
		{"admin/settings", "first", func(p Page) view { return settingsView{Page: p, Settings: store.DefaultSettings()} }},
		{"admin/settings", "impossible", func(p Page) view {
			return settingsView{Page: p, Problem: fieldProblem{"form", "admin.settings.wrong"}}
		}},
		{"admin/audit", "some", func(p Page) view {
			return auditView{Page: p, Filter: auditForm{Actions: auditFamilies}, Older: "?from=50", Newer: "?from=0", Rows: []auditRow{
				{1, sampleTime, "Elena Rusu", "127.0.0.1", "signin", "p1", "Elena Rusu", nil},
				{2, sampleTime, "", "", "no.such.action", "s1", "", []detail{{"from", "a"}, {"", "b"}}},
			}}
		}},
		{"admin/audit", "none", func(p Page) view { return auditView{Page: p, Filter: auditForm{Actions: auditFamilies}} }},
	}
	for _, problem := range []fieldProblem{
		{"name", "admin.person.name.wrong"}, {"login", "admin.person.login.wrong"}, {"login", "admin.person.login.taken"},
		{"factor", "admin.person.factor.wrong"}, {"label", "admin.token.label.wrong"},
	} {
		out = append(out, sample{"admin/person", problem.Key, person(func(v *adminPersonView) { v.Problem = problem })})
	}
	for _, field := range []string{"debrief-days", "list-sentence", "list-reply"} {
		out = append(out, sample{"admin/settings", field, func(p Page) view {
			return settingsView{Page: p, Problem: fieldProblem{field, "admin.settings.number"}}
		}})
	}
	for _, key := range []string{"import.empty", "import.encoding", "import.large", "import.quotes", "import.nologin", "import.norows"} {
		out = append(out, sample{"admin/import", key, imported(func(v *importView) { v.Problem = key })})
	}
	return out
}
