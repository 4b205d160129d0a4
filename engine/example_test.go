package engine_test

import (
	"fmt"
	"os"
	"time"

	"proba/engine"
	"proba/scenarios"
)

func Example() {
	pack, _ := scenarios.Load(os.DirFS("testdata/pack"))
	script, err := engine.Prepare(pack.Scenarios["lost-parcel-chat"])
	if err != nil {
		fmt.Println(err)
		return
	}
	s, log, _ := engine.Start(script, engine.Opening{Mode: engine.Practice, Seed: 7})
	s, more, _ := engine.Step(script, s, engine.Say{Text: "I am so sorry."}, 3*time.Second)
	for _, e := range append(log, more...) {
		if said, ok := e.Fact.(engine.CustomerSaid); ok {
			fmt.Println(e.At, said.Text)
		}
	}
	due, _ := s.Due(script)
	fmt.Println("patience", s.Patience, "and he asks again at", due)
	// Output:
	// 0s Good morning. My parcel is not here. It is medicine!
	// 3s Thank you. But where is it?
	// patience 7 and he asks again at 1m34.35s
}
