package main

import (
	"context"
	"fmt"
	"runtime"
	"time"

	"proba/engine"
	"proba/engine/language"
	"proba/grading/prove"
	"proba/scenarios"
)

// scenarioLanguage measures reading, playing and proving a scenario of 30 beats, 15 phrases and 12 criteria on one core.
func scenarioLanguage(ctx context.Context, _ string) ([]measured, error) {
	before := runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(before)
	read, pack := readStories()
	unchanged := unchangedStories()
	script, err := engine.Prepare(pack.Scenarios["story-0"])
	if err != nil {
		return nil, fmt.Errorf("bench: %w", err)
	}
	deaf, err := turnsPerSecond(ctx, script.WithEars(deafEars{}))
	if err != nil {
		return nil, err
	}
	heard, err := turnsPerSecond(ctx, script)
	if err != nil {
		return nil, err
	}
	proved := provedIn(pack)
	rows := []measured{
		{"scenarios read and linted, cold, one core", fmt.Sprintf("%.0f/s", read), ">= 300/s", read >= 300},
		{"unchanged scenarios known by their digest, one core", fmt.Sprintf("%.0f/s", unchanged), ">= 5000/s", unchanged >= 5000},
		{"turns in memory, nothing to hear, one core", fmt.Sprintf("%.0f/s", deaf), ">= 100000/s", deaf >= 100_000},
		{"turns in memory, 15 phrases heard, one core", fmt.Sprintf("%.0f/s", heard), ">= 10000/s", heard >= 10_000},
		{"one scenario proved with tests, robots, 1000 walks", proved.Round(time.Millisecond).String(), "<= 2s", proved <= 2*time.Second},
	}
	return append(rows, inkRow(ctx, deaf, heard)), nil
}

const (
	storiesRead = 60
	turnsPlayed = 20_000
)

// readStories returns how many a second were read, as `proba check` reads them, and the pack.
func readStories() (perSecond float64, pack *scenarios.Pack) {
	defer spendMemory()()
	files := storyFiles(storiesRead)
	scenarios.Load(storyFiles(1)) // the keyword tables are made once a program
	began := time.Now()
	pack, _ = scenarios.Load(files)
	return storiesRead / time.Since(began).Seconds(), pack
}

// unchangedStories returns how many a second are found to be as they were.
func unchangedStories() float64 {
	var m scenarios.Memory
	files := storyFiles(storiesRead)
	m.Load(files)
	const rounds = 20
	began := time.Now()
	for range rounds {
		m.Load(files)
	}
	return rounds * storiesRead / time.Since(began).Seconds()
}

// deafEars hear nothing, so that only the engine's own work is left.
type deafEars struct{}

// Hear implements engine.Hearer.
func (deafEars) Hear(language.Reply) language.Heard { return language.Heard{} }

// turnsPerSecond plays one conversation after the other.
func turnsPerSecond(ctx context.Context, script *engine.Script) (float64, error) {
	start, _, err := engine.Start(script, engine.Opening{Seed: 1})
	if err != nil {
		return 0, fmt.Errorf("bench: %w", err)
	}
	s := start
	began := time.Now()
	for i := range turnsPlayed {
		if i%1000 == 0 && ctx.Err() != nil {
			return 0, ctx.Err()
		}
		if i%storyBeats == 0 || s.Phase != engine.Talking {
			s = start
		}
		reply := engine.Say{Text: "The " + storyWords[i%storyPhrases] + " is ready now."}
		if s, _, err = engine.Step(script, s, reply, s.At+time.Second); err != nil {
			return 0, fmt.Errorf("bench: %w", err)
		}
	}
	return turnsPlayed / time.Since(began).Seconds(), nil
}

// provedIn is the time of proving the first scenario alone.
func provedIn(pack *scenarios.Pack) time.Duration {
	one := &scenarios.Pack{Scenarios: map[string]*scenarios.Scenario{"story-0": pack.Scenarios["story-0"]}}
	began := time.Now()
	prove.Pack(one)
	return time.Since(began)
}
