package main

import (
	"cmp"
	"context"
	"flag"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"proba/engine"
	"proba/engine/store"
)

var screenshotFolder = flag.String("screenshots", "", "folder to photograph the pages of the running demo into")

// A view is one page of the demo, as somebody of its story sees it.
type view struct {
	name string
	// who is signed in; "" for nobody.
	who, path string
	// shows is what must stand on the page before it is photographed.
	shows string
	sizes []shot
}

// A shot is a size and theme a page is photographed in. Its suffix ends the file's name.
type shot struct {
	suffix     string
	wide, high int64
	theme      string
}

var (
	light = shot{"light", 1440, 1080, "light"}
	dark  = shot{"dark", 1440, 1080, "dark"}
	phone = shot{"390", 390, 844, "light"}
	// whole is as high as the page.
	whole = shot{"whole", 1440, 0, "light"}

	everySize = []shot{light, dark, phone}
	desktop   = []shot{light, dark}
)

// TestScreenshots photographs every page of the demo. The pictures of docs/screenshots are made by it.
func TestScreenshots(t *testing.T) {
	if *screenshotFolder == "" {
		t.Skip("pictures are only made when -screenshots names their folder")
	}
	chromium(t)
	if err := os.MkdirAll(*screenshotFolder, 0o750); err != nil {
		t.Fatal(err)
	}
	s := newServer(t)
	s.start("--demo")
	p := photographer{openWindow(t, s), *screenshotFolder}
	for _, v := range demoViews(s) {
		p.photograph(v)
	}
	p.desks()
	p.opinions(s)
	p.languages()
}

// demoViews are the pages that can be opened by their address, signed in as each person in turn.
func demoViews(s *server) []view {
	phoneCall, awaiting := demoSessions(s)
	return []view{
		{"signin", "", "/sign-in", "#login", everySize},
		{"home", "elena", "/home", "main", everySize},
		{"practice", "elena", "/practice", "main", desktop},
		{"brief", "elena", "/play/telefono-consegna-mancata", "form.act button", everySize},
		{"results", "elena", "/results", "main", desktop},
		{"result", "elena", "/sessions/" + string(phoneCall) + "/result", ".verdict h1", []shot{light, dark, phone, whole}},
		{"record-own", "elena", "/record", "#cov", desktop},
		{"account", "elena", "/account", "main", desktop},
		{"studio", "marta", "/studio", "main", everySize},
		{"studio-file", "marta", "/studio/files/scenarios/chat-estensione-garanzia.md", "main", desktop},
		{"assignments", "marta", "/assignments", "#scenario", desktop},
		{"review-queue", "carlo", "/review", "tbody tr", everySize},
		{"review", "carlo", "/review/" + string(awaiting), "form.rev-form", everySize},
		{"verdicts", "carlo", "/review/verdicts", "main", desktop},
		{"people", "paola", "/hr/people", "tbody tr", everySize},
		{"record", "paola", "/hr/people/" + personCalled(s, "elena"), "#cov", everySize},
		{"certificates", "paola", "/hr/certificates", "main", desktop},
		{"admin-people", "admin", "/admin/people", "main", desktop},
		{"admin-person", "admin", "/admin/people/" + personCalled(s, "luca"), "main", desktop},
		{"admin-import", "admin", "/admin/import", "main", desktop},
		{"admin-settings", "admin", "/admin/settings", "main", desktop},
		{"audit", "admin", "/audit", "main", desktop},
	}
}

func personCalled(s *server, login string) (id string) {
	s.records(func(ctx context.Context, records *store.Store) {
		person, err := records.PersonByLogin(ctx, login)
		if err != nil {
			s.Fatal(err)
		}
		id = string(person.ID)
	})
	return id
}

// demoSessions are Elena's assessed call and the first session that waits for a verdict.
func demoSessions(s *server) (phoneCall, awaiting engine.SessionID) {
	s.records(func(ctx context.Context, records *store.Store) {
		calls, err := records.Sessions(ctx, store.SessionFilter{Scenario: "telefono-consegna-mancata", Mode: engine.Assessed})
		if err != nil || len(calls) == 0 {
			s.Fatalf("assessed calls of the demo = %d, %v", len(calls), err)
		}
		waiting, err := records.SessionsAwaitingVerdict(ctx, store.SessionFilter{})
		if err != nil || len(waiting) == 0 {
			s.Fatalf("sessions of the demo that wait = %d, %v", len(waiting), err)
		}
		phoneCall, awaiting = calls[0].ID, waiting[0].ID
	})
	return phoneCall, awaiting
}

// photographer keeps pictures of what its window shows.
type photographer struct {
	window
	folder string
}

func (p photographer) photograph(v view) {
	p.Helper()
	p.be(v.who)
	for _, s := range v.sizes {
		p.size(s.wide, cmp.Or(s.high, light.high), s.theme)
		p.open(v.path, v.shows)
		p.until(`document.querySelector("meta[http-equiv=refresh]") === null`) // a page that waits for a check comes again
		picture := chromedp.CaptureScreenshot()
		if s == whole {
			picture = chromedp.FullScreenshot(100)
		}
		p.keep(v.name+"-"+s.suffix, picture)
	}
	p.size(light.wide, light.high, light.theme)
}

