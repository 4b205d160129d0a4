package live_test

import (
	"context"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"proba/content"
	"proba/engine"
	"proba/engine/live"
	"proba/scenarios"
)

// shippedScript is a scenario of the shipped library, prepared, and the session that is pinned to it.
func shippedScript(t testing.TB) (*engine.Script, engine.Session) {
	t.Helper()
	pack, _ := scenarios.Load(content.Library())
	for id, sc := range pack.Scenarios {
		script, err := engine.Prepare(sc)
		must(t, err)
		s := engine.Session{Scenario: id, Pack: script.Pack}
		for _, f := range sc.Sources {
			s.Sources = append(s.Sources, engine.Source{Path: f.Path, Digest: f.Digest})
		}
		return script, s
	}
	t.Fatal("the shipped library is empty")
	return nil, engine.Session{}
}

// counted are the pinned texts of one scenario, and how often they were asked for.
type counted struct {
	files []scenarios.File
	asked atomic.Int32
}

func (c *counted) Sources(context.Context, []engine.Source) ([]scenarios.File, error) {
	c.asked.Add(1)
	return c.files, nil
}

func TestAScriptIsMadeOnceHoweverManyAskForIt(t *testing.T) {
	script, session := shippedScript(t)
	texts := &counted{files: script.Sources}
	shelf := live.NewShelf(texts)
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() {
			got, err := shelf.Script(t.Context(), session)
			if err != nil || got.Pack != session.Pack || got.ID != session.Scenario {
				t.Errorf("Script = %v, %v", got, err)
			}
		})
	}
	wg.Wait()
	if n := texts.asked.Load(); n != 1 {
		t.Errorf("the texts were read %d times", n)
	}
}

func TestAScriptOfOtherTextsIsRefused(t *testing.T) {
	script, session := shippedScript(t)
	session.Pack = "0123456789abcdef"
	_, err := live.NewShelf(&counted{files: script.Sources}).Script(t.Context(), session)
	if err == nil || !strings.Contains(err.Error(), "not those of pack 0123456789ab") {
		t.Errorf("Script: %v", err)
	}
	session.Scenario = "another"
	_, err = live.NewShelf(&counted{files: script.Sources}).Script(t.Context(), session)
	if err == nil || !strings.Contains(err.Error(), "no such scenario") {
		t.Errorf("Script: %v", err)
	}
}
