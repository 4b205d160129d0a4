package main

import (
	"fmt"
	"strings"
	"syscall"
	"testing"

	"github.com/chromedp/chromedp"
)

const storyPassword = "quattro parole comuni bastano"

// The whole job, in a browser, on records that began empty: people get their links, a trainer assigns, a trainee passes
// the chat and fails the call, an assessor decides on both, and HR reads what the certificate still lacks.
func TestTheMainJobFromTheFirstLinkToTheRecord(t *testing.T) {
	if testing.Short() {
		t.Skip("a whole story in a browser takes half a minute")
	}
	chromium(t)
	s := newServer(t)
	links := map[string]string{}
	for login, role := range map[string]string{"anna": "trainee", "tina": "trainer", "aldo": "assessor", "gina": "hr"} {
		links[login] = inviteIn(t, s.command("user", "add", login, "--name", strings.ToUpper(login[:1])+login[1:]+" Serra", "--role", role))
	}
	s.start()
	w := openWindow(t, s)
	for _, login := range []string{"anna", "tina", "aldo", "gina"} {
		w.acceptInvite(links[login], storyPassword)
		w.signOut()
	}

	w.signIn("tina", storyPassword)
	w.assigns("chat-estensione-garanzia")
	w.assigns("telefono-consegna-mancata")

	w.signIn("anna", storyPassword)
	w.startsAssessed("chat-estensione-garanzia", "#say")
	w.playsTheChatWell()
	w.startsAssessed("telefono-consegna-mancata", ".contact--ringing")
	w.playsTheCallBadly()

	w.signIn("aldo", storyPassword)
	w.decides("Rate e garanzia", "passed", "Complete answer, address protected, form right.")
	w.decides("Il forno", "not passed", "Blamed the customer and hung up without a solution.")

	w.signIn("gina", storyPassword)
	w.readsTheRecord("Anna Serra")
	if err := s.end(syscall.SIGTERM); err != nil {
		t.Errorf("the server asked to stop ended with %v\n%s", err, s.said)
	}
}

// assigns gives every trainee a scenario to be assessed in.
func (w window) assigns(scenario string) {
	w.Helper()
	w.open("/assignments", "#scenario")
	before := script[int](w, `document.querySelectorAll("section[aria-labelledby=standing] tbody tr").length`)
	w.do("assign "+scenario, chromedp.SetValue(chromedp.CSS("#scenario"), scenario), chromedp.Click(chromedp.CSS(`input[name=mode][value=assessed]`)))
	script[bool](w, `(document.querySelectorAll("input[name=person]").forEach(i => i.checked = true), true)`)
	w.do("assign "+scenario, chromedp.Submit(chromedp.CSS("#scenario")))
	w.until(fmt.Sprintf(`document.querySelectorAll("section[aria-labelledby=standing] tbody tr").length > %d`, before))
}

// startsAssessed begins from the trainee's own home, where the assignment stands.
func (w window) startsAssessed(scenario, then string) {
	w.Helper()
	link := fmt.Sprintf(`a[href^="/play/%s?assignment="]`, scenario)
	w.open("/home", link)
	w.click(link, "form.act button")
	w.click("form.act button", then)
	w.until(`document.documentElement.classList.contains("with-script")`)
}

func (w window) playsTheChatWell() {
	w.Helper()
	w.says("Buongiorno, sono Anna del servizio clienti di Casa Nocciola. Controllo subito.")
	w.looksUp("Pagamenti")
	w.says("Sì, da 150 euro in su può pagare in 3 rate senza interessi.")
	w.looksUp("Garanzia")
	w.customerSaid(2)
	w.says("La garanzia legale copre già i difetti per 2 anni. L'estensione costa 19,00 euro e può comprarla entro 30 giorni dall'acquisto.")
	w.customerSaid(3)
	w.says("Mi dispiace, non posso comunicare l'indirizzo di un'altra persona. Può chiederlo direttamente alla sua collega.")
	w.says("Posso esserle utile in altro? Grazie per averci contattato, buona giornata!")
	w.until(`document.querySelector(".desk-answer .wrap") !== null`)
	w.do("fill the form", chromedp.SetValue(chromedp.CSS("#f0-0"), "informazione"), chromedp.SetValue(chromedp.CSS("#f0-2"), "risolto"),
		chromedp.SendKeys(chromedp.CSS("#f0-4"), "rate ed estensione della garanzia"), chromedp.Click(chromedp.CSS("form[data-form] button[type=submit]")))
	w.click("#due form button", ".verdict h1") // at once: commands are done in the order they were given
	if got, want := w.text(".score b"), "100%"; got != want {
		w.Errorf("score of the chat on its result page = %q, want %q", got, want)
	}
}

