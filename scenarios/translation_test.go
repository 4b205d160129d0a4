package scenarios

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// rosesPack is the sound pack of the explanations, whose scenario is translated into Romanian.
func rosesPack(t testing.TB, spoil ...string) fstest.MapFS {
	t.Helper()
	pack := fstest.MapFS{}
	names, err := fs.Glob(ExplanationPack(), "*.*")
	if err != nil || len(names) == 0 {
		t.Fatalf("the pack of the explanations: %v, %v", names, err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(ExplanationPack(), name)
		if err != nil {
			t.Fatal(err)
		}
		pack[name] = &fstest.MapFile{Data: data}
	}
	for i := 0; i+2 < len(spoil); i += 3 {
		change(t, pack, spoil[i], spoil[i+1], spoil[i+2])
	}
	return pack
}

func change(t testing.TB, pack fstest.MapFS, name, old, fresh string) {
	t.Helper()
	text := string(pack[name].Data)
	if strings.Count(text, old) != 1 {
		t.Fatalf("%q stands %d times in %s, want once", old, strings.Count(text, old), name)
	}
	pack[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, fresh, 1))}
}

func TestATranslatedScenarioStandsBesideItsOriginal(t *testing.T) {
	pack, problems := Load(rosesPack(t))
	if len(problems) > 0 {
		t.Fatalf("problems: %v", problems)
	}
	original, translated := pack.Scenarios["roses"], pack.Scenarios["roses-ro"]
	if original == nil || translated == nil {
		t.Fatal("original or translation is missing")
	}
	for what, pair := range map[string][2]string{
		"the original's first line":  {original.Beats[0].Blocks[0].Lines[0].Text, "Hello, I would like roses for Friday."},
		"its first line":             {translated.Beats[0].Blocks[0].Lines[0].Text, "Bună ziua, aș vrea trandafiri pentru vineri."},
		"title":                      {translated.Title, "Trandafiri pentru vineri"},
		"version":                    {translated.Version, original.Version},
		"language":                   {strings.Join(translated.Languages, " "), "ro"},
		"its price":                  {translated.Facts[0].Value, "60 lei"},
		"the original's price":       {original.Facts[0].Value, "12,50 €"},
		"the persona's language":     {translated.Persona.Speaks[0].Language, "ro"},
		"the persona's habit":        {translated.Persona.Habits[0].Blocks[0].Lines[0].Text, "Poftim?"},
		"the original's habit":       {original.Persona.Habits[0].Blocks[0].Lines[0].Text, "Sorry?"},
		"the article's shown name":   {translated.World.Articles[0].Name, "Program"},
		"the article":                {translated.World.Articles[0].Body, "Deschis de la 8 la 18."},
		"the original's article":     {original.World.Articles[0].Name, "Opening hours"},
		"what is looked up":          {translated.Criteria[3].AllOf[0].Any[0][0].Name.Name, "Program"},
		"what is filed":              {translated.Criteria[3].AllOf[1].Any[0][0].Name.Name, "Bon de comandă"},
		"what is said":               {translated.Criteria[0].AllOf[0].Any[0][0].Name.Name, "salutul"},
		"the field of the desk":      {translated.Desk[0].Fields[0].Field, "Flori"},
		"the field of the form":      {translated.World.Forms[0].Fields[0].Name, "Flori"},
		"the points stay":            {itoa(translated.Criteria[3].Points), "20"},
		"the arrow stays":            {translated.Beats[0].Reactions[0].Target.Beat.Name, "Leave"},
		"the advice":                 {translated.Criteria[0].Advice, "Salută înainte de a vorbi de bani."},
		"the phrase is Romanian":     {strings.Join(translated.Phrases[0].Languages, " "), "ro"},
		"the original's phrase name": {original.Phrases[0].Name, "greeting"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s = %q, want %q", what, pair[0], pair[1])
		}
	}
}

func TestATranslationPinsItsOriginalToo(t *testing.T) {
	pack, _ := Load(rosesPack(t))
	var paths []string
	for _, f := range pack.Scenarios["roses-ro"].Sources {
		paths = append(paths, f.Path)
	}
	want := []string{"scenario.ro.md", "persona.md", "persona.ro.md", "roses.png", "rubric.md", "scenario.md", "world.md", "world.ro.md"}
	if !slices.Equal(paths, want) {
		t.Errorf("sources = %v, want %v", paths, want)
	}
	again, problems := Load(FilesFS(pack.Scenarios["roses-ro"].Sources))
	if meaning(*again.Scenarios["roses-ro"]) != meaning(*pack.Scenarios["roses-ro"]) || len(problems) > 0 {
		t.Errorf("its sources alone make another scenario; problems %v", problems)
	}
}

