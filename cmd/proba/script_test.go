package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"proba/content"
	"proba/engine/store"
)

// TestMain lets this test program be proba itself when it is started by that name.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"proba": main})
}

// The scripts run the whole program as its users do. Each begins with a copy of testdata/flowers, a small pack without
// faults, and may use these commands beside the usual ones:
//
//	shipped DIR              copy the shipped library to DIR
//	story DIR                fill DIR with the demo's story; $PHONE and $CHAT are the ids of Elena's assessed sessions
//	replace FILE OLD NEW     change the one place of a file that holds OLD
//	field FILE PATH VALUE    hold a value of a JSON file, as in `field stdout marks.0.mark met`; a final length is that of
//	                         a list, a final ? the names of an object
//	address NAME             set $NAME to a free address of this machine
//	ready ADDRESS            wait until a server answers there that it is ready
//	status ADDRESS/PATH N    hold the HTTP status of a page
//	assessed …               let somebody be assessed otherwise than by the machine; see script_assess_test.go
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			return os.CopyFS(env.Getenv("WORK")+"/flowers", os.DirFS("testdata/flowers"))
		},
		RequireUniqueNames: true,
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"shipped": shippedLibrary,
			"story":   story,
			"replace": replaceOnce,
			"field":   field,
			"address": address,
			"ready":   waitUntilReady,
			"status":  status,

			"assessed": assessed,
		},
	})
}

func shippedLibrary(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.CopyFS(ts.MkAbs(args[0]), content.Library()))
}

func story(ts *testscript.TestScript, _ bool, args []string) {
	ctx, cfg := context.Background(), store.Config{Path: filepath.Join(ts.MkAbs(args[0]), "proba.db")}
	ts.Check(os.MkdirAll(ts.MkAbs(args[0]), 0o700))
	_, err := seedDemo(ctx, cfg, time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC))
	ts.Check(err)
	records, err := store.OpenToRead(ctx, cfg)
	ts.Check(err)
	defer records.Close() //nolint:errcheck // opened to read
	elena, err := records.PersonByLogin(ctx, "elena")
	ts.Check(err)
	sessions, err := records.SessionsOf(ctx, elena.ID)
	ts.Check(err)
	for _, s := range sessions {
		switch {
		case s.Mode != "assessed":
		case s.Channel == "phone":
			ts.Setenv("PHONE", string(s.ID))
		default:
			ts.Setenv("CHAT", string(s.ID))
		}
	}
}

func replaceOnce(ts *testscript.TestScript, _ bool, args []string) {
	file, old := ts.MkAbs(args[0]), args[1]
	text := ts.ReadFile(file)
	if n := strings.Count(text, old); n != 1 {
		ts.Fatalf("%q stands %d times in %s, want once", old, n, args[0])
	}
	ts.Check(os.WriteFile(file, []byte(strings.Replace(text, old, args[2], 1)), 0o600))
}

func field(ts *testscript.TestScript, _ bool, args []string) {
	var value any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &value))
	got, err := walk(value, strings.Split(args[1], "."))
	ts.Check(err)
	if got != args[2] {
		ts.Fatalf("%s of %s = %q, want %q", args[1], args[0], got, args[2])
	}
}

var errNoField = errors.New("no such field")

// walk goes down a JSON value name by name and returns what it finds as text.
func walk(value any, path []string) (string, error) {
	if len(path) == 0 {
		return fmt.Sprint(value), nil
	}
	switch v := value.(type) {
	case []any:
		if path[0] == "length" {
			return strconv.Itoa(len(v)), nil
		}
		if n, err := strconv.Atoi(path[0]); err == nil && n < len(v) {
			return walk(v[n], path[1:])
		}
	case map[string]any:
		if path[0] == "?" {
			return strings.Join(names(v), " "), nil
		}
		if inner, ok := v[path[0]]; ok {
			return walk(inner, path[1:])
		}
	}
	return "", fmt.Errorf("%w: %q", errNoField, path[0])
}

func names(v map[string]any) []string {
	var names []string
	for name := range v {
		names = append(names, name)
	}
	sort.Strings(names)
	return slices.Clip(names)
}

func address(ts *testscript.TestScript, _ bool, args []string) {
	addr, err := freeAddress()
	ts.Check(err)
	ts.Setenv(args[0], addr)
}

// startPatience is how long a server may take to answer; a busy machine runs other tests beside.
const startPatience = 15 * time.Second

func waitUntilReady(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(readyWithin(args[0], startPatience))
}

var errNotReady = errors.New("the server is not ready")

// readyWithin asks again and again whether the server at an address is ready.
func readyWithin(addr string, patience time.Duration) error {
	again := time.NewTicker(5 * time.Millisecond)
	defer again.Stop()
	for began := time.Now(); time.Since(began) < patience; <-again.C {
		if ready(addr) {
			return nil
		}
	}
	return fmt.Errorf("%w: %s after %s", errNotReady, addr, patience)
}

func status(ts *testscript.TestScript, _ bool, args []string) {
	response, err := http.Get("http://" + args[0]) //nolint:noctx // bounded by the test's own limit
	ts.Check(err)
	response.Body.Close() //nolint:errcheck // only the status counts
	if got := strconv.Itoa(response.StatusCode); got != args[1] {
		ts.Fatalf("GET %s = %s, want %s", args[0], got, args[1])
	}
}
