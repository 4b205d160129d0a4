package engine

import "time"

// Silence returns when a running silence is noticed (T of SEMANTICS 31), before any time factor; 0 where silence is not
// timed.
func (sc *Script) Silence() time.Duration { return sc.silenceTimer() }
