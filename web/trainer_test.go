package web

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io/fs"
	"mime/multipart"
	"net/http"
	"net/textproto"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"proba/content"
	"proba/engine"
	"proba/scenarios"
)

// openLibrary lets a site have the library of the program and of the records, as in earnest use.
func openLibrary(t *testing.T) func(*Config) {
	return func(c *Config) {
		library, err := OpenLibrary(t.Context(), c.Store, content.Library())
		if err != nil {
			t.Fatal(err)
		}
		c.Library = library
	}
}

// sharedChecker lets the tests prove the shipped library once.
var sharedChecker = sync.OnceValue(newChecker)

// studioSite is a site whose packs can be changed.
func studioSite(t *testing.T) *site {
	t.Helper()
	s := newSite(t, openLibrary(t))
	s.server.checker = sharedChecker()
	s.server.exam = newExamination(s.server.checker)
	return s
}

// checkedStudio waits until the present library is checked.
func (s *site) checkedStudio() {
	s.Helper()
	select {
	case <-s.server.exam.of(s.server.Library).done:
	case <-s.Context().Done():
		s.Fatal("the library was not checked in time")
	}
}

// part is a file of an upload.
type part struct{ field, name, text string }

// uploads sends a pack as a browser does.
func (b *browser) uploads(name string, parts ...part) answer {
	b.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	if err := w.WriteField("name", name); err != nil {
		b.Fatal(err)
	}
	for _, p := range parts {
		header := textproto.MIMEHeader{}
		header.Set("Content-Disposition", fmt.Sprintf(`form-data; name=%q; filename=%q`, p.field, p.name))
		out, err := w.CreatePart(header)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := out.Write([]byte(p.text)); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		b.Fatal(err)
	}
	r := b.request(http.MethodPost, "/studio/packs", body.String())
	r.Header.Set("Content-Type", w.FormDataContentType())
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return b.do(r)
}

// copyOf is a shipped scenario under an id and title of its own.
func copyOf(t *testing.T, scenario, id string) string {
	t.Helper()
	text, err := fs.ReadFile(content.Library(), "scenarios/"+scenario+".md")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Replace(string(text), scenario, id, 1)
}

func TestTheLibraryPageShowsEveryFileAndWhatItsCheckFound(t *testing.T) {
	site := studioSite(t)
	b := site.as("trainer")
	first := b.get("/studio").wantStatus(t, "studio", http.StatusOK)
	if got := first.page(t).Find("tbody tr:not(.kindrow)").Length(); got != len(testPack().Files) {
		t.Errorf("the page lists %d files, want %d", got, len(testPack().Files))
	}
	site.checkedStudio()
	page := b.get("/studio").page(t)
	if page.Find("meta[http-equiv=refresh]").Length() != 0 {
		t.Error("a checked library still reloads its page")
	}
	if got := page.Find("tbody .state.is-miss").Length(); got != 0 {
		t.Errorf("%d shipped files have errors, want none", got)
	}
}

func TestAFilePageShowsLinesTestsAndTrials(t *testing.T) {
	site := studioSite(t)
	b := site.as("trainer")
	b.get("/studio/files/scenarios/"+warranty+".md").wantStatus(t, "file before the check", http.StatusOK)
	site.checkedStudio()
	page := b.get("/studio/files/scenarios/"+warranty+".md").wantStatus(t, "file", http.StatusOK).page(t)
	text := copyOf(t, warranty, warranty)
	if got, want := page.Find(".code > li").Length(), strings.Count(text, "\n"); got != want {
		t.Errorf("the page has %d lines, want %d", got, want)
	}
	tests := page.Find("section[aria-labelledby=tests] tbody tr")
	if got, want := tests.Length(), len(testPack().Scenarios[warranty].Tests); got != want {
		t.Errorf("the page lists %d tests, want %d", got, want)
	}
	if got := tests.Find(".is-miss").Length(); got != 0 {
		t.Errorf("%d shipped tests came out otherwise, want none", got)
	}
	b.get("/studio/files/scenarios/none.md").wantStatus(t, "no such file", http.StatusNotFound)
	b.get("/studio/files/../auth.go").wantStatus(t, "outside the library", http.StatusNotFound)
}

