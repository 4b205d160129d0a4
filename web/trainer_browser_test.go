package web

import (
	"testing"

	"github.com/chromedp/chromedp"
)

func TestTheStudioShowsALibraryInABrowser(t *testing.T) {
	p := openPane(t, "trainer")
	p.open("/studio", "table")
	p.shoot("studio-checking")
	p.site.checkedStudio()
	p.open("/studio", "tbody .state.is-met")
	p.shoot("studio")
	p.open("/studio/files/scenarios/"+delivery+".md", "section[aria-labelledby=tests] tbody tr")
	p.shoot("studio-file")
	p.size(1440, 900, "dark")
	p.shoot("studio-file-dark")
	p.size(390, 844, "light")
	p.shoot("studio-file-390")
	if over := script[int](p, `document.documentElement.scrollWidth - document.documentElement.clientWidth`); over > 0 {
		t.Errorf("the page is %d pixels wider than a telephone", over)
	}
	p.size(1440, 900, "light")
	p.do("start a trial", chromedp.Click(chromedp.CSS("form[action^='/studio/trials/'] button")), chromedp.WaitVisible(chromedp.CSS("main.desk")))
	p.shoot("studio-trial")
}
