package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"proba/engine/store"
)

type userCommand struct {
	Add   userAddCommand   `cmd:"" help:"Add a person and print the one-time link to set a password."`
	Token userTokenCommand `cmd:"" help:"Make a bearer token for the JSON interface and print it, once."`
	List  userListCommand  `cmd:"" help:"List people."`
}

type userAddCommand struct {
	recordsFlags
	Login string   `arg:"" help:"Sign-in name."`
	Name  string   `required:"" help:"Full name."`
	Role  []string `default:"trainee" enum:"trainee,trainer,assessor,hr,admin" help:"trainee, trainer, assessor, hr or admin; may be repeated."`
	Group string   `help:"Class or team."`
}

// inviteDays is how long a link to set a password works.
const inviteDays = 7

// Run adds a person.
func (c *userAddCommand) Run(ctx context.Context, io streams) error {
	return changeRecords(ctx, c.recordsFlags, func(records *store.Store) error {
		by := store.CommandLine("user add")
		person := store.NewPerson{Login: c.Login, Name: c.Name, Group: c.Group}
		for _, r := range c.Role {
			person.Roles = append(person.Roles, store.Role(r))
		}
		id, err := records.CreatePerson(ctx, by, person)
		if err != nil {
			return err
		}
		secret, err := records.CreateInvite(ctx, by, id, inviteDays*24*time.Hour)
		if err != nil {
			return err
		}
		fmt.Fprintf(io.out, "added %s; the password is set once, within %d days, at /invite/%s\n", c.Login, inviteDays, secret)
		return nil
	})
}

type userTokenCommand struct {
	recordsFlags
	Login string `arg:"" help:"Sign-in name."`
	Label string `default:"command line" help:"What the token is for."`
	Days  int    `default:"30" help:"How long it works."`
}

// Run makes a token.
func (c *userTokenCommand) Run(ctx context.Context, io streams) error {
	return changeRecords(ctx, c.recordsFlags, func(records *store.Store) error {
		person, err := records.PersonByLogin(ctx, c.Login)
		if err != nil {
			return err
		}
		_, secret, err := records.CreateToken(ctx, store.CommandLine("user token"), person.ID, c.Label, time.Duration(c.Days)*24*time.Hour)
		if err != nil {
			return err
		}
		fmt.Fprintln(io.out, secret)
		return nil
	})
}

type userListCommand struct{ recordsFlags }

// Run lists everybody, page by page.
func (c *userListCommand) Run(ctx context.Context, io streams) error {
	records, err := store.OpenToRead(ctx, c.config())
	if err != nil {
		return err
	}
	defer records.Close() //nolint:errcheck // opened to read
	page := store.Page{Limit: 500}
	for {
		people, err := records.People(ctx, store.PeopleFilter{Page: page})
		if err != nil {
			return err
		}
		for _, p := range people {
			fmt.Fprintf(io.out, "%-20s %-30s %-16s %s\n", p.Login, p.Name, p.Group, rolesText(p))
		}
		if len(people) < page.Limit {
			return nil
		}
		page.Offset += page.Limit
	}
}

func rolesText(p store.Person) string {
	var names []string
	for _, r := range p.Roles {
		names = append(names, string(r))
	}
	if !p.Active {
		names = append(names, "(inactive)")
	}
	return strings.Join(names, " ")
}

// changeRecords opens the records for a command that changes them; a running server has them and refuses.
func changeRecords(ctx context.Context, flags recordsFlags, do func(*store.Store) error) error {
	records, err := store.Open(ctx, flags.config())
	if err != nil {
		return err
	}
	defer records.Close() //nolint:errcheck // what do did is committed
	return do(records)
}
