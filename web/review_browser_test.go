package web

import (
	"testing"

	"github.com/chromedp/chromedp"

	"proba/engine"
)

func TestTheMachinesMarkOpensInABrowserOnlyAfterAChoice(t *testing.T) {
	p := openPane(t, "assessor")
	session := p.site.played("trainee", delivery, engine.Assessed)
	p.site.played("other trainee", warranty, engine.Assessed)
	p.open("/review", "tbody tr")
	p.shoot("review-queue")
	p.open(reviewPath(session.ID), "form.rev-form")
	p.shoot("review")
	shown := `document.querySelector("fieldset.judge .revealed .state").checkVisibility({contentVisibilityAuto: true})`
	if script[bool](p, shown) {
		t.Error("the machine's mark is shown before a choice")
	}
	p.do("choose", chromedp.SetValue(chromedp.CSS("fieldset.judge select"), "8"))
	p.until(shown)
	p.shoot("review-chosen")
	p.size(1440, 900, "dark")
	p.click("details.others > summary", "details.others fieldset")
	p.click("button[value=try]", "#tried")
	p.shoot("review-tried-dark")
	p.size(390, 844, "light")
	p.shoot("long-review-390")
	if over := script[int](p, `document.documentElement.scrollWidth - document.documentElement.clientWidth`); over > 0 {
		t.Errorf("the page is %d pixels wider than a telephone", over)
	}
}
