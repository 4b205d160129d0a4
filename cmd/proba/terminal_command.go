package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"proba/engine"
)

var errUnknownAction = errors.New("no such action")

// terminalCommand reads a line of the terminal: words to say, or /action and its object.
func terminalCommand(line string) (engine.Command, error) {
	if !strings.HasPrefix(line, "/") {
		return engine.Say{Text: line}, nil
	}
	action, object, _ := strings.Cut(strings.TrimPrefix(line, "/"), " ")
	object = strings.TrimSpace(object)
	switch action {
	case "answer":
		return engine.Answer{}, nil
	case "hold":
		return engine.Hold{}, nil
	case "resume":
		return engine.Resume{}, nil
	case "close":
		return engine.Close{}, nil
	case "finish":
		return engine.Finish{}, nil
	case "look":
		return engine.LookUp{Name: object}, nil
	case "transfer":
		return engine.Transfer{To: object}, nil
	case "escalate":
		return engine.Escalate{To: object}, nil
	case "consult":
		return engine.Consult{Whom: object}, nil
	case "send":
		return engine.Send{Name: object}, nil
	case "file":
		return terminalForm(object)
	case "debrief":
		return terminalAnswer(object)
	}
	return nil, fmt.Errorf("%w: /%s", errUnknownAction, action)
}

func terminalForm(object string) (engine.Command, error) {
	form, rest, found := strings.Cut(object, ":")
	if !found {
		return nil, errors.New("write /file FORM: Field = value; Field = value")
	}
	fields := map[string]string{}
	for _, pair := range strings.Split(rest, ";") {
		name, value, found := strings.Cut(pair, "=")
		if !found {
			return nil, fmt.Errorf("field without =: %q", strings.TrimSpace(pair))
		}
		fields[strings.TrimSpace(name)] = strings.TrimSpace(value)
	}
	return engine.File{Form: strings.TrimSpace(form), Fields: fields}, nil
}

func terminalAnswer(object string) (engine.Command, error) {
	number, text, _ := strings.Cut(object, ":")
	n, err := strconv.Atoi(strings.TrimSpace(number))
	if err != nil {
		return nil, errors.New("write /debrief NUMBER: answer")
	}
	return engine.Argue{Question: n, Text: strings.TrimSpace(text)}, nil
}
