package engine

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"

	"proba/engine/language"
	"proba/scenarios"
)

// Script is a scenario made ready to play: its recogniser is trained and its channel chosen. It is never changed and
// may be shared by any number of sessions and goroutines. Only [Prepare] and [PrepareWith] make one.
type Script struct {
	*scenarios.Scenario
	Recogniser *language.Recogniser
	// Pack is the digest of the scenario's Sources together; a session is pinned to it.
	Pack scenarios.Digest

	ears    Hearer
	manners manners
	beats   map[string]int                // index in Scenario.Beats by name
	blocks  map[*scenarios.Block]string   // "BEAT/NUMBER" as SEMANTICS 26 numbers them
	homes   map[*scenarios.Block][]string // languages of the file a block stands in
	person  *scenarios.Persona            // never nil
	strange []strangeWords                // what the persona does not know
	watcher func(scenarios.Pos)           // see Watching; nil for nobody
}

// Hearer hears the phrases of a reply. [language.Recogniser] is the one that plays; a test may bring its own.
type Hearer interface {
	Hear(language.Reply) language.Heard
}

// ErrNotPlayable is returned for a scenario that has no conversation to play, such as one of channel desk.
var ErrNotPlayable = errors.New("this scenario cannot be played as a conversation")

// Prepare makes a scenario ready. The error names the phrase that cannot be compiled, or is ErrNotPlayable.
func Prepare(sc *scenarios.Scenario) (*Script, error) {
	rec, err := language.New(sc.Phrases, language.Options{Languages: sc.Languages, Facts: sc.Facts})
	if err != nil {
		return nil, fmt.Errorf("prepare scenario %q: %w", sc.ID, err)
	}
	script, err := PrepareWith(sc, rec)
	if err != nil {
		return nil, err
	}
	script.Recogniser = rec
	return script, nil
}

// PrepareWith makes a scenario ready with ears of the caller's own; Recogniser stays nil.
func PrepareWith(sc *scenarios.Scenario, ears Hearer) (*Script, error) {
	m, known := channels[sc.Channel]
	if !known || len(sc.Beats) == 0 {
		return nil, fmt.Errorf("prepare scenario %q: %w", sc.ID, ErrNotPlayable)
	}
	if sc.World == nil {
		bare := *sc
		bare.World, sc = &scenarios.World{}, &bare
	}
	script := &Script{Scenario: sc, Pack: digestOf(sc.Sources), ears: ears, manners: m, person: sc.Persona}
	if script.person == nil {
		script.person = &scenarios.Persona{}
	}
	script.strange = strangeTo(script.person.Understands)
	script.number()
	return script, nil
}

// digestOf joins the digests of the sources in their order; the paths count, since a reference may point at them.
func digestOf(sources []scenarios.File) scenarios.Digest {
	h := sha256.New()
	for _, f := range sources {
		_, _ = io.WriteString(h, f.Path+"\x00"+string(f.Digest)+"\n") // a hash never refuses
	}
	return scenarios.Digest(hex.EncodeToString(h.Sum(nil)))
}

// beat returns the beat of that name; false when there is none, as before the first beat.
func (sc *Script) beat(name string) (*scenarios.Beat, bool) {
	i, ok := sc.beats[name]
	if !ok {
		return nil, false
	}
	return &sc.Beats[i], true
}

// beatAfter returns the next beat in the file; false after the last.
func (sc *Script) beatAfter(name string) (*scenarios.Beat, bool) {
	i, ok := sc.beats[name]
	if !ok || i+1 >= len(sc.Beats) {
		return nil, false
	}
	return &sc.Beats[i+1], true
}

// mainLanguage is the scenario's first language.
func (sc *Script) mainLanguage() string {
	if len(sc.Languages) == 0 {
		return "en"
	}
	return sc.Languages[0]
}