func TestATestThatCameOutOtherwiseIsMarked(t *testing.T) {
	site := studioSite(t)
	text := strings.Replace(copyOf(t, warranty, warranty), "dice *conferma le rate*", "dice *nega le rate*", 1)
	files := append(slices.Clone(testPack().Files), scenarios.File{Path: "scenarios/" + warranty + ".md", Text: text})
	pack, _ := scenarios.Load(scenarios.FilesFS(files))
	if err := site.server.Library.Replace(pack); err != nil {
		t.Fatal(err)
	}
	site.checkedStudio()
	page := site.as("trainer").get("/studio/files/scenarios/"+warranty+".md").wantStatus(t, "file", http.StatusOK).page(t)
	if got := page.Find("section[aria-labelledby=tests] tbody tr").First().Find(".is-miss").Length(); got != 1 {
		t.Error("the model conversation, which the change breaks, is shown as expected")
	}
	if page.Find(".code > li.here--error .problem--error").Length() == 0 {
		t.Error("no error stands under its line")
	}
}

func TestProblemsStandUnderTheirLine(t *testing.T) {
	lines, whole := linesOf("a\nb\nc\n", []scenarios.Problem{
		{Pos: scenarios.Pos{File: "x", Line: 2, Column: 1}, Code: "F1", Level: scenarios.LevelWarning},
		{Pos: scenarios.Pos{File: "x", Line: 2, Column: 1}, Code: "F2", Level: scenarios.LevelError},
		{Pos: scenarios.Pos{File: "x"}, Code: "S1", Level: scenarios.LevelError},
		{Pos: scenarios.Pos{File: "x", Line: 9}, Code: "S2", Level: scenarios.LevelNote},
	})
	if len(lines) != 3 || len(lines[1].Problems) != 2 || lines[1].Worst() != scenarios.LevelError || lines[0].Worst() != "" {
		t.Errorf("lines are %+v, want both problems on the second of 3, an error the worst", lines)
	}
	if len(whole) != 2 {
		t.Errorf("%d problems are of the whole file, want 2", len(whole))
	}
}

func TestATrialIsPlayedAndLeavesNoRecord(t *testing.T) {
	site := newSite(t)
	b := site.as("trainer")
	got := b.post("/studio/trials/"+warranty, "seed", "7").wantStatus(t, "trial", http.StatusSeeOther)
	seat := &seat{b, got.header.Get("Location")}
	seat.playWarranty()
	b.get(seat.path + "/result").page(t).Find("main .verdict a[href^='/'], main .eyebrow a").Each(func(_ int, a *goquery.Selection) {
		b.get(a.AttrOr("href", "")).wantStatus(t, "where the result of a trial leads: "+a.Text(), http.StatusOK)
	})
	session, err := site.store.Session(t.Context(), engine.SessionID(strings.TrimPrefix(seat.path, "/sessions/")))
	if err != nil || session.Mode != engine.Trial || session.Seed != 7 {
		t.Errorf("the session is %s with seed %d (%v), want a trial with seed 7", session.Mode, session.Seed, err)
	}
	sessions, err := site.store.SessionsOf(t.Context(), site.people["trainer"])
	if err != nil || len(sessions) != 0 {
		t.Errorf("the trainer's record has %d sessions (%v), want none", len(sessions), err)
	}
	b.post("/studio/trials/"+warranty, "seed", "x").wantStatus(t, "a seed that is no number", http.StatusBadRequest)
	b.post("/studio/trials/"+warranty, "variant", "none").wantStatus(t, "an unknown variant", http.StatusBadRequest)
	b.post("/studio/trials/none").wantStatus(t, "an unknown scenario", http.StatusNotFound)
}

func TestAnUploadedPackCanBePlayedAtOnce(t *testing.T) {
	site := studioSite(t)
	b := site.as("trainer")
	text := copyOf(t, warranty, "mia-chat")
	for _, c := range []struct {
		what string
		part part
	}{
		{"as a zip archive", part{"zip", "pack.zip", string(archiveOf(t, zipped{"mio/scenarios/mia-chat.md", text, 0}))}},
		{"as a single file", part{"files", "mia-chat.md", text}},
		{"as a folder", part{"folder", "mio/scenarios/mia-chat.md", text}},
	} {
		got := b.uploads("Mio", c.part)
		if got.status != http.StatusSeeOther {
			t.Fatalf("%s: %d, want %d: %s", c.what, got.status, http.StatusSeeOther, got.text(t, "section"))
		}
		if _, known := site.server.Library.Script("mia-chat"); !known {
			t.Errorf("%s: the scenario is not in the library", c.what)
		}
	}
	versions, err := site.store.PackVersions(t.Context(), "Mio")
	if err != nil || len(versions) != 3 {
		t.Errorf("the pack has %d versions (%v), want 3", len(versions), err)
	}
	site.as("trainee").begin("mia-chat")
}

