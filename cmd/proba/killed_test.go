package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"proba/engine"
	"proba/engine/store"
)

// The kill test plays through the JSON interface as several trainees at once and kills the server in the middle of it,
// again and again on the same records. Whatever a trainee was told must be there afterwards, once.

const (
	killedTrainees = 8
	killedScenario = "chat-estensione-garanzia"
)

func TestKilledDuringPlayLosesNothingAcknowledged(t *testing.T) {
	rounds := 5
	if testing.Short() {
		rounds = 2
	}
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	chance := rand.New(rand.NewPCG(seed, 1))
	s := newServer(t)
	var players []*apiPlayer
	for _, token := range s.hireTrainees(killedTrainees) {
		players = append(players, &apiPlayer{server: s, token: token, client: &http.Client{}})
	}
	for range rounds {
		took := s.start()
		moment := time.Duration(50+chance.IntN(450)) * time.Millisecond
		playUntilKilled(s, players, moment)
		t.Logf("ready after %s, killed %s into play, %d turns acknowledged", took.Round(time.Millisecond), moment, acknowledged(players))
		s.records(func(ctx context.Context, records *store.Store) { holdAcknowledged(t, ctx, records, players) })
	}
	s.start()
	for _, p := range players {
		p.sayAgain()
		p.playToItsEnd()
	}
	if err := s.end(syscall.SIGTERM); err != nil {
		t.Errorf("a server asked to stop ended with %v\n%s", err, s.said)
	}
	s.records(func(ctx context.Context, records *store.Store) {
		holdAcknowledged(t, ctx, records, players)
		if err := records.IntegrityCheck(ctx); err != nil {
			t.Error(err)
		}
	})
	if acknowledged(players) == 0 {
		t.Error("no turn was acknowledged in any round: nothing was proved")
	}
}

// playUntilKilled lets everybody play at once and kills the server at the moment.
func playUntilKilled(s *server, players []*apiPlayer, moment time.Duration) {
	var playing sync.WaitGroup
	for _, p := range players {
		playing.Go(p.play)
	}
	time.AfterFunc(moment, func() { s.process.Process.Kill() }) //nolint:errcheck // the players notice
	playing.Wait()
	s.end(syscall.SIGKILL) //nolint:errcheck // killed is how it should end
}

func acknowledged(players []*apiPlayer) int {
	turns := 0
	for _, p := range players {
		turns += len(p.turns)
	}
	return turns
}

// holdAcknowledged looks for every acknowledged turn in the log of its session: there once, with its number, no number missing.
func holdAcknowledged(t *testing.T, ctx context.Context, records *store.Store, players []*apiPlayer) {
	t.Helper()
	for _, p := range players {
		for _, id := range p.sessions {
			log, err := records.Events(ctx, id, 0)
			if err != nil || len(log) == 0 {
				t.Fatalf("log of acknowledged session %s = %d events, %v", id, len(log), err)
			}
			for i, e := range log {
				if e.Number != i+1 {
					t.Fatalf("session %s: event %d has number %d", id, i+1, e.Number)
				}
			}
			p.holdTurns(t, id, log)
		}
	}
}

// apiPlayer is a trainee whose program knows only the JSON interface.
type apiPlayer struct {
	server *server
	token  string
	client *http.Client
	// sessions are those the server said it had begun.
	sessions []engine.SessionID
	// turns are those it answered; asked is the one it may have lost.
	turns []apiTurn
	asked *apiTurn
	// talking tells that the newest session has not ended yet.
	talking bool
	count   int
}

// apiTurn is one line said and the answer to it.
type apiTurn struct {
	session   engine.SessionID
	key, text string
	answer    apiAnswer
}

// apiAnswer is what every copy of a command is answered.
type apiAnswer struct {
	Last  int          `json:"last"`
	Phase engine.Phase `json:"phase"`
}

// play says line after line, in one session after the other, until the server is gone.
func (p *apiPlayer) play() {
	for {
		if p.asked == nil && !p.compose() {
			return
		}
		if err := p.ask(); err != nil {
			return
		}
	}
}

// compose prepares the next line, in a new session where the last one has ended.
func (p *apiPlayer) compose() bool {
	if !p.talking && p.begin() != nil {
		return false
	}
	p.count++
	key := fmt.Sprintf("%s-%d", p.token[:6], p.count)
	p.asked = &apiTurn{session: p.sessions[len(p.sessions)-1], key: key, text: "Un momento, controllo la pratica " + key + "."}
	return true
}

