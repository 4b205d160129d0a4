package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"
)

// bareWork is how long the prototype of the design matched twelve criteria, without any product around it (RELIABILITY 8
// and 9).
const bareWork = 117 * time.Microsecond

// bareTurns is that prototype on this machine: a request decoded, bareWork of work, one durable append, a JSON answer. No
// turn of a product can be quicker, so it tells what a target set on another machine means on this one.
func bareTurns(ctx context.Context, path string, n int) (latencies, error) {
	events, err := openAppends(path)
	if err != nil {
		return nil, err
	}
	defer events.close()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("bare turn: %w", err)
	}
	web := &http.Server{Handler: bareServer{events}, ReadHeaderTimeout: time.Minute}
	go func() { _ = web.Serve(listener) }() // ends with Close
	defer web.Close()                       //nolint:errcheck // nothing is in flight
	times := make(latencies, 0, n)
	for range n {
		took, err := bareTurn(ctx, "http://"+listener.Addr().String())
		if err != nil {
			return nil, err
		}
		times = append(times, took)
	}
	return times, nil
}

// bareServer answers a turn with nothing but its number.
type bareServer struct{ events *appends }

func (s bareServer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var say map[string]string
	err := json.NewDecoder(r.Body).Decode(&say)
	if err == nil {
		busyFor(bareWork)
		err = s.events.append()
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(map[string]int{"last": s.events.kept}) // the client finds what is missing
}

// busyFor keeps the processor at work, as matching does.
func busyFor(spell time.Duration) {
	for began := time.Now(); time.Since(began) < spell; {
	}
}

func bareTurn(ctx context.Context, url string) (time.Duration, error) {
	body, err := json.Marshal(map[string]string{"kind": "say", "text": benchReply})
	if err != nil {
		return 0, err
	}
	began := time.Now()
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return 0, err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return 0, fmt.Errorf("bare turn: %w", err)
	}
	defer response.Body.Close() //nolint:errcheck // read to its end
	if _, err := io.ReadAll(response.Body); err != nil {
		return 0, fmt.Errorf("bare turn: %w", err)
	}
	if response.StatusCode != http.StatusOK {
		return 0, fmt.Errorf("%w: bare turn: %s", errBench, response.Status)
	}
	return time.Since(began), nil
}
