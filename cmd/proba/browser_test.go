package main

import (
	"context"
	"fmt"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// window is a real browser in front of a running server.
type window struct {
	testing.TB
	ctx  context.Context
	base string
}

// openWindow starts a browser. It skips, saying why, where there is none or the page scripts are not built.
func openWindow(t testing.TB, s *server) window {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium(t)), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-component-update", true), chromedp.Flag("lang", "en-GB"))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil { // the browser outlives the limit of single steps
		t.Fatal(err)
	}
	ctx, cancel = context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(cancel)
	w := window{t, ctx, "http://" + s.addr}
	w.size(1440, 900, "light")
	return w
}

func chromium(t testing.TB) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("no Chromium on this machine")
	return ""
}

func (w window) do(what string, steps ...chromedp.Action[chromedp.Void]) {
	w.Helper()
	ctx, cancel := context.WithTimeout(w.ctx, 30*time.Second)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		w.Fatalf("%s: %v\n%s", what, err, w.text("body"))
	}
}

// text is what a person reads in the first element of the selector, "" when there is none.
func (w window) text(selector string) string {
	return script[string](w, fmt.Sprintf(`(document.querySelector(%q)?.innerText ?? "")`, selector))
}

// open goes to a page and waits for what it must show.
func (w window) open(path, selector string) {
	w.Helper()
	w.do("open "+path, chromedp.Navigate(w.base+path), chromedp.WaitVisible(chromedp.CSS(selector)))
}

// click presses something and waits for what must follow.
func (w window) click(selector, then string) {
	w.Helper()
	w.do("click "+selector, chromedp.Click(chromedp.CSS(selector)), chromedp.WaitVisible(chromedp.CSS(then)))
}

// fill writes into a field.
func (w window) fill(selector, text string) {
	w.Helper()
	w.do("fill "+selector, chromedp.SendKeys(chromedp.CSS(selector), text))
}

// until waits for a condition of script, also over a change of page.
func (w window) until(condition string) {
	w.Helper()
	again := time.NewTicker(20 * time.Millisecond)
	defer again.Stop()
	for began := time.Now(); time.Since(began) < 20*time.Second; <-again.C {
		// Between two pages there is nothing to ask: an error is not yet an answer.
		if holds, err := ask[bool](w, condition); err == nil && holds {
			return
		}
	}
	w.Fatalf("%s never came true\n%s", condition, w.text("body"))
}

// script is the value of an expression.
func script[V any](w window, expression string) V {
	w.Helper()
	got, err := ask[V](w, expression)
	if err != nil {
		w.Fatalf("%s: %v", expression, err)
	}
	return got
}

// ask evaluates an expression and waits a few seconds at most: a page that is just leaving may never answer.
func ask[V any](w window, expression string) (V, error) {
	ctx, cancel := context.WithTimeout(w.ctx, 3*time.Second)
	defer cancel()
	return chromedp.Run(ctx, chromedp.Evaluate[V](expression))
}

// size sets the window's size and theme, "light" or "dark".
func (w window) size(wide, high int64, theme string) {
	w.Helper()
	w.do("size", chromedp.EmulateViewport(wide, high), func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
		media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: theme}, {Name: "prefers-reduced-motion", Value: "reduce"}}}
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, media)
		return chromedp.Void{}, err
	})
}

// signIn signs somebody in by the form, whoever was signed in before.
func (w window) signIn(login, password string) {
	w.Helper()
	w.open("/sign-in", "body")
	if script[bool](w, `document.querySelector("form[action='/sign-out']") !== null`) {
		w.signOut()
	}
	w.open("/sign-in", "#login")
	w.fill("#login", login)
	w.fill("#password", password)
	w.do("sign in", chromedp.Submit(chromedp.CSS("#password")), chromedp.WaitVisible(chromedp.CSS(".me")))
}

func (w window) signOut() {
	w.Helper()
	w.click("summary.me", `form[action="/sign-out"] button`)
	w.click(`form[action="/sign-out"] button`, "#login")
}

// acceptInvite opens a one-time link and chooses a password.
func (w window) acceptInvite(link, password string) {
	w.Helper()
	w.open(link, "#again")
	w.fill("#password", password)
	w.fill("#again", password)
	w.do("choose a password", chromedp.Submit(chromedp.CSS("#again")), chromedp.WaitVisible(chromedp.CSS(".me")))
}

// says types a reply, sends it, and waits until it stands in the conversation.
func (w window) says(text string) {
	w.Helper()
	w.do("say "+text, chromedp.SendKeys(chromedp.CSS("#say"), text), chromedp.Click(chromedp.CSS("#send")))
	w.until(fmt.Sprintf(`[...document.querySelectorAll("#turns .agent p")].some(p => p.textContent.trim() === %q)`, text))
	w.until(`document.querySelector("#say").value.trim() === ""`)
}

func (w window) looksUp(name string) {
	w.Helper()
	w.do("look up "+name, chromedp.Click(chromedp.CSS(fmt.Sprintf(`button.shelf-item[value=%q]`, name))))
	w.until(fmt.Sprintf(`[...document.querySelectorAll("#shelf .article h3, #records h3")].some(h => h.textContent === %q)`, name))
}

// customerSaid waits until the customer has said n lines.
func (w window) customerSaid(n int) {
	w.Helper()
	w.until(fmt.Sprintf(`document.querySelectorAll("#turns .turn:not(.agent), #turns .cap[data-heard]").length >= %d`, n))
}

// inviteIn is the path of the one-time link in what the program printed.
func inviteIn(t testing.TB, printed string) string {
	t.Helper()
	_, secret, found := strings.Cut(printed, "/invite/")
	if !found {
		t.Fatalf("no one-time link in %q", printed)
	}
	return "/invite/" + strings.Fields(secret)[0]
}
