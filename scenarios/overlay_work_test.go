package scenarios

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// The translations of desk work and of what a world holds for it.
const (
	shopInRomanian = `---
kind: translation
format: 1
id: shop-ro
title: Magazinul
language: ro
translates: shop
---

# Magazinul

## Departamente

| Departament | Scop | Afișat ca |
|---|---|---|
| Claims | obiecte stricate | Reclamații |

## Colegi

| Nume | Rol | Afișat ca |
|---|---|---|
| Mia | expertă | Miia |

## Catalog

| Articol | A | Afișat ca |
|---|---|---|
| Cup | 10,00 lei | Ceașcă |

## Listă de apeluri

| Cine | Motiv | Interval orar |
|---|---|---|
| Ann Lee | colet întârziat | 9-12 dimineața |
`
)

const deskInRomanian = `---
kind: translation
format: 1
id: back-office-ro
title: Birou
language: ro
translates: back-office
---

# Birou

## Instrucțiuni

Ocupă-te de corespondență.

## Cazuri

### A broken plate

- **Afișat ca:** O farfurie spartă

> Dragă magazin, farfuria e spartă.

- **De la:** Ana Lee

### An invoice

> Vă rog să plătiți.

## Instrumente

### A broken plate

| Câmp | Răspuns corect |
|---|---|
| Reason | conține "spart" |

## Incidente

| Ce se întâmplă | Afișat ca |
|---|---|
| The screen goes dark | Ecranul se stinge |
| A strange mail asks for the password | Un mesaj ciudat cere parola |

## Colegi

### Mia

- **Când** cere sfatul
  > Trimite-l la reclamații.

## Criterii

### Sends it on

- **Sfat:** Trimite-l mai departe.
`

func workPack(t *testing.T) fstest.MapFS {
	t.Helper()
	pack := packIn(t, "en")
	pack["shop.ro.md"] = &fstest.MapFile{Data: []byte(shopInRomanian)}
	return pack
}

func TestAWorldIsTranslatedWithItsColleaguesItemsAndCalls(t *testing.T) {
	pack, problems := Load(workPack(t))
	w := pack.Worlds["shop-ro"]
	if w == nil {
		t.Fatalf("no translated world; problems:\n%s", printed(problems))
	}
	own := pack.Worlds["shop"]
	for what, pair := range map[string][2]string{
		"a role":                        {w.Colleagues[0].Role, "expertă"},
		"a colleague's shown name":      {w.Colleagues[0].Name, "Miia"},
		"the department of a colleague": {w.Colleagues[0].Department, "Reclamații"},
		"an item's shown name":          {w.Catalogue.Items[0].Name, "Ceașcă"},
		"a price of the other country":  {w.Catalogue.Items[0].Prices[0], "10,00 lei"},
		"a price that stays":            {w.Catalogue.Items[0].Prices[1], "1,80 €"},
		"the tags stay":                 {strings.Join(w.Catalogue.Items[0].Tags, " "), strings.Join(own.Catalogue.Items[0].Tags, " ")},
		"a reason to call":              {w.CallList[0].Reason, "colet întârziat"},
		"when to call":                  {w.CallList[0].Window, "9-12 dimineața"},
		"who is called":                 {w.CallList[0].Who, "Ann Lee"},
		"the original's item":           {own.Catalogue.Items[0].Name, "Cup"},
		"the original's role":           {own.Colleagues[0].Role, "expert"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s = %q, want %q", what, pair[0], pair[1])
		}
	}
	for _, b := range pack.Translations["shop-ro"].Blocks {
		if b.Missing && (b.Section == "section.colleagues" || b.Section == "section.catalogue" || b.Section == "section.call-list" || b.Section == "section.departments") {
			t.Errorf("%s is missing", b.Section)
		}
	}
}

