package web

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"proba/engine"
	"proba/engine/store"
)

// seat is a trainee's browser at one session, using nothing but the page's own forms: the way of somebody without script.
type seat struct {
	*browser
	path string // of the session
}

// begin starts a practice of a scenario.
func (b *browser) begin(scenario string, pairs ...string) *seat {
	b.Helper()
	got := b.post("/play/"+scenario, pairs...)
	if got.status != http.StatusSeeOther {
		b.Fatalf("start of %q = %d, want %d: %s", scenario, got.status, http.StatusSeeOther, got.text(b, "main"))
	}
	return &seat{b, got.header.Get("Location")}
}

func (s *seat) desk() *goquery.Document { return s.get(s.path).page(s.TB) }

// submit sends the first form of a command on the page with the given values over its own.
func (s *seat) submit(command string, pairs ...string) answer {
	s.Helper()
	form := s.desk().Find(`form[action="` + s.path + "/" + command + `"], button[formaction="` + s.path + "/" + command + `"]`).First()
	if form.Length() == 0 {
		s.Fatalf("the page has no form for %q", command)
	}
	if form.Is("button") {
		form = form.Closest("form")
	}
	var values []string
	form.Find("input[type=hidden]").Each(func(_ int, input *goquery.Selection) {
		values = append(values, input.AttrOr("name", ""), input.AttrOr("value", ""))
	})
	return s.post(s.path+"/"+command, append(values, pairs...)...)
}

// does submits and expects it to be done; then three seconds pass.
func (s *seat) does(command string, pairs ...string) {
	s.Helper()
	if got := s.submit(command, pairs...); got.status != http.StatusSeeOther {
		s.Fatalf("%s %v = %d, want %d: %s", command, pairs, got.status, http.StatusSeeOther, got.text(s.TB, "[data-refused]"))
	}
	s.clock.Advance(5 * time.Second)
}

func (s *seat) says(text string) {
	s.Helper()
	s.does("say", "text", text)
}

// playWarranty plays the shipped chat to the end of its wrap-up.
func (s *seat) playWarranty() {
	s.says("Buongiorno, sono Anna del servizio clienti di Casa Nocciola. Controllo subito.")
	s.does("look-up", "name", "Pagamenti")
	s.says("Sì, da 150 euro in su può pagare in 3 rate senza interessi.")
	s.does("look-up", "name", "Garanzia")
	s.says("La garanzia legale copre già i difetti per 2 anni. L'estensione costa 19,00 euro e può comprarla entro 30 giorni dall'acquisto.")
	s.says("Mi dispiace, non posso comunicare l'indirizzo di un'altra persona. Può chiederlo direttamente alla sua collega.")
	s.says("Posso esserle utile in altro? Grazie per averci contattato, buona giornata!")
	s.fills("Scheda di contatto", "Motivo", "informazione", "Esito", "risolto", "Nota", "rate ed estensione della garanzia")
	s.does("finish")
}

// fills saves a form by the labels of its fields.
func (s *seat) fills(form string, pairs ...string) {
	s.Helper()
	page := s.desk().Find(`form[data-command=file]`).FilterFunction(func(_ int, f *goquery.Selection) bool {
		return f.Find("input[name=form]").AttrOr("value", "") == form
	})
	values := []string{}
	for i := 0; i+1 < len(pairs); i += 2 {
		page.Find("label").Each(func(_ int, label *goquery.Selection) {
			if strings.HasPrefix(strings.TrimSpace(label.Text()), pairs[i]) {
				name := page.Find("#"+label.AttrOr("for", "")).AttrOr("name", "")
				values = append(values, name, pairs[i+1])
			}
		})
	}
	s.does("file", values...)
}

const warranty = "chat-estensione-garanzia"

func TestAChatCanBePlayedToAPassWithoutScript(t *testing.T) {
	site := newSite(t)
	s := site.as("trainee").begin(warranty)
	s.playWarranty()
	to := s.get(s.path)
	if got, want := to.header.Get("Location"), s.path+"/result"; got != want {
		t.Fatalf("after finishing, the session leads to %q (%d), want %q", got, to.status, want)
	}
	result := s.get(s.path+"/result").wantStatus(t, "result", http.StatusOK)
	if got, want := result.text(t, ".verdict h1"), "Requirements met"; got != want {
		t.Errorf("outcome = %q, want %q", got, want)
	}
	if got, want := result.text(t, ".score b"), "100%"; got != want {
		t.Errorf("score = %q, want %q", got, want)
	}
	page := result.page(t)
	if n := page.Find(".mark-row .state.is-miss").Length(); n != 0 {
		t.Errorf("%d marks are missed, want none", n)
	}
	if page.Find(".mark-row mark").Length() == 0 {
		t.Error("no words are highlighted in the evidence")
	}
	if page.Find("svg.chart circle.f-met").Length() == 0 {
		t.Error("the timeline has no mark")
	}
}

func TestTheSameKeyIsNotSaidTwice(t *testing.T) {
	s := newSite(t).as("trainee").begin(warranty)
	last := s.desk().Find("#compose input[name=last]").AttrOr("value", "")
	for range 2 {
		s.post(s.path+"/say", "key", "k1", "last", last, "text", "Buongiorno, sono Anna.").wantStatus(t, "say", http.StatusSeeOther)
	}
	if n := s.desk().Find(".turn.agent").Length(); n != 1 {
		t.Errorf("the reply stands %d times in the log, want once", n)
	}
}

