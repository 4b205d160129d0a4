package web

import (
	"time"

	"proba/engine/store"
)

func coreSamples() []sample {
	signIn := func(change func(*signInView)) func(Page) view {
		return func(p Page) view {
			p.Bare, p.Body, p.Notice = true, "bare", ""
			v := signInView{Page: p, Place: "Centro Formazione Adriatica", Announcement: "Closed on Sunday"}
			change(&v)
			return v
		}
	}
	password := passwordFields{Min: minPassword}
	out := []sample{
		{"core/signin", "first", signIn(func(v *signInView) { v.Demo = []DemoPerson{{"elena.rusu", "x", "Elena Rusu", store.Trainee}} })},
		{"core/signin", "wrong password", signIn(func(v *signInView) { v.Failed, v.Left, v.Login = true, 3, "elena.rusu" })},
		{"core/signin", "paused", signIn(func(v *signInView) { v.Paused = 4 * time.Minute })},
		{"core/signin", "asked by a page", signIn(func(v *signInView) { v.Ended, v.To = true, "/record" })},
		{"core/invite", "first", func(p Page) view { return inviteView{p, "Elena Rusu", "elena.rusu", password} }},
		{"core/account", "first", func(p Page) view {
			return accountView{Page: p, Login: "elena.rusu", Group: "B", Roles: []store.Role{store.HR}, Password: password}
		}},
		{"core/account", "wrong", func(p Page) view {
			return accountView{Page: p, Login: "elena.rusu", Wrong: true, Password: passwordFields{"password.short", minPassword}}
		}},
		{"core/records", "", func(p Page) view { return aboutView{p} }},
		{"core/accessibility", "", func(p Page) view { return aboutView{p} }},
	}
	for _, problem := range []string{"password.differ", "password.short", "password.long", "password.easy"} {
		out = append(out, sample{"core/invite", problem, func(p Page) view {
			return inviteView{p, "Elena Rusu", "elena.rusu", passwordFields{problem, minPassword}}
		}})
	}
	for _, kind := range errorKinds {
		out = append(out, errorSample(kind))
	}
	for _, kind := range statusKinds {
		out = append(out, errorSample(kind))
	}
	return append(out, errorSample(internalKind))
}

func errorSample(kind errorKind) sample {
	return sample{"core/error", kind.key, func(p Page) view { return errorView{Page: p, Key: kind.key, Request: "ABC"} }}
}
