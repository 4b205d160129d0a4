package language

import "testing"

// TestTraitsOfReplies reads how real replies say something, one trait after the other.
func TestTraitsOfReplies(t *testing.T) {
	tests := []struct {
		language string
		trait    trait
		text     string
		want     bool
	}{
		{"it", traitHypothesis, "Se facesse anche la glicemia, dovrebbe venire a digiuno, ma qui non è segnata.", true},
		{"it", traitHypothesis, "Se viene lunedì, la visita si fa.", false},
		{"ro", traitHypothesis, "Dacă lumina ar fi roșie, v-aș fi rugat să reporniți routerul, dar e verde.", true},
		{"ru", traitHypothesis, "Если бы лампочка горела, я бы попросил вас перезагрузить роутер.", true},
		{"en", traitHypothesis, "If the delay reached three hours, I would rebook you.", true},
		{"en", traitHypothesis, "Would you mind if I put you on hold?", false},
		{"de", traitHypothesis, "Wenn es unser Fehler wäre, würden wir zahlen.", true},
		{"it", traitPast, "Il collega di ieri le ha già chiesto la data di nascita.", true},
		{"ro", traitPast, "Colega mea v-a spus ieri același lucru.", true},
		{"ru", traitPast, "Вы писали вчера, что уже сменили пароль.", true},
		{"en", traitPast, "My colleague told you so last time.", true},
		{"de", traitPast, "Das hatte ich gestern schon gemeldet.", true},
		{"de", traitPast, "Ich melde das heute noch.", false},
		{"en", traitMine, "freeze my card please", true},
		{"de", traitMine, "bitte sperren sie sofort meine karte", true},
		{"ru", traitMine, "у меня заявка, когда придут?", true},
		{"it", traitMine, "Blocco subito la sua carta.", false},
		{"it", traitWaives, "Guardi che per questo esame non occorre venire a digiuno.", true},
		{"ro", traitWaives, "Nu e nevoie să trimiteți poza.", true},
		{"ru", traitWaives, "Менять пароль не нужно.", true},
		{"en", traitWaives, "There is no need to restart it.", true},
		{"de", traitWaives, "Den Ausweis brauchen Sie, eine Kopie ist nicht nötig.", true},
		{"it", traitWaives, "Non importa a che ora arriva, la reception è sempre aperta.", true},
		{"de", traitWaives, "Langsam eingewöhnen müssen Sie den nicht.", true},
		{"en", traitWaives, "You don't really need to restart it.", true},
		{"en", traitWaives, "You need to restart it.", false},
		{"en", traitWaives, "There's no reason why you couldn't pay it off in smaller amounts.", false},
		{"it", traitReports, "Ho detto al fattorino di sbrigarsi.", true},
		{"ro", traitReports, "Ziceați că vecinul dă vina pe cei de la vânzări.", true},
		{"ru", traitReports, "На границе вас спросят, до какого числа действует загранпаспорт.", true},
		{"en", traitReports, "My colleague already asked you for the code.", true},
		{"de", traitReports, "Es tut mir leid, wenn jemand so etwas zu Ihnen gesagt hat.", true},
		{"de", traitReports, "Ich melde das heute noch.", false},
		{"it", traitUnpromised, "Che sia pronto domani non glielo posso promettere.", true},
		{"ro", traitUnpromised, "Nu vă promit că primiți banii vineri.", true},
		{"ru", traitUnpromised, "Не обещаю, что курьер приедет сегодня.", true},
		{"en", traitUnpromised, "I'd be lying if I said it will be lower.", true},
		{"de", traitUnpromised, "Dass keine weiteren Kosten entstehen, kann ich Ihnen nicht versichern.", true},
		{"en", traitUnpromised, "I promise the next bill will be lower.", false},
		{"it", traitDelegates, "Chieda lei a suo genero il codice fiscale.", true},
		{"ro", traitDelegates, "Întrebați-l pe soț de contract.", true},
		{"ru", traitDelegates, "Попросите у отца паспорт и СНИЛС.", true},
		{"en", traitDelegates, "Ask the lodger how long it's been out.", true},
		{"de", traitDelegates, "Fragen Sie bitte Ihren Vermieter nach dem Fehlercode.", true},
		{"en", traitDelegates, "May I ask you for the code?", false},
		{"ro", traitHypothesis, "Dacă ați avea contract, v-aș trimite factura.", true},
		{"it", traitHypothesis, "Se lei me lo confermasse, potrei bloccare la carta.", true},
		{"de", traitHypothesis, "Wäre der Schaden kleiner, würde ich Ihnen sofort zusagen.", true},
		{"de", traitHypothesis, "Hätten Sie morgen um zehn Zeit?", false},
		{"de", traitHypothesis, "Hatten Sie schon Zeit, das zu lesen?", false},
		{"it", traitHypothesis, "Avessi il modulo firmato, glielo spedirei oggi.", true},
		{"it", traitHypothesis, "Le spedirei il modulo, se per lei va bene.", false},
		{"it", traitHypothesis, "Se vuole glielo spedisco oggi.", false},
		{"ru", traitHypothesis, "Позвонили бы вы вчера, мы бы приехали.", true},
		{"ru", traitHypothesis, "Я бы хотел уточнить ваш адрес.", false},
		{"ro", traitHypothesis, "Să fi sunat ieri, v-aș fi trimis pe cineva.", true},
		{"en", traitHypothesis, "If it rained, we couldn't deliver today.", true},
		{"en", traitHypothesis, "I could send it today, if you like.", false},
		{"de", traitHypothesis, "Ich könnte es heute schicken, wenn Sie möchten.", false},
		{"en", traitUnpromised, "I'm not saying it will be ready.", true},
		{"it", traitUnpromised, "Non è vero che il negozio è chiuso.", true},
		{"ru", traitUnpromised, "Я не говорю, что магазин закрыт.", true},
		{"de", traitUnpromised, "Dass der Laden zu ist, stimmt so nicht.", true},
		{"ro", traitUnpromised, "Nu e adevărat că magazinul e închis.", true},
		{"de", traitHypothesis, "Könnten Sie mir bitte die Kundennummer nennen.", false},
		{"de", traitHypothesis, "Hätten Sie vielleicht Ihre Nummer zur Hand.", false},
		{"de", traitHypothesis, "Wäre es möglich, dass Sie mir die Nummer geben.", false},
		{"de", traitHypothesis, "Könnten Sie mir die Nummer nennen, dann suche ich gleich.", false},
		{"ru", traitHypothesis, "Не могли бы вы подождать, я бы уточнила у коллеги.", false},
		{"it", traitUnpromised, "Scusi, non ho detto il mio nome: sono Anna.", false},
		{"it", traitUnpromised, "Lei è la signora Rossi, non è vero?", false},
		{"de", traitUnpromised, "Die Rechnung stimmt nicht, das tut mir leid.", false},
		{"ro", traitUnpromised, "Iertați-mă, nu am spus cum mă cheamă.", false},
		{"en", traitDenies, "No problem, I'll send it.", false},
		{"it", traitDenies, "Non si preoccupi, la camera è pronta.", false},
		{"it", traitDenies, "Le camere non sono pronte.", true},
	}
	for _, tt := range tests {
		tongue := tongueOf(tt.language)
		text := readText(tt.text, true)
		if got := mannerOf(text, traitMarksOf(text, readDenial(readPolarity(text, tongue), tongue), tongue), 0, len(text.tokens))[tt.trait]; got != tt.want {
			t.Errorf("trait %d of %q = %v, want %v", tt.trait, tt.text, got, tt.want)
		}
	}
}

func TestForeignTraitNeedsExamplesWithoutIt(t *testing.T) {
	var all manners
	has := manner{traitPast: true}
	if got := all.foreign(traitPast, has); got != 1 {
		t.Errorf("foreign to examples without it = %v, want 1", got)
	}
	all[traitPast] = 0.5
	if got := all.foreign(traitPast, has); got != 0 {
		t.Errorf("foreign where half of the examples have it = %v, want 0", got)
	}
	all[traitPast] = 1
	if got := all.lacking(traitPast, manner{}); got != 1 {
		t.Errorf("lacking what all examples have = %v, want 1", got)
	}
}

func TestDependentClauseIsNoWindowOfItsOwn(t *testing.T) {
	r := read(Reply{Text: "Dass es so lange dauert, liegt nicht am Druck in Berlin.", Typed: true}, []string{"de"})
	for _, w := range r.windows(make([]bool, len(r.sentences))) {
		if w.from == 0 && w.to < len(r.tokens) {
			t.Errorf("%q is judged by itself", r.folded(w.from, w.to))
		}
	}
}
