package main

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"proba/engine/robot"
)

// proba runs the program with arguments and returns what it wrote and how it ended.
func proba(t *testing.T, args ...string) (out, errOut string, code int) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(context.Background(), args, strings.NewReader(""), &o, &e)
	return o.String(), e.String(), code
}

func TestEveryRobotPlaysAndIsMarked(t *testing.T) {
	for _, name := range robot.Names() {
		t.Run(name, func(t *testing.T) {
			out, errOut, code := proba(t, "play", "telefono-consegna-mancata", "--robot", name)
			if code != 0 || errOut != "" {
				t.Fatalf("play --robot %s ended with %d: %s", name, code, errOut)
			}
			want := "fail"
			if name == robot.Model {
				want = "pass  100%"
			}
			if !strings.Contains(out, want) || !strings.Contains(out, "seme: 1") {
				t.Errorf("play --robot %s = %q, want the conversation and %q", name, out, want)
			}
		})
	}
}

func TestRandomWalksCountTheLines(t *testing.T) {
	out, _, code := proba(t, "play", "telefono-consegna-mancata", "--robot", "random-walk", "--runs", "20")
	if code != 0 || !strings.Contains(out, "scenarios/telefono-consegna-mancata.md:") || !strings.Contains(out, "contacts ended") {
		t.Errorf("20 walks ended with %d: %s", code, out)
	}
}

func TestAnUnknownRobotIsRefusedWithTheNames(t *testing.T) {
	_, errOut, code := proba(t, "play", "telefono-consegna-mancata", "--robot", "nobody")
	if code != int(exitFailure) || !strings.Contains(errOut, "word-salad") {
		t.Errorf("ended with %d: %s", code, errOut)
	}
}

func TestCheckShowsProgressToPeopleOnly(t *testing.T) {
	_, errOut, _ := proba(t, "check", "../../content/library")
	if !strings.Contains(errOut, "[1/") || !strings.Contains(errOut, "parrot fail") {
		t.Errorf("progress = %q, want the scenarios and what robots reached", errOut)
	}
	if _, errOut, _ := proba(t, "check", "--json", "../../content/library"); errOut != "" {
		t.Errorf("with --json standard error holds %q, want nothing", errOut)
	}
}
