package store_test

import (
	"errors"
	"testing"
	"time"

	"proba/engine/store"
)

func TestALoginIsTakenOnceInAnyCase(t *testing.T) {
	f := open(t)
	id := f.person("Anna")
	_, err := f.CreatePerson(f.ctx, boss, store.NewPerson{Login: "aNNa", Name: "Another"})
	wants(t, "CreatePerson", err, store.ErrExists)
	p, err := f.PersonByLogin(f.ctx, " ANNA ")
	must(t, err)
	if p.ID != id || p.Login != "Anna" || len(p.ID) != 26 {
		t.Errorf("PersonByLogin = %+v", p)
	}
}

func TestAnImpossiblePersonIsRefused(t *testing.T) {
	f := open(t)
	for name, p := range map[string]store.NewPerson{
		"no login":           {Name: "A"},
		"no name":            {Login: "a"},
		"a blank in a login": {Login: "a b", Name: "A"},
		"a line break":       {Login: "a", Name: "A\nB"},
		"broken UTF-8":       {Login: "a", Name: "A\xff"},
		"an unknown role":    {Login: "a", Name: "A", Roles: []store.Role{"king"}},
		"too little time":    {Login: "a", Name: "A", TimeFactor: 50},
		"too much time":      {Login: "a", Name: "A", TimeFactor: 2000},
	} {
		_, err := f.CreatePerson(f.ctx, boss, p)
		wants(t, name, err, store.ErrInvalid)
	}
}

