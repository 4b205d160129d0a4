# Proba. `make` alone lists the targets.

ADDR ?= 127.0.0.1:8080
DATA ?= ./data
DEMO ?= yes
GO   ?= go
BIN  := bin/proba
# A database fits on one core; the rest belongs to the trainees.
export CGO_ENABLED := 1

.PHONY: help run build test check lint unit race scripts browser pages bench screenshots fuzz tools clean

help: ## list the targets
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: build ## build and serve with demo people on http://127.0.0.1:8080 (ADDR=, DATA=, DEMO=no)
	$(BIN) serve --addr $(ADDR) --data $(DATA) --demo=$(DEMO)

build: pages ## build bin/proba with the page scripts inside
	$(GO) build -o $(BIN) ./cmd/proba

pages: web/static/dist/app.js ## bundle the page scripts

web/static/dist/app.js: $(shell find web/frontend -name '*.ts' -not -path '*/node_modules/*' 2>/dev/null) web/frontend/package-lock.json
	cd web/frontend && npm ci --no-audit --no-fund --loglevel=error && npm run --silent build

test: tools pages lint unit race check ## the gate: everything CI runs

tools: ## install what the gate needs and the machine lacks (Chromium, nlp.js)
	@sh .ci/tools

lint: ## format, vet
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { gofmt -l $$(git ls-files '*.go'); echo "run gofmt on these"; exit 1; }
	$(GO) vet ./...

unit: ## every test, with real SQLite, sockets and Chromium
	$(GO) test -timeout 20m ./...

race: ## the race detector over what runs concurrently
	$(GO) test -race -short -timeout 20m ./engine/... ./web/...

check: build ## every shipped pack, strictly parsed, linted and proved
	$(BIN) check content/library

bench: build ## benchmarks, as ratios to a limit measured in the same run
	$(BIN) bench

fuzz: ## ten seconds for each fuzz target
	@for p in scenarios engine/language engine; do for f in $$(grep -ho 'func Fuzz[A-Za-z]*' $$p/*_test.go | sed 's/func //'); do \
	  $(GO) test -run xxx -fuzz "^$$f$$" -fuzztime 10s -fuzzminimizetime 100x ./$$p || exit 1; done; done

screenshots: build ## photograph every page of the running demo into docs/screenshots
	$(GO) test -count=1 -run TestScreenshots ./cmd/proba -screenshots ../../docs/screenshots

clean: ## remove what was built
	rm -rf bin web/static/dist/*.js web/static/dist/*.css web/frontend/node_modules
