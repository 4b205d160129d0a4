package rater

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"

	"proba/engine/language"
)

// Limits of one vote by embeddings.
const (
	// maxTexts bounds the texts one criterion is compared by, maxTogether those of one request.
	maxTexts    = 1000
	maxTogether = 64
	// maxVectors is the greatest size of an answer: 64 vectors of 4096 numbers written out.
	maxVectors = 8 << 20
	maxNumbers = 8192
)

// Embeddings asks an embeddings service how near what a trainee said is to the examples of the phrases a criterion asks
// for, and to their counter-examples. What is near enough is learnt from the examples themselves (see phraseScale), so that
// it fits any model; where they do not tell, or a reply stands in between, the vote is void.
type Embeddings struct{ service }

// NewEmbeddings checks the operator's settings; ErrConfig when they do not do. Nothing is sent.
func NewEmbeddings(c Config) (*Embeddings, error) {
	s, err := newService(c, maxVectors, "embeddings")
	if err != nil {
		return nil, err
	}
	return &Embeddings{s}, nil
}

// Ask compares every reply, and every sentence of one, with the examples of each phrase. The Raw of its vote holds the
// figures it came to, the Prompt is the hash of the model's name and of every text that was compared.
func (e *Embeddings) Ask(ctx context.Context, q Question) (Vote, error) {
	v := Vote{Criterion: q.Criterion, Opinion: Void, Model: e.config.Model}
	said := saidIn(q.Replies)
	if len(said) == 0 {
		v.Why = NothingSaid
		return v, nil
	}
	if !q.enoughExamples() {
		v.Why = FewExamples
		return v, nil
	}
	texts := textsOf(q, said)
	if len(texts) > maxTexts {
		v.Why = TooLong
		return v, nil
	}
	v.Prompt = hashOf(e.config.Model, texts)
	vectors, why := e.vectors(ctx, texts)
	if err := ctx.Err(); err != nil {
		return v, fmt.Errorf("ask about %q: %w", q.Criterion, err)
	}
	if why != "" {
		v.Why = why
		return v, nil
	}
	j := judgement{vectors: vectors, said: said}
	v.Opinion, v.Quote = j.criterion(q)
	if v.Opinion == Void {
		v.Why = Unsure
	}
	v.Raw = j.figures()
	return v, nil
}

// saidIn are the replies and, of those with several, their sentences: each a text that stands in a reply word for word.
func saidIn(replies []string) []string {
	var all []string
	add := func(text string) {
		if text = strings.TrimSpace(text); text != "" && !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	for _, reply := range replies {
		add(reply)
		characters := []rune(reply)
		sentences := language.Sentences(reply, true, nil)
		for _, s := range sentences {
			add(string(characters[s.Span[0]:s.Span[1]]))
		}
	}
	return all
}

// textsOf are all texts of a question once, in a fixed order.
func textsOf(q Question, said []string) []string {
	all := slices.Clone(said)
	for _, item := range q.Items {
		for _, clause := range item {
			for _, p := range clause {
				all = append(append(all, p.Examples...), p.Counter...)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func hashOf(model string, texts []string) string {
	text, err := json.Marshal(append([]string{model}, texts...))
	if err != nil {
		return "" // strings can always be written
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

type embeddingsRequest struct {
	Model string   `json:"model"`
	Input []string `json:"input"`
}

// vectors asks for the vector of every text, some at a time.
func (e *Embeddings) vectors(ctx context.Context, texts []string) (map[string][]float64, Why) {
	all := make(map[string][]float64, len(texts))
	for part := range slices.Chunk(texts, maxTogether) {
		body, err := json.Marshal(embeddingsRequest{e.config.Model, part})
		if err != nil || len(body) > maxQuestion {
			return nil, TooLong
		}
		raw, why := e.send(ctx, body)
		if why != "" {
			return nil, why
		}
		if !readVectors(raw, part, all) {
			return nil, WrongForm
		}
	}
	return all, ""
}

// readVectors takes one vector for each text, all of one length, none without direction.
func readVectors(raw string, texts []string, into map[string][]float64) bool {
	var answer struct {
		Data []struct {
			Index     int
			Embedding []float64
		}
	}
	if err := json.Unmarshal([]byte(raw), &answer); err != nil || len(answer.Data) != len(texts) {
		return false
	}
	for _, d := range answer.Data {
		if d.Index < 0 || d.Index >= len(texts) || into[texts[d.Index]] != nil {
			return false
		}
		unit, ok := direction(d.Embedding)
		if !ok || !sameLength(unit, into) {
			return false
		}
		into[texts[d.Index]] = unit
	}
	return true
}

func sameLength(v []float64, others map[string][]float64) bool {
	for _, other := range others {
		return len(other) == len(v)
	}
	return true
}

// direction is a vector of length one.
func direction(v []float64) ([]float64, bool) {
	if len(v) == 0 || len(v) > maxNumbers {
		return nil, false
	}
	square := 0.0
	for _, x := range v {
		square += x * x
	}
	length := math.Sqrt(square)
	if length == 0 || math.IsInf(length, 0) || math.IsNaN(length) {
		return nil, false
	}
	unit := make([]float64, len(v))
	for i, x := range v {
		unit[i] = x / length
	}
	return unit, true
}
