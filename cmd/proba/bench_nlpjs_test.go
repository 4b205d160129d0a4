package main

import (
	"context"
	"errors"
	"strings"
	"testing"

	"proba/engine/language/eval"
)

const nlpjsFolder = "../../engine/language/eval/nlpjs"

func TestNLPJSIsLeftOutWithTheReason(t *testing.T) {
	_, err := startNLPJS(context.Background(), t.TempDir())
	if !errors.Is(err, errNoNLPJS) {
		t.Fatalf("startNLPJS in an empty folder: %v, want errNoNLPJS", err)
	}
	t.Setenv("PATH", "")
	if _, err := startNLPJS(context.Background(), nlpjsFolder); !errors.Is(err, errNoNLPJS) || !strings.Contains(err.Error(), "node is not installed") {
		t.Errorf("startNLPJS without node: %v", err)
	}
}

func TestNLPJSHearsWhatItWasTaughtLast(t *testing.T) {
	n, err := startNLPJS(context.Background(), nlpjsFolder)
	if errors.Is(err, errNoNLPJS) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	var maker eval.Maker = n.Train
	first, err := maker("it", nil, [][]string{{"mi scusi tanto", "le chiedo scusa"}, {"il numero del suo ordine", "mi dà il numero ordine"}})
	if err != nil {
		t.Fatal(err)
	}
	if got := first("chiedo scusa"); len(got) != 2 || !got[0].Met || got[1].Met {
		t.Errorf("judge = %+v, want the first phrase alone", got)
	}
	if _, err := maker("en", nil, [][]string{{"hello there"}, {"good bye"}}); err != nil {
		t.Fatal(err)
	}
	if got := first("chiedo scusa"); got[0].Met {
		t.Errorf("a judge taught over still answers: %+v", got)
	}
	if err := n.Close(); err == nil || !strings.Contains(err.Error(), "taught something else") {
		t.Errorf("Close = %v, want the misuse told", err)
	}
}