func (p *apiPlayer) begin() error {
	var session struct {
		ID engine.SessionID `json:"id"`
	}
	if err := p.post("/sessions", map[string]any{"scenario": killedScenario, "mode": "practice"}, &session); err != nil {
		return err
	}
	p.sessions, p.talking = append(p.sessions, session.ID), true
	return nil
}

// ask sends the line; one without an answer stays asked and is sent again with its key when the server is back.
func (p *apiPlayer) ask() error {
	turn := *p.asked
	if err := p.say(&turn); err != nil {
		return err
	}
	p.turns, p.asked = append(p.turns, turn), nil
	p.talking = turn.answer.Phase == engine.Talking
	return nil
}

func (p *apiPlayer) say(turn *apiTurn) error {
	return p.do(turn.session, &turn.answer, map[string]any{"kind": "say", "text": turn.text, "key": turn.key})
}

func (p *apiPlayer) do(id engine.SessionID, answer any, command map[string]any) error {
	return p.post("/sessions/"+string(id)+"/commands", command, answer)
}

// errAnswered is an answer that is no success; a server that is gone gives another error.
var errAnswered = errors.New("answered")

func (p *apiPlayer) post(path string, body, into any) error {
	text, err := json.Marshal(body)
	if err != nil {
		return err
	}
	return p.request(http.MethodPost, path, bytes.NewReader(text), into)
}

func (p *apiPlayer) request(method, path string, body io.Reader, into any) error {
	request, err := http.NewRequest(method, "http://"+p.server.addr+"/api/v1"+path, body) //nolint:noctx // ends with the server
	if err != nil {
		return err
	}
	request.Header.Set("Authorization", "Bearer "+p.token)
	request.Header.Set("Content-Type", "application/json")
	response, err := p.client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close() //nolint:errcheck // read to its end
	text, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	if response.StatusCode/100 != 2 {
		p.server.Errorf("%s %s = %d %s", method, path, response.StatusCode, text)
		return fmt.Errorf("%w: %d", errAnswered, response.StatusCode)
	}
	return json.Unmarshal(text, into)
}

// holdTurns looks for the player's turns in the log of one of his sessions.
func (p *apiPlayer) holdTurns(t *testing.T, id engine.SessionID, log []engine.Event) {
	t.Helper()
	said := map[string]int{}
	for _, e := range log {
		if line, ok := e.Fact.(engine.Replied); ok {
			said[line.Text]++
		}
	}
	for text, times := range said {
		if times != 1 {
			t.Errorf("session %s: %q was said once and stands %d times in the log", id, text, times)
		}
	}
	for _, turn := range p.turns {
		if turn.session != id {
			continue
		}
		if said[turn.text] != 1 || turn.answer.Last > len(log) {
			t.Errorf("session %s: acknowledged %q up to event %d, log of %d events has it %d times",
				id, turn.text, turn.answer.Last, len(log), said[turn.text])
		}
	}
}

// sayAgain repeats every turn with its key: every copy gets the first answer, and nothing is said twice.
func (p *apiPlayer) sayAgain() {
	for _, turn := range p.turns {
		again := turn
		if err := p.say(&again); err != nil {
			p.server.Errorf("say %q again: %v", turn.text, err)
			return
		}
		if again.answer != turn.answer {
			p.server.Errorf("answer to %q = %+v, said again %+v", turn.text, turn.answer, again.answer)
		}
	}
	if p.asked != nil {
		p.ask() //nolint:errcheck // reported where it is answered badly
	}
}

// playToItsEnd goes on in every session as if nothing had happened, until it has an evaluation.
func (p *apiPlayer) playToItsEnd() {
	for _, id := range p.sessions {
		for range 12 {
			var now apiAnswer
			if err := p.request(http.MethodGet, "/sessions/"+string(id), strings.NewReader(""), &now); err != nil {
				return
			}
			if now.Phase == engine.Finished {
				break
			}
			p.goOn(id, now.Phase)
		}
		var marked struct{ Result string }
		if err := p.request(http.MethodGet, "/sessions/"+string(id)+"/evaluation", strings.NewReader(""), &marked); err != nil || marked.Result == "" {
			p.server.Errorf("evaluation of session %s played to its end = %q, %v", id, marked.Result, err)
		}
	}
}

func (p *apiPlayer) goOn(id engine.SessionID, phase engine.Phase) {
	var answer apiAnswer
	kind := "close"
	if phase == engine.WrapUp || phase == engine.Debrief {
		kind = "finish"
	}
	p.do(id, &answer, map[string]any{"kind": kind}) //nolint:errcheck // reported where it is answered badly
}
