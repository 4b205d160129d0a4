package web

import (
	"sync"

	"proba/content"
	"proba/scenarios"
)

// ShippedActs are the acts of service of the program, for pages and command line alike. They are read when a scenario first
// names one, once a program; the result is shared, must not be changed, and may be used by any number of goroutines.
var ShippedActs = sync.OnceValue(func() *scenarios.Acts { return scenarios.NewActs(content.Acts()) })
