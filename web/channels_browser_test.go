package web

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func TestAMailAndACounterContactCanBePlayedInABrowser(t *testing.T) {
	p := openPaneOf(t, "trainee", channelSite)
	ctrl := chromedp.KeyModifiers(chromedp.ModifierCtrl)
	p.begins("mail-forgotten-bag", "#say")
	p.shoot("desk-mail")
	p.looksUp("Opening hours")
	p.says("Dear Ms Holt, thank you for writing. We keep a bag for 14 days. Kind regards", ctrl)
	p.closesWithNote()

	p.size(390, 844, "dark")
	p.begins("counter-forgotten-bag", ".phone")
	p.shoot("desk-counter-390-dark")
	p.do("attend to the customer", chromedp.KeyEvent(kb.F2))
	p.customerSaid(1)
	p.size(1440, 900, "light")
	p.looksUp("Opening hours")
	p.says("We keep a bag for 14 days.")
	p.shoot("desk-counter")
	p.customerSaid(2)
	p.says("Goodbye and thank you.")
	p.closesWithNote()
}

// begins starts practice and waits for what the desk shows.
func (p pane) begins(scenario, shows string) {
	p.Helper()
	p.open("/play/"+scenario, "form.act button")
	p.click("form.act button", shows)
	p.until(`document.documentElement.classList.contains("with-script")`)
}

// closesWithNote fills the contact note in the wrap-up and reads a full score.
func (p pane) closesWithNote() {
	p.Helper()
	p.until(`document.querySelector(".desk-answer .wrap") !== null`)
	p.do("form", chromedp.SetValue(chromedp.CSS("#f0-0"), "question"), chromedp.SendKeys(chromedp.CSS("#f0-1"), "a bag"),
		chromedp.Click(chromedp.CSS("form[data-form] button[type=submit]")))
	p.until(`document.querySelector("[data-form-state]").textContent.includes("Saved")`)
	p.click(`#due form button`, ".verdict h1")
	if got := script[string](p, `document.querySelector(".score b").textContent`); got != "100%" {
		p.Errorf("score = %q, want 100%%", got)
	}
}
