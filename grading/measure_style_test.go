package grading

import (
	"slices"
	"testing"

	"proba/engine"
	"proba/scenarios"
)

// written is a typed reply in a language.
func written(language, text string) moment {
	return moment{1, engine.Replied{Text: text, Language: language, Understood: true, Delay: -1}}
}

func TestMeasuresOfReading(t *testing.T) {
	easy, hard := written("it", "Il pacco arriva oggi. La rata è di tre euro."),
		written("it", "Relativamente all'informazione precedentemente comunicata riguardo all'estensione, l'amministrazione competente provvederà tempestivamente.")
	tests := []struct {
		name    string
		measure scenarios.Measure
		log     []moment
		want    bool
		figure  string
	}{
		// 10 words, 2 sentences, 33 letters: 89 + (600 - 330) / 10.
		{"Gulpease of short words, cut at a hundred", scenarios.Gulpease{AtLeast: 100}, []moment{easy}, true, "100.0"},
		// 13 words, 1 sentence, 125 letters: 89 + (300 - 1250) / 13.
		{"Gulpease of long words", scenarios.Gulpease{AtLeast: 60}, []moment{hard}, false, "15.9"},
		{"Gulpease of English is none", scenarios.Gulpease{AtLeast: 0}, []moment{written("en", "Your parcel arrives today.")}, false, ""},
		// 4 words, 1 sentence, 1 word of more than six letters: 4 + 25.
		{"LIX at its limit", scenarios.LIX{AtMost: 29}, []moment{written("en", "Your parcel arrives today.")}, true, "29.0"},
		{"LIX above its limit", scenarios.LIX{AtMost: 28}, []moment{written("en", "Your parcel arrives today.")}, false, "29.0"},
		// 7 words, 1 sentence, 1 long word: 7 + 14.28…
		{"LIX a hair above shows above", scenarios.LIX{AtMost: 21}, []moment{written("en", "It arrives to you at ten then.")}, false, "21.3"},
		// 4 words, 1 sentence, 7 syllables: 206.835 - 1.015 * 4 - 84.6 * 7 / 4 = 54.725.
		{"Flesch of English", scenarios.Flesch{AtLeast: 54}, []moment{written("en", "Your parcel arrives today.")}, true, "54.7"},
		{"Flesch below its limit", scenarios.Flesch{AtLeast: 55}, []moment{written("en", "Your parcel arrives today.")}, false, "54.7"},
		{"Flesch of Romanian is none", scenarios.Flesch{AtLeast: 0}, []moment{written("ro", "Coletul ajunge azi.")}, false, ""},
		{"the hardest language decides", scenarios.Flesch{AtLeast: 55},
			// 3 words, 1 sentence, 13 syllables: 180 - 3 - 58.5 * 13 / 3.
			[]moment{written("en", "Yes. It is."), written("de", "Die Verfügbarkeitsinformationen kommen.")}, false, "−76.5"},
		{"no reply, no measure", scenarios.LIX{AtMost: 100}, nil, false, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := markOf(t, scenarios.Criterion{AllOf: measured(tt.measure)}, logOf(tt.log...)).Items[0]
			if got.Held != tt.want || got.Wide != tt.want || got.Figure != tt.figure {
				t.Errorf("held = %v, %v with figure %q, want %v with %q", got.Held, got.Wide, got.Figure, tt.want, tt.figure)
			}
		})
	}
}

func TestTheHardestReplyIsCited(t *testing.T) {
	log := logOf(written("it", "Il pacco arriva oggi."), written("it", "Relativamente all'informazione precedentemente comunicata provvederemo tempestivamente."),
		written("it", "Ecco, grazie."))
	m := markOf(t, scenarios.Criterion{AllOf: measured(scenarios.Gulpease{AtLeast: 80})}, log)
	if len(m.Evidence) != 1 || m.Evidence[0].Event != 3 || m.Evidence[0].Why != "figure" {
		t.Errorf("evidence = %+v, want the second reply", m.Evidence)
	}
}

func TestMeasuresOfAddress(t *testing.T) {
	formal, informal := scenarios.AddressesAs{Percent: 100}, scenarios.AddressesAs{Informally: true, Percent: 100}
	tests := []struct {
		name    string
		measure scenarios.Measure
		log     []moment
		want    MarkValue
		figure  string
		words   []string
	}{
		{"polite throughout", formal, []moment{written("it", "La ringrazio. Attenda, per favore.")}, Met, "100%", []string{"La ringrazio", "Attenda"}},
		{"once familiar", formal, []moment{written("it", "La ringrazio."), written("it", "Ti richiamo.")}, NotMet, "50%", []string{"Ti"}},
		{"half is enough", scenarios.AddressesAs{Percent: 50}, []moment{written("it", "La ringrazio."), written("it", "Ti richiamo.")}, Met, "50%", []string{"La ringrazio"}},
		{"both in one sentence", formal, []moment{written("it", "La ringrazio del tuo tempo.")}, NotMet, "0%", []string{"tuo"}},
		{"unclear beside nothing but politeness", formal, []moment{written("it", "La ringrazio. Il suo ordine è partito.")}, Met, "100%", []string{"La ringrazio", "suo"}},
		{"unclear beside nothing but tu is somebody else", informal, []moment{written("it", "Ti richiamo. Il suo ordine è partito.")}, Met, "100%", []string{"Ti"}},
		{"nothing but unclear", formal, []moment{written("it", "Il suo ordine è partito. Come posso aiutarla?")}, Undecided, "0%", []string{"suo", "aiutarla"}},
		{"unclear between the two", scenarios.AddressesAs{Percent: 60}, []moment{written("it", "La ringrazio. Ti richiamo. Il suo ordine è partito.")}, Undecided, "33%", []string{"Ti", "suo"}},
		{"nobody is addressed", formal, []moment{written("it", "L'ordine è partito.")}, NotMet, "", nil},
		{"English has one form", formal, []moment{written("en", "Thank you for your patience.")}, NotMet, "", nil},
		{"Sie as they", formal, []moment{written("de", "Die Pakete sind da. Sie kommen morgen an.")}, Undecided, "0%", []string{"Sie"}},
		{"Sie as you", formal, []moment{written("de", "Können Sie warten? Sie kommen morgen an.")}, Met, "100%", []string{"Sie", "Sie"}},
		{"ты", informal, []moment{written("ru", "Скажи номер. Ты уже платил?")}, Met, "100%", []string{"Скажи", "Ты"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := markOf(t, scenarios.Criterion{AllOf: measured(tt.measure)}, logOf(tt.log...))
			var words []string
			for _, e := range m.Evidence {
				if e.Words != "" {
					words = append(words, e.Words)
				}
			}
			if m.Mark != tt.want || m.Items[0].Figure != tt.figure || !slices.Equal(words, tt.words) {
				t.Errorf("%s with figure %q resting on %q, want %s with %q on %q", m.Mark, m.Items[0].Figure, words, tt.want, tt.figure, tt.words)
			}
		})
	}
}