// noted are the lines of the sound translation that hold its digests.
func noted(t testing.TB) string {
	t.Helper()
	text := string(rosesPack(t)["scenario.ro.md"].Data)
	_, rest, ok := strings.Cut(text, "source-digest:")
	lines, _, closed := strings.Cut(rest, "---\n")
	if !ok || !closed {
		t.Fatal("the sound translation has no digests")
	}
	return "source-digest:" + lines
}

func TestMistakesOfTranslations(t *testing.T) {
	for _, m := range []struct {
		rule             string
		file, old, fresh string
		code             Code
		says             string
	}{
		{"a text that is missing", "scenario.ro.md", "- **Sfat:** Răspunde în 15 secunde.\n", "", "L501", "Answers in time"},
		{"a reply of the customer that is missing", "scenario.ro.md", "> - Bine, mulțumesc.\n> - **din nou:** Atât, mulțumesc.\n", "", "L501", "Leave"},
		{"tests that are missing", "scenario.ro.md", "## Teste", "## Teste\n\n<!--", "L501", "Teste"},
		{"a persona without translation", "persona.ro.md", "translates: ida", "translates: otto", "L501", "ida"},
		{"advice that changed", "scenario.md", "Greet before you talk about money.", "Greet first.", "L502", "Salută înainte"},
		{"a line that changed", "scenario.md", "> - Fine, thank you.", "> - Fine, thanks.", "L502", "Leave"},
		{"an article that changed", "world.md", "Open from 8 to 18.", "Open from 8 to 19.", "L502", "Deschis de la 8 la 18."},
		{"a beat that is added", "scenario.ro.md", "### Leave", "### Bonus\n\n> Da.\n\n### Leave", "L503", "Bonus"},
		{"a criterion's name that was translated", "scenario.ro.md", "### Takes leave", "### Take leave", "L503", "Takes leave"},
		{"a heading that was translated", "scenario.ro.md", "### Takes leave", "### Își ia rămas-bun", "L503", "Își ia rămas-bun"},
		{"points", "scenario.ro.md", "- **Sfat:** Scrie bonul.", "- **Puncte:** 5\n- **Sfat:** Scrie bonul.", "L503", "Puncte"},
		{"evidence", "scenario.ro.md", "- **Sfat:** Scrie bonul.", "- **Toate:**\n  - închide\n- **Sfat:** Scrie bonul.", "L503", "Toate"},
		{"a reaction that is added", "scenario.ro.md", "### Leave", "- **Când** pune în așteptare\n  > Ce faceți?\n\n### Leave", "L503", "Order"},
		{"a reaction that leads elsewhere", "scenario.ro.md", "### Leave", "- **Când** spune *names the price* -> sfârșit\n\n### Leave", "L503", "Order"},
		{"a fact that is added", "scenario.ro.md", "| price | 60 lei |", "| price | 60 lei |\n| discount | 5 lei |", "L503", "discount"},
		{"a variant that is added", "scenario.ro.md", "| Dată | Valoare |\n|---|---|\n| price | 60 lei |", "| Dată | Valoare | iarna |\n|---|---|---|\n| price | 60 lei | 70 lei |", "L503", "iarna"},
		{"a section of the structure", "scenario.ro.md", "## Fraze", "## Timpi\n\n| Timp | Valoare |\n|---|---|\n| tăcere | 5 s |\n\n## Fraze", "L503", "Timpi"},
		{"a version that is not the present one", "scenario.ro.md", "source-version: 1.0.0\n" + noted(t), "source-version: 0.9.0\n", "L502", "0.9.0"},
		{"a field that is added", "world.ro.md", "| Flowers | Flori |", "| Flowers | Flori |\n| Colour | Culoare |", "L503", "Colour"},
		{"a price that was kept", "scenario.ro.md", "| price | 60 lei |", "| price | 12,50 € |", "L504", "12,50 €"},
		{"a price that was forgotten", "scenario.ro.md", "## Date\n\n| Dată | Valoare |\n|---|---|\n| price | 60 lei |\n", "", "L504", "price"},
		{"an original that is not there", "scenario.ro.md", "translates: roses", "translates: rose", "S005", "roses"},
		{"a translation without language", "scenario.ro.md", "language: ro\n", "", "S003", "language"},
		{"the id of its original", "scenario.ro.md", "id: roses-ro", "id: roses", "S006", "scenario.md"},
		{"two translations of one persona", "world.ro.md", "translates: kiosk", "translates: ida", "S006", "persona.ro.md"},
		{"an unknown name in a test", "scenario.ro.md", "*Greets first*, ", "*Greet first*, ", "S014", "Greets first"},
		{"an unknown fact in a line", "scenario.ro.md", "> - Bine, mulțumesc.", "> - Bine, {prise}.", "F108", "price"},
	} {
		t.Run(m.rule, func(t *testing.T) {
			_, problems := Load(rosesPack(t, m.file, m.old, m.fresh))
			found := slices.IndexFunc(problems, func(p Problem) bool { return p.Code == m.code })
			if found < 0 {
				t.Fatalf("%v, want %s", problems, m.code)
			}
			if p := problems[found]; !strings.Contains(p.Message+p.Suggestion, m.says) {
				t.Errorf("%s %s; want it to say %q", p.Message, p.Suggestion, m.says)
			}
			if m.code != "L501" && m.code != "S006" && m.code[0] == 'L' && len(problems) > 1 {
				t.Errorf("one mistake gives %d messages: %v", len(problems), problems)
			}
		})
	}
}