func TestPeopleAreFoundByFoldedTextRoleAndGroup(t *testing.T) {
	f := open(t)
	for login, name := range map[string]string{"io": "Ion Țăran", "zo": "Zoë 100%", "li": "Лидия"} {
		_, err := f.CreatePerson(f.ctx, boss, store.NewPerson{Login: login, Name: name, Group: "A", Roles: []store.Role{store.HR}})
		must(t, err)
	}
	f.person("anna", store.Trainee)
	for text, want := range map[string]int{"taran": 1, "zoe": 1, "ЛИДИЯ": 1, "%": 1, "_": 0, `\`: 0, "": 4, "name of": 1} {
		n, err := f.CountPeople(f.ctx, store.PeopleFilter{Text: text})
		must(t, err)
		if n != want {
			t.Errorf("%q finds %d people, want %d", text, n, want)
		}
	}
	people, err := f.People(f.ctx, store.PeopleFilter{Group: "A", Role: store.HR, Page: store.Page{Limit: 2}})
	must(t, err)
	if len(people) != 2 || people[0].Name != "Ion Țăran" || people[1].Name != "Zoë 100%" {
		t.Errorf("People = %+v, want Ion and Zoë by name", people)
	}
	groups, err := f.Groups(f.ctx)
	must(t, err)
	if len(groups) != 2 || groups[0] != "A" || groups[1] != "Shop" {
		t.Errorf("Groups = %q", groups)
	}
}

func TestAnImportIsAllOrNothing(t *testing.T) {
	f := open(t)
	people := []store.NewPerson{{Login: "a", Name: "A"}, {Login: "b", Name: "B"}, {Login: "A", Name: "Again"}}
	_, err := f.ImportPeople(f.ctx, boss, people)
	var row *store.ImportError
	if !errors.As(err, &row) || row.Row != 2 || !errors.Is(err, store.ErrExists) {
		t.Errorf("ImportPeople: %v, want row 2 exists", err)
	}
	if n, _ := f.CountPeople(f.ctx, store.PeopleFilter{}); n != 0 || f.audited("person.create") != 0 {
		t.Errorf("%d people were kept", n)
	}
	ids, err := f.ImportPeople(f.ctx, boss, people[:2])
	must(t, err)
	found, err := f.PeopleByID(f.ctx, append(ids, "nobody"))
	must(t, err)
	if len(found) != 2 || found[ids[1]].Name != "B" {
		t.Errorf("PeopleByID = %+v", found)
	}
}

func TestAChangeOfAPersonIsAuditedWithoutTheName(t *testing.T) {
	f := open(t)
	id := f.person("anna")
	name, group, factor := "Anna Maria Canary", "Desk", 150
	must(t, f.ChangePerson(f.ctx, boss, id, store.PersonChange{Name: &name, Group: &group, TimeFactor: &factor}))
	p, err := f.Person(f.ctx, id)
	must(t, err)
	if p.Name != name || p.Group != group || p.TimeFactor != factor || p.Login != "anna" {
		t.Errorf("Person = %+v", p)
	}
	rows, err := f.AuditRows(f.ctx, store.AuditFilter{Action: "person.change"})
	must(t, err)
	if len(rows) != 1 || rows[0].Detail != `{"group":"Desk","name":"changed","timeFactor":150}` || rows[0].Address != boss.Address {
		t.Errorf("AuditRows = %+v", rows)
	}
}

func TestTheLastAdministratorCannotGo(t *testing.T) {
	f := open(t)
	first := f.person("first", store.Admin, store.HR)
	wants(t, "SetRoles", f.SetRoles(f.ctx, boss, first, []store.Role{store.HR}), store.ErrLastAdmin)
	wants(t, "Deactivate", f.Deactivate(f.ctx, boss, first), store.ErrLastAdmin)
	p, err := f.Person(f.ctx, first)
	must(t, err)
	if !p.Active || !p.Is(store.Admin) {
		t.Errorf("after the refusals he is %+v", p)
	}
	second := f.person("second", store.Admin)
	must(t, f.Deactivate(f.ctx, boss, first))
	wants(t, "the other one", f.Deactivate(f.ctx, boss, second), store.ErrLastAdmin)
	must(t, f.Reactivate(f.ctx, boss, first))
	must(t, f.SetRoles(f.ctx, boss, second, nil))
}

func TestWhoeverLosesHisWayInLosesItEverywhere(t *testing.T) {
	for name, change := range map[string]func(*fixture, store.PersonID) error{
		"a new password": func(f *fixture, id store.PersonID) error { return f.SetPassword(f.ctx, boss, id, "hash") },
		"other roles":    func(f *fixture, id store.PersonID) error { return f.SetRoles(f.ctx, boss, id, nil) },
		"leaving":        func(f *fixture, id store.PersonID) error { return f.Deactivate(f.ctx, boss, id) },
		"by hand":        func(f *fixture, id store.PersonID) error { return f.DeleteSignInsOf(f.ctx, boss, id) },
	} {
		f := open(t)
		anna, ion := f.person("anna"), f.person("ion")
		k := f.SignIns()
		must(t, k.CommitCtx(store.WithSignInOf(f.ctx, anna), "t-anna", []byte("data"), noon.Add(time.Hour)))
		must(t, k.CommitCtx(f.ctx, "t-anna", []byte("newer"), noon.Add(time.Hour))) // he stays the owner
		must(t, k.CommitCtx(store.WithSignInOf(f.ctx, ion), "t-ion", []byte("data"), noon.Add(time.Hour)))
		must(t, change(f, anna))
		if _, found, err := k.Find("t-anna"); found || err != nil {
			t.Errorf("%s: the sign-in is still there (%v)", name, err)
		}
		if _, found, err := k.Find("t-ion"); !found || err != nil {
			t.Errorf("%s: somebody else was signed out (%v)", name, err)
		}
	}
}

func TestSignInsExpire(t *testing.T) {
	f := open(t)
	k := f.SignIns()
	must(t, k.Commit("token", []byte("data"), noon.Add(time.Minute)))
	if b, found, err := k.Find("token"); string(b) != "data" || !found || err != nil {
		t.Errorf("Find = %q, %v, %v", b, found, err)
	}
	f.now = noon.Add(time.Minute)
	if _, found, _ := k.Find("token"); found {
		t.Error("an old sign-in was found")
	}
	n, err := f.DeleteExpired(f.ctx)
	must(t, err)
	if n != 1 {
		t.Errorf("DeleteExpired = %d, want 1", n)
	}
	must(t, k.Delete("token"))
}

func TestAnInviteWorksOnceAndOnlyTheNewest(t *testing.T) {
	f := open(t)
	anna := f.person("anna")
	first, err := f.CreateInvite(f.ctx, boss, anna, time.Hour)
	must(t, err)
	second, err := f.CreateInvite(f.ctx, boss, anna, time.Hour)
	must(t, err)
	_, err = f.InvitedPerson(f.ctx, first)
	wants(t, "the older invite", err, store.ErrNotFound)
	if p, err := f.InvitedPerson(f.ctx, second); p.ID != anna || err != nil {
		t.Errorf("InvitedPerson = %+v, %v", p, err)
	}
	if _, err := f.UseInvite(f.ctx, "192.0.2.1", second, "hash"); err != nil {
		t.Error(err)
	}
	_, err = f.UseInvite(f.ctx, "192.0.2.1", second, "another")
	wants(t, "the second use", err, store.ErrNotFound)
	c, err := f.CredentialsByLogin(f.ctx, "anna")
	must(t, err)
	if c.PasswordHash != "hash" {
		t.Errorf("the password hash is %q", c.PasswordHash)
	}
}

func TestAnOldInviteIsExpired(t *testing.T) {
	f := open(t)
	secret, err := f.CreateInvite(f.ctx, boss, f.person("anna"), time.Hour)
	must(t, err)
	f.now = noon.Add(time.Hour)
	_, err = f.UseInvite(f.ctx, "", secret, "hash")
	wants(t, "UseInvite", err, store.ErrExpired)
	_, err = f.CreateInvite(f.ctx, boss, "nobody", time.Hour)
	wants(t, "CreateInvite for nobody", err, store.ErrNotFound)
}

func TestATokenOpensUntilItIsOldRevokedOrItsPersonBarred(t *testing.T) {
	f := open(t)
	anna, ion := f.person("anna"), f.person("ion")
	kept, secret, err := f.CreateToken(f.ctx, actor(anna), anna, "laptop", time.Hour)
	must(t, err)
	p, err := f.PersonByToken(f.ctx, secret)
	must(t, err)
	if p.ID != anna {
		t.Errorf("PersonByToken = %+v", p)
	}
	tokens, err := f.Tokens(f.ctx, anna)
	must(t, err)
	if len(tokens) != 1 || tokens[0].LastUsed == nil || tokens[0].Label != "laptop" {
		t.Errorf("Tokens = %+v", tokens)
	}
	wants(t, "revoked by another", f.RevokeToken(f.ctx, boss, ion, kept.ID), store.ErrNotFound)
	_, other, err := f.CreateToken(f.ctx, actor(anna), anna, "old", time.Minute)
	must(t, err)
	f.now = noon.Add(time.Minute)
	_, err = f.PersonByToken(f.ctx, other)
	wants(t, "an old token", err, store.ErrExpired)
	must(t, f.RevokeToken(f.ctx, actor(anna), anna, kept.ID))
	_, err = f.PersonByToken(f.ctx, secret)
	wants(t, "a revoked token", err, store.ErrNotFound)
	_, third, err := f.CreateToken(f.ctx, actor(ion), ion, "", time.Hour)
	must(t, err)
	must(t, f.Deactivate(f.ctx, boss, ion))
	_, err = f.PersonByToken(f.ctx, third)
	wants(t, "a leaver's token", err, store.ErrNotFound)
}

func TestSecretsAreKeptOnlyAsHashes(t *testing.T) {
	f := openFile(t)
	anna := f.person("anna")
	invite, err := f.CreateInvite(f.ctx, boss, anna, time.Hour)
	must(t, err)
	_, token, err := f.CreateToken(f.ctx, boss, anna, "", time.Hour)
	must(t, err)
	must(t, f.SignIns().Commit("signin-token-in-clear", []byte("x"), noon.Add(time.Hour)))
	for _, secret := range []string{invite, token, "signin-token-in-clear"} {
		if f.fileHolds(secret) {
			t.Errorf("the secret %.6s… is in the file", secret)
		}
	}
}
