package prove

import (
	"errors"
	"testing"
	"testing/fstest"

	"proba/scenarios"
)

func TestAFirstPackProvesItselfInEveryLanguageAndChannel(t *testing.T) {
	for _, lang := range []string{"en", "it", "ro", "ru", "de"} {
		for _, channel := range []scenarios.Channel{scenarios.Phone, scenarios.Counter, scenarios.Chat, scenarios.Email} {
			t.Run(lang+" "+string(channel), func(t *testing.T) {
				files, err := scenarios.Starter("first", channel, lang)
				if err != nil {
					t.Fatal(err)
				}
				fsys := fstest.MapFS{}
				for path, text := range files {
					fsys[path] = &fstest.MapFile{Data: []byte(text)}
				}
				pack, problems := scenarios.Load(fsys)
				problems = append(problems, Pack(pack)...)
				for _, p := range problems {
					t.Error(p.Format())
				}
				if sc := pack.Scenarios["first"]; sc == nil || len(sc.Tests) != 2 || sc.Channel != channel {
					t.Errorf("the scenario is %+v", sc)
				}
			})
		}
	}
}

func TestAFirstPackIsRefusedWithoutItsThreeChoices(t *testing.T) {
	tests := []struct {
		id      string
		channel scenarios.Channel
		lang    string
		want    error
	}{
		{"../up", scenarios.Phone, "en", scenarios.ErrStarterID},
		{"", scenarios.Phone, "en", scenarios.ErrStarterID},
		{"first", scenarios.Desk, "en", scenarios.ErrStarterChannel},
		{"first", scenarios.Chat, "fr", scenarios.ErrStarterLanguage},
	}
	for _, tt := range tests {
		if _, err := scenarios.Starter(tt.id, tt.channel, tt.lang); !errors.Is(err, tt.want) {
			t.Errorf("Starter(%q, %q, %q) = %v, want %v", tt.id, tt.channel, tt.lang, err, tt.want)
		}
	}
}
