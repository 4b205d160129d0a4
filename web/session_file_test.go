package web

import (
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"proba/content"
	"proba/engine"
	"proba/engine/live"
	"proba/scenarios"
)

// mandorla is the picture the customer of the shipped chat sends, as the library has it.
func mandorla(t *testing.T) (picture string, digest scenarios.Digest) {
	t.Helper()
	data, err := fs.ReadFile(content.Library(), "pictures/mandorla.png")
	if err != nil {
		t.Fatal(err)
	}
	return string(data), scenarios.DigestOf(string(data))
}

func TestATraineeSeesAPictureOnceTheCustomerSentIt(t *testing.T) {
	site := newSite(t)
	picture, digest := mandorla(t)
	b := site.as("trainee").begin(warranty)
	path := b.path + "/files/" + string(digest)
	b.get(path).wantStatus(t, "before it was sent", http.StatusNotFound)
	id := engine.SessionID(strings.TrimPrefix(b.path, "/sessions/"))
	site.command(id, engine.Say{Text: "Buongiorno, sono Anna. Sì, può pagare in 3 rate senza interessi."})
	site.clock.Advance(time.Minute)
	img := b.desk().Find(".turn figure.attached img")
	if img.AttrOr("src", "") != path || img.AttrOr("alt", "") != "Foto dell'etichetta" {
		t.Fatalf("the desk shows %q with the words %q, want the picture", img.AttrOr("src", ""), img.AttrOr("alt", ""))
	}
	got := b.get(path).wantStatus(t, "once it is there", http.StatusOK)
	if got.body != picture || got.header.Get("Content-Type") != "image/png" {
		t.Errorf("%d bytes of %s came, want the picture", len(got.body), got.header.Get("Content-Type"))
	}
	for header, want := range map[string]string{
		"Content-Security-Policy": filePolicy, "X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-cache",
		"Content-Disposition": "inline; filename=mandorla.png", "Cross-Origin-Resource-Policy": "same-origin",
	} {
		if value := got.header.Get(header); value != want {
			t.Errorf("%s: %s, want %s", header, value, want)
		}
	}
	again := b.request(http.MethodGet, path, "")
	again.Header.Set("If-None-Match", got.header.Get("ETag"))
	if answer := b.do(again); answer.status != http.StatusNotModified || answer.body != "" {
		t.Errorf("asked again = %d with %d bytes, want %d", answer.status, len(answer.body), http.StatusNotModified)
	}
}

func TestAFileOfASessionIsForWhomItsWordsAre(t *testing.T) {
	site := newSite(t)
	_, digest := mandorla(t)
	assessed := site.played("trainee", warranty, engine.Assessed)
	practised := site.played("trainee", warranty, engine.Practice)
	path := func(s engine.Session, digest scenarios.Digest) string { return filePath(s.ID, digest) }
	for who, want := range map[string]int{"trainee": http.StatusOK, "assessor": http.StatusOK, "other trainee": http.StatusNotFound,
		"hr": http.StatusNotFound, "trainer": http.StatusNotFound, "admin": http.StatusNotFound} {
		site.as(who).get(path(assessed, digest)).wantStatus(t, who, want)
	}
	site.as("assessor").get(path(practised, digest)).wantStatus(t, "practice", http.StatusNotFound)
	trainee := site.as("trainee")
	script, _ := site.server.Library.Script(warranty)
	for _, f := range script.Sources {
		if !scenarios.IsMedia(f.Path) {
			trainee.get(path(assessed, f.Digest)).wantStatus(t, "the text of "+f.Path, http.StatusNotFound)
		}
	}
	for _, bad := range []scenarios.Digest{"none", "..", scenarios.DigestOf("x")} {
		trainee.get(path(assessed, bad)).wantStatus(t, string(bad), http.StatusNotFound)
	}
	for _, page := range []string{sessionPath(assessed.ID, "result"), "/review/" + string(assessed.ID)} {
		who := "trainee"
		if strings.HasPrefix(page, "/review") {
			who = "assessor"
		}
		if n := site.as(who).get(page).page(t).Find("figure.attached img").Length(); n != 1 {
			t.Errorf("%s shows %d pictures, want the one", page, n)
		}
	}
}

// TestAnOldSessionShowsTheVeryFile uploads a pack, plays it, uploads another picture in its place, and forgets all that is in
// memory: the session still shows what its trainee saw.
func TestAnOldSessionShowsTheVeryFile(t *testing.T) {
	site := studioSite(t)
	first, _ := mandorla(t)
	second := first + "\x00"
	trainer := site.as("trainer")
	upload := func(picture string) {
		trainer.uploads("Mio", part{"folder", "mio/scenarios/a.md", copyOf(t, warranty, "mia-chat")}, part{"folder", "mio/pictures/mandorla.png", picture}).
			wantStatus(t, "upload", http.StatusSeeOther)
	}
	upload(first)
	old := site.played("trainee", "mia-chat", engine.Practice)
	upload(second)
	fresh := site.played("trainee", "mia-chat", engine.Practice)
	for _, tt := range []struct {
		session engine.Session
		want    string
	}{{old, first}, {fresh, second}} {
		path := filePath(tt.session.ID, scenarios.DigestOf(tt.want))
		if got := site.as("trainee").get(path).wantStatus(t, "file", http.StatusOK); got.body != tt.want {
			t.Errorf("%d bytes came, want %d", len(got.body), len(tt.want))
		}
		script, err := live.NewShelf(site.store).Script(t.Context(), tt.session)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(script.Sources, func(f scenarios.File) bool { return f.Text == tt.want }) {
			t.Error("the records do not have the picture the session was played with")
		}
	}
	download := trainer.get("/studio/download?pack=Mio").wantStatus(t, "download", http.StatusOK)
	files, err := unpackZip([]byte(download.body))
	if err != nil || !slices.ContainsFunc(files, func(f scenarios.File) bool { return f.Text == second }) {
		t.Errorf("the download has %d files (%v), want the picture among them", len(files), err)
	}
}

