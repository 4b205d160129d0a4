package robot

import (
	"errors"
	"fmt"

	"proba/engine"
)

// ErrUnknown is returned for a name no robot has.
var ErrUnknown = errors.New("no such robot")

// The names of the robots.
const (
	Silent          = "silent"
	WordSalad       = "word-salad"
	Fragments       = "fragments"
	FragmentsByTurn = "fragments-by-turn"
	Parrot          = "parrot"
	RubricEcho      = "rubric-echo"
	WrongLanguage   = "wrong-language"
	Rude            = "rude"
	RandomWalk      = "random-walk"
	Model           = "model"
)

// Names lists the robots in the order they are run.
func Names() []string {
	return []string{Silent, WordSalad, Fragments, FragmentsByTurn, Parrot, RubricEcho, WrongLanguage, Rude, RandomWalk, Model}
}

// New makes a player for one session of the script. The seed decides where a robot chooses; the same seed makes the
// same player. An unknown name is ErrUnknown.
func New(name string, sc *engine.Script, seed int64) (Player, error) {
	switch name {
	case Silent:
		return silent{}, nil
	case WordSalad:
		return newSalad(sc, seed), nil
	case Fragments:
		return newFragments(sc), nil
	case FragmentsByTurn:
		return newFragmentsByTurn(sc), nil
	case Parrot:
		return parrot(), nil
	case RubricEcho:
		return newRubricEcho(sc), nil
	case WrongLanguage:
		return newWrongLanguage(sc), nil
	case Rude:
		return newRude(sc), nil
	case RandomWalk:
		return newWalker(sc, seed), nil
	case Model:
		return &model{}, nil
	default:
		return nil, fmt.Errorf("robot %q: %w", name, ErrUnknown)
	}
}
