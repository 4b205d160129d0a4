package web

import (
	"archive/zip"
	"net/http"
	"strings"
	"testing"

	"proba/content"
	"proba/engine/store"
	"proba/scenarios"
)

// TestAPackThatNoLongerPassesIsPutAside wants a published pack in which a check finds errors to keep neither the program from
// starting nor the others from being played, and the studio to show what is wrong with it.
func TestAPackThatNoLongerPassesIsPutAside(t *testing.T) {
	site := studioSite(t)
	author := store.Actor{Person: site.people["trainer"]}
	fine := copyOf(t, "chat-estensione-garanzia", "chat-buona")
	broken := strings.Replace(copyOf(t, "chat-estensione-garanzia", "chat-rotta"), "\n## ", "\n## Zzz ", 1)
	for name, text := range map[string]string{"Buono": fine, "Rotto": broken} {
		files := []scenarios.File{{Path: "scenarios/chat.md", Text: text, Digest: scenarios.DigestOf(text)}}
		pack, err := site.store.SavePack(t.Context(), author, name, 0, files)
		if err != nil {
			t.Fatal(err)
		}
		if err := site.store.SetPackStatus(t.Context(), author, name, pack.Version, store.PackPublished); err != nil {
			t.Fatal(err)
		}
	}
	library, err := OpenLibrary(t.Context(), site.store, content.Library())
	if err != nil {
		t.Fatalf("OpenLibrary: %v", err)
	}
	for id, want := range map[string]bool{"chat-estensione-garanzia": true, "chat-buona": true, "chat-rotta": false} {
		if _, got := library.Script(id); got != want {
			t.Errorf("%s can be played: %v, want %v", id, got, want)
		}
	}
	if got := library.Aside(); len(got) != 1 || len(got["Rotto"]) == 0 {
		t.Errorf("Aside = %v, want the errors of Rotto", got)
	}
	if err := site.server.Library.Reload(t.Context(), site.store); err != nil {
		t.Fatal(err)
	}
	page := site.as("trainer").get("/studio").wantStatus(t, "studio", http.StatusOK).page(t)
	if got := page.Find(".note--miss + .found li").Length(); got == 0 {
		t.Error("the studio shows no error of the pack put aside")
	}
	zipped := site.as("trainer").get("/studio/download?pack=Rotto").wantStatus(t, "download", http.StatusOK).body
	archive, err := zip.NewReader(strings.NewReader(zipped), int64(len(zipped)))
	if err != nil {
		t.Fatal(err)
	}
	if len(archive.File) != 1 {
		t.Errorf("the pack put aside is downloaded with %d files, want its one", len(archive.File))
	}
	site.checkedStudio()
	page = site.as("trainer").get("/studio").page(t)
	if got := page.Find(".part-head .is-miss").Length(); got != 1 {
		t.Errorf("%d packs are counted as having errors, want the one put aside", got)
	}
	if got := page.Find(".head .is-miss").Length(); got != 1 {
		t.Error("the library as a whole is said to have no problem")
	}
}
