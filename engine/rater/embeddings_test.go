package rater_test

import (
	"context"
	"encoding/json"
	"errors"
	"hash/fnv"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"proba/engine/rater"
)

var refund = rater.Phrase{
	Name: "offers a refund",
	Examples: []string{"Le rimborso l'importo oggi stesso.", "Può avere il rimborso dell'intero importo.", "Le restituiamo l'intero importo pagato.",
		"Facciamo subito il rimborso sulla carta.", "Riceverà il rimborso dell'importo sulla carta."},
	Counter: []string{"Non possiamo dare alcun rimborso.", "Il pacco arriva domani mattina.", "Non è previsto nessun rimborso.", "Mi dica il numero d'ordine."},
}

var farewell = rater.Phrase{
	Name:     "says goodbye",
	Examples: []string{"Arrivederci e buona giornata.", "Buona giornata, arrivederci.", "La saluto, buona giornata.", "Arrivederci, buona serata."},
	Counter:  []string{"Buongiorno, sono Anna.", "Le auguro di trovarlo presto.", "Buongiorno, come posso aiutarla?"},
}

func asks(replies []string, one bool, phrases ...rater.Phrase) rater.Question {
	q := rater.Question{Criterion: "c", Replies: replies, OneEnough: one}
	for _, p := range phrases {
		q.Items = append(q.Items, rater.Item{rater.Clause{p}})
	}
	return q
}

// byLetters is a small embeddings model: how often each three letters in a row stand in a text, in 512 places.
func byLetters(text string) []float64 {
	v := make([]float64, 512)
	runes := []rune(" " + strings.ToLower(text) + " ")
	for i := 0; i+3 <= len(runes); i++ {
		h := fnv.New32a()
		_, _ = io.WriteString(h, string(runes[i:i+3])) // a hash takes everything
		v[h.Sum32()%512]++
	}
	return v
}

// embeds answers as a service does, in another order than asked.
func embeds(w http.ResponseWriter, r *http.Request) {
	var got struct {
		Model string
		Input []string
	}
	if err := json.NewDecoder(r.Body).Decode(&got); err != nil || got.Model != "small" || len(got.Input) > 64 {
		http.Error(w, "?", http.StatusBadRequest)
		return
	}
	var data []any
	for i, text := range slices.Backward(got.Input) {
		data = append(data, map[string]any{"index": i, "embedding": byLetters(text)})
	}
	json.NewEncoder(w).Encode(map[string]any{"data": data})
}

func serveEmbeddings(t *testing.T, h http.HandlerFunc, timeout time.Duration) *rater.Embeddings {
	t.Helper()
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	e, err := rater.NewEmbeddings(rater.Config{Address: server.URL + "/v1", Model: "small", Key: "k", Timeout: timeout})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestNearIsWhatTheExamplesSay(t *testing.T) {
	e := serveEmbeddings(t, embeds, 5*time.Second)
	yes, no, bye := "Certo, le faccio il rimborso dell'intero importo.", "Non possiamo dare nessun rimborso, mi dispiace.", "Arrivederci, buona giornata."
	tests := []struct {
		name  string
		q     rater.Question
		want  rater.Opinion
		quote string
	}{
		{"a paraphrase", asks([]string{"Buongiorno.", yes}, false, refund), rater.Met, yes},
		{"a sentence of a long reply", asks([]string{"Ho controllato il suo ordine e la capisco benissimo. " + yes + " Ha altre domande per me?"}, false, refund), rater.Met, yes},
		{"refused", asks([]string{"Buongiorno, sono Anna.", no}, false, refund), rater.NotMet, ""},
		{"something else", asks([]string{"Il pacco arriva domani mattina, mi dica il numero."}, false, refund), rater.NotMet, ""},
		{"both of two", asks([]string{yes, bye}, false, refund, farewell), rater.Met, yes},
		{"one of two is not all", asks([]string{yes}, false, refund, farewell), rater.NotMet, ""},
		{"one of two is enough", asks([]string{"Buongiorno, sono Anna.", bye}, true, refund, farewell), rater.Met, bye},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v, err := e.Ask(context.Background(), tt.q)
			if err != nil || v.Opinion != tt.want || v.Quote != tt.quote {
				t.Errorf("vote = %s %q (%s), %v; want %s %q\n%s", v.Opinion, v.Quote, v.Why, err, tt.want, tt.quote, v.Raw)
			}
			if again, _ := e.Ask(context.Background(), tt.q); again != v || len(v.Prompt) != 64 || v.Model != e.Model() {
				t.Errorf("a second vote = %+v, first %+v", again, v)
			}
		})
	}
}

