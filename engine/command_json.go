package engine

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"
)

// DecodeCommand reads a command from its kind and the JSON object of its fields (SEMANTICS 61). The envelope's own
// fields kind, key and last may stand among them and are left out; any other unknown field is an error. No fields at
// all are read as an empty object.
func DecodeCommand(kind string, fields []byte) (Command, error) {
	read, ok := commandReaders[kind]
	if !ok {
		return nil, fmt.Errorf("decode command: unknown kind %q", kind)
	}
	c, err := read(fields)
	if err != nil {
		return nil, fmt.Errorf("decode command %q: %w", kind, err)
	}
	return c, nil
}

var commandReaders = map[string]func([]byte) (Command, error){
	Answer{}.Kind():   readCommand[Answer],
	Say{}.Kind():      readSay,
	LookUp{}.Kind():   readCommand[LookUp],
	Hold{}.Kind():     readCommand[Hold],
	Resume{}.Kind():   readCommand[Resume],
	Transfer{}.Kind(): readCommand[Transfer],
	Escalate{}.Kind(): readCommand[Escalate],
	Consult{}.Kind():  readCommand[Consult],
	File{}.Kind():     readCommand[File],
	Send{}.Kind():     readCommand[Send],
	Close{}.Kind():    readCommand[Close],
	Finish{}.Kind():   readCommand[Finish],
	Argue{}.Kind():    readCommand[Argue],
	Tick{}.Kind():     readTick,
}

func ownFields(fields []byte) ([]byte, error) {
	all := map[string]json.RawMessage{}
	if len(bytes.TrimSpace(fields)) > 0 {
		if err := json.Unmarshal(fields, &all); err != nil {
			return nil, err
		}
	}
	delete(all, "kind")
	delete(all, "key")
	delete(all, "last")
	return json.Marshal(all)
}

func readCommand[C Command](fields []byte) (Command, error) {
	var c C
	own, err := ownFields(fields)
	if err != nil {
		return nil, err
	}
	if err := strictly(own, &c); err != nil {
		return nil, err
	}
	return c, nil
}

// envelope are the fields of every command, read elsewhere.
type envelope struct {
	Kind json.RawMessage `json:"kind"`
	Key  json.RawMessage `json:"key"`
	Last json.RawMessage `json:"last"`
}

// strictly reads one object and nothing behind it; no fields at all are an empty object.
func strictly(fields []byte, into any) error {
	dec := json.NewDecoder(bytes.NewReader(fields))
	dec.DisallowUnknownFields()
	if err := dec.Decode(into); err != nil && !(errors.Is(err, io.EOF) && len(bytes.TrimSpace(fields)) == 0) {
		return err
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return errors.New("more than one JSON value")
	}
	return nil
}

// longestTook is an hour of dictation: more is a slip of a clock, not a reply.
const longestTook = int64(time.Hour / time.Millisecond)

func readSay(fields []byte) (Command, error) {
	var wire struct {
		envelope
		Text   string `json:"text"`
		Spoken bool   `json:"spoken"`
		Took   int64  `json:"took"`
	}
	if err := strictly(fields, &wire); err != nil {
		return nil, err
	}
	if wire.Took < 0 || wire.Took > longestTook {
		return nil, fmt.Errorf("took %d ms is not possible", wire.Took)
	}
	return Say{Text: wire.Text, Spoken: wire.Spoken, Took: time.Duration(wire.Took) * time.Millisecond}, nil
}

// readTick accepts the time of a test clock, which its caller reads for itself.
func readTick(fields []byte) (Command, error) {
	var wire struct {
		envelope
		At int64 `json:"at"`
	}
	if err := strictly(fields, &wire); err != nil {
		return nil, err
	}
	return Tick{}, nil
}
