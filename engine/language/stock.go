package language

import "strings"

// stockLines are everyday lines of a service call in which nothing is said that a phrase could mean: what every model
// of the language learns to leave alone.
func stockLines(code string) []string {
	text, ok := stock[code]
	if !ok {
		return nil
	}
	var lines []string
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// stock holds forty lines of small talk a language.
var stock = map[string]string{
	"it": stockItalian, "ro": stockRomanian, "ru": stockRussian, "en": stockEnglish, "de": stockGerman, "fr": stockFrench, "es": stockSpanish,
}

const stockItalian = `
Sì, certo.
Va bene, d'accordo.
Ho capito.
Allora, vediamo un po'.
Ecco, adesso lo vedo.
Un secondo solo che apro la pagina.
Mi dica pure.
Sono qui.
Sì, la sento bene.
Perfetto, grazie mille.
Oggi c'è parecchio lavoro.
Il sistema è un po' lento stamattina.
Dunque, qui vedo la sua scheda.
Come le dicevo prima.
Certamente, signora.
Ah, ecco dov'era.
Sto guardando proprio adesso.
Qui fuori piove da ieri.
Bene, andiamo avanti.
Può parlare un po' più forte?
La linea è un po' disturbata.
Me lo ripete, per favore?
Sì, è giusto così.
Come si scrive il cognome?
Esatto, proprio quello.
Non sono sicuro di aver sentito bene.
Io lavoro qui da due anni.
Ottima domanda.
Ci mancherebbe.
Lei è molto gentile.
In che città abita?
Sì, l'ho segnato.
Dipende dai casi, a dire il vero.
Si immagini.
Questo lo ha già fatto?
Torniamo a noi.
Le leggo quello che c'è scritto.
È un modello che piace molto.
Capita spesso di lunedì.
Quando vuole, io ci sono.
`

const stockEnglish = `
Yes, of course.
All right then.
I see.
Okay, let me have a look here.
Just opening that page now.
Go ahead, I'm listening.
Yes, I can hear you fine.
Great, thank you so much.
It's been a busy day here.
The system is a little slow this morning.
Right, here is your profile.
As I said a minute ago.
Certainly, madam.
Ah, there it is.
I am looking at it right now.
It has been raining since yesterday.
Good, let's move on.
Could you speak up a bit?
The line is a bit noisy.
Sorry, say that once more?
Yes, that's correct.
How do you spell your last name?
Exactly, that one.
I'm not sure I heard you right.
I have worked here for two years.
Good question.
You are very kind.
What city do you live in?
Okay, noted.
It depends, to be honest.
Sure thing.
Have you done this before?
Back to where we were.
Let me read you what it says.
That is a popular model.
It often happens on Mondays.
Whenever you are ready.
I'm still here.
That makes sense.
My colleague told me the same.
`

const stockRomanian = `
Da, sigur.
Bine, am înțeles.
În regulă.
Stați să văd aici.
Deschid acum pagina.
Vă ascult, spuneți.
Da, vă aud bine.
Perfect, mulțumesc frumos.
Avem mult de lucru astăzi.
Sistemul merge cam greu azi-dimineață.
Așa, aici văd fișa dumneavoastră.
Cum vă spuneam mai devreme.
Desigur, doamnă.
A, uite-o, am găsit-o.
Mă uit chiar acum.
Afară plouă de ieri.
Bun, mergem mai departe.
Puteți vorbi puțin mai tare?
Linia se aude cam prost.
Mai spuneți o dată, vă rog.
Da, e corect.
Cum se scrie numele de familie?
Exact, acela.
Nu sunt sigur că am auzit bine.
Lucrez aici de doi ani.
Bună întrebare.
Sunteți foarte amabil.
În ce oraș locuiți?
Am notat.
Depinde, ca să fiu sincer.
Cum să nu.
Ați mai făcut asta?
Revenim la ce vorbeam.
Vă citesc ce scrie aici.
E un model foarte căutat.
Se întâmplă des lunea.
Când sunteți gata.
Sunt tot aici.
Are sens.
Și colega mea zicea la fel.
`

const stockRussian = `
Да, конечно.
Хорошо, понял.
Ясно.
Так, давайте посмотрим.
Сейчас открою страницу.
Говорите, я слушаю.
Да, слышу вас хорошо.
Отлично, большое спасибо.
Сегодня у нас много работы.
Программа сегодня работает медленно.
Так, вот ваша карточка.
Как я уже говорила.
Разумеется.
А, вот он где.
Я как раз смотрю.
У нас со вчерашнего дня дождь.
Ладно, идём дальше.
Говорите чуть громче, пожалуйста.
Связь немного плохая.
Повторите ещё раз, пожалуйста.
Да, всё верно.
Как пишется ваша фамилия?
Именно этот.
Я не уверен, что расслышал.
Я работаю здесь два года.
Хороший вопрос.
Вы очень любезны.
В каком городе вы живёте?
Записала.
По-разному бывает, честно говоря.
Само собой.
Вы раньше так делали?
Вернёмся к делу.
Прочитаю, что здесь написано.
Это популярная модель.
По понедельникам такое часто.
Когда будете готовы.
Я на линии.
Логично.
Моя коллега сказала то же самое.
`

const stockGerman = `
Ja, natürlich.
Gut, einverstanden.
Verstehe.
Schauen wir mal.
Ich öffne gerade die Seite.
Sprechen Sie ruhig, ich höre zu.
Ja, ich höre Sie gut.
Super, vielen Dank.
Heute ist hier viel los.
Das System ist heute früh etwas langsam.
So, hier sehe ich Ihr Profil.
Wie ich vorhin schon sagte.
Selbstverständlich.
Ah, da ist es ja.
Ich sehe es mir gerade an.
Bei uns regnet es seit gestern.
Gut, machen wir weiter.
Könnten Sie etwas lauter sprechen?
Die Verbindung rauscht ein wenig.
Sagen Sie das bitte noch einmal.
Ja, das stimmt so.
Wie schreibt man Ihren Nachnamen?
Genau, der ist es.
Ich bin nicht sicher, ob ich das richtig gehört habe.
Ich arbeite seit zwei Jahren hier.
Gute Frage.
Das ist sehr freundlich.
In welcher Stadt wohnen Sie?
Ist notiert.
Kommt darauf an, ehrlich gesagt.
Klar doch.
Haben Sie das schon einmal gemacht?
Zurück zum Thema.
Ich lese Ihnen vor, was hier steht.
Das Modell ist sehr beliebt.
Montags kommt das öfter vor.
Wann immer Sie so weit sind.
Ich bin noch dran.
Das leuchtet ein.
Meine Kollegin meinte das auch.
`

const stockFrench = `
Oui, bien sûr.
D'accord.
Je vois.
Alors, regardons ça.
J'ouvre la page.
Allez-y, je vous écoute.
Oui, je vous entends bien.
Parfait, merci beaucoup.
On a beaucoup de travail aujourd'hui.
Le système est un peu lent ce matin.
Voilà, j'ai votre fiche ici.
Comme je le disais tout à l'heure.
Certainement, madame.
Ah, le voilà.
Je regarde justement.
Il pleut depuis hier chez nous.
Bon, continuons.
Pouvez-vous parler un peu plus fort ?
La ligne grésille un peu.
Vous pouvez répéter, s'il vous plaît ?
Oui, c'est exact.
Comment s'écrit votre nom de famille ?
Exactement, celui-là.
Je ne suis pas sûr d'avoir bien entendu.
Je travaille ici depuis deux ans.
Bonne question.
Vous êtes bien aimable.
Dans quelle ville habitez-vous ?
C'est noté.
Ça dépend, à vrai dire.
Bien entendu.
Vous l'avez déjà fait ?
Revenons à ce que nous disions.
Je vous lis ce qui est écrit.
C'est un modèle qui plaît beaucoup.
Ça arrive souvent le lundi.
Quand vous serez prêt.
Je suis toujours là.
C'est logique.
Ma collègue disait la même chose.
`

const stockSpanish = `
Sí, claro.
Muy bien, de acuerdo.
Entiendo.
A ver, vamos a mirar.
Estoy abriendo la página.
Dígame, le escucho.
Sí, le oigo bien.
Perfecto, muchas gracias.
Hoy hay mucho trabajo.
El sistema va un poco lento esta mañana.
Aquí veo su ficha.
Como le decía antes.
Por supuesto, señora.
Ah, aquí está.
Lo estoy mirando ahora mismo.
Aquí llueve desde ayer.
Bien, sigamos.
¿Puede hablar un poco más alto?
La línea se oye con ruido.
¿Me lo repite, por favor?
Sí, es correcto.
¿Cómo se escribe su apellido?
Exacto, ese mismo.
No estoy seguro de haber oído bien.
Trabajo aquí desde hace dos años.
Buena pregunta.
Es usted muy amable.
¿En qué ciudad vive?
Anotado.
Depende, la verdad.
Faltaría más.
¿Ya lo ha hecho antes?
Volvamos a lo nuestro.
Le leo lo que pone.
Es un modelo que gusta mucho.
Suele pasar los lunes.
Cuando usted quiera.
Sigo aquí.
Tiene sentido.
Mi compañera me dijo lo mismo.
`
