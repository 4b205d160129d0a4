package language

import (
	"strings"
	"testing"
)

func TestHowSentencesAddressSomebody(t *testing.T) {
	tests := []struct {
		language, text string
		// want are the forms of the sentences that address somebody, in order, words the ones the first rests on.
		want, words string
	}{
		{"it", "La ringrazio per l'attesa.", "formal", "La ringrazio"},
		{"it", "le confermo che la rata è di 63 euro", "formal", "le confermo"},
		{"it", "Buongiorno, come posso aiutarla?", "unclear", "aiutarla"},
		{"it", "Mi scusi per il disguido.", "formal", "scusi"},
		{"it", "Aspetti in linea, per favore.", "formal", "Aspetti"},
		{"it", "Non si preoccupi, controllo io.", "", ""},
		{"it", "Aspetti un pacco anche tu?", "informal", "tu"},
		{"it", "Capisco che Lei sia arrabbiata.", "formal", "Lei"},
		{"it", "La signora non c'è, lei torna domani.", "unclear", "lei"},
		{"it", "Lei è in linea da molto.", "unclear", "Lei"},
		{"it", "Il suo ordine è partito.", "unclear", "suo"},
		{"it", "Siamo in centro e a La Spezia.", "", ""},
		{"it", "Puoi darmi il tuo numero?", "informal", "Puoi"},
		{"it", "Ti richiamo io.", "informal", "Ti"},
		{"it", "Un tè freddo, grazie.", "", ""},
		{"it", "Le rate sono tre e le spese zero.", "", ""},
		{"it", "La ringrazio, ma il tuo ordine è fermo.", "mixed", "tuo"},
		{"it", "La ringrazio. Ti mando il modulo.", "formal informal", "La ringrazio"},
		{"ro", "Vă rog să așteptați puțin.", "formal", "Vă rog"},
		{"ro", "va rog sa asteptati putin", "formal", "va rog"},
		{"ro", "Coletul va ajunge mâine.", "", ""},
		{"ro", "V-am trimis un mesaj.", "formal", "V"},
		{"ro", "Dumneavoastră aveți contract din mai.", "formal", "Dumneavoastră"},
		{"ro", "Poți să-mi spui numărul tău?", "informal", "Poți"},
		{"ro", "Îți trimit acum factura.", "informal", "Îți"},
		{"ro", "Dumneata ai sunat ieri.", "unclear", "Dumneata"},
		{"ro", "Voi verifica imediat.", "", ""},
		{"ro", "Vă sun pe amândoi mâine.", "formal", "Vă sun"},
		{"ru", "Подождите, пожалуйста, я проверю.", "formal", "Подождите"},
		{"ru", "Чем я могу вам помочь?", "formal", "вам"},
		{"ru", "Ваш заказ в пути.", "formal", "Ваш"},
		{"ru", "Вы оба платите поровну.", "unclear", "Вы"},
		{"ru", "Скажи номер договора.", "informal", "Скажи"},
		{"ru", "Ты уже платил?", "informal", "Ты"},
		{"ru", "Заказ приедет завтра, деньги на сайте.", "", ""},
		{"de", "Können Sie mir die Nummer sagen?", "formal", "Sie"},
		{"de", "Vielen Dank für Ihre Geduld.", "formal", "Ihre"},
		{"de", "Sie kommen morgen an.", "unclear", "Sie"},
		{"de", "Ihr Paket ist da.", "unclear", "Ihr"},
		{"de", "Die Pakete sind da, sie wurden heute geliefert.", "unclear", "sie"},
		{"de", "können sie mir die nummer sagen", "unclear", "sie"},
		{"de", "KÖNNEN SIE WARTEN?", "unclear", "SIE"},
		{"de", "Hast du deine Nummer da?", "informal", "Hast"},
		{"de", "Habt ihr euch angemeldet?", "informal", "euch"},
		{"de", "Guten Tag, meine Damen und Herren.", "", ""},
		{"fr", "Je vous prie de patienter.", "formal", "vous"},
		{"fr", "Veuillez patienter un instant.", "formal", "Veuillez"},
		{"fr", "Vous deux avez signé.", "unclear", "Vous"},
		{"fr", "Je t'envoie ton dossier.", "informal", "t"},
		{"fr", "A-t-il reçu le ton de la ligne ?", "", ""},
		{"fr", "Tu peux me donner tes coordonnées ?", "informal", "Tu"},
		{"es", "¿En qué puedo ayudarle?", "unclear", "ayudarle"},
		{"es", "Le agradezco la espera, usted tiene razón.", "formal", "Le agradezco"},
		{"es", "Disculpe la demora.", "formal", "Disculpe"},
		{"es", "Su pedido llega el lunes.", "unclear", "Su"},
		{"es", "¿Puedes darme tu número?", "informal", "Puedes"},
		{"es", "Un té, por favor.", "", ""},
		{"en", "Could you tell me your number, please?", "", ""},
	}
	for _, tt := range tests {
		var got []string
		all := Addresses(tt.text, true, tt.language)
		for _, a := range all {
			got = append(got, string(a.Form))
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("Addresses(%q, %s) = %v, want %q", tt.text, tt.language, all, tt.want)
			continue
		}
		if len(all) == 0 {
			continue
		}
		if a := all[0]; a.Words != tt.words || string([]rune(tt.text)[a.Span[0]:a.Span[1]]) != a.Words {
			t.Errorf("Addresses(%q, %s) rests on %q at %v, want %q", tt.text, tt.language, a.Words, a.Span, tt.words)
		}
	}
}

func TestSentencesOfAnAddressAreNumbered(t *testing.T) {
	all := Addresses("Buongiorno. Un attimo. La ringrazio. Ti chiamo.", true, "it")
	if len(all) != 2 || all[0].Sentence != 3 || all[1].Sentence != 4 {
		t.Errorf("Addresses = %+v, want sentences 3 and 4", all)
	}
	if spoken := Addresses("la ringrazio\nti chiamo", false, "it"); len(spoken) != 2 {
		t.Errorf("dictated: %+v, want a sentence a line", spoken)
	}
}

func TestLanguagesWithForms(t *testing.T) {
	for language, want := range map[string]bool{"it": true, "ro": true, "ru": true, "de": true, "fr": true, "es": true, "en": false, "": false} {
		if got := HasAddressForms(language); got != want {
			t.Errorf("HasAddressForms(%q) = %v, want %v", language, got, want)
		}
	}
}

func FuzzAddresses(f *testing.F) {
	for _, text := range []string{"La ringrazio, t'aspetto.", "Sie", "v-", "va", "¿Usted?\n\nté", "\xff\u0301Вы"} {
		f.Add(text, "it", true)
		f.Add(text, "fr", false)
	}
	f.Fuzz(func(t *testing.T, text, language string, typed bool) {
		for _, a := range Addresses(text, typed, language) {
			if a.Words == "" || a.Sentence < 1 || a.Span[0] >= a.Span[1] {
				t.Errorf("Addresses(%q) = %+v", text, a)
			}
		}
	})
}