func TestAnUploadedFolderKeepsItsPaths(t *testing.T) {
	site := studioSite(t)
	b := site.as("trainer")
	b.uploads("Mio", part{"folder", "mio/scenarios/a.md", copyOf(t, warranty, "mia-a")}, part{"folder", "mio/scenarios/b.md", copyOf(t, warranty, "mia-b")}).
		wantStatus(t, "upload", http.StatusSeeOther)
	got := b.get("/studio/download?pack=Mio").wantStatus(t, "download", http.StatusOK)
	archive, err := zip.NewReader(strings.NewReader(got.body), int64(len(got.body)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range archive.File {
		names = append(names, f.Name)
	}
	if strings.Join(names, " ") != "a.md b.md" && strings.Join(names, " ") != "scenarios/a.md scenarios/b.md" {
		t.Errorf("the download has %v, want both files", names)
	}
	b.get("/studio/download?pack=none").wantStatus(t, "no such pack", http.StatusNotFound)
	b.get("/studio/download").wantStatus(t, "shipped files", http.StatusOK)
}

func TestAPackWithErrorsIsRefusedWholeWithItsProblems(t *testing.T) {
	site := studioSite(t)
	b := site.as("trainer")
	broken := strings.Replace(copyOf(t, warranty, "mia-chat"), "\n## ", "\n## Assurdo\n\n## ", 1)
	got := b.uploads("Mio", part{"files", "good.md", copyOf(t, warranty, "mia-buona")}, part{"files", "bad.md", broken + "\n- **Quando** dice *una frase che non esiste*\n"})
	got.wantStatus(t, "upload", http.StatusUnprocessableEntity)
	if n := got.page(t).Find(".found .is-miss").Length(); n == 0 {
		t.Error("the page shows no error")
	}
	if text := got.text(t, ".found"); !strings.Contains(text, "bad.md") {
		t.Errorf("the problems are %q, want bad.md named", text)
	}
	if packs, err := site.store.Packs(t.Context()); err != nil || len(packs) != 0 {
		t.Errorf("%d packs were kept (%v), want none", len(packs), err)
	}
	if _, known := site.server.Library.Script("mia-buona"); known {
		t.Error("a part of a refused pack is in the library")
	}
}

func TestAPackMayNotTakeAnothersId(t *testing.T) {
	site := studioSite(t)
	got := site.as("trainer").uploads("Mio", part{"files", "x.md", copyOf(t, warranty, warranty)})
	got.wantStatus(t, "a shipped id again", http.StatusUnprocessableEntity)
	if packs, err := site.store.Packs(t.Context()); err != nil || len(packs) != 0 {
		t.Errorf("%d packs were kept (%v), want none", len(packs), err)
	}
}

func TestARunningSessionKeepsTheTextsItBeganWith(t *testing.T) {
	site := studioSite(t)
	trainer := site.as("trainer")
	trainer.uploads("Mio", part{"files", "x.md", copyOf(t, warranty, "mia-chat")}).wantStatus(t, "upload", http.StatusSeeOther)
	seat := site.as("trainee").begin("mia-chat")
	before := seat.desk().Find(".turn").First().Text()
	changed := strings.Replace(copyOf(t, warranty, "mia-chat"), "version: 1.0.0", "version: 2.0.0", 1)
	trainer.uploads("Mio", part{"files", "x.md", changed}).wantStatus(t, "second upload", http.StatusSeeOther)
	script, _ := site.server.Library.Script("mia-chat")
	if script.Version != "2.0.0" {
		t.Errorf("the library has version %q, want 2.0.0", script.Version)
	}
	if after := seat.desk().Find(".turn").First().Text(); after != before {
		t.Errorf("the running session changed from %q to %q", before, after)
	}
	session, err := site.store.Session(t.Context(), engine.SessionID(strings.TrimPrefix(seat.path, "/sessions/")))
	if err != nil || session.Version != "1.0.0" {
		t.Errorf("the running session is of version %q (%v), want 1.0.0", session.Version, err)
	}
}

func TestHostileUploadsAreRefusedQuickly(t *testing.T) {
	site := studioSite(t)
	b := site.as("trainer")
	site.checkedStudio()
	many := make([]zipped, maxPackFiles+1)
	for i := range many {
		many[i] = zipped{name: fmt.Sprintf("%d.md", i), text: "x"}
	}
	aliases := "---\na: &a [x,x,x,x,x,x,x,x,x]\n"
	for _, c := range []string{"b:a", "c:b", "d:c", "e:d", "f:e", "g:f", "h:g"} {
		name, of, _ := strings.Cut(c, ":")
		aliases += name + ": &" + name + " [*" + strings.Repeat(of+",*", 8) + of + "]\n"
	}
	in := func(entries ...zipped) part { return part{"zip", "x.zip", string(archiveOf(t, entries...))} }
	nested := archiveOf(t, zipped{"x.md", strings.Repeat("x", 1<<20), 0})
	for name, c := range map[string]struct {
		part part
		want int
	}{
		"a way out":               {in(zipped{"../x.md", "x", 0}), http.StatusUnprocessableEntity},
		"an absolute path":        {in(zipped{"/etc/x.md", "x", 0}), http.StatusUnprocessableEntity},
		"a backslash":             {in(zipped{`..\x.md`, "x", 0}), http.StatusUnprocessableEntity},
		"a drive":                 {in(zipped{"c:x.md", "x", 0}), http.StatusUnprocessableEntity},
		"a link":                  {in(zipped{"x.md", "/etc/passwd", fs.ModeSymlink}), http.StatusUnprocessableEntity},
		"too deep":                {in(zipped{strings.Repeat("a/", 9) + "x.md", "x", 0}), http.StatusUnprocessableEntity},
		"a name too long":         {in(zipped{strings.Repeat("a", 300) + ".md", "x", 0}), http.StatusUnprocessableEntity},
		"one name twice":          {in(zipped{"x.md", "x", 0}, zipped{"X.md", "y", 0}), http.StatusUnprocessableEntity},
		"too many files":          {in(many...), http.StatusUnprocessableEntity},
		"a bomb":                  {in(zipped{"x.md", strings.Repeat("\x00", 64<<20), 0}), http.StatusUnprocessableEntity},
		"an archive in it":        {in(zipped{"x.zip", string(nested), 0}), http.StatusUnprocessableEntity},
		"no archive":              {part{"zip", "x.zip", "PK nonsense"}, http.StatusUnprocessableEntity},
		"a cut archive":           {part{"zip", "x.zip", string(nested[:len(nested)/2])}, http.StatusUnprocessableEntity},
		"not text":                {in(zipped{"x.md", "\xff\xfe", 0}), http.StatusUnprocessableEntity},
		"aliases of aliases":      {in(zipped{"x.md", aliases + "---\n# X\n", 0}), http.StatusUnprocessableEntity},
		"one endless line":        {in(zipped{"x.md", "---\nkind: scenario\n---\n" + strings.Repeat("> ", 100_000), 0}), http.StatusUnprocessableEntity},
		"nothing":                 {part{"files", "x.md", ""}, http.StatusUnprocessableEntity},
		"nothing of use":          {in(zipped{"x.txt", "x", 0}), http.StatusUnprocessableEntity},
		"a file that leads out":   {part{"files", "../../x.md", "x"}, http.StatusUnprocessableEntity},
		"more than may be sent":   {part{"zip", "x.zip", strings.Repeat("x", maxUpload+1)}, http.StatusRequestEntityTooLarge},
		"a script for the reader": {in(zipped{"<script>alert(1)</script>.md", "x", 0}), http.StatusUnprocessableEntity},
	} {
		began := time.Now()
		got := b.uploads("Mio", c.part).wantStatus(t, name, c.want)
		if took := time.Since(began); took > time.Second {
			t.Errorf("%s: refused after %v, want within a second", name, took)
		}
		if strings.Contains(got.body, "<script>alert") {
			t.Errorf("%s: the page repeats it as markup", name)
		}
	}
	for _, name := range []string{"", "..", "a/b", "-x", strings.Repeat("x", 90), "a\x00b"} {
		b.uploads(name, part{"files", "x.md", copyOf(t, warranty, "mia-chat")}).wantStatus(t, fmt.Sprintf("pack %q", name), http.StatusUnprocessableEntity)
	}
	if packs, err := site.store.Packs(t.Context()); err != nil || len(packs) != 0 {
		t.Errorf("%d packs were kept (%v), want none", len(packs), err)
	}
}
