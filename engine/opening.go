package engine

import (
	"fmt"
	"slices"
	"time"

	"proba/engine/language"
)

// Opening is how a session starts.
type Opening struct {
	Mode Mode
	Seed int64
	// Variant forces a variant; "" draws one by the seed.
	Variant string
	// TimeFactor in percent stretches every timer (an accommodation, SEMANTICS 34); 0 means 100.
	TimeFactor int
	// Instant makes customer lines take no time, as in tests (SEMANTICS 54).
	Instant bool
	// DebriefFor is how long the debrief may last; 0 means 7 days in assessed sessions, 24 hours in others.
	DebriefFor time.Duration
	// List are the limits of the list guard; zero means those of SEMANTICS 12.
	List language.ListLimits
	// Today is the day the session starts as 2026-03-12, so that "tomorrow" is a date; "" leaves such words alone.
	Today string
}

// opened works out what is fixed for the whole session: variant, facts, clocks.
func (sc *Script) opened(o Opening) (Started, error) {
	if o.Seed == 0 && sc.Seed != nil {
		o.Seed = *sc.Seed
	}
	variant, err := sc.variantFor(o)
	if err != nil {
		return Started{}, err
	}
	if o.TimeFactor < 0 || o.TimeFactor > mostTimeFactor {
		return Started{}, fmt.Errorf("start scenario %q: a time factor of %d %% is not possible", sc.ID, o.TimeFactor)
	}
	if o.List.Sentence < 0 || o.List.Reply < 0 {
		return Started{}, fmt.Errorf("start scenario %q: list limits of %d and %d are not possible", sc.ID, o.List.Sentence, o.List.Reply)
	}
	if _, err := time.Parse(time.DateOnly, o.Today); err != nil && o.Today != "" {
		return Started{}, fmt.Errorf("start scenario %q: the day %q is not written as 2026-03-12: %w", sc.ID, o.Today, err)
	}
	return Started{
		Scenario: sc.ID, Version: sc.Meta.Version, Channel: sc.Channel, Mode: modeOf(o), Seed: o.Seed, Variant: variant,
		Facts: sc.drawFacts(o.Seed, variant), Patience: sc.patience(), TimeFactor: timeFactorOf(o), Instant: o.Instant,
		DebriefFor: debriefOf(o), List: o.List, Today: o.Today, Pack: sc.Pack, Engine: Version,
	}, nil
}

func (sc *Script) variantFor(o Opening) (string, error) {
	switch {
	case o.Variant != "" && !slices.Contains(sc.Variants, o.Variant):
		return "", refuse(RefusedUnknownName, o.Variant)
	case o.Variant != "" || len(sc.Variants) == 0:
		return o.Variant, nil
	default:
		return sc.Variants[draw(o.Seed, "variant", 0, len(sc.Variants))], nil
	}
}

// drawFacts gives every fact that exists in the variant its value in this session; nil when there is none.
func (sc *Script) drawFacts(seed int64, variant string) map[string]string {
	var facts map[string]string
	for _, f := range sc.Facts {
		options := f.Options(variant)
		if len(options) == 0 {
			continue
		}
		if facts == nil {
			facts = make(map[string]string, len(sc.Facts))
		}
		facts[f.Name] = options[draw(seed, "fact "+f.Name, 0, len(options))]
	}
	return facts
}

func (sc *Script) patience() int {
	if sc.person.Patience <= 0 {
		return usualPatience
	}
	return min(sc.person.Patience, mostPatience)
}

// mostTimeFactor is ten times the usual time, far beyond any accommodation.
const mostTimeFactor = 1000

func timeFactorOf(o Opening) int {
	if o.TimeFactor == 0 {
		return 100
	}
	return o.TimeFactor
}

func modeOf(o Opening) Mode {
	if o.Mode == "" {
		return Practice
	}
	return o.Mode
}

// The debrief's time when nobody set another (SEMANTICS 5).
const (
	assessedDebrief = 7 * 24 * time.Hour
	usualDebrief    = 24 * time.Hour
)

func debriefOf(o Opening) time.Duration {
	switch {
	case o.DebriefFor > 0:
		return Offset(o.DebriefFor)
	case o.Mode == Assessed:
		return assessedDebrief
	default:
		return usualDebrief
	}
}
