package web

import (
	"sync"

	"proba/content"
	"proba/scenarios"
)

// shippedActs are the acts of service of the program; they are read when a scenario first names one.
var shippedActs = sync.OnceValue(func() *scenarios.Acts { return scenarios.NewActs(content.Acts()) })
