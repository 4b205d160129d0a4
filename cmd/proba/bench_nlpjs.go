package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"

	"proba/engine/language/eval"
)

// errNoNLPJS tells why nlp.js is not measured beside the recogniser.
var errNoNLPJS = errors.New("nlp.js left out")

// nlpjs is a running nlp.js, the yardstick of the benchmark. It hears with what it was taught last.
type nlpjs struct {
	cmd     *exec.Cmd
	in      io.WriteCloser
	encoder *json.Encoder
	decoder *json.Decoder
	taught  int
	// err is the first thing that went wrong in a judge, which cannot return it.
	err error
}

// startNLPJS starts judge.mjs of the folder with node. Without node or the libraries the error is errNoNLPJS with the
// reason.
func startNLPJS(ctx context.Context, dir string) (*nlpjs, error) {
	node, err := exec.LookPath("node")
	if err != nil {
		return nil, fmt.Errorf("%w: node is not installed", errNoNLPJS)
	}
	if _, err := os.Stat(filepath.Join(dir, "judge.mjs")); err != nil {
		return nil, fmt.Errorf("%w: %s holds no judge.mjs", errNoNLPJS, dir)
	}
	if _, err := os.Stat(filepath.Join(dir, "node_modules", "@nlpjs", "nlp")); err != nil {
		return nil, fmt.Errorf("%w: run npm ci in %s first", errNoNLPJS, dir)
	}
	cmd := exec.CommandContext(ctx, node, "judge.mjs")
	cmd.Dir, cmd.Stderr = dir, os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("start nlp.js: %w", err)
	}
	return &nlpjs{cmd: cmd, in: in, encoder: json.NewEncoder(in), decoder: json.NewDecoder(bufio.NewReader(out))}, nil
}

// Close ends it and tells what went wrong while it judged.
func (n *nlpjs) Close() error {
	closed := n.in.Close()
	return errors.Join(n.err, closed, n.cmd.Wait())
}

// nlpjsMet is from which score on nlp.js itself takes an intent as found.
const nlpjsMet = 0.5

// Train is an [eval.Maker]. The judge it made before must not be asked any more.
func (n *nlpjs) Train(language string, _ []string, examples [][]string) (eval.Judge, error) {
	var answer struct{ Ready bool }
	request := map[string]any{"language": language, "intents": examples}
	if err := n.ask(request, &answer); err != nil || !answer.Ready {
		return nil, fmt.Errorf("teach nlp.js: ready %v: %w", answer.Ready, err)
	}
	n.taught++
	mine, size := n.taught, len(examples)
	return func(turn string) []eval.Opinion {
		opinions := make([]eval.Opinion, size)
		if mine != n.taught {
			n.err = errors.Join(n.err, errors.New("nlp.js was taught something else since"))
			return opinions
		}
		n.hear(turn, opinions)
		return opinions
	}, nil
}

func (n *nlpjs) hear(turn string, opinions []eval.Opinion) {
	if n.err != nil {
		return
	}
	var answer struct{ Scores []float64 }
	if n.err = n.ask(map[string]string{"turn": turn}, &answer); n.err != nil {
		return
	}
	if len(answer.Scores) != len(opinions) {
		n.err = fmt.Errorf("nlp.js scores %d intents, want %d", len(answer.Scores), len(opinions))
		return
	}
	for i, score := range answer.Scores {
		opinions[i] = eval.Opinion{Met: score >= nlpjsMet, Score: score}
	}
}

func (n *nlpjs) ask(request, answer any) error {
	if err := n.encoder.Encode(request); err != nil {
		return err
	}
	return n.decoder.Decode(answer)
}