func TestExamplesThatDoNotDifferGiveNoOpinion(t *testing.T) {
	same := rater.Phrase{Name: "x", Examples: farewell.Examples, Counter: farewell.Examples}
	v, err := serveEmbeddings(t, embeds, 5*time.Second).Ask(context.Background(), asks([]string{"Arrivederci e buona giornata."}, false, same))
	if err != nil || v.Opinion != rater.Void || v.Why != rater.Unsure {
		t.Errorf("vote = %s (%s), %v; want void, unsure", v.Opinion, v.Why, err)
	}
}

func TestBadAnswersOfAnEmbeddingsServiceAreVoid(t *testing.T) {
	answers := func(data string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, data) }
	}
	// change answers rightly but for one entry.
	change := func(spoil func(entry map[string]any)) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			right := httptest.NewRecorder()
			embeds(right, r)
			var answer struct {
				Data []map[string]any `json:"data"`
			}
			json.Unmarshal(right.Body.Bytes(), &answer)
			spoil(answer.Data[1])
			json.NewEncoder(w).Encode(answer)
		}
	}
	tests := []struct {
		name    string
		handler http.HandlerFunc
		why     rater.Why
	}{
		{"no vectors", answers(`{"data": []}`), rater.WrongForm},
		{"not JSON", answers("sure!"), rater.WrongForm},
		{"words for numbers", change(func(e map[string]any) { e["embedding"] = []string{"a"} }), rater.WrongForm},
		{"one twice", change(func(e map[string]any) { e["index"] = 0 }), rater.WrongForm},
		{"an index too high", change(func(e map[string]any) { e["index"] = 999 }), rater.WrongForm},
		{"an index below 0", change(func(e map[string]any) { e["index"] = -1 }), rater.WrongForm},
		{"another length", change(func(e map[string]any) { e["embedding"] = []float64{1, 2} }), rater.WrongForm},
		{"no direction", change(func(e map[string]any) { e["embedding"] = make([]float64, 512) }), rater.WrongForm},
		{"numbers too large", change(func(e map[string]any) { e["embedding"] = slices.Repeat([]float64{1e200}, 512) }), rater.WrongForm},
		{"500", func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "boom", http.StatusInternalServerError) }, rater.NoAnswer},
		{"huge", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, strings.Repeat("1,", 5<<20)) }, rater.TooLong},
		{"slow", func(w http.ResponseWriter, r *http.Request) {
			io.Copy(io.Discard, r.Body) // so that the server sees the client leave
			select {
			case <-r.Context().Done():
			case <-time.After(5 * time.Second):
			}
		}, rater.NoAnswer},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := serveEmbeddings(t, tt.handler, 700*time.Millisecond)
			v, err := e.Ask(context.Background(), asks([]string{"Buongiorno."}, false, refund))
			if err != nil || v.Opinion != rater.Void || v.Why != tt.why {
				t.Errorf("vote = %s (%s), %v; want void (%s)", v.Opinion, v.Why, err, tt.why)
			}
		})
	}
}

func TestNoVectorsAreAskedForInVain(t *testing.T) {
	e := serveEmbeddings(t, func(http.ResponseWriter, *http.Request) { t.Error("the service was asked") }, time.Second)
	few := rater.Phrase{Name: "few", Examples: refund.Examples[:3], Counter: refund.Counter}
	var many []string
	for i := range 1100 {
		many = append(many, strings.Repeat("parola ", i+1))
	}
	for why, q := range map[rater.Why]rater.Question{
		rater.NothingSaid: asks([]string{" ", ""}, false, refund),
		rater.FewExamples: asks([]string{"Buongiorno."}, false, refund, few),
		rater.TooLong:     asks(many, false, refund),
	} {
		if v, err := e.Ask(context.Background(), q); err != nil || v.Opinion != rater.Void || v.Why != why {
			t.Errorf("vote = %s (%s), %v; want void (%s)", v.Opinion, v.Why, err, why)
		}
	}
}

func TestAnEndedContextEndsEmbeddingsToo(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := serveEmbeddings(t, embeds, time.Second).Ask(ctx, asks([]string{"Buongiorno."}, false, refund)); !errors.Is(err, context.Canceled) {
		t.Errorf("Ask = %v, want canceled", err)
	}
	if _, err := rater.NewEmbeddings(rater.Config{Address: "ftp://x", Model: "m"}); !errors.Is(err, rater.ErrConfig) {
		t.Errorf("NewEmbeddings = %v, want ErrConfig", err)
	}
}
