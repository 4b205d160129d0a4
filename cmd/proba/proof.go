package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"proba/engine"
	"proba/engine/live"
	"proba/engine/store"
	"proba/grading"
	"proba/scenarios"
)

// proof is one session on its own: the texts it was played with, its log, and the machine's evaluation as it was kept.
// It can be checked on any machine, with no records at all.
type proof struct {
	Format     int               `json:"format"`
	Session    engine.SessionID  `json:"session"`
	Scenario   string            `json:"scenario"`
	Pack       scenarios.Digest  `json:"pack"`
	Files      []proofFile       `json:"files"`
	Events     []json.RawMessage `json:"events"`
	Evaluation json.RawMessage   `json:"evaluation"`
	// Digest is the SHA-256 of the proof without it. It finds what the marks do not depend on, as a word nobody looked for.
	Digest string `json:"digest"`
}

// proofFile is an author file, or with Data instead of Text a picture or document that one shows.
type proofFile struct {
	Path string `json:"path"`
	Text string `json:"text"`
	Data []byte `json:"data,omitempty"`
}

func proofFileOf(f scenarios.File) proofFile {
	if scenarios.IsMedia(f.Path) {
		return proofFile{Path: f.Path, Data: []byte(f.Text)}
	}
	return proofFile{Path: f.Path, Text: f.Text}
}

func (f proofFile) file() scenarios.File {
	if scenarios.IsMedia(f.Path) {
		return scenarios.File{Path: f.Path, Text: string(f.Data)}
	}
	return scenarios.File{Path: f.Path, Text: f.Text}
}

const proofFormat = 1

type exportCommand struct {
	recordsFlags
	Session string `arg:"" help:"Id of a finished session."`
	Out     string `help:"File to write; standard output when left out."`
}

// Run writes the proof of a session. Lists for people are exported from the pages, as CSV and XLSX.
func (c *exportCommand) Run(ctx context.Context, io streams) error {
	records, err := store.OpenToRead(ctx, c.config())
	if err != nil {
		return err
	}
	defer records.Close() //nolint:errcheck // opened to read
	kept, err := proofOf(ctx, records, engine.SessionID(c.Session))
	if err != nil {
		return err
	}
	text, err := json.Marshal(kept)
	if err != nil {
		return fmt.Errorf("write the proof: %w", err)
	}
	text = append(text, '\n')
	if c.Out == "" {
		_, err = io.out.Write(text)
		return err
	}
	return os.WriteFile(c.Out, text, 0o600)
}

func proofOf(ctx context.Context, records *store.Store, id engine.SessionID) (proof, error) {
	p, err := readPinned(ctx, records, live.NewShelf(records), id)
	if err != nil {
		return proof{}, err
	}
	marked, err := records.MachineEvaluation(ctx, id)
	if err != nil {
		return proof{}, fmt.Errorf("session %s has no evaluation yet: %w", id, err)
	}
	kept := proof{Format: proofFormat, Session: id, Scenario: p.session.Scenario, Pack: p.session.Pack, Evaluation: marked.JSON}
	for _, f := range p.script.Sources {
		kept.Files = append(kept.Files, proofFileOf(f))
	}
	for _, e := range p.log {
		line, err := engine.EncodeEvent(e)
		if err != nil {
			return proof{}, err
		}
		kept.Events = append(kept.Events, line)
	}
	kept.Digest, err = kept.digest()
	return kept, err
}

func (p proof) digest() (string, error) {
	p.Digest = ""
	text, err := json.Marshal(p)
	if err != nil {
		return "", fmt.Errorf("digest of the proof: %w", err)
	}
	return fmt.Sprintf("%x", sha256.Sum256(text)), nil
}

type verifyCommand struct {
	File string `arg:"" type:"existingfile" help:"A proof written by export."`
}

// errNotProved is the kind of every way a proof can fail.
var errNotProved = errors.New("not proved")

// Run marks the log again with the texts in the proof and compares byte for byte. It ends with 1 when they differ.
func (c *verifyCommand) Run(io streams) error {
	text, err := os.ReadFile(c.File)
	if err != nil {
		return fmt.Errorf("read the proof: %w", err)
	}
	ev, err := verify(text)
	if errors.Is(err, errNotProved) {
		fmt.Fprintln(io.err, err)
		return exitProblems
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(io.out, "proved: %s, %d%%, recomputed to the byte\n", ev.Result, ev.Score)
	return nil
}

func verify(text []byte) (grading.Evaluation, error) {
	kept, err := readProof(text)
	if err != nil {
		return grading.Evaluation{}, err
	}
	script, err := kept.script()
	if err != nil {
		return grading.Evaluation{}, err
	}
	log, err := kept.log()
	if err != nil {
		return grading.Evaluation{}, err
	}
	ev := grading.Grade(script.Scenario, log)
	again, err := json.Marshal(ev)
	if err != nil {
		return ev, err
	}
	if !bytes.Equal(again, kept.Evaluation) {
		return ev, fmt.Errorf("%w: the log gives another evaluation: %s, %d%%", errNotProved, ev.Result, ev.Score)
	}
	return ev, kept.unchanged(text)
}

// readProof refuses what export never writes: another format, fields it does not know.
func readProof(text []byte) (proof, error) {
	var kept proof
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&kept); err != nil || kept.Format != proofFormat {
		return proof{}, fmt.Errorf("%w: not a proof of format %d", errNotProved, proofFormat)
	}
	return kept, nil
}

// unchanged holds every byte of the file to what export wrote, also those no mark depends on.
func (p proof) unchanged(text []byte) error {
	digest, err := p.digest()
	if err != nil {
		return err
	}
	written, err := json.Marshal(p)
	if err != nil {
		return fmt.Errorf("write the proof again: %w", err)
	}
	if digest != p.Digest || !bytes.Equal(append(written, '\n'), text) {
		return fmt.Errorf("%w: the file is not as it was exported", errNotProved)
	}
	return nil
}

func (p proof) script() (*engine.Script, error) {
	var files []scenarios.File
	for _, f := range p.Files {
		files = append(files, f.file())
	}
	pack, _ := scenarios.Load(scenarios.FilesFS(files)) // what cannot be read is missing below
	sc, ok := pack.Scenarios[p.Scenario]
	if !ok {
		return nil, fmt.Errorf("%w: its files hold no scenario %q", errNotProved, p.Scenario)
	}
	script, err := engine.Prepare(sc)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errNotProved, err)
	}
	if script.Pack != p.Pack {
		return nil, fmt.Errorf("%w: its files are not those the session was played with", errNotProved)
	}
	return script, nil
}

func (p proof) log() ([]engine.Event, error) {
	var log []engine.Event
	for i, line := range p.Events {
		e, err := engine.DecodeEvent(line)
		if err != nil {
			return nil, fmt.Errorf("%w: event %d: %w", errNotProved, i+1, err)
		}
		if e.Number != i+1 {
			return nil, fmt.Errorf("%w: event %d is missing", errNotProved, i+1)
		}
		log = append(log, e)
	}
	return log, nil
}
