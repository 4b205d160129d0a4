package main

import (
	"context"
	"fmt"

	"proba/engine/store"
	"proba/web"
)

// demoPassword signs every demo person in. It is no secret: demo records listen on this machine only.
const demoPassword = "prova-proba-2026"

// demoPerson is one of the people of the demo's story.
type demoPerson struct {
	login, name, group, language string
	role                         store.Role
}

// The people of the story. Two classes: one in Pescara, one in Brăila.
func demoPeople() []demoPerson {
	return []demoPerson{
		{"elena", "Elena Rusu", "Pescara", "it", store.Trainee},
		{"luca", "Luca Ferrante", "Pescara", "it", store.Trainee},
		{"ilinca", "Ilinca Moraru", "Brăila", "ro", store.Trainee},
		{"olga", "Ольга Киреева", "Brăila", "ru", store.Trainee},
		{"marta", "Marta De Santis", "", "it", store.Trainer},
		{"carlo", "Carlo Iannucci", "", "it", store.Assessor},
		{"ioana", "Ioana Stan", "Brăila", "ro", store.Assessor},
		{"paola", "Paola Conti", "", "en", store.HR},
		{"admin", "Sandro Leone", "", "en", store.Admin},
	}
}

// demoSignIns are the sign-ins shown to browsers on this machine.
func demoSignIns() []web.DemoPerson {
	var shown []web.DemoPerson
	for _, p := range demoPeople() {
		shown = append(shown, web.DemoPerson{Login: p.login, Password: demoPassword, Name: p.name, Role: p.role})
	}
	return shown
}

// createDemoPeople returns the ids by login.
func createDemoPeople(ctx context.Context, records *store.Store) (map[string]store.PersonID, error) {
	hash, err := web.HashPassword(demoPassword)
	if err != nil {
		return nil, err
	}
	ids := map[string]store.PersonID{}
	for _, p := range demoPeople() {
		id, err := records.CreatePerson(ctx, store.CommandLine("demo"), store.NewPerson{
			Login: p.login, Name: p.name, Roles: []store.Role{p.role}, Group: p.group, Language: p.language, PasswordHash: hash})
		if err != nil {
			return nil, fmt.Errorf("demo person %q: %w", p.login, err)
		}
		ids[p.login] = id
	}
	return ids, nil
}
