package main

import (
	"go/build"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A floor is a package with what it may import. Higher floors see lower ones, never the other way; docs/architecture.md
// tells why.
type floor struct {
	// house lists the packages of this module it may import.
	house []string
	// outside lists the module prefixes it may import beside the standard library.
	outside []string
	// pure packages touch no clock, no chance, no files, no network and no environment.
	pure bool
}

var anything = []string{"*"}

// The policy. A package without a line here fails the test: decide where it lives first.
var floors = map[string]floor{
	"proba/content": {outside: []string{"github.com/yuin/goldmark", "golang.org/x/text", "github.com/nicksnyder/go-i18n/v2"}},
	"proba/scenarios": {pure: true, outside: []string{
		"github.com/yuin/goldmark", "go.yaml.in/yaml/v3", "github.com/go-playground/validator/v10", "golang.org/x/text"}},
	"proba/engine/language": {pure: true, house: []string{"proba/scenarios"}, outside: []string{
		"github.com/blevesearch/snowballstem", "golang.org/x/text", "github.com/clipperhouse/uax29/v2"}},
	"proba/engine/language/eval": {pure: true, house: []string{"proba/scenarios", "proba/engine/language"}},
	"proba/engine":               {pure: true, house: []string{"proba/scenarios", "proba/engine/language"}},
	"proba/engine/robot":         {pure: true, house: []string{"proba/scenarios", "proba/engine/language", "proba/engine"}},
	"proba/grading":              {pure: true, house: []string{"proba/scenarios", "proba/engine", "proba/engine/language"}},
	"proba/grading/learn":        {pure: true, house: []string{"proba/scenarios", "proba/engine", "proba/engine/language", "proba/grading"}},
	"proba/grading/prove": {pure: true, house: []string{
		"proba/scenarios", "proba/engine", "proba/engine/language", "proba/engine/robot", "proba/grading"}},
	"proba/engine/live":  {house: []string{"proba/scenarios", "proba/engine", "proba/engine/language", "proba/grading"}},
	"proba/engine/rater": {house: []string{"proba/scenarios", "proba/engine", "proba/engine/language", "proba/grading"}},
	"proba/engine/store": {house: []string{"proba/scenarios", "proba/engine", "proba/engine/language", "proba/grading"},
		outside: []string{"gorm.io", "github.com/mattn/go-sqlite3", "github.com/pressly/goose/v3", "github.com/jackc/pgx"}},
	"proba/web":       {house: anything, outside: anything},
	"proba/cmd/proba": {house: anything, outside: anything},
}

// what makes a package impure: the clock is forbidden by name in TestPureFloorsNeverReadTheClock.
var impureImports = []string{"os", "net", "net/http", "math/rand", "math/rand/v2", "crypto/rand", "os/exec", "syscall"}

func TestFloorsImportOnlyWhatTheirPolicyAllows(t *testing.T) {
	for _, path := range modulePackages(t) {
		rule, ok := floors[path]
		if !ok {
			t.Errorf("package %s has no line in the table of floors", path)
			continue
		}
		for _, imported := range importsOf(t, path) {
			if why := refusal(rule, imported); why != "" {
				t.Errorf("%s imports %s: %s", path, imported, why)
			}
		}
	}
}

func TestOnlyStoreKnowsGormAndOnlyWebKnowsEcho(t *testing.T) {
	homes := map[string]string{"gorm.io/gorm": "proba/engine/store", "github.com/labstack/echo/v4": "proba/web"}
	for _, path := range modulePackages(t) {
		for _, imported := range importsOf(t, path) {
			if home, limited := homes[imported]; limited && path != home {
				t.Errorf("%s imports %s, which belongs to %s alone", path, imported, home)
			}
		}
	}
}

var clockCall = regexp.MustCompile(`\btime\.(Now|Since|Until|Sleep|After|AfterFunc|Tick|NewTimer|NewTicker)\(`)

func TestPureFloorsNeverReadTheClock(t *testing.T) {
	for path, rule := range floors {
		if !rule.pure {
			continue
		}
		dir := "../../" + strings.TrimPrefix(path, "proba/")
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if found := clockCall.Find(text); found != nil {
				t.Errorf("%s reads the clock: %s", file, found)
			}
		}
	}
}

func refusal(rule floor, imported string) string {
	first, _, _ := strings.Cut(imported, "/")
	switch {
	case first == "proba":
		if slices.Equal(rule.house, anything) || slices.Contains(rule.house, imported) {
			return ""
		}
		return "not on a lower floor"
	case !strings.Contains(first, "."):
		if rule.pure && slices.Contains(impureImports, imported) {
			return "a pure package has no files, network, environment or chance"
		}
		return ""
	case slices.Equal(rule.outside, anything):
		return ""
	}
	for _, prefix := range rule.outside {
		if imported == prefix || strings.HasPrefix(imported, prefix+"/") {
			return ""
		}
	}
	return "not among its libraries"
}

func modulePackages(t *testing.T) []string {
	t.Helper()
	out, err := exec.Command("go", "list", "proba/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	return strings.Fields(string(out))
}

func importsOf(t *testing.T, path string) []string {
	t.Helper()
	pkg, err := build.Import(path, "../..", 0)
	if err != nil {
		t.Fatalf("import %s: %v", path, err)
	}
	return pkg.Imports
}
