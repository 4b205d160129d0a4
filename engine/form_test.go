package engine

import (
	"testing"

	"proba/scenarios"
)

func cardScenario() *scenarios.Scenario {
	sc := chatOf(waitingForA())
	sc.World.Forms = []scenarios.Form{{Name: "Card", Fields: []scenarios.FormField{
		{Name: "Reason", Type: scenarios.FieldChoice, Choices: []string{"order", "complaint"}, Required: true},
		{Name: "Order", Type: scenarios.FieldText},
		{Name: "Cost", Type: scenarios.FieldAmount},
		{Name: "Due", Type: scenarios.FieldDate},
		{Name: "Note", Type: scenarios.FieldLongText},
	}}}
	sc.Facts = []scenarios.Fact{{Name: "order number", Value: "LR-20417"}}
	sc.Desk = []scenarios.FormTruth{{Form: ref("Card"), Fields: []scenarios.FieldTruth{
		truth("Reason", scenarios.FieldIs{Value: "complaint"}),
		truth("Order", scenarios.FieldIs{Value: "{order number}"}),
		truth("Cost", scenarios.FieldIs{Value: "9,90 €"}),
		truth("Due", scenarios.FieldOnOrBefore{Date: "2026-03-17"}),
		{Field: "Note", Text: "says a or contains foto", Any: [][]scenarios.FieldRule{
			{scenarios.FieldSays{Phrase: ref("a")}}, {scenarios.FieldContains{Word: "foto"}},
		}},
	}}}
	return sc
}

func truth(field string, r scenarios.FieldRule) scenarios.FieldTruth {
	return scenarios.FieldTruth{Field: field, Any: [][]scenarios.FieldRule{{r}}, Text: "as written"}
}

func card(reason, order, cost, due, note string) File {
	return File{Form: "Card", Fields: map[string]string{"Reason": reason, "Order": order, "Cost": cost, "Due": due, "Note": note}}
}

func TestFormIsRefusedWhole(t *testing.T) {
	c := begin(t, cardScenario())
	c.refused(card("", "", "", "", ""), RefusedFieldRequired)
	c.refused(card("something", "", "", "", ""), RefusedFieldValue)
	c.refused(card("order", "", "a lot", "", ""), RefusedFieldValue)
	c.refused(card("order", "", "", "soon", ""), RefusedFieldValue)
	c.refused(card("order", "", "", "", string(make([]byte, MaxReply+1))), RefusedTooLong)
	c.refused(File{Form: "Card", Fields: map[string]string{"Reason": "order", "Colour": "red"}}, RefusedFieldUnknown)
	if n := len(facts[Filed](c)); n != 0 {
		t.Errorf("%d forms filed, want none", n)
	}
}

func TestFieldsAreComparedByTheirType(t *testing.T) {
	tests := []struct {
		name        string
		file        File
		right, wide int
	}{
		{"all as wanted", card("complaint", "LR-20417", "9,90 €", "2026-03-17", "una foto"), 5, 5},
		{"other spellings of the same", card(" Complaint ", "lr 20417", "€ 9.90", "12.03.2026", "Foto ricevute"), 5, 5},
		{"another reference, amount and day", card("order", "LR-20418", "9,80 €", "2026-03-18", "niente"), 0, 0},
		{"left empty", card("complaint", "", "", "", ""), 1, 1},
		{"a phrase of the note heard unsurely", card("complaint", "", "", "", "a?"), 1, 2},
	}
	for _, tt := range tests {
		c := begin(t, cardScenario()).do(tt.file)
		filed := facts[Filed](c)[0]
		right, wide := rightFields(filed.Checks)
		if right != tt.right || wide != tt.wide {
			t.Errorf("%s: %d right and %d widely, want %d and %d: %+v", tt.name, right, wide, tt.right, tt.wide, filed.Checks)
		}
	}
}

