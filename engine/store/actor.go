package store

import "proba/engine"

// PersonID identifies a person.
type PersonID = engine.PersonID

// Actor is who does something: a signed-in person, or the program itself.
type Actor struct {
	// Person is "" for the program itself.
	Person PersonID
	// Name is what the audit shows, such as a login; it stays when the person has gone.
	Name string
	// Address is the network address the request came from, "" for none.
	Address string
}

// CommandLine is somebody with a shell on the server; what is the sub-command.
func CommandLine(what string) Actor { return Actor{Name: "command line: " + what} }

// Server is the program acting by itself, such as on a deadline.
func Server() Actor { return Actor{Name: "server"} }