func TestAHugeTranslatedTableTakesNoTime(t *testing.T) {
	pack := workPack(t)
	var items, calls strings.Builder
	for i := range 2000 {
		items.WriteString("| It" + itoa(i) + " | 1 | 2 | |\n")
		calls.WriteString("| P" + itoa(i) + " | r | w |\n")
	}
	text := strings.Replace(string(pack["shop.md"].Data), "| Cup | 2,00 € | 1,80 € | new, special |\n", items.String(), 1)
	pack["shop.md"] = &fstest.MapFile{Data: []byte(strings.Replace(text, "| Ann Lee | late parcel | 9-12 |\n", calls.String(), 1))}
	own := strings.Replace(shopInRomanian, "| Cup | 10,00 lei | Ceașcă |\n", strings.ReplaceAll(items.String(), " | 2 | |", " | X |"), 1)
	pack["shop.ro.md"] = &fstest.MapFile{Data: []byte(strings.Replace(own, "| Ann Lee | colet întârziat | 9-12 dimineața |\n", calls.String(), 1))}
	began := time.Now()
	loaded, _ := Load(pack)
	if w := loaded.Worlds["shop-ro"]; w == nil || len(w.Catalogue.Items) != 2000 {
		t.Fatal("the table was not read")
	}
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
}

func TestMistakesOfTranslatedTables(t *testing.T) {
	for _, m := range []struct {
		rule, old, fresh string
		code             Code
		says             string
	}{
		{"a colleague the original does not have", "| Mia |", "| Maia |", "L503", "Mia"},
		{"an item the original does not have", "| Cup |", "| Mug |", "L503", "Mug"},
		{"a price column the original does not have", "| Articol | A |", "| Articol | AB |", "L503", "AB"},
		{"somebody the original does not call", "| Ann Lee |", "| Ann Leo |", "L503", "Ann Lee"},
		{"calls without translation", "## Listă de apeluri\n\n| Cine | Motiv | Interval orar |\n|---|---|---|\n| Ann Lee | colet întârziat | 9-12 dimineața |\n", "", "L501", "apel"},
		{"colleagues without translation", "## Colegi\n\n| Nume | Rol | Afișat ca |\n|---|---|---|\n| Mia | expertă | Miia |\n", "", "L501", "Colegi"},
		{"attachments, which belong to the structure", "## Colegi", "## Atașamente\n\n| Nume | Descriere |\n|---|---|\n| Label | pentru retur |\n\n## Colegi", "L503", "Atașamente"},
	} {
		pack := workPack(t)
		text := strings.Replace(shopInRomanian, m.old, m.fresh, 1)
		if text == shopInRomanian {
			t.Fatalf("%s: no %q", m.rule, m.old)
		}
		pack["shop.ro.md"] = &fstest.MapFile{Data: []byte(text)}
		_, problems := Load(pack)
		var found []Problem
		for _, p := range problems {
			if p.File == "shop.ro.md" && (p.Code == m.code) {
				found = append(found, p)
			}
		}
		if len(found) != 1 || !strings.Contains(found[0].Message+found[0].Suggestion, m.says) {
			t.Errorf("%s: want one %s that says %q, got\n%s", m.rule, m.code, m.says, printed(problems))
		}
	}
}

func deskPack(t *testing.T, spoil ...string) fstest.MapFS {
	t.Helper()
	pack := workPack(t)
	text := deskInRomanian
	for i := 0; i+1 < len(spoil); i += 2 {
		if !strings.Contains(text, spoil[i]) {
			t.Fatalf("no %q in the translation", spoil[i])
		}
		text = strings.Replace(text, spoil[i], spoil[i+1], 1)
	}
	pack["desk.ro.md"] = &fstest.MapFile{Data: []byte(text)}
	return pack
}

func TestDeskWorkIsTranslated(t *testing.T) {
	pack, problems := Load(deskPack(t))
	sc, original := pack.DeskWork["back-office-ro"], pack.DeskWork["back-office"]
	if sc == nil || original == nil {
		t.Fatalf("desk work or its translation is missing:\n%s", printed(problems))
	}
	for what, pair := range map[string][2]string{
		"a document":                    {sc.Cases[0].Document, "Dragă magazin, farfuria e spartă."},
		"who it is from":                {sc.Cases[0].From, "Ana Lee"},
		"a case's shown name":           {sc.Cases[0].Name, "O farfurie spartă"},
		"when it comes":                 {sc.Cases[0].Arrives.String(), original.Cases[0].Arrives.String()},
		"a right answer":                {sc.Cases[0].Truth.Fields[0].Text, `conține "spart"`},
		"the routing stays":             {sc.Cases[0].Truth.Routing.Text, original.Cases[0].Truth.Routing.Text},
		"a fault":                       {sc.Faults[0].What, "Ecranul se stinge"},
		"what a colleague says":         {sc.Colleagues[0].Answers[0].Blocks[0].Lines[0].Text, "Trimite-l la reclamații."},
		"the colleague, as shown":       {sc.Colleagues[0].Colleague.Name, "Miia"},
		"the world":                     {sc.World.Catalogue.Items[0].Name, "Ceașcă"},
		"the original's document":       {original.Cases[1].Document, "Please pay."},
		"the original's colleague":      {original.Colleagues[0].Colleague.Name, "Mia"},
		"who answers a fault, as shown": {sc.Faults[1].AnsweredBy[0][0].Name.Name, "Miia"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s = %q, want %q", what, pair[0], pair[1])
		}
	}
	for _, p := range problems {
		if p.File == "desk.ro.md" && p.Code != "L501" {
			t.Errorf("%v", p)
		}
	}
	if names := pack.Translations["back-office-ro"].Untranslated(); len(names) > 0 {
		t.Errorf("untranslated: %v, want nothing", names)
	}
}