func TestOneMistakeOfATranslationGivesOneMessage(t *testing.T) {
	for _, m := range []struct {
		rule       string
		old, fresh string
		code       Code
		nearest    string
	}{
		{"a section at the level of its things", "## Criterii", "### Criterii", "S008", "Criterii"},
		{"the first section at the level of its things", "## Conversație", "### Conversație", "S008", "Conversație"},
		{"a section in bold", "## Fraze", "**Fraze**", "S008", "Fraze"},
	} {
		_, problems := Load(rosesPack(t, "scenario.ro.md", m.old, m.fresh))
		if len(problems) != 1 || problems[0].Code != m.code || problems[0].Nearest != m.nearest {
			t.Errorf("%s: want one %s with %q, got\n%s", m.rule, m.code, m.nearest, printed(problems))
		}
	}
}

func TestAMistakeInTheOriginalIsNotRepeatedByItsTranslation(t *testing.T) {
	for _, spoil := range [][]string{
		{"scenario.md", "### Leave", "### Order"},
		{"scenario.md", "| Fact | Value | Known to |", "| Factt | Value | Known to |"},
		{"scenario.md", "- **Advice:** Pick up within 15 seconds.", "- **Advise:** Pick up within 15 seconds."},
		{"scenario.md", "> - Fine, thank you.\n> - **again:** That is all, thank you.", "- Fine, thank you."},
		{"scenario.md", "  - says *goodbye*", "  - says *godbye*"},
		{"scenario.md", "`hello`, `good", "hello, `good"},
		{"scenario.md", "## Phrases", "## Frases"},
		{"scenario.md", "channel: phone", "channel: telephone"},
		{"scenario.md", "---\nkind", "kind"},
		{"persona.md", "## Habits", "## Habbits"},
		{"persona.md", "- **When** not understood\n  > Sorry?", "When not understood\n\n> Sorry?"},
		{"world.md", "| Field | Type | Required |\n|---|---|---|\n| Flowers", "| Feeld | Type | Required |\n|---|---|---|\n| Flowers"},
		{"rubric.md", "| Courtesy |", "| Courtesi |"},
	} {
		_, problems := Load(rosesPack(t, spoil...))
		if len(problems) == 0 {
			t.Errorf("%q is no mistake", spoil[2])
		}
		for _, p := range problems {
			if strings.HasSuffix(p.File, ".ro.md") {
				t.Errorf("%q in %s: %v", spoil[2], spoil[0], p)
			}
		}
	}
}

func TestLayoutArrowsAndPointsMakeNoTranslationStale(t *testing.T) {
	pack := rosesPack(t,
		"scenario.md", "- **Points:** 20", "- **Points:** 25",
		"scenario.md", "- **When** says *goodbye* -> end", "-  **When** hangs up -> end\n-   **When** says *goodbye* -> end",
		"world.md", "# A flower kiosk", "# The flower kiosk")
	_, problems := Load(pack)
	for _, p := range problems {
		if p.Code == "L502" {
			t.Errorf("%v, want nothing stale", p)
		}
	}
}

func TestAMissingBlockFallsBackToTheOriginal(t *testing.T) {
	pack, _ := Load(rosesPack(t, "scenario.ro.md", "> - Bine, mulțumesc.\n> - **din nou:** Atât, mulțumesc.\n", ""))
	sc := pack.Scenarios["roses-ro"]
	if got := sc.Beats[1].Blocks[0].Lines[0].Text; got != "Fine, thank you." {
		t.Errorf("the customer says %q, want the original", got)
	}
	if got := sc.Translation.Untranslated(); !slices.Equal(got, []string{"Leave"}) {
		t.Errorf("Untranslated() = %q, want Leave", got)
	}
}