func TestFieldRules(t *testing.T) {
	c := begin(t, cardScenario())
	p := play{sc: c.sc, s: c.s}
	tests := []struct {
		name  string
		rule  scenarios.FieldRule
		value string
		want  answer
	}{
		{"one of", scenarios.FieldIsOneOf{Values: []string{"it", "en"}}, "EN", right},
		{"none of", scenarios.FieldIsOneOf{Values: []string{"it", "en"}}, "ro", wrong},
		{"any date", scenarios.FieldAnyDate{}, "2026-03-12", right},
		{"any date, but a word", scenarios.FieldAnyDate{}, "presto", wrong},
		{"any text", scenarios.FieldAnyText{}, "x", right},
		{"any text, but empty", scenarios.FieldAnyText{}, "", wrong},
		{"empty", scenarios.FieldEmpty{}, "", right},
		{"empty, but filled", scenarios.FieldEmpty{}, "x", wrong},
		{"a day earlier", scenarios.FieldOnOrBefore{Date: "2026-03-17"}, "2026-03-16", right},
		{"a day later", scenarios.FieldOnOrBefore{Date: "2026-03-17"}, "2026-03-18", wrong},
		{"a stem", scenarios.FieldContains{Word: "fot*"}, "tre fotografie", right},
		{"a word within a word", scenarios.FieldContains{Word: "foto"}, "telefoto", wrong},
		{"a phrase", scenarios.FieldSays{Phrase: ref("a")}, "a", right},
		{"a phrase nobody knows", scenarios.FieldSays{Phrase: ref("zzz")}, "zzz", wrong},
	}
	for _, tt := range tests {
		if got := p.rule(tt.rule, tt.value); got != tt.want {
			t.Errorf("%s: rule(%+v, %q) = %d, want %d", tt.name, tt.rule, tt.value, got, tt.want)
		}
	}
}

func TestFiledFormFiresAReactionByItsRightFields(t *testing.T) {
	sc := cardScenario()
	enough := on(scenarios.Sentence{Verb: scenarios.VerbFiles, Name: ref("Card"), Right: 2})
	sc.Beats = []scenarios.Beat{beat("A", "hello", when(enough, "well done"), otherwise(toEnd))}
	begin(t, sc).expect("hello").do(card("complaint", "", "", "", "")).expect().
		do(card("complaint", "LR-20417", "", "", "")).expect("well done")
}

func TestOrderLines(t *testing.T) {
	sc := chatOf(beat("A", "Ho bisogno di Acqua naturale.", when(says("a"), toEnd), otherwise(toEnd)))
	sc.World.Catalogue = &scenarios.Catalogue{Columns: []string{"A", "B"}, Items: []scenarios.CatalogueItem{
		{Name: "Acqua naturale", Prices: []string{"1,00 €", "0,80 €"}},
		{Name: "Acqua frizzante", Prices: []string{"1,10 €", "0,90 €"}},
		{Name: "Box x 6", Prices: []string{"5 €"}},
	}}
	c := begin(t, sc)
	p := play{sc: c.sc, s: c.s}
	tests := []struct {
		name  string
		rule  scenarios.FieldRule
		value string
		want  answer
	}{
		{"a total in the first column", scenarios.FieldTotalIs{Value: "3,10 €"}, "Acqua naturale x 2; Acqua frizzante", right},
		{"a total in the second", scenarios.FieldTotalIs{Value: "1,60 €"}, "acqua naturale × 2 @ B", right},
		{"an item with a number in its name", scenarios.FieldTotalIs{Value: "10 €"}, "Box x 6 x 2", right},
		{"a stranger cannot be priced", scenarios.FieldTotalIs{Value: "1,00 €"}, "Acqua naturale\nVino", wrong},
		{"no price in that column", scenarios.FieldTotalIs{Value: "5 €"}, "Box x 6 @ B", wrong},
		{"all in the column", scenarios.FieldPriceColumn{Column: "b"}, "Acqua naturale @ B; Acqua frizzante @ B", right},
		{"one in another column", scenarios.FieldPriceColumn{Column: "B"}, "Acqua naturale @ B; Acqua frizzante", wrong},
		{"one item he did not ask for", scenarios.FieldItemsBeyond{N: 1}, "Acqua naturale; Acqua frizzante; Acqua frizzante", right},
		{"only what he asked for", scenarios.FieldItemsBeyond{N: 1}, "Acqua naturale x 6", wrong},
	}
	for _, tt := range tests {
		if got := p.rule(tt.rule, tt.value); got != tt.want {
			t.Errorf("%s: rule(%+v, %q) = %d, want %d", tt.name, tt.rule, tt.value, got, tt.want)
		}
	}
}
