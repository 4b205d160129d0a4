package engine

import "proba/scenarios"

// plainLine is what the engine lets a customer say where the persona has no habit (SEMANTICS 24), in the language
// given or, where it does not speak that one, in English; the language used is returned beside it. "" for a habit that
// has no plain line.
func plainLine(habit scenarios.Verb, lang string) (text, language string) {
	lines, ok := plainLines[lang]
	if !ok {
		lang, lines = "en", plainLines["en"]
	}
	return lines[habit], lang
}

var plainLines = map[string]map[scenarios.Verb]string{
	"en": {
		scenarios.HabitNotUnderstood: "Sorry, I did not understand.",
		scenarios.HabitTooHard:       "Sorry, that was too difficult for me. Could you say it more simply?",
		scenarios.HabitOutOfPlace:    "All right, and then?",
		scenarios.HabitIsInterrupted: "Please let me finish.",
		scenarios.HabitPatienceOut:   "I have had enough. Goodbye.",
		silent:                       "Are you still there?",
		holds:                        "That was a long wait.",
	},
	"it": {
		scenarios.HabitNotUnderstood: "Scusi, non ho capito.",
		scenarios.HabitTooHard:       "Scusi, per me è troppo difficile. Può dirlo in modo più semplice?",
		scenarios.HabitOutOfPlace:    "Va bene, e poi?",
		scenarios.HabitIsInterrupted: "Mi lasci finire, per favore.",
		scenarios.HabitPatienceOut:   "Adesso basta. Arrivederci.",
		silent:                       "È ancora lì?",
		holds:                        "È stata un'attesa lunga.",
	},
	"ro": {
		scenarios.HabitNotUnderstood: "Scuzați, nu am înțeles.",
		scenarios.HabitTooHard:       "Scuzați, e prea greu pentru mine. Puteți spune mai simplu?",
		scenarios.HabitOutOfPlace:    "Bine, și apoi?",
		scenarios.HabitIsInterrupted: "Lăsați-mă să termin, vă rog.",
		scenarios.HabitPatienceOut:   "Ajunge. La revedere.",
		silent:                       "Mai sunteți acolo?",
		holds:                        "Am așteptat mult.",
	},
	"ru": {
		scenarios.HabitNotUnderstood: "Простите, я не понимаю.",
		scenarios.HabitTooHard:       "Простите, это слишком сложно для меня. Можно проще?",
		scenarios.HabitOutOfPlace:    "Хорошо, а дальше?",
		scenarios.HabitIsInterrupted: "Дайте мне договорить, пожалуйста.",
		scenarios.HabitPatienceOut:   "С меня хватит. До свидания.",
		silent:                       "Вы ещё здесь?",
		holds:                        "Долго же пришлось ждать.",
	},
	"de": {
		scenarios.HabitNotUnderstood: "Entschuldigung, das habe ich nicht verstanden.",
		scenarios.HabitTooHard:       "Entschuldigung, das ist zu schwierig für mich. Können Sie es einfacher sagen?",
		scenarios.HabitOutOfPlace:    "Gut, und weiter?",
		scenarios.HabitIsInterrupted: "Lassen Sie mich bitte ausreden.",
		scenarios.HabitPatienceOut:   "Mir reicht es. Auf Wiedersehen.",
		silent:                       "Sind Sie noch da?",
		holds:                        "Das hat lange gedauert.",
	},
}