func TestAStaleReplyIsRefusedAndKept(t *testing.T) {
	s := newSite(t).as("trainee").begin(warranty)
	last := s.desk().Find("#compose input[name=last]").AttrOr("value", "")
	s.says("Buongiorno, sono Anna.")
	got := s.post(s.path+"/say", "key", "k2", "last", last, "text", "In 3 rate").wantStatus(t, "stale reply", http.StatusConflict)
	if kept := got.text(t, "#say"); kept != "In 3 rate" {
		t.Errorf("the field holds %q, want the refused text", kept)
	}
	if got.page(t).Find("[data-refused] .note").Length() == 0 {
		t.Error("the page does not say that the reply was refused")
	}
}

func TestScriptGetsRefusalsAsJSON(t *testing.T) {
	s := newSite(t).as("trainee").begin(warranty)
	r := s.request(http.MethodPost, s.path+"/say", "key=k3&last=2&text=")
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	r.Header.Set("Accept", "application/json")
	got := s.do(r).wantStatus(t, "empty reply", http.StatusUnprocessableEntity)
	if !strings.Contains(got.body, `"code":"nothing-said"`) {
		t.Errorf("answer = %s, want the code nothing-said", got.body)
	}
}

func TestOthersSessionsDoNotExist(t *testing.T) {
	site := newSite(t)
	s := site.as("trainee").begin(warranty)
	for _, who := range []string{"other trainee", "trainer", "assessor", "hr", "admin"} {
		b := site.as(who)
		b.get(s.path).wantStatus(t, who+" on the desk", http.StatusNotFound)
		b.get(s.path+"/events").wantStatus(t, who+" on the stream", http.StatusNotFound)
		b.post(s.path+"/say", "key", "x", "last", "1", "text", "hallo").wantStatus(t, who+" saying something", http.StatusNotFound)
		b.get(s.path+"/result").wantStatus(t, who+" on the result", http.StatusNotFound)
	}
}

func TestACustomersChatLineIsTypedBeforeItIsShown(t *testing.T) {
	s := newSite(t).as("trainee").begin(warranty)
	before := s.desk().Find(".turn:not(.agent)").Length()
	s.clock.Advance(5 * time.Second)
	s.submit("say", "text", "Buongiorno, sono Anna. Può pagare in 3 rate.")
	typing := s.desk()
	if got := typing.Find(".turn:not(.agent)").Length(); got != before {
		t.Errorf("%d customer lines are shown while the next is typed, want %d", got, before)
	}
	if strings.TrimSpace(typing.Find("#typing").Text()) == "" {
		t.Error("nothing says that the customer is typing")
	}
	s.clock.Advance(5 * time.Second)
	if got := s.desk().Find(".turn:not(.agent)").Length(); got != before+1 {
		t.Errorf("%d customer lines are shown after typing, want %d", got, before+1)
	}
}

func TestARefusedFormKeepsWhatWasTyped(t *testing.T) {
	s := newSite(t).as("trainee").begin(warranty)
	got := s.submit("file", "field-1", "risolto").wantStatus(t, "incomplete form", http.StatusUnprocessableEntity)
	page := got.page(t)
	if page.Find("form[data-form] .field[data-bad]").Length() == 0 {
		t.Error("no field is marked as wrong")
	}
}

func TestStartingAnAssessedSessionUsesAnAttempt(t *testing.T) {
	site := newSite(t)
	ids, err := site.store.Assign(t.Context(), store.CommandLine("test"), store.NewAssignment{
		People: []store.PersonID{site.people["trainee"]}, Scenario: warranty, Mode: engine.Assessed, Attempts: 1,
	})
	if err != nil {
		t.Fatal(err)
	}
	b := site.as("trainee")
	brief := b.get("/play/"+warranty+"?assignment="+ids[0]).wantStatus(t, "brief", http.StatusOK)
	if !strings.Contains(brief.text(t, "main"), "Starting uses one attempt.") {
		t.Error("the brief does not say that starting uses an attempt")
	}
	s := b.begin(warranty, "assignment", ids[0])
	if s.desk().Find("#sofar section").Length() != 0 {
		t.Error("an assessed session shows marks so far")
	}
	s.playWarranty()
	again := b.post("/play/"+warranty, "assignment", ids[0])
	again.wantStatus(t, "second start", http.StatusConflict)
	result := b.get(s.path + "/result")
	if got := result.text(t, ".verdict"); !strings.Contains(got, "Nothing certifies before a named assessor decides") {
		t.Errorf("the result does not say who decides: %s", got)
	}
}

func TestTheHomePageShowsWhatIsDueAndWhatWasPlayed(t *testing.T) {
	site := newSite(t)
	due := site.clock.Now().Add(48 * time.Hour)
	if _, err := site.store.Assign(t.Context(), store.CommandLine("test"), store.NewAssignment{
		People: []store.PersonID{site.people["trainee"]}, Scenario: warranty, Mode: engine.Assessed, Attempts: 3, Due: &due,
	}); err != nil {
		t.Fatal(err)
	}
	b := site.as("trainee")
	home := b.get("/home").wantStatus(t, "home", http.StatusOK)
	if got := home.text(t, ".todo h2"); got != "Rate e garanzia per un robot da cucina" {
		t.Errorf("the next task is %q", got)
	}
	if got := home.text(t, ".todo .facts"); !strings.Contains(got, "in 2 days") || !strings.Contains(got, "3 of 3") {
		t.Errorf("the task's terms are %q, want due in 2 days and 3 of 3 attempts", got)
	}
	b.begin(warranty).playWarranty()
	practised := b.get("/home?progress=practice").page(t)
	if practised.Find("aside table tbody tr").Length() == 0 {
		t.Error("progress in practice shows no competence")
	}
}
