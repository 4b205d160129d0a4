package robot

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"proba/engine"
)

// Player decides what an agent does next. A Player plays one session and is then used up; it is not for several
// goroutines.
type Player interface {
	// Next gives the next move; false when the player waits for the clock. A move that is refused is not asked for
	// again: the view tells of it.
	Next(v View) (Move, bool)
}

// View is what a player sees: everything, since it is no trainee.
type View struct {
	Script *engine.Script
	State  engine.State
	Log    []engine.Event
	// Now is the time from the start; Moves counts the moves made so far, refused ones included.
	Now   time.Duration
	Moves int
	// Refused is why the last move was refused; nil when it was not.
	Refused *engine.Refusal
}

// Move is a command and how long after the last one it comes.
type Move struct {
	Command engine.Command
	After   time.Duration
}

// MaxMoves bounds a session: a player that has made so many closes it.
const MaxMoves = 400

// Play lets a player run one session until it is finished and returns its log. The error is that of a session which
// cannot start. Clocks strike in between as in any session.
func Play(sc *engine.Script, o engine.Opening, p Player) ([]engine.Event, error) {
	s, log, err := engine.Start(sc, o)
	if err != nil {
		return nil, fmt.Errorf("start a session of %q for a robot: %w", sc.ID, err)
	}
	v := View{Script: sc, State: s, Log: log}
	for v.State.Phase != engine.Finished {
		m, ok := nextMove(v, p)
		if !ok {
			break
		}
		v.make(m)
	}
	return v.Log, nil
}

// nextMove asks the player, or lets the time pass until the clock speaks. A player out of moves goes home.
func nextMove(v View, p Player) (Move, bool) {
	if v.Moves >= MaxMoves {
		return home(v)
	}
	if m, ok := p.Next(v); ok {
		return m, true
	}
	return untilDue(v)
}

func untilDue(v View) (Move, bool) {
	due, ok := v.State.Due(v.Script)
	return Move{Command: engine.Tick{}, After: max(0, due-v.Now)}, ok
}

// home ends what runs; what cannot be ended by hand the clock ends.
func home(v View) (Move, bool) {
	switch v.State.Phase {
	case engine.Talking:
		return Move{Command: engine.Close{}}, true
	case engine.WrapUp, engine.Debrief:
		return Move{Command: engine.Finish{}}, true
	default:
		return untilDue(v)
	}
}

func (v *View) make(m Move) {
	v.Now += max(0, m.After)
	v.Moves++
	s, events, err := engine.Step(v.Script, v.State, m.Command, v.Now)
	v.State = s
	v.Log = append(v.Log, events...)
	v.Refused = nil
	errors.As(err, &v.Refused)
}

// replies counts what the agent has said so far.
func (v View) replies() int {
	n := 0
	for _, e := range v.Log {
		if _, ok := e.Fact.(engine.Replied); ok {
			n++
		}
	}
	return n
}

// unargued is the first debrief question without an answer, from 1; 0 when all have one.
func (v View) unargued() int {
	var argued []int
	for _, e := range v.Log {
		if f, ok := e.Fact.(engine.Argued); ok {
			argued = append(argued, f.Question)
		}
	}
	for n := 1; n <= len(v.Script.Debrief); n++ {
		if !slices.Contains(argued, n) {
			return n
		}
	}
	return 0
}
