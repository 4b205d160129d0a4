package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"proba/engine/store"
)

// benchHouse is a whole server on loopback with a trainee who plays by the JSON interface.
type benchHouse struct {
	house  *house
	stop   context.CancelFunc
	done   chan error
	url    string
	token  string
	client *http.Client
}

// benchScenario is played by the benchmark; benchReply is heard, useful and out of place, so that it never ends it.
const (
	benchScenario = "chat-estensione-garanzia"
	benchReply    = "Buongiorno, sono Anna del servizio clienti di Casa Nocciola."
	// benchTurns is how many turns a session has before the next one is started. It is far more than a person says, so that
	// turns are measured and not starts.
	benchTurns = 2000
)

func openBenchHouse(ctx context.Context, data string) (*benchHouse, error) {
	serve := &serveCommand{Addr: "127.0.0.1:0", Data: data}
	h, err := serve.open(ctx)
	if err != nil {
		return nil, err
	}
	listener, err := net.Listen("tcp", serve.Addr)
	if err != nil {
		return nil, err
	}
	running, stop := context.WithCancel(ctx)
	b := &benchHouse{house: h, stop: stop, done: make(chan error, 1), url: "http://" + listener.Addr().String() + "/api/v1",
		client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 5000, MaxConnsPerHost: 0}}}
	go func() { b.done <- serve.serve(running, h, listener) }()
	by := store.CommandLine("bench")
	id, err := h.store.CreatePerson(ctx, by, store.NewPerson{Login: "bench", Name: "Bench", Roles: []store.Role{store.Trainee}})
	if err != nil {
		return nil, err
	}
	_, b.token, err = h.store.CreateToken(ctx, by, id, "bench", time.Hour)
	return b, err
}

func (b *benchHouse) close() {
	b.stop()
	<-b.done
	b.house.close()
}

var errBench = errors.New("the benchmark's own server answered with an error")

// call posts JSON and reads the answer.
func (b *benchHouse) call(ctx context.Context, path string, send, receive any) error {
	body, err := json.Marshal(send)
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, b.url+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Authorization", "Bearer "+b.token)
	response, err := b.client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close() //nolint:errcheck // read to its end below
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	if response.StatusCode >= 300 {
		return fmt.Errorf("%w: %s %s", errBench, response.Status, answer)
	}
	return json.Unmarshal(answer, receive)
}

// benchPlayer plays turn after turn, a new session every benchTurns.
type benchPlayer struct {
	house   *benchHouse
	session string
	turns   int
}

func (p *benchPlayer) start(ctx context.Context) error {
	var started struct {
		ID string `json:"id"`
	}
	err := p.house.call(ctx, "/sessions", map[string]string{"scenario": benchScenario, "mode": "practice"}, &started)
	p.session, p.turns = started.ID, 0
	return err
}

// turn says one reply; the time is that of the reply alone.
func (p *benchPlayer) turn(ctx context.Context) (time.Duration, error) {
	if p.session == "" || p.turns >= benchTurns {
		if err := p.start(ctx); err != nil {
			return 0, err
		}
	}
	p.turns++
	say := map[string]string{"kind": "say", "text": benchReply, "key": fmt.Sprint("turn-", p.turns)}
	var answer struct {
		Last int `json:"last"`
	}
	began := time.Now()
	err := p.house.call(ctx, "/sessions/"+p.session+"/commands", say, &answer)
	return time.Since(began), err
}

func (b *benchHouse) oneClient(ctx context.Context, turns int) (latencies, error) {
	player := benchPlayer{house: b}
	times := make(latencies, 0, turns)
	for range turns {
		took, err := player.turn(ctx)
		if err != nil {
			return nil, err
		}
		times = append(times, took)
	}
	return times, nil
}

// manyClients is the rate of turns of clients that each say the next as soon as the last is acknowledged.
func (b *benchHouse) manyClients(ctx context.Context, clients int, spell time.Duration) (float64, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	players := make([]benchPlayer, clients)
	for i := range players {
		players[i] = benchPlayer{house: b}
		if err := players[i].start(ctx); err != nil {
			return 0, err
		}
	}
	var turns atomic.Int64
	var group sync.WaitGroup
	failed := make(chan error, clients)
	began := time.Now()
	for i := range players {
		player := &players[i]
		group.Go(func() {
			for time.Since(began) < spell {
				if _, err := player.turn(ctx); err != nil {
					failed <- err
					return
				}
				turns.Add(1)
			}
		})
	}
	group.Wait()
	took := time.Since(began)
	select {
	case err := <-failed:
		return 0, err
	default:
		return float64(turns.Load()) / took.Seconds(), nil
	}
}

// streamed measures turns said at a fixed rate, from the moment each was due, while as many sessions are streamed, each to
// its own trainee.
func (b *benchHouse) streamed(ctx context.Context, streams, rate int, spell time.Duration) (latencies, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	players := make([]benchPlayer, streams)
	for i := range players {
		players[i] = benchPlayer{house: b}
		if err := players[i].start(ctx); err != nil {
			return nil, err
		}
	}
	for _, p := range players {
		if err := b.follow(ctx, p.session); err != nil {
			return nil, err
		}
	}
	return b.openLoop(ctx, players, rate, spell)
}

// follow opens a stream and reads it until ctx ends.
func (b *benchHouse) follow(ctx context.Context, session string) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, b.url+"/sessions/"+session+"/events", nil)
	if err != nil {
		return err
	}
	request.Header.Set("Authorization", "Bearer "+b.token)
	response, err := b.client.Do(request)
	if err != nil {
		return err
	}
	if response.StatusCode != http.StatusOK {
		response.Body.Close() //nolint:errcheck // the status says enough
		return fmt.Errorf("%w: stream %s", errBench, response.Status)
	}
	go func() {
		defer response.Body.Close() //nolint:errcheck // nothing more is read
		for lines := bufio.NewScanner(response.Body); lines.Scan(); {
		}
	}()
	return nil
}

func (b *benchHouse) openLoop(ctx context.Context, players []benchPlayer, rate int, spell time.Duration) (latencies, error) {
	count := int(spell.Seconds() * float64(rate))
	times := make(latencies, count)
	errs := make([]error, count)
	var group sync.WaitGroup
	locks := make([]sync.Mutex, len(players))
	began := time.Now()
	for i := range count {
		due := began.Add(time.Duration(i) * time.Second / time.Duration(rate))
		time.Sleep(time.Until(due))
		group.Go(func() {
			n := i % len(players)
			locks[n].Lock()
			defer locks[n].Unlock()
			_, errs[i] = players[n].turn(ctx)
			times[i] = time.Since(due)
		})
	}
	group.Wait()
	return times, errors.Join(errs...)
}
