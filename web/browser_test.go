package web

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// pane is a signed-in window of a real browser.
type pane struct {
	*testing.T
	ctx  context.Context
	site *site
}

// openPane starts a site in real time and a browser signed in as somebody. It skips where the machine has no Chromium or
// the browser code is not built.
func openPane(t *testing.T, who string) pane {
	t.Helper()
	return openPaneOf(t, who, newSite)
}

// openPaneOf is openPane for a site of the test's own, made when a browser is there.
func openPaneOf(t *testing.T, who string, newSite func(testing.TB, ...func(*Config)) *site) pane {
	t.Helper()
	path := chromium(t)
	site := newSite(t)
	if !site.server.assets.has("dist/app.js") {
		t.Skip("the browser code is not built: npm run build in web/frontend")
	}
	realTime(site)
	p := pane{t, browserContext(t, path), site}
	p.size(1440, 900, "light")
	p.signIn(who)
	return p
}

func chromium(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("a browser takes seconds")
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("no Chromium on this machine")
	return ""
}

func browserContext(t *testing.T, path string) context.Context {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	ctx, cancel = context.WithTimeout(ctx, 3*time.Minute)
	t.Cleanup(cancel)
	return ctx
}

// realTime lets a site's clock go with the computer's: a browser does not wait for a test's clock.
func realTime(site *site) {
	ctx, last := site.Context(), time.Now()
	go func() {
		tick := time.NewTicker(20 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case now := <-tick.C:
				site.clock.Advance(now.Sub(last))
				last = now
			case <-ctx.Done():
				return
			}
		}
	}()
}

func (p pane) do(what string, steps ...chromedp.Action[chromedp.Void]) {
	p.Helper()
	if err := chromedp.Do(p.ctx, steps...); err != nil {
		text, _ := chromedp.Run(p.ctx, chromedp.Text(chromedp.CSS("body")))
		p.Fatalf("%s: %v\n%s", what, err, text)
	}
}

func (p pane) open(path, selector string) {
	p.Helper()
	p.do("open "+path, chromedp.Navigate(p.site.url+path), chromedp.WaitVisible(chromedp.CSS(selector)))
}

func (p pane) click(selector, then string) {
	p.Helper()
	p.do("click "+selector, chromedp.Click(chromedp.CSS(selector)), chromedp.WaitVisible(chromedp.CSS(then)))
}

// until waits for a condition of script.
func (p pane) until(condition string) {
	p.Helper()
	if _, err := chromedp.Run(p.ctx, chromedp.Poll[bool](condition, chromedp.WithPollingTimeout(20*time.Second))); err != nil {
		p.shoot("failed")
		p.Fatalf("%s never came true: %v", condition, err)
	}
}

// script is the value of an expression.
func script[V any](p pane, expression string) V {
	p.Helper()
	got, err := chromedp.Run(p.ctx, chromedp.Evaluate[V](expression))
	if err != nil {
		p.Fatalf("%s: %v", expression, err)
	}
	return got
}

func (p pane) signIn(who string) {
	p.Helper()
	p.open("/sign-in", "[name=login]")
	p.do("sign in", chromedp.SendKeys(chromedp.CSS("[name=login]"), loginOf(who)), chromedp.SendKeys(chromedp.CSS("[name=password]"), testPassword),
		chromedp.Submit(chromedp.CSS("[name=password]")), chromedp.WaitVisible(chromedp.CSS(".me")))
}

// size sets the window's size and theme, "light" or "dark".
func (p pane) size(wide, high int64, theme string) {
	p.Helper()
	p.do("size", chromedp.EmulateViewport(wide, high), func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
		media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: theme}}}
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, media)
		return chromedp.Void{}, err
	})
}

