// Command proba is the whole product: it serves the pages and the API, and checks, plays and proves scenarios on the
// command line. `proba --help` lists the sub-commands; each lives in a file of its name.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"proba/engine/robot"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// program is the command line. Every flag can also be set by an environment variable, PROBA_ and its name.
type program struct {
	Serve     serveCommand     `cmd:"" help:"Serve pages and API."`
	Check     checkCommand     `cmd:"" help:"Parse, lint and prove packs of author files."`
	Play      playCommand      `cmd:"" help:"Play a scenario in the terminal, or the text of a conversation block."`
	New       newCommand       `cmd:"" help:"Begin something new: a scenario, a translation."`
	Graph     graphCommand     `cmd:"" help:"Show where a conversation can go, as a picture or as text."`
	Explain   explainCommand   `cmd:"" help:"Explain a check: what it means, a wrong and a right example."`
	Release   releaseCommand   `cmd:"" help:"Keep a sound pack as the released state that versions are compared with."`
	Fmt       fmtCommand       `cmd:"" help:"Tidy author files without touching what they mean."`
	Recognise recogniseCommand `cmd:"" help:"Say which phrases of a file are heard in replies, one a line on standard input."`
	Replay    replayCommand    `cmd:"" help:"Print the log of a stored session and prove that it folds to its state."`
	Regrade   regradeCommand   `cmd:"" help:"Mark stored sessions again and show what differs; changes nothing."`
	Learn     learnCommand     `cmd:"" help:"Propose examples for phrases out of what assessors corrected, as a diff; changes nothing by itself."`
	Rate      rateCommand      `cmd:"" help:"Ask an outside rater about the criteria of a finished session; its votes stand beside the marks."`
	Export    exportCommand    `cmd:"" help:"Write the proof of a session: texts, log and evaluation in one file."`
	Verify    verifyCommand    `cmd:"" help:"Recompute the evaluation of a proof and compare it byte for byte."`
	User      userCommand      `cmd:"" help:"People: add, token, list."`
	Migrate   migrateCommand   `cmd:"" help:"Bring the database to this program's schema."`
	Backup    backupCommand    `cmd:"" help:"Copy the database while the server runs."`
	Restore   restoreCommand   `cmd:"" help:"Put a backup in place of the database; the server must be stopped."`
	Bench     benchCommand     `cmd:"" help:"Measure, as ratios to a limit measured in the same run."`
}

// streams are where a command reads and writes.
type streams struct {
	in  io.Reader
	out io.Writer
	err io.Writer
}

// exitCode is an error that only sets how the program ends; what had to be said was said.
type exitCode int

func (e exitCode) Error() string { return fmt.Sprintf("exit %d", int(e)) }

// The ways to end: problems found is 1, a wrong command line or a failure 2.
const (
	exitProblems exitCode = 1
	exitFailure  exitCode = 2
)

// run is the program without the process around it: 0 when all went well, else how it ends.
func run(ctx context.Context, args []string, in io.Reader, out, errOut io.Writer) int {
	err := dispatch(ctx, args, streams{in: in, out: out, err: errOut})
	var code exitCode
	switch {
	case err == nil:
		return 0
	case errors.As(err, &code):
		return int(code)
	default:
		fmt.Fprintf(errOut, "proba: %v\n", err)
		return int(exitFailure)
	}
}

func dispatch(ctx context.Context, args []string, io streams) (err error) {
	var cli program
	ended := false
	parser, err := kong.New(&cli,
		kong.Name("proba"),
		kong.Description("Rehearse customer contacts, be assessed on what you said and did, keep the proof."),
		kong.Writers(io.out, io.err),
		kong.Exit(func(int) { ended = true }),
		kong.DefaultEnvars("PROBA"),
		kong.Vars{"robots": strings.Join(robot.Names(), ",")},
		kong.UsageOnError(),
	)
	if err != nil {
		return fmt.Errorf("read the command line: %w", err)
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	chosen, err := parser.Parse(args)
	if ended {
		return nil
	}
	if err != nil {
		return err
	}
	chosen.BindTo(ctx, (*context.Context)(nil))
	return chosen.Run(io)
}
