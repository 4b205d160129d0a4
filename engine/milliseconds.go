package engine

import (
	"encoding/json"
	"strconv"
	"time"
)

// Stored and sent durations are whole milliseconds, like every time of a log. Each fact that holds durations is written
// through a shape of its own, whose fields hide those of the fact by their name.

// ms is a duration on the wire; -1 stands for "none".
type ms time.Duration

// MarshalJSON implements json.Marshaler.
func (d ms) MarshalJSON() ([]byte, error) {
	return d.appendTo(nil), nil
}

func (d ms) appendTo(out []byte) []byte {
	if d < 0 {
		return append(out, "-1"...)
	}
	return strconv.AppendInt(out, time.Duration(d).Milliseconds(), 10)
}

// UnmarshalJSON implements json.Unmarshaler.
func (d *ms) UnmarshalJSON(b []byte) error {
	var n int64
	if err := json.Unmarshal(b, &n); err != nil {
		return err
	}
	*d = ms(noTime)
	if n >= 0 {
		*d = ms(time.Duration(n) * time.Millisecond)
	}
	return nil
}

type (
	startedShape struct {
		*startedFields
		DebriefFor *ms `json:"debriefFor"`
	}
	startedFields Started

	beatShape struct {
		*beatFields
		Later *ms `json:"later,omitempty"`
	}
	beatFields BeatEntered

	customerShape struct {
		*customerFields
		Takes *ms `json:"takes"`
	}
	customerFields CustomerSaid

	repliedShape struct {
		*repliedFields
		Delay *ms `json:"delay"`
	}
	repliedFields Replied

	resumedShape struct {
		After *ms `json:"after"`
	}

	holdPassedShape struct {
		*holdPassedFields
		Limit *ms `json:"limit"`
	}
	holdPassedFields HoldPassed

	silenceShape struct {
		*silenceFields
		Limit   *ms `json:"limit"`
		Running *ms `json:"running"`
	}
	silenceFields Silence
)

func shapeOfStarted(f *Started) startedShape {
	return startedShape{(*startedFields)(f), (*ms)(&f.DebriefFor)}
}

func shapeOfBeat(f *BeatEntered) beatShape {
	return beatShape{(*beatFields)(f), (*ms)(&f.Later)}
}

func shapeOfCustomer(f *CustomerSaid) customerShape {
	return customerShape{(*customerFields)(f), (*ms)(&f.Takes)}
}

func shapeOfReplied(f *Replied) repliedShape {
	return repliedShape{(*repliedFields)(f), (*ms)(&f.Delay)}
}

func shapeOfHoldPassed(f *HoldPassed) holdPassedShape {
	return holdPassedShape{(*holdPassedFields)(f), (*ms)(&f.Limit)}
}

func shapeOfSilence(f *Silence) silenceShape {
	return silenceShape{(*silenceFields)(f), (*ms)(&f.Limit), (*ms)(&f.Running)}
}

// MarshalJSON implements json.Marshaler.
func (f Started) MarshalJSON() ([]byte, error) { return plainJSON(shapeOfStarted(&f)) }

// UnmarshalJSON implements json.Unmarshaler.
func (f *Started) UnmarshalJSON(b []byte) error { s := shapeOfStarted(f); return json.Unmarshal(b, &s) }

// MarshalJSON implements json.Marshaler.
func (f BeatEntered) MarshalJSON() ([]byte, error) {
	s := shapeOfBeat(&f)
	if f.Later == 0 {
		s.Later = nil
	}
	return plainJSON(s)
}

// UnmarshalJSON implements json.Unmarshaler.
func (f *BeatEntered) UnmarshalJSON(b []byte) error {
	s := shapeOfBeat(f)
	return json.Unmarshal(b, &s)
}

// UnmarshalJSON implements json.Unmarshaler.
func (f *CustomerSaid) UnmarshalJSON(b []byte) error {
	s := shapeOfCustomer(f)
	return json.Unmarshal(b, &s)
}

// MarshalJSON implements json.Marshaler.
func (f Resumed) MarshalJSON() ([]byte, error) { return plainJSON(resumedShape{(*ms)(&f.After)}) }

// UnmarshalJSON implements json.Unmarshaler.
func (f *Resumed) UnmarshalJSON(b []byte) error {
	s := resumedShape{(*ms)(&f.After)}
	return json.Unmarshal(b, &s)
}

// MarshalJSON implements json.Marshaler.
func (f HoldPassed) MarshalJSON() ([]byte, error) { return plainJSON(shapeOfHoldPassed(&f)) }

// UnmarshalJSON implements json.Unmarshaler.
func (f *HoldPassed) UnmarshalJSON(b []byte) error {
	s := shapeOfHoldPassed(f)
	return json.Unmarshal(b, &s)
}

// MarshalJSON implements json.Marshaler.
func (f Silence) MarshalJSON() ([]byte, error) { return plainJSON(shapeOfSilence(&f)) }

// UnmarshalJSON implements json.Unmarshaler.
func (f *Silence) UnmarshalJSON(b []byte) error { s := shapeOfSilence(f); return json.Unmarshal(b, &s) }
