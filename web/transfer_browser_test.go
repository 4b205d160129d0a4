package web

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// A trainer tries the Romanian call in the variant with a debt: it rings, he answers, looks up, and hands the customer over.
func TestACallIsTransferredInABrowser(t *testing.T) {
	p := openPane(t, "trainer")
	p.open("/studio/files/scenarios/comanda-la-telefon.md", "#variant")
	p.do("choose the variant", chromedp.SetValue(chromedp.CSS("#variant"), "restant"))
	p.click("form[action^='/studio/trials/'] button", ".contact--ringing")
	p.until(`document.documentElement.classList.contains("with-script")`)
	p.do("answer", chromedp.KeyEvent(kb.F2))
	p.customerSaid(1)
	p.says("Cămara Bună, sunt Ioana, bună dimineața. Un moment, vă rog, verific.")
	p.looksUp("Client La Colț")
	p.looksUp("Situația datoriei")
	p.says("În sistem apare o sumă restantă de 1.240 lei, poate plata nu a fost încă înregistrată.")
	p.says("Vă fac legătura cu doamna Ilinca Dobre, managerul dumneavoastră.")
	p.click("a[data-act=directory]", "#to")
	if at := script[string](p, `document.activeElement.id`); at != "to" {
		t.Errorf("the button for a transfer leads to %q, want the choice of whom", at)
	}
	p.shoot("desk-transfer")
	p.do("transfer warmly", chromedp.SetValue(chromedp.CSS("#to"), "Ilinca Dobre"), chromedp.Click(chromedp.CSS(`#directory button[name=warm][value=yes]`)))
	p.until(`document.querySelector(".desk-answer .wrap") !== null`)
	p.until(`[...document.querySelectorAll("#turns .deed")].some(d => d.textContent.includes("Ilinca Dobre"))`)
	p.until(`!document.querySelector("#directory form").checkVisibility() && document.querySelector("#directory .gone").checkVisibility()`)
	p.shoot("desk-transferred")
	p.do("form", chromedp.SetValue(chromedp.CSS("#f0-0"), "magazin de cartier"))
	script[bool](p, `(() => { for (const [label, value] of [["Rezultat", "transferat"], ["Notă", "datorie restantă, transfer la manager"]]) {
		const l = [...document.querySelectorAll("form[data-form] label")].find(l => l.textContent.trim().startsWith(label));
		const f = document.getElementById(l.htmlFor); f.value = value; f.dispatchEvent(new Event("input", {bubbles: true})); } return true })()`)
	p.do("save", chromedp.Click(chromedp.CSS("form[data-form] button[type=submit]")))
	p.until(`document.querySelector("[data-form-state]").textContent.includes("Saved")`)
	p.click(`#due form button`, ".verdict h1")
	if got := script[string](p, `document.querySelector(".score b").textContent`); got != "100%" {
		t.Errorf("score = %q, want 100%%", got)
	}
}
