package robot_test

import (
	"fmt"
	"os"

	"proba/engine"
	"proba/engine/robot"
	"proba/scenarios"
)

func Example() {
	pack, _ := scenarios.Load(os.DirFS("testdata/pack"))
	script, err := engine.Prepare(pack.Scenarios["buying-bread"])
	if err != nil {
		fmt.Println(err)
		return
	}
	player, err := robot.New(robot.Parrot, script, 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	log, err := robot.Play(script, engine.Opening{Seed: 1, Variant: "weekday", Instant: true}, player)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range log[:6] {
		switch f := e.Fact.(type) {
		case engine.CustomerSaid:
			fmt.Println("customer:", f.Text)
		case engine.Replied:
			fmt.Println("parrot:", f.Text)
		}
	}
	// Output:
	// customer: Hello, do you have bread?
	// parrot: Hello, do you have bread?
	// customer: All right, and then?
}
