package language

import (
	"strings"
	"sync"
)

// addressTable are the words of one language, folded, that tell how somebody is addressed.
type addressTable struct {
	// formal and informal are clear by themselves, unclear may speak of somebody else as well.
	formal, informal, unclear map[string]bool
	// capital are unclear words that are formal with a capital inside a sentence; article those of them that are no address
	// before another capital, as in "La Spezia".
	capital, article map[string]bool
	// acts are verbs by which one can only turn to the one spoken to, after a pronoun: "la ringrazio". Before other verbs the
	// pronoun may mean somebody else: "le mando".
	acts, unclearBefore map[string]map[string]bool
	// imperative are polite imperatives at the start of a sentence, lead the words that may stand before them.
	imperative, lead map[string]bool
	// several are words by which more than one person is addressed, so that the plural is no politeness.
	several map[string]bool
	// except tells words that are something else where they stand.
	except func(c clause, i int) bool
}

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[Fold(w)] = true
	}
	return set
}

// addressTables are the words by language.
var addressTables = sync.OnceValue(func() map[string]addressTable {
	return map[string]addressTable{"it": italianAddress(), "ro": romanianAddress(), "ru": russianAddress(), "de": germanAddress(),
		"fr": frenchAddress(), "es": spanishAddress()}
})

func addressForms(language string) (addressTable, bool) {
	table, ok := addressTables()[language]
	return table, ok
}

// accented tells a word written with an accent that its folded form hides: tè, té.
func accented(c clause, i int) bool {
	return strings.ToLower(c.words[i].written) != c.words[i].Text
}

func italianAddress() addressTable {
	return addressTable{
		formal:   wordSet("scusi senta dica attenda egregio egregia gentilissimo gentilissima"),
		informal: wordSet("tu te ti tuo tua tuoi tue hai puoi vuoi devi sai stai scusami dimmi dammi fammi aiutarti dirti darti inviarti mandarti chiederti richiamarti"),
		unclear: wordSet("lei suo sua suoi sue aiutarla servirla chiamarla richiamarla contattarla ricontattarla informarla ringraziarla " +
			"disturbarla esserle dirle darle inviarle mandarle offrirle chiederle spiegarle proporle confermarle farle rimborsarle"),
		capital: wordSet("lei le la suo sua suoi sue"), article: wordSet("le la"),
		acts: map[string]map[string]bool{
			"le": wordSet("confermo auguro assicuro comunico garantisco consiglio porgo chiedo"),
			"la": wordSet("ringrazio prego saluto informo avviso invito avverto"),
		},
		unclearBefore: map[string]map[string]bool{
			"le": wordSet("mando invio do dico faccio spiego offro propongo ricordo posso rimborso restituisco"),
			"la": wordSet("richiamo metto aiuto passo ascolto capisco aspetto trasferisco contatto posso"),
		},
		imperative: wordSet("aspetti guardi resti provi pensi parli mandi compili controlli verifichi chiami richiami clicchi " +
			"rimanga veda inserisca apra prema prenda venga abbia tenga faccia vada dia scriva legga scelga"),
		lead:   wordSet("mi ci non prego ora poi allora bene ok ecco e"),
		except: func(c clause, i int) bool { return c.words[i].Text == "te" && accented(c, i) },
	}
}

func romanianAddress() addressTable {
	return addressTable{
		formal: wordSet("dumneavoastra dvs dv v puteti aveti doriti sunteti vreti stiti ati " +
			"asteptati spuneti scuzati iertati verificati sunati trimiteti alegeti ramaneti"),
		informal: wordSet("tu te iti ti tau ta tale esti poti vrei stii"),
		unclear:  wordSet("dumneata matale"),
		acts: map[string]map[string]bool{"va": wordSet("rog multumesc ajut pot spun dau trimit confirm asigur propun ofer cer contactez sun doresc " +
			"salut invit anunt informez inteleg sugerez recomand deranjez")},
		several: wordSet("amandoi amandurora"),
		except: func(c clause, i int) bool {
			// "v" is "v-am"; anything else is an initial. "vă" is polite, "va" is the future of somebody else.
			w := c.words[i]
			return w.Text == "v" && (w.Span[1] >= len(c.text) || c.text[w.Span[1]] != '-')
		},
	}.withWritten("vă", FormalAddress)
}

