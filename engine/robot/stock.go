package robot

// stockTalk is what any agent says anywhere, by language: polite, and about nothing.
var stockTalk = map[string][]string{
	"en": {
		"Good morning, this is customer service, how can I help you?",
		"I understand, please give me a moment while I check that for you.",
		"Could you tell me a little more about what happened?",
		"Thank you for your patience, I am looking into it now.",
		"I am sorry about the trouble you have had with this.",
		"We will get back to you as soon as we possibly can.",
		"Is there anything else that I can do for you today?",
		"Thank you very much for calling, have a nice day, goodbye.",
	},
	"it": {
		"Buongiorno, servizio clienti, come posso esserle utile?",
		"Capisco, mi dia un momento mentre controllo.",
		"Mi può raccontare qualcosa di più di quello che è successo?",
		"Grazie della pazienza, sto verificando adesso.",
		"Mi dispiace per il disagio che ha avuto.",
		"La ricontatteremo appena possibile.",
		"Posso fare altro per lei oggi?",
		"Grazie mille della chiamata, le auguro una buona giornata, arrivederci.",
	},
	"ro": {
		"Bună ziua, serviciul clienți, cu ce vă pot ajuta?",
		"Înțeleg, vă rog să așteptați un moment cât verific.",
		"Îmi puteți spune mai multe despre ce s-a întâmplat?",
		"Vă mulțumesc pentru răbdare, verific chiar acum.",
		"Îmi pare rău pentru neplăcerile pe care le-ați avut.",
		"Vă vom contacta cât mai curând posibil.",
		"Vă mai pot ajuta cu altceva astăzi?",
		"Vă mulțumesc că ați sunat, o zi bună, la revedere.",
	},
	"ru": {
		"Добрый день, служба поддержки, чем могу помочь?",
		"Понимаю, подождите минуту, я проверю.",
		"Расскажите, пожалуйста, подробнее, что случилось?",
		"Спасибо за терпение, я уже проверяю.",
		"Мне очень жаль, что так получилось.",
		"Мы свяжемся с вами при первой возможности.",
		"Могу ли я ещё чем-нибудь помочь вам сегодня?",
		"Спасибо за звонок, хорошего дня, до свидания.",
	},
	"de": {
		"Guten Tag, Kundendienst, wie kann ich Ihnen helfen?",
		"Ich verstehe, einen Moment bitte, ich sehe nach.",
		"Können Sie mir etwas mehr darüber erzählen, was passiert ist?",
		"Danke für Ihre Geduld, ich prüfe es gerade.",
		"Es tut mir leid, dass Sie Ärger damit hatten.",
		"Wir melden uns so bald wie möglich bei Ihnen.",
		"Kann ich heute noch etwas für Sie tun?",
		"Vielen Dank für Ihren Anruf, einen schönen Tag noch, auf Wiederhören.",
	},
}

// rudeTalk is what nobody should say to a customer, by language.
var rudeTalk = map[string][]string{
	"en": {
		"What do you want now?", "That is not my problem.", "You should have read the instructions.",
		"I have told you already, are you deaf?", "Calm down and stop shouting.", "If you do not like it, go somewhere else.",
	},
	"it": {
		"Che cosa vuole adesso?", "Non è un problema mio.", "Doveva leggere le istruzioni.",
		"Gliel'ho già detto, ma è sordo?", "Si calmi e smetta di urlare.", "Se non le va bene, vada da un'altra parte.",
	},
	"ro": {
		"Ce mai vreți acum?", "Nu e problema mea.", "Trebuia să citiți instrucțiunile.",
		"V-am spus deja, sunteți surd?", "Calmați-vă și nu mai țipați.", "Dacă nu vă convine, mergeți în altă parte.",
	},
	"ru": {
		"Что вам ещё надо?", "Это не моя проблема.", "Надо было читать инструкцию.",
		"Я вам уже говорил, вы что, глухой?", "Успокойтесь и не кричите.", "Не нравится, идите в другое место.",
	},
	"de": {
		"Was wollen Sie denn jetzt?", "Das ist nicht mein Problem.", "Sie hätten die Anleitung lesen müssen.",
		"Das habe ich Ihnen schon gesagt, sind Sie taub?", "Beruhigen Sie sich und schreien Sie nicht.",
		"Wenn es Ihnen nicht passt, gehen Sie woanders hin.",
	},
}

// stockOrder is the order in which a wrong language is looked for.
var stockOrder = []string{"de", "en", "ru", "ro", "it"}