// shoot keeps a picture where PROBA_SHOTS names a folder for them.
func (p pane) shoot(name string) {
	p.Helper()
	dir := os.Getenv("PROBA_SHOTS")
	if dir == "" {
		return
	}
	action := chromedp.CaptureScreenshot()
	if strings.HasPrefix(name, "long-") {
		action = chromedp.FullScreenshot(100)
	}
	png, err := chromedp.Run(p.ctx, action)
	if err != nil {
		p.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name+".png"), png, 0o600); err != nil {
		p.Fatal(err)
	}
}

// says types a reply, sends it by key, and waits until it stands in the log and the field is empty.
func (p pane) says(text string, keys ...chromedp.KeyOption) {
	p.Helper()
	p.do("say "+text, chromedp.SendKeys(chromedp.CSS("#say"), text), chromedp.KeyEvent("\r", keys...))
	p.until(fmt.Sprintf(`[...document.querySelectorAll("#turns .agent p")].some(p => p.textContent.trim() === %q)`, text))
	// A loaded browser may write the line break of the key that sent the reply into the field it has just emptied.
	p.until(`document.querySelector("#say").value.trim() === ""`)
}

func (p pane) looksUp(name string) {
	p.Helper()
	p.do("look up", chromedp.Click(chromedp.CSS(fmt.Sprintf(`button.shelf-item[value=%q]`, name))))
	p.until(fmt.Sprintf(`[...document.querySelectorAll("#shelf .article h3, #records h3")].some(h => h.textContent === %q)`, name))
}

// customerSaid waits until the customer has said n lines.
func (p pane) customerSaid(n int) {
	p.Helper()
	p.until(fmt.Sprintf(`document.querySelectorAll("#turns .turn:not(.agent), #turns .cap[data-heard]").length >= %d`, n))
}

func TestAChatCanBePlayedToAPassInABrowser(t *testing.T) {
	p := openPane(t, "trainee")
	ctrl := chromedp.KeyModifiers(chromedp.ModifierCtrl)
	p.open("/play/"+warranty, "form.act button")
	p.shoot("brief")
	p.click("form.act button", "#say")
	p.until(`document.documentElement.classList.contains("with-script")`)
	script[bool](p, `window.notReloaded = true`)
	p.says("Buongiorno, sono Anna del servizio clienti di Casa Nocciola. Controllo subito.", ctrl)
	p.looksUp("Pagamenti")
	p.says("Sì, da 150 euro in su può pagare in 3 rate senza interessi.", ctrl)
	p.until(`document.querySelector("#typing").textContent.trim() !== ""`)
	p.shoot("desk-chat-typing")
	p.looksUp("Garanzia")
	p.customerSaid(2)
	p.says("La garanzia legale copre già i difetti per 2 anni. L'estensione costa 19,00 euro e può comprarla entro 30 giorni dall'acquisto.", ctrl)
	p.customerSaid(3)
	p.shoot("desk-chat")
	p.says("Mi dispiace, non posso comunicare l'indirizzo di un'altra persona. Può chiederlo direttamente alla sua collega.", ctrl)
	p.says("Posso esserle utile in altro? Grazie per averci contattato, buona giornata!", ctrl)
	p.until(`document.querySelector(".desk-answer .wrap") !== null`)
	p.shoot("desk-chat-wrapup")
	if got, want := script[string](p, `document.querySelector("#due form button").textContent`), "Finish without a form"; got != want {
		t.Errorf("before the form is saved the session is finished by %q, want %q", got, want)
	}
	p.click("#due a[data-act=form]", "#f0-0")
	if at := script[string](p, `document.activeElement.id`); at != "f0-0" {
		t.Errorf("the button for the form leads to %q, want its first field", at)
	}
	p.do("form", chromedp.SetValue(chromedp.CSS("#f0-0"), "informazione"), chromedp.SetValue(chromedp.CSS("#f0-2"), "risolto"),
		chromedp.SendKeys(chromedp.CSS("#f0-4"), "rate ed estensione della garanzia"), chromedp.Click(chromedp.CSS("form[data-form] button[type=submit]")))
	p.until(`[...document.querySelectorAll("[data-form-state], [data-filled]")].every(e => e.textContent.includes("Saved"))`)
	p.until(`document.querySelector("#due form button").textContent === "Finish the session"`)
	if !script[bool](p, `window.notReloaded === true`) {
		t.Error("the desk was reloaded during the chat")
	}
	p.do("change the saved form", chromedp.SendKeys(chromedp.CSS("#f0-4"), ", e un saluto"), chromedp.Click(chromedp.CSS("#due form button")))
	p.until(`document.querySelector("[data-form-state]").textContent.includes("not saved")`)
	if !script[bool](p, `document.activeElement === document.querySelector("form[data-form] button[type=submit]")`) {
		t.Error("finishing with a changed form does not lead to its save button")
	}
	p.shoot("desk-chat-unsaved")
	p.do("save it again", chromedp.Click(chromedp.CSS("form[data-form] button[type=submit]")))
	p.until(`[...document.querySelectorAll("[data-form-state], [data-filled]")].every(e => e.textContent.includes("Saved"))`)
	p.click(`#due form button`, ".verdict h1")
	p.shoot("long-result")
	if got, want := script[string](p, `document.querySelector(".score b").textContent`), "100%"; got != want {
		t.Errorf("score = %q, want %q", got, want)
	}
}