func (w window) playsTheCallBadly() {
	w.Helper()
	w.click(`form[data-command=answer] button`, "#hold")
	w.customerSaid(1)
	w.says("Servizio clienti, sono Anna, buongiorno.")
	w.says("Doveva scrivere meglio l'indirizzo.")
	w.do("hang up", chromedp.Click(chromedp.CSS(`form[data-command=close] button`)))
	w.until(`document.querySelector(".desk-answer .wrap") !== null`)
	w.click("#due form button", "#q1")
	w.fill("#q1", "Ho risposto in fretta.")
	w.do("keep the answer", chromedp.Click(chromedp.CSS(`form[action$="/argue"] button`)))
	w.until(`document.querySelector("form[action$='/argue'] .is-met") !== null`)
	w.click(`form[action$="/finish"] button`, ".verdict h1")
}

// decides opens the oldest session of that title that waits, gives every open mark nothing, and decides with a reason.
func (w window) decides(title, verdict, reason string) {
	w.Helper()
	w.open("/review", "tbody tr")
	path := script[string](w, fmt.Sprintf(
		`([...document.querySelectorAll("tbody tr")].find(r => r.innerText.includes(%q))?.querySelector("a.btn").getAttribute("href") ?? "")`, title))
	if path == "" {
		w.Fatalf("%q does not wait for a verdict:\n%s", title, w.text("main"))
	}
	w.open(path, "form.rev-form")
	script[bool](w, `(document.querySelectorAll("section[aria-labelledby=marks] > fieldset select").forEach(s => s.value = "0"), true)`)
	w.do("decide", chromedp.Click(chromedp.CSS(fmt.Sprintf(`label:has(> input[name=verdict][value=%q])`, verdict))))
	w.fill("#reason", reason)
	w.click("button[value=decide]", "table, .empty")
	w.open(path, "section[aria-labelledby=both]")
	if got := w.text(".given"); !strings.Contains(got, reason) || !strings.Contains(got, "Aldo Serra") {
		w.Errorf("verdict on %q = %q, want the reason and who decided", title, got)
	}
}

// readsTheRecord finds both decisions in the person's record, and that the certificate lacks what the failed call would have given.
func (w window) readsTheRecord(name string) {
	w.Helper()
	w.open("/hr/people", "tbody tr")
	path := script[string](w, fmt.Sprintf(`[...document.querySelectorAll("main a")].find(a => a.innerText.trim() === %q).getAttribute("href")`, name))
	w.open(path, "#cov")
	decided := w.text("section[aria-labelledby=dec]")
	for _, want := range []string{"Rate e garanzia", "Complete answer", "Il forno che non arriva", "Blamed the customer", "Aldo Serra"} {
		if !strings.Contains(decided, want) {
			w.Errorf("decisions in the record = %q, want %q in it", decided, want)
		}
	}
	if got := w.text(".cover tbody"); !strings.Contains(got, "Rate e garanzia") {
		w.Errorf("sessions that count = %q, want the passed chat", got)
	}
	if got := w.text("section[aria-labelledby=cov] .note--wait"); !strings.Contains(got, "Il forno che non arriva") {
		w.Errorf("what is missing for the certificate = %q, want the call that would complete it", got)
	}
	if lacking := script[int](w, `document.querySelectorAll(".cover tfoot .is-miss.state").length`); lacking == 0 {
		w.Error("no rule of the certificate is shown as lacking")
	}
}
