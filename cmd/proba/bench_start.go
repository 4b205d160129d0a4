package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// startTries is how often the program is started cold; the middle one counts.
const startTries = 5

// coldStart starts this program as a process of its own and waits until it is ready.
func (c *benchServiceCommand) coldStart(ctx context.Context, dir string) ([]measured, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("cold start: %w", err)
	}
	var times latencies
	memory := 0
	for i := range startTries {
		took, kib, err := startOnce(ctx, self, filepath.Join(dir, fmt.Sprint("start-", i)))
		if err != nil {
			return nil, err
		}
		times, memory = append(times, took), max(memory, kib)
	}
	middle := times.at(50).Round(time.Millisecond)
	return []measured{
		{"cold start to ready, empty records", middle.String(), "<= 500ms", middle <= 500*time.Millisecond},
		{"memory of the idle server", fmt.Sprintf("%d MiB", memory>>10), "< 80 MiB", memory>>10 < 80},
	}, nil
}

// startOnce returns the time to ready and the resident memory in KiB half a second later.
func startOnce(ctx context.Context, self, data string) (time.Duration, int, error) {
	addr, err := freeAddress()
	if err != nil {
		return 0, 0, err
	}
	server := exec.CommandContext(ctx, self, "serve", "--addr", addr, "--data", data)
	began := time.Now()
	if err := server.Start(); err != nil {
		return 0, 0, fmt.Errorf("cold start: %w", err)
	}
	defer func() {
		_ = server.Process.Kill() // it has ended already where this fails
		_ = server.Wait()         // says only that it was killed
	}()
	for !ready(addr) {
		if time.Since(began) > 20*time.Second {
			return 0, 0, fmt.Errorf("cold start: %s is not ready after 20 s", addr)
		}
		time.Sleep(2 * time.Millisecond)
	}
	took := time.Since(began)
	time.Sleep(500 * time.Millisecond)
	kib, err := residentMemory(server.Process.Pid)
	return took, kib, err
}

func freeAddress() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return l.Addr().String(), l.Close()
}

func ready(addr string) bool {
	response, err := http.Get("http://" + addr + "/readyz") //nolint:noctx // bounded by the caller's patience
	if err != nil {
		return false
	}
	response.Body.Close() //nolint:errcheck // only the status counts
	return response.StatusCode == http.StatusOK
}

// residentMemory reads VmRSS in KiB; 0 where the system does not tell.
func residentMemory(pid int) (int, error) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if os.IsNotExist(err) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	var kib int
	for _, line := range strings.Split(string(status), "\n") {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			_, err = fmt.Sscanf(rest, "%d", &kib)
		}
	}
	return kib, err
}
