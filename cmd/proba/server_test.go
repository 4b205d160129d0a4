package main

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"proba/engine/store"
)

// server is the real program, serving records of its own in a temporary folder as a process of its own.
type server struct {
	testing.TB
	data, addr string
	process    *exec.Cmd
	said       *output
}

// output is what a process has written so far.
type output struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.String()
}

// newServer is a server that is not running yet; people are hired first.
func newServer(t testing.TB) *server {
	t.Helper()
	addr, err := freeAddress()
	if err != nil {
		t.Fatal(err)
	}
	s := &server{TB: t, data: t.TempDir(), addr: addr}
	t.Cleanup(func() { s.end(syscall.SIGKILL) })
	return s
}

// command runs another command of the program on the server's records and returns what it printed.
func (s *server) command(args ...string) string {
	s.Helper()
	out, err := exec.Command("proba", append(args, "--data", s.data)...).CombinedOutput()
	if err != nil {
		s.Fatalf("proba %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

// start runs the program until it is ready and returns how long that took.
func (s *server) start(flags ...string) time.Duration {
	s.Helper()
	s.said = &output{}
	s.process = exec.Command("proba", append([]string{"serve", "--addr", s.addr, "--data", s.data}, flags...)...)
	s.process.Stdout, s.process.Stderr = s.said, s.said
	began := time.Now()
	if err := s.process.Start(); err != nil {
		s.Fatal(err)
	}
	if err := readyWithin(s.addr, startPatience); err != nil {
		s.Fatalf("%v\n%s", err, s.said)
	}
	return time.Since(began)
}

// end sends a signal and waits until the process is gone. A server that is not running is left alone.
func (s *server) end(signal syscall.Signal) error {
	if s.process == nil {
		return nil
	}
	s.process.Process.Signal(signal) //nolint:errcheck // it may be gone already
	err := s.process.Wait()
	s.process = nil
	return err
}

// records opens what a stopped server left behind, to be read only.
func (s *server) records(look func(context.Context, *store.Store)) {
	s.Helper()
	records, err := store.OpenToRead(s.Context(), store.Config{Path: filepath.Join(s.data, "proba.db")})
	if err != nil {
		s.Fatal(err)
	}
	defer records.Close() //nolint:errcheck // opened to read
	look(s.Context(), records)
}

// hireTrainees adds n people who may play and returns a token for each.
func (s *server) hireTrainees(n int) []string {
	s.Helper()
	var tokens []string
	for i := range n {
		login := fmt.Sprintf("trainee%d", i)
		s.command("user", "add", login, "--name", fmt.Sprintf("Trainee %d", i))
		tokens = append(tokens, s.command("user", "token", login))
	}
	return tokens
}
