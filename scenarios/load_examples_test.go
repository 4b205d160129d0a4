package scenarios_test

import (
	"os"
	"testing"

	"proba/scenarios"
)

// The example pack of the design, which lies beside the checkout on some machines, must be read without an error.
const examples = "../../shared/design/examples"

func TestTheDesignsExamplesAreReadWithoutErrors(t *testing.T) {
	if _, err := os.Stat(examples); err != nil {
		t.Skip("the design's examples are not beside this checkout")
	}
	pack, problems := scenarios.Load(os.DirFS(examples))
	for _, p := range problems {
		if p.Level == scenarios.LevelError {
			t.Errorf("%s %s: %s", p.Pos, p.Code, p.Message)
		}
		t.Logf("%s %s %s: %s %s", p.Pos, p.Code, p.Level, p.Message, p.Suggestion)
	}
	for _, id := range []string{"phone-broken-plates", "chat-spedizione-isole"} {
		if pack.Scenarios[id] == nil {
			t.Errorf("scenario %q is missing", id)
		}
	}
}