// be signs the person in unless he is already; "" signs everybody out.
func (p photographer) be(who string) {
	p.Helper()
	p.open("/sign-in", "body")
	signedIn := p.text(".me b")
	switch {
	case who == "" && signedIn != "":
		p.signOut()
	case who != "" && signedIn != nameOfDemoPerson(who):
		p.signIn(who, demoPassword)
	}
}

func nameOfDemoPerson(login string) string {
	for _, d := range demoPeople() {
		if d.login == login {
			return d.name
		}
	}
	return ""
}

func (p photographer) keep(name string, picture chromedp.Action[[]byte]) {
	p.Helper()
	png, err := chromedp.Run(p.ctx, picture)
	if err != nil {
		p.Fatalf("photograph %s: %v", name, err)
	}
	if err := os.WriteFile(filepath.Join(p.folder, name+".png"), png, 0o600); err != nil {
		p.Fatal(err)
	}
}

// languages shows the trainee's home in each language.
func (p photographer) languages() {
	p.Helper()
	p.be("luca")
	for _, language := range []string{"en", "it", "ro", "ru"} {
		p.open("/home", "main")
		script[bool](p.window, `(document.querySelector("form[action='/language'] button[value=`+language+`]")?.click(), true)`)
		p.until(`document.documentElement.lang === "` + language + `" && document.readyState === "complete"`)
		p.keep("home-"+language, chromedp.CaptureScreenshot())
	}
}

// desks plays a chat and a call as far as there is something to see.
func (p photographer) desks() {
	p.Helper()
	p.be("elena")
	p.open("/play/chat-estensione-garanzia", "form.act button")
	p.click("form.act button", "#say")
	p.until(`document.documentElement.classList.contains("with-script")`)
	p.says("Buongiorno, sono Elena del servizio clienti di Casa Nocciola. Controllo subito.")
	p.looksUp("Pagamenti")
	p.says("Sì, da 150 euro in su può pagare in 3 rate senza interessi.")
	p.customerSaid(2)
	p.looksUp("Garanzia")
	p.customerSaid(3) // with a photograph
	p.until(`[...document.images].every(i => i.complete && i.naturalWidth > 0)`)
	p.each("desk-chat")

	p.open("/play/telefono-consegna-mancata", "form.act button")
	p.click("form.act button", ".contact--ringing")
	p.until(`document.documentElement.classList.contains("with-script")`)
	p.each("desk-phone-ringing")
	p.click(`form[data-command=answer] button`, "#hold")
	p.customerSaid(1)
	p.says("Buongiorno, servizio clienti Casa Nocciola, sono Elena.")
	p.says("Mi dispiace molto. Ha perso due mattine di lavoro, ha ragione. Mi dice il numero d'ordine?")
	p.customerSaid(2)
	p.looksUp("Ordine CN-30852")
	p.each("desk-phone")
}

// opinions lets an outside rater deny everything about a session that waits for a verdict, the assessor take back one mark
// the machine gave, and the trainer see what that teaches.
func (p photographer) opinions(s *server) {
	p.Helper()
	_, awaiting := demoSessions(s)
	if err := s.end(syscall.SIGTERM); err != nil {
		p.Fatal(err)
	}
	s.start("--rater-address", newOpinionated(p.TB).URL+"/v1", "--rater-model", "small-model")
	p.rated(s, awaiting)
	review := "/review/" + string(awaiting)
	p.be("carlo")
	for _, size := range everySize {
		p.size(size.wide, size.high, size.theme)
		p.open(review, "form.rev-form .judge")
		script[bool](p.window, `(document.querySelector(".judge input[value=met]").click(), document.querySelector(".judge .reveal").open = true,
			innerWidth < 600 && document.querySelector(".judge").scrollIntoView(), true)`)
		p.keep("review-vote-"+size.suffix, chromedp.CaptureScreenshot())
	}
	script[bool](p.window, `(() => {
		const judge = [...document.querySelectorAll(".judge")].find(j => j.querySelector("legend").textContent.includes("Предупреждает о сроке заявки"));
		judge.querySelector("input[value='not met']").checked = true;
		judge.querySelector(".judge-why input").value = "—";
		document.querySelector("input[name=verdict][value='not passed']").checked = true;
		document.querySelector("#reason").value = "—";
		document.querySelector("button[name=act][value=decide]").click();
		return true })()`)
	p.until(`document.querySelector("#both") !== null`)
	p.photograph(view{"lessons", "marta", "/studio/lessons/chat-priostanovka", "main", everySize})
}

// rated waits until somebody voted on a session.
func (p photographer) rated(s *server, id engine.SessionID) {
	p.Helper()
	again := time.NewTicker(100 * time.Millisecond)
	defer again.Stop()
	for began := time.Now(); time.Since(began) < 20*time.Second; <-again.C {
		votes := 0
		s.records(func(ctx context.Context, records *store.Store) {
			list, err := records.RaterVotes(ctx, id)
			if err != nil {
				p.Fatal(err)
			}
			votes = len(list)
		})
		if votes > 0 {
			return
		}
	}
	p.Fatal("nobody voted")
}

// each photographs what stands in the window now, without opening it again.
func (p photographer) each(name string) {
	p.Helper()
	for _, s := range everySize {
		p.size(s.wide, s.high, s.theme)
		p.keep(name+"-"+s.suffix, chromedp.CaptureScreenshot())
	}
	p.size(light.wide, light.high, light.theme)
}