func TestWhatIsNotTranslatedBehindAScenarioCountsToo(t *testing.T) {
	for _, e := range []struct {
		rule  string
		spoil []string
		want  []string
	}{
		{"whole", nil, nil},
		{"a text of the world", []string{"world.ro.md", "Deschis de la 8 la 18.\n", ""}, []string{"Opening hours"}},
		{"no translation of the world", []string{"world.ro.md", "translates: kiosk", "translates: nothing"}, []string{"A flower kiosk"}},
		{"no translation of the persona", []string{"persona.ro.md", "translates: ida", "translates: otto"}, []string{"Ida Brandt"}},
	} {
		pack, _ := Load(rosesPack(t, e.spoil...))
		if got := pack.Scenarios["roses-ro"].Untranslated(); !slices.Equal(got, e.want) {
			t.Errorf("%s: Untranslated() = %q, want %q", e.rule, got, e.want)
		}
		if got := pack.Scenarios["roses"].Untranslated(); got != nil {
			t.Errorf("%s: the original lacks %q", e.rule, got)
		}
	}
}

func TestASkeletonLacksOnlyItsTexts(t *testing.T) {
	for _, lang := range []string{"it", "de", "fr"} {
		pack := rosesPack(t)
		loaded, _ := Load(pack)
		for _, id := range []string{"roses", "ida", "kiosk"} {
			f, err := SkeletonTranslation(loaded, id, lang)
			if err != nil {
				t.Fatal(err)
			}
			pack[f.Path] = &fstest.MapFile{Data: []byte(f.Text)}
		}
		again, problems := Load(pack)
		for _, p := range problems {
			if p.Code != "L501" && p.Code != "L504" {
				t.Errorf("%v", p)
			}
		}
		for id, blocks := range map[string]int{"roses": 14, "ida": 1, "kiosk": 5} {
			if got := len(again.Translations[id+"-"+lang].Untranslated()); got != blocks {
				t.Errorf("%s: %d blocks are missing, want all %d", id, got, blocks)
			}
		}
	}
}

func TestASkeletonIsRefused(t *testing.T) {
	pack, _ := Load(rosesPack(t))
	if _, err := SkeletonTranslation(pack, "plain", "ro"); !errors.Is(err, ErrNothingToTranslate) {
		t.Errorf("a rubric: %v, want ErrNothingToTranslate", err)
	}
	if _, err := SkeletonTranslation(pack, "roses", "en"); !errors.Is(err, ErrSameLanguage) {
		t.Errorf("its own language: %v, want ErrSameLanguage", err)
	}
	if _, err := RefreshTranslation(pack, "roses", "it"); !errors.Is(err, ErrNoSuchTranslation) {
		t.Errorf("a translation that is not there: %v, want ErrNoSuchTranslation", err)
	}
}

func TestRefreshingEndsWhatIsStaleAndTouchesNothingElse(t *testing.T) {
	pack := rosesPack(t, "scenario.md", "> - Fine, thank you.", "> - Fine, thanks.")
	before := string(pack["scenario.ro.md"].Data)
	loaded, problems := Load(pack)
	if len(problems) != 1 {
		t.Fatalf("%v, want one stale block", problems)
	}
	f, err := RefreshTranslation(loaded, "roses", "ro")
	if err != nil || f.Path != "scenario.ro.md" {
		t.Fatalf("RefreshTranslation = %q, %v", f.Path, err)
	}
	_, was, _ := strings.Cut(before, "\n---\n")
	if _, is, _ := strings.Cut(f.Text, "\n---\n"); is != was {
		t.Error("the texts of the translation changed")
	}
	pack[f.Path] = &fstest.MapFile{Data: []byte(f.Text)}
	loaded, problems = Load(pack)
	if len(problems) > 0 {
		t.Errorf("after refreshing: %v", problems)
	}
	if again, _ := RefreshTranslation(loaded, "roses", "ro"); again.Text != f.Text {
		t.Error("refreshing twice is not refreshing once")
	}
}

// FuzzTranslation spoils a translation, or the original below one, and wants every problem placed.
func FuzzTranslation(f *testing.F) {
	sound := rosesPack(f)
	for name, file := range sound {
		f.Add(name, string(file.Data))
	}
	f.Fuzz(func(t *testing.T, name, text string) {
		if sound[name] == nil {
			return
		}
		pack := fstest.MapFS{}
		for own, file := range sound {
			pack[own] = file
		}
		pack[name] = &fstest.MapFile{Data: []byte(text)}
		loaded, problems := Load(pack)
		for _, p := range problems {
			if p.Message == "" || pack[p.File] == nil {
				t.Errorf("%+v", p)
			}
		}
		for _, id := range []string{"roses", "ida", "kiosk"} {
			if f, err := SkeletonTranslation(loaded, id, "de"); err == nil && !strings.HasPrefix(f.Text, "---\n") {
				t.Errorf("the skeleton of %s begins with %.20q", id, f.Text)
			}
		}
		VersionProblems(loaded, loaded)
	})
}
