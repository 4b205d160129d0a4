package web

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"proba/content"
)

// gallery serves the browser's samples at /LANGUAGE/NUMBER, with the product's style and script files.
func gallery(t *testing.T) *httptest.Server {
	t.Helper()
	s := bare(t)
	mux := http.NewServeMux()
	mux.HandleFunc("/static/", func(w http.ResponseWriter, r *http.Request) {
		file, known := s.assets.files[strings.TrimPrefix(r.URL.Path, "/static/")]
		if !known || strings.HasSuffix(r.URL.Path, ".js") { // samples have no server to talk to
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", file.kind)
		_, _ = w.Write(file.body)
	})
	for i, sample := range browserSamples() {
		for _, code := range content.Languages() {
			page := renderSample(t, s, sample, code)
			mux.HandleFunc(fmt.Sprintf("/%s/%d", code, i), func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(page)) })
		}
	}
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server
}

// openGallery opens a browser on the gallery.
func openGallery(t *testing.T) (pane, string) {
	t.Helper()
	path := chromium(t)
	url := gallery(t).URL
	return pane{T: t, ctx: browserContext(t, path)}, url
}

func TestPagesNeverScrollSideways(t *testing.T) {
	p, url := openGallery(t)
	for i, sample := range browserSamples() {
		for _, code := range []string{"ru", []string{"en", "it", "ro"}[i%3]} { // the longest words everywhere, the others in turn
			p.size(1440, 900, "light")
			p.do(sample.page, chromedp.Navigate(fmt.Sprintf("%s/%s/%d", url, code, i)), chromedp.WaitReady(chromedp.CSS("main")))
			name := strings.NewReplacer("/", "-", " ", "-", ",", "").Replace(sample.page + "-" + sample.state + "-" + code)
			p.shoot("long-" + name)
			for _, wide := range []int64{1024, 768, 390, 320} {
				p.size(wide, 900, "light")
				if got := script[int64](p, `document.documentElement.scrollWidth`); got > wide {
					t.Errorf("%s is %d wide in a window of %d: %s", name, got, wide, script[string](p, widest))
				}
				if wide == 390 {
					if got := script[string](p, underLabels); got != "" {
						t.Errorf("%s has values under the labels of a folded table: %s", name, got)
					}
					p.shoot("narrow-" + name)
				}
			}
		}
	}
}

func TestPagesOfPanesScrollWithinThemAndNeverAsAWhole(t *testing.T) {
	p, url := openGallery(t)
	p.size(1440, 600, "light")
	for i, sample := range browserSamples() {
		p.do(sample.page, chromedp.Navigate(fmt.Sprintf("%s/en/%d", url, i)), chromedp.WaitReady(chromedp.CSS("main")))
		if !script[bool](p, `document.querySelector("main").matches(".rev, .studio, .desk")`) {
			continue
		}
		if got := script[int64](p, `document.scrollingElement.scrollHeight`); got > 600 {
			t.Errorf("%s, %s is %d high in a window of 600: an address with a place in it scrolls the panes out of sight", sample.page, sample.state, got)
		}
	}
}

// widest names the elements that stick out.
const widest = `[...document.querySelectorAll("main *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".scroll, .chart-box, .vh"))
	.slice(0, 3).map(e => e.tagName + "." + e.className).join(" ")`

// underLabels names the values of folded tables that stand in the column of the labels.
const underLabels = `[...document.querySelectorAll(".table--fold td[data-label] > *")]
	.filter(e => e.offsetWidth > 1 && e.getBoundingClientRect().left < e.parentElement.getBoundingClientRect().left + 100)
	.slice(0, 3).map(e => e.textContent.trim()).join(" / ")`

// axeFile is the accessibility checker, installed with the browser code.
const axeFile = "frontend/node_modules/axe-core/axe.min.js"

func TestPagesPassTheAccessibilityChecker(t *testing.T) {
	source, err := os.ReadFile(axeFile)
	if err != nil {
		t.Skip("axe-core is not installed: npm ci in web/frontend")
	}
	p, url := openGallery(t)
	for i, sample := range browserSamples() {
		theme := []string{"light", "dark"}[i%2] // by turns: most pages have samples of both
		p.size(1440, 900, theme)
		p.do(sample.page, chromedp.Navigate(fmt.Sprintf("%s/%s/%d", url, "en", i)), chromedp.WaitReady(chromedp.CSS("main")))
		script[bool](p, string(source)+`; true`)
		p.shoot("long-" + theme + "-" + strings.NewReplacer("/", "-", " ", "-", ",", "").Replace(sample.page+"-"+sample.state))
		found, err := chromedp.Run(p.ctx, chromedp.Evaluate[string](axeRun, chromedp.EvalAwaitPromise))
		if err != nil {
			t.Fatal(err)
		}
		if found != "" {
			t.Errorf("%s, %s, %s:\n%s", sample.page, sample.state, theme, found)
		}
	}
}

// axeRun lists violations of WCAG 2.2 AA, one a line, with the first place of each.
const axeRun = `axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}).then(result =>
	result.violations.map(v => v.id + ": " + v.help + " " + v.nodes[0].html.slice(0, 160) + " " + (v.nodes[0].any[0]?.message ?? "")).join("\n"))`