func TestAPackWithAFileThatCannotBeShownIsRefused(t *testing.T) {
	site := studioSite(t)
	b := site.as("trainer")
	for what, c := range map[string]struct{ name, data, want string }{
		"a page called a picture": {"pictures/mandorla.png", "<html><script>alert(1)</script></html>", "does not hold what its name says"},
		"a drawing with script":   {"pictures/mandorla.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", "PNG, JPEG and GIF"},
	} {
		t.Run(what, func(t *testing.T) {
			text := strings.ReplaceAll(copyOf(t, warranty, "mia-chat"), "pictures/mandorla.png", c.name)
			got := b.uploads("Mio", part{"folder", "mio/scenarios/a.md", text}, part{"folder", "mio/" + c.name, c.data})
			got.wantStatus(t, "upload", http.StatusUnprocessableEntity)
			if found := got.text(t, ".found"); !strings.Contains(found, "S022") {
				t.Errorf("the problems are %q, want S022 among them", found)
			}
		})
	}
	if packs, err := site.store.Packs(t.Context()); err != nil || len(packs) != 0 {
		t.Errorf("%d packs were kept (%v), want none", len(packs), err)
	}
}

func TestAProgramFetchesTheFilesItIsTold(t *testing.T) {
	site := newSite(t)
	picture, digest := mandorla(t)
	session := string(site.played("trainee", warranty, engine.Practice).ID)
	c := site.client("trainee")
	var told []any
	for _, m := range c.follow(session, "0", 0) {
		if files, ok := m.Event["files"].([]any); ok {
			told = append(told, files...)
		}
	}
	want := fmt.Sprintf("[map[digest:%s name:Foto dell'etichetta type:image/png]]", digest)
	if fmt.Sprint(told) != want {
		t.Fatalf("the events tell of %v, want %s", told, want)
	}
	response := c.send("fetchFile", []string{session, string(digest)}, nil)
	defer response.Body.Close()
	data, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK || string(data) != picture {
		t.Errorf("fetching = %d with %d bytes (%v), want the picture", response.StatusCode, len(data), err)
	}
	site.client("other trainee").call("fetchFile", []string{session, string(digest)}, nil, http.StatusNotFound)
}

func TestAPictureIsNotThereWhileTheCustomerTypes(t *testing.T) {
	attached := []scenarios.LineAttachment{{Name: "box", File: "box.png", Digest: "d"}, {Name: "lost", File: "lost.png"}}
	log := []engine.Event{{Number: 1, At: time.Second, Fact: engine.CustomerSaid{Text: "Look.", Takes: 5 * time.Second, Attachments: attached}}}
	for now, want := range map[time.Duration]int{2 * time.Second: 0, 6 * time.Second: 1} {
		saw := look(engine.Practice, scenarios.Chat, log, now)
		if got := saw.files(&scenarios.World{}); len(got) != want {
			t.Errorf("after %v the files are %v, want %d", now, got, want)
		}
	}
}

func TestAnAgentLooksAtWhatHeMaySend(t *testing.T) {
	site := newSite(t)
	world := &scenarios.World{Attachments: []scenarios.Attachment{{Name: "Label", File: "label.pdf", Digest: "d"}, {Name: "Photo", File: "photo.png", Digest: "e"},
		{Name: "Lost", File: "lost.pdf"}}}
	v := deskView{Page: samplePage("en"), ID: "s", Channel: scenarios.Chat, Phase: engine.Talking, Attachments: attachmentsOf("s", world)}
	html, err := fragment(site.server, site.server.texts.In("en"), "desk/sends", v)
	if err != nil {
		t.Fatal(err)
	}
	page := answer{body: html}.page(t)
	if n := page.Find("button[name=name]").Length(); n != 3 {
		t.Errorf("%d files can be sent, want 3", n)
	}
	links := page.Find("a")
	if links.Length() != 2 || links.First().AttrOr("href", "") != "/sessions/s/files/d" || links.Last().AttrOr("target", "") != "_blank" {
		t.Errorf("%d files can be looked at, want the two the pack has", links.Length())
	}
	if files := filesOnDesk(world); len(files) != 2 || files[1].Type != scenarios.MediaPNG {
		t.Errorf("the desk tells of %+v, want the two the pack has", files)
	}
}
