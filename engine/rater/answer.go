package rater

import (
	"bytes"
	"encoding/json"
	"io"
	"slices"
	"strings"
)

// quoted is a text as a JSON string in one line.
func quoted(text string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(text) // a string can always be written
	return strings.TrimSuffix(b.String(), "\n")
}

// judge reads the words of a rater. It says why when they are no vote.
func judge(q Question, seal, words string) (Opinion, string, Why) {
	if strings.Contains(words, seal) {
		return Void, "", SealBroken
	}
	met, quote, ok := parse(words)
	if !ok {
		return Void, "", WrongForm
	}
	if quote == "" && !met {
		return NotMet, "", ""
	}
	if !said(q.Replies, quote) {
		return Void, "", NotSaid
	}
	if met {
		return Met, quote, ""
	}
	return NotMet, quote, ""
}

// parse takes {met, quote} and nothing beside it: no other key, none twice, no text around.
func parse(words string) (met bool, quote string, ok bool) {
	d := json.NewDecoder(strings.NewReader(words))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return false, "", false
	}
	var seen []string
	for d.More() {
		key, err := d.Token()
		name, isName := key.(string)
		if err != nil || !isName || slices.Contains(seen, name) {
			return false, "", false
		}
		value, err := d.Token()
		if err != nil {
			return false, "", false
		}
		right := false
		switch name {
		case "met":
			met, right = value.(bool)
		case "quote":
			quote, right = value.(string)
		}
		if !right {
			return false, "", false
		}
		seen = append(seen, name)
	}
	if _, err := d.Token(); err != nil || len(seen) != 2 {
		return false, "", false
	}
	_, err := d.Token()
	return met, quote, err == io.EOF
}

// said reports whether a quote stands in a reply word for word. One word proves nothing unless it is all of the reply.
func said(replies []string, quote string) bool {
	quote = strings.TrimSpace(quote)
	if quote == "" {
		return false
	}
	for _, reply := range replies {
		if reply := strings.TrimSpace(reply); reply == quote || len(strings.Fields(quote)) > 1 && strings.Contains(reply, quote) {
			return true
		}
	}
	return false
}
