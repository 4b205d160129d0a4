package grading

import (
	"encoding/json"
	"errors"
	"testing"

	"proba/engine"
	"proba/scenarios"
)

func TestSettlingComputesTheResultAgain(t *testing.T) {
	sc, ev := exampleOf46(engine.Assessed)
	before, _ := json.Marshal(ev)
	got, err := Settle(sc, ev, []Settlement{
		{Criterion: "maybe", Mark: Met},
		{Criterion: "question 1", Debrief: 1, Mark: Met, Points: 10},
		{Criterion: "question 2", Debrief: 2, Mark: NotMet, Points: 5},
	})
	if err != nil {
		t.Fatalf("Settle: %v", err)
	}
	if got.Earned != 100 || got.Of != 125 || got.Score != 80 || got.Result != scenarios.Pass || len(got.Open()) != 0 {
		t.Errorf("settled: %d of %d, %d %%, %q, %d open; want 100 of 125, 80 %%, pass, none", got.Earned, got.Of, got.Score, got.Result, len(got.Open()))
	}
	if got.Marks[2].Machine != Undecided || got.Marks[3].Machine != NotMet || !got.Marks[2].Settled {
		t.Errorf("machine marks = %q, %q; want undecided and not met kept beside the person's", got.Marks[2].Machine, got.Marks[3].Machine)
	}
	if after, _ := json.Marshal(ev); string(after) != string(before) {
		t.Error("Settle changed the machine's evaluation")
	}
}

func TestSettlingSurvivesStorage(t *testing.T) {
	abc := items(says("a"), says("b"), says("c"))
	sc := scenarioOf(scenarios.Criterion{Name: "parts", Points: 10, AllOf: abc, PartMarks: true,
		NoneOf: []scenarios.Item{{Number: 4, Any: []scenarios.Clause{{says("d")}}}}})
	machine := Grade(sc, logOf(moment{1, replyWith("a", "b", "c unsure")}))
	stored, err := json.Marshal(machine)
	if err != nil {
		t.Fatal(err)
	}
	var loaded Evaluation
	if err := json.Unmarshal(stored, &loaded); err != nil {
		t.Fatal(err)
	}
	for _, ev := range []Evaluation{machine, loaded} {
		got, err := Settle(sc, ev, []Settlement{{Criterion: "parts", Mark: NotMet}})
		if err != nil || got.Earned != 6 {
			t.Errorf("settled not met: %d points, %v; want the 6 of the two items that hold", got.Earned, err)
		}
	}
}

func TestImpossibleSettlements(t *testing.T) {
	sc, ev := exampleOf46(engine.Assessed)
	tests := []struct {
		name    string
		settled []Settlement
		want    error
	}{
		{"a criterion that does not exist", []Settlement{{Criterion: "nowhere", Mark: Met}}, ErrNoSuchCriterion},
		{"a question under the name of another", []Settlement{{Criterion: "question 1", Debrief: 2, Mark: Met}}, ErrNoSuchCriterion},
		{"undecided is no decision", []Settlement{{Criterion: "maybe", Mark: Undecided}}, ErrMarkNotPossible},
		{"no mark", []Settlement{{Criterion: "maybe"}}, ErrMarkNotPossible},
		{"more points than the question has", []Settlement{{Criterion: "question 1", Debrief: 1, Mark: NotMet, Points: 11}}, ErrPoints},
		{"less than none", []Settlement{{Criterion: "question 1", Debrief: 1, Mark: NotMet, Points: -1}}, ErrPoints},
		{"met with part of the points", []Settlement{{Criterion: "question 1", Debrief: 1, Mark: Met, Points: 5}}, ErrPoints},
		{"override without a reason", []Settlement{{Criterion: "good", Mark: NotMet}}, ErrReasonMissing},
		{"twice", []Settlement{{Criterion: "maybe", Mark: Met}, {Criterion: "maybe", Mark: NotMet}}, ErrSettledTwice},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := Settle(sc, ev, tt.settled); !errors.Is(err, tt.want) {
				t.Errorf("Settle: %v, want %v", err, tt.want)
			}
		})
	}
}

func TestOverridesNeedAReason(t *testing.T) {
	fatal := scenarios.Criterion{Name: "forbidden", Points: 5, Fatal: true, NoneOf: items(says("bad"))}
	sc := scenarioOf(fatal)
	ev := Grade(sc, logOf(moment{1, replyWith("bad")}))
	got, err := Settle(sc, ev, []Settlement{{Criterion: "forbidden", Mark: NotApplicable, Reason: "he quoted the customer"}})
	if err != nil || got.Result != scenarios.Pass || got.Of != 0 || got.Marks[0].Broken {
		t.Errorf("settled: %q of %d, broken %v, %v; want pass, nothing in the total, not broken", got.Result, got.Of, got.Marks[0].Broken, err)
	}
}
