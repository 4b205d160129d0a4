package web

import (
	"slices"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

func TestPracticeBeginsWithWhatIsInALanguageTheTraineeWorksIn(t *testing.T) {
	site := newSite(t)
	assessed(site) // in Italian
	var got []string
	site.as("trainee").get("/practice").page(t).Find(".exercise .lang").Each(func(_ int, s *goquery.Selection) { got = append(got, s.Text()) })
	first := slices.IndexFunc(got, func(lang string) bool { return lang != "it" })
	if first < 1 || slices.Contains(got[first:], "it") {
		t.Errorf("exercises are in %v, want the Italian ones first and others after them", got)
	}
}
