package engine

import (
	"slices"

	"proba/scenarios"
)

// silenceBegins starts the one silence clock (SEMANTICS 31): where people speak it runs from the end of the last line,
// where they write from the first message not answered.
func (s *State) silenceBegins() {
	r := &s.rules
	if s.OnHold || r.nudging {
		return
	}
	if s.SilentSince != noTime && !channels[s.Opened.Channel].speaks {
		return
	}
	s.SilentSince = s.SpeakingUntil
	r.silences, r.announced = 0, 0
}

func (s *State) silenceEnds() {
	s.SilentSince = noTime
	s.rules.silences, s.rules.announced, s.rules.nudging = 0, 0, false
}

func (s *State) hold() {
	s.OnHold, s.HeldAt = true, s.At
	s.silenceEnds()
	s.rules.holdPassed, s.rules.pendingHabit = nil, 0
	s.did(happening{verb: scenarios.VerbHolds})
}

func (s *State) resume() {
	s.OnHold = false
	s.silenceEnds()
	s.SilentSince = max(s.At, s.SpeakingUntil)
	s.rules.pendingHabit = 0
	s.did(happening{verb: scenarios.VerbResumes})
}

func (s *State) passHold(f HoldPassed) {
	s.rules.holdPassed = append(slices.Clip(s.rules.holdPassed), f.Limit)
	if f.Habit != 0 {
		s.rules.pendingHabit = f.Habit
	}
	s.did(happening{verb: holds, running: f.Limit, regular: f.Regular})
}

func (s *State) passSilence(f Silence) {
	r := &s.rules
	regular := f.Times > r.silences
	if regular {
		r.silences, r.lastSilence = f.Times, s.At
	}
	r.announced, r.nudging = f.Running, true
	s.did(happening{verb: silent, running: f.Running, regular: regular})
}