// withWritten makes a word that is only told by its accent one of the capital words: it is formal wherever it stands.
func (t addressTable) withWritten(word string, form AddressForm) addressTable {
	before := t.except
	folded := Fold(word)
	t.formal[folded] = form == FormalAddress
	t.except = func(c clause, i int) bool {
		if c.words[i].Text == folded {
			return strings.ToLower(c.words[i].written) != word
		}
		return before != nil && before(c, i)
	}
	return t
}

func russianAddress() addressTable {
	return addressTable{
		formal: wordSet("вы вас вам вами ваш ваша ваше ваши вашего вашей вашему вашу вашим ваших вашими вашем " +
			"подождите скажите подскажите извините простите назовите уточните проверьте напишите позвоните посмотрите оставайтесь " +
			"ожидайте сообщите пришлите выберите попробуйте здравствуйте"),
		informal: wordSet("ты тебя тебе тобой твой твоя твое твои твоего твоей твоему твою твоим твоих твоими твоем " +
			"хочешь можешь знаешь видишь понимаешь скажешь будешь подожди скажи подскажи извини прости смотри слушай назови напиши позвони посмотри"),
		several: wordSet("оба обе обоих обоим ребята"),
	}
}

func germanAddress() addressTable {
	pronouns := "sie ihnen ihr ihre ihrem ihren ihrer ihres"
	return addressTable{
		informal: wordSet("du dich dir dein deine deinem deinen deiner deines euch euer eure eurem euren eurer " +
			"hast bist kannst willst magst musst sollst darfst möchtest könntest"),
		unclear: wordSet(pronouns), capital: wordSet(pronouns),
	}
}

func frenchAddress() addressTable {
	noun := wordSet("le un ce du au mon son quel bon") // before "ton", the tone
	return addressTable{
		formal:   wordSet("vous votre vos veuillez attendez patientez excusez dites donnez permettez pouvez avez êtes souhaitez désirez voulez"),
		informal: wordSet("tu te toi ta ton tes tien tienne t"),
		several:  wordSet("tous toutes deux messieurs"),
		except: func(c clause, i int) bool {
			switch w := c.words[i]; w.Text {
			case "t": // "t'aider", not "a-t-il"
				return w.Span[1] >= len(c.text) || c.text[w.Span[1]] != '\'' && c.text[w.Span[1]] != '’'
			case "ton":
				return i > 0 && noun[c.words[i-1].Text]
			case "te", "ta", "tes":
				return accented(c, i)
			}
			return false
		},
	}
}

func spanishAddress() addressTable {
	return addressTable{
		formal: wordSet("usted ud vd dígame permítame discúlpeme perdóneme espéreme indíqueme cuénteme"),
		informal: wordSet("tu te ti tus tuyo tuya contigo vosotros vosotras os vuestro vuestra vuestros vuestras vos " +
			"tienes puedes quieres eres sabes debes necesitas has dime oye perdóname discúlpame espérame"),
		unclear: wordSet("su sus ustedes uds vds ayudarle ayudarlo ayudarla atenderle atenderla servirle decirle llamarle llamarla enviarle ofrecerle informarle"),
		acts: map[string]map[string]bool{
			"le": wordSet("agradezco pido ruego confirmo informo aseguro deseo comunico saludo garantizo recuerdo"),
			"la": wordSet("saludo felicito"), "lo": wordSet("saludo felicito"),
		},
		unclearBefore: map[string]map[string]bool{"le": wordSet("puedo envío mando doy digo explico ofrezco llamo hago paso reembolso")},
		imperative:    wordSet("disculpe perdone oiga espere mire diga tenga pase indique"),
		lead:          wordSet("no por favor y pues bueno"),
		except:        func(c clause, i int) bool { return c.words[i].Text == "te" && accented(c, i) },
	}
}
