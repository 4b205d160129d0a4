package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// inkFolder holds the peer of the benchmarks: inkjs with its lock file, and the story in ink. It is for developers only.
const inkFolder = "cmd/proba/bench-ink"

// inkRow plays an equal story with the ink runtime in the same run. It is no target but a peer: where node or the package
// is missing, the row says why.
func inkRow(ctx context.Context, deaf, heard float64) measured {
	const what = "the same story in the ink runtime (inkjs)"
	skipped := func(why string) measured { return measured{what, "skipped: " + why, "-", true} }
	if _, err := os.Stat(inkFolder); err != nil {
		return skipped("run from the root of the checkout")
	}
	ctx, cancel := context.WithTimeout(ctx, 2*time.Minute)
	defer cancel()
	if _, err := os.Stat(filepath.Join(inkFolder, "node_modules", "inkjs")); err != nil {
		install := exec.CommandContext(ctx, "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error")
		install.Dir = inkFolder
		if err := install.Run(); err != nil {
			return skipped("npm ci: " + err.Error())
		}
	}
	play := exec.CommandContext(ctx, "node", "play.mjs")
	play.Dir = inkFolder
	out, err := play.Output()
	if err != nil {
		return skipped("node: " + err.Error())
	}
	var turns float64
	if _, err := fmt.Sscanf(strings.TrimSpace(string(out)), "%f", &turns); err != nil || turns <= 0 {
		return skipped("node printed " + strings.TrimSpace(string(out)))
	}
	return measured{what, fmt.Sprintf("%.0f turns/s; here %.1fx unheard, %.2fx heard", turns, deaf/turns, heard/turns), "-", true}
}