func TestMistakesOfTranslatedDeskWork(t *testing.T) {
	for _, m := range []struct {
		rule, old, fresh string
		code             Code
		says             string
	}{
		{"a case without its document", "> Vă rog să plătiți.\n", "", "L501", "An invoice"},
		{"a case the original does not have", "### An invoice", "### An invioce", "L503", "An invoice"},
		{"a time of a case", "- **De la:** Ana Lee", "- **De la:** Ana Lee\n- **Sosește:** după 10 s", "L503", "Sosește"},
		{"a right answer for no field", "| Reason |", "| Raeson |", "L503", "Reason"},
		{"a fault the original does not have", "| The screen goes dark |", "| The screen goes dim |", "L503", "The screen goes dark"},
		{"an answer to something else", "- **Când** cere sfatul", "- **Când** pune în așteptare", "L503", "Mia"},
		{"a colleague's answer that is missing", "  > Trimite-l la reclamații.\n", "", "L501", "Mia"},
	} {
		_, problems := Load(deskPack(t, m.old, m.fresh))
		var found []Problem
		for _, p := range problems {
			if p.File == "desk.ro.md" {
				found = append(found, p)
			}
		}
		if len(found) == 0 || found[0].Code != m.code || !strings.Contains(found[0].Message+found[0].Suggestion, m.says) || m.code == "L503" && len(found) > 1 {
			t.Errorf("%s: want one %s that says %q, got\n%s", m.rule, m.code, m.says, printed(found))
		}
	}
}

func TestATranslatedCaseIsStaleWhenItsDocumentChanges(t *testing.T) {
	pack := workPack(t)
	loaded, _ := Load(pack)
	skeleton, err := SkeletonTranslation(loaded, "back-office", "ro")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"## Cases", "### A broken plate", "Dear shop, the plate is broken.", "- **When** consults", "Send it to the claims.", "| The screen goes dark |", "  cases: ", "  colleagues: ", "  faults: "} {
		if !strings.Contains(skeleton.Text, want) {
			t.Errorf("the file to start from has no %q:\n%s", want, skeleton.Text)
		}
	}
	_, digests, _ := strings.Cut(skeleton.Text, "source-digest:")
	digests, _, _ = strings.Cut(digests, "---\n")
	pack = deskPack(t, "translates: back-office\n", "translates: back-office\nsource-digest:"+digests)
	if codes := codesIn(pack, "desk.ro.md"); strings.Contains(codes, "L502") {
		t.Errorf("problems %s, want nothing stale", codes)
	}
	pack["desk.md"] = &fstest.MapFile{Data: []byte(strings.Replace(string(pack["desk.md"].Data), "> Please pay.", "> Please pay by Monday.", 1))}
	_, problems := Load(pack)
	stale := 0
	for _, p := range problems {
		if p.Code == "L502" && p.File == "desk.ro.md" {
			stale++
			if !strings.Contains(p.Message+p.Suggestion, "Please pay by Monday.") || !strings.Contains(p.Message+p.Suggestion, "Vă rog să plătiți.") {
				t.Errorf("%v shows not both texts", p)
			}
		}
	}
	if stale != 1 {
		t.Errorf("%d stale blocks, want one:\n%s", stale, printed(problems))
	}
}

func codesIn(pack fstest.MapFS, file string) string {
	_, problems := Load(pack)
	var b strings.Builder
	for _, p := range problems {
		if p.File == file {
			b.WriteString(string(p.Code) + " ")
		}
	}
	return b.String()
}