const missedDelivery = "telefono-consegna-mancata"

func TestACallCanBePlayedToItsQuestionsInABrowser(t *testing.T) {
	p := openPane(t, "trainee")
	p.open("/play/"+missedDelivery, "form.act button")
	p.click("form.act button", ".contact--ringing")
	p.until(`document.documentElement.classList.contains("with-script")`)
	p.shoot("desk-phone-ringing")
	p.do("answer", chromedp.KeyEvent(kb.F2))
	p.customerSaid(1)
	p.says("Buongiorno, servizio clienti Casa Nocciola, sono Anna.")
	p.says("Mi dispiace molto. Ha perso due mattine di lavoro, ha ragione. Mi dice il numero d'ordine?")
	p.says("Posso metterla in attesa un minuto?")
	p.click("#hold", `#hold[aria-pressed="true"]`)
	p.looksUp("Ordine CN-30852")
	p.looksUp("Consegna mancata")
	p.shoot("desk-phone-hold")
	p.click("#hold", `#hold[aria-pressed="false"]`)
	p.says("Grazie. Mi conferma l'indirizzo, per favore?")
	p.says("Sull'etichetta c'è scritto 41. È un nostro errore. Può scegliere: nuova consegna gratis oppure rimborso.")
	p.shoot("desk-phone")
	p.size(1440, 900, "dark")
	p.shoot("desk-phone-dark")
	p.size(390, 844, "light")
	p.shoot("desk-phone-390")
	p.size(1440, 900, "light")
	p.says("Il forno arriva entro due giorni lavorativi.")
	p.says("Riassumo: il forno arriva in via dei Sabini 14, entro due giorni, gratis.")
	p.says("Grazie per la pazienza, buona giornata.")
	p.until(`document.querySelector(".desk-answer .wrap") !== null`)
	p.click(`#due form button`, "#q1")
	p.do("answer both questions", chromedp.SendKeys(chromedp.CSS("#q1"), "Ho usato frasi corte perché la cliente parla italiano da poco."),
		chromedp.SendKeys(chromedp.CSS("#q2"), "Consegna mancata."))
	p.shoot("debrief")
	p.click("form:has(#q1) button", "form:has(#q1) .is-met")
	if got, want := script[string](p, `document.querySelector("#q2").value`), "Consegna mancata."; got != want {
		t.Errorf("after the first answer is saved the second reads %q, want %q as it was typed", got, want)
	}
	if got, want := script[string](p, `document.querySelector("form:has(#q2) [data-state]:not([hidden])").textContent`), "Changed, not saved yet"; got != want {
		t.Errorf("the second answer says %q, want %q", got, want)
	}
}
