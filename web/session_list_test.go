package web

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"proba/engine"
	"proba/engine/language"
	"proba/engine/store"
)

// threePhrases says three things the warranty chat listens for.
const threePhrases = "Buongiorno, sono Elena del servizio clienti di Casa Nocciola. Sì, da 150 euro in su può pagare in 3 rate senza interessi. " +
	"La garanzia dura 24 mesi. Posso aiutarla in altro? Grazie, buona giornata."

func (s *site) setListLimits(sentence, reply int) {
	s.Helper()
	settings := store.DefaultSettings()
	settings.ListPerSentence, settings.ListPerReply = sentence, reply
	if err := s.store.ChangeSettings(s.Context(), s.by("admin"), settings); err != nil {
		s.Fatal(err)
	}
}

// begun starts practice on the page and returns the session.
func (b *browser) begun(scenario string) engine.SessionID {
	b.Helper()
	got := b.post("/play/" + scenario)
	if got.status != http.StatusSeeOther && got.status != http.StatusFound {
		b.Fatalf("start = %d", got.status)
	}
	return engine.SessionID(strings.TrimPrefix(got.header.Get("Location"), "/sessions/"))
}

func TestTheListGuardHasTheNumbersOfTheStart(t *testing.T) {
	site := newSite(t)
	site.setListLimits(2, 2)
	trainee := site.as("trainee")
	strict := trainee.begun(warranty)
	site.setListLimits(50, 100)
	loose := trainee.begun(warranty)
	for id, want := range map[engine.SessionID]bool{strict: true, loose: false} {
		site.command(id, engine.Say{Text: threePhrases})
		log, err := site.store.Events(t.Context(), id, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := heardAsList(log); got != want {
			t.Errorf("limits %+v: the reply is taken for a list: %v, want %v", log[0].Fact.(engine.Started).List, got, want)
		}
	}
}

func heardAsList(log []engine.Event) bool {
	for _, e := range log {
		if f, ok := e.Fact.(engine.Replied); ok {
			return slices.ContainsFunc(f.Hearings, func(h language.Hearing) bool { return h.Why == language.WhyList })
		}
	}
	return false
}
