package language

// speeches are the ways of saying values by language.
var speeches = map[string]*speech{
	"it": italianSpeech, "ro": romanianSpeech, "ru": russianSpeech, "en": englishSpeech, "de": germanSpeech,
	"fr": frenchSpeech, "es": spanishSpeech,
}

var italianSpeech = &speech{
	after: parts("e mezza, e mezzo, e mezz", "e un quarto", "e tre quarti", "meno un quarto"),
	before: parts("mezza, mezzo, mezz", "un quarto d, un quarto di, quarto d", "tre quarti d, tre quarti di, 3 quarti d",
		""),
	point:     set("virgola punto"),
	thousands: set("mila k"),
	pairs:     sequences("un paio d, un paio di"),
	lengths:   append(append(lasting(1800, 0, "mezzora, mezzoretta, mezz oretta"), lasting(5400, 0, "ora e mezza, ora e mezzo, oretta e mezza")...), lasting(0, 6, "un semestre, sei mesi")...),
	clock: clockSpeech{
		before: set("alle ore ora all le l dalle delle un per entro"),
		plus:   set("e"), minus: set("meno"), to: sequences("alle, all"),
		heads: parts("", "", "", "un quarto alle, un quarto all"), minutes: set("minuti minuto min"),
		names: map[string]int{"mezzogiorno": 720, "mezzodi": 720, "mezzanotte": 0},
	},
	spell: spelling{
		letters: named(`b: bi, c: ci, d: di, f: effe, g: gi, h: acca, j: gei, k: kappa cappa, l: elle, m: emme, n: enne, p: pi, q: qu cu, r: erre, s: esse, t: ti,
			v: vu vi, x: ics, y: ipsilon, z: zeta`),
		twice: set("doppio doppia due"), thrice: set("triplo tripla tre"),
		like: sequences("come, di"),
		fillers: set(`trattino meno lineetta barra slash punto spazio poi e lettera numero maiuscola maiuscolo maiuscole virgola quindi
			ancora chiocciola`),
	},
}

var romanianSpeech = &speech{
	after: parts("si jumatate, si jumate, si juma, jumatate, jumate", "si un sfert, si sfert", "si trei sferturi", "fara un sfert, fara sfert"),
	before: parts("o jumatate de, jumatate de, jumate de, o jumate de, juma de", "un sfert de, sfert de", "trei sferturi de, 3 sferturi de",
		""),
	point:     set("virgula punct"),
	thousands: set("mii k"),
	pairs:     sequences("o pereche de"),
	lengths:   append(lasting(0, 6, "un semestru"), lasting(5400, 0, "ora si jumatate, ora jumate")...),
	clock: clockSpeech{
		before: set("la ora orele pe dupa"), after: set("fix"), plus: set("si"), minus: set("fara"), minutes: set("minute minut min"),
		names: map[string]int{"amiaza": 720, "amiezii": 720, "noptii": 0},
	},
	spell: spelling{
		letters: named(`b: be, c: ce, d: de, f: ef fe, g: ge, h: has, j: je, k: ka capa kapa, l: el le, m: em me, n: en ne, p: pe, q: chiu, r: er re,
			s: es se, t: te, v: ve, x: ix ics, y: igrec, z: zet ze`),
		twice: set("dublu dubla doi doua"), thrice: set("triplu tripla trei"),
		like: sequences("de la, ca, ca la, ca in, din, ca si"),
		fillers: set(`cratima liniuta linie linuta minus bara slash punct spatiu apoi si litera numarul numar majuscula mare pe urma
			arond`),
	},
}

var russianSpeech = &speech{
	after:       parts("с половиной", "с четвертью", "", ""),
	before:      parts("пол, половина, половину, половины", "четверть, четверти", "три четверти, трех четвертей", ""),
	wholeHalves: set("полтора полторы полутора"),
	point:       set("запятая точка"),
	thousands:   set("тыс тысяч тысячи тысяча тр k к"),
	pairs:       sequences("пара, пару, пары"),
	lengths: append(append(append(append(append(append(append(lasting(1800, 0, "полчаса, получаса, полчасика"), lasting(30, 0, "полминуты")...),
		lasting(43200, 0, "полдня, полсуток")...), lasting(86400, 0, "сутки, суток, день, денек, дня")...),
		lasting(3600, 0, "час, часа, часик")...), lasting(7*86400, 0, "неделю, недели, недельку, неделя")...),
		lasting(0, 6, "полгода, полугода, полугодие")...), append(lasting(0, 1, "месяц, месяца"), lasting(0, 12, "год, года")...)...),
	clock: clockSpeech{
		before: set("в к до с около на после часов время"), after: set("часов часа час часам часами ровно ч"),
		plus: set("и"), past: nil, minutes: set("минут минуты минута минуту мин"),
		names: map[string]int{"полдень": 720, "полудня": 720, "полудню": 720, "полночь": 0, "полуночи": 0},
	},
	spell: spelling{
		letters: named(`a: а, b: б бэ би, c: с ц цэ си, d: д дэ ди, e: е э и, f: ф эф, g: г жэ гэ джи, h: х н аш эйч, i: и ай, j: й жи джей йот, k: к ка кей, l: л эль,
			m: м эм, n: н эн, o: о оу, p: п р пэ пи, q: ку кью, r: р эр ар, s: с эс, t: т тэ ти, u: у ю, v: в вэ ви, w: в вэ дабл, x: х икс экс ха, y: у игрек уай,
			z: з зет зэ`),
		digits: named(`0: нолик нули, 1: единица единичка, 2: двойка двоечка, 3: тройка троечка, 4: четверка, 5: пятерка, 6: шестерка, 7: семерка,
			8: восьмерка, 9: девятка`),
		twice: set("два две дважды двойной двойная"), thrice: set("три трижды тройной"),
		like:    sequences("как, как в слове, от слова"),
		fillers: set("тире дефис черточка минус дробь слэш слеш точка пробел потом далее затем и буква цифра номер латинская английская русская большая собака запятая"),
	},
}

var englishSpeech = &speech{
	after: parts("and a half, and half, and one half", "and a quarter", "and three quarters", ""),
	before: parts("half an, half a, a half, half, a half an", "a quarter of an, quarter of an, a quarter of a, quarter of a, a quarter",
		"three quarters of an, three quarters of a, three quarter", ""),
	point:     set("point dot"),
	thousands: set("k grand thousand"),
	pairs:     sequences("a couple of, couple of, a couple"),
	lengths:   append(append(lasting(14*86400, 0, "fortnight"), lasting(3600, 0, "the hour")...), lasting(0, 3, "a quarter")...),
	clock: clockSpeech{
		before: set("at by from until till to around about before after is for"), after: set("o oclock sharp"), military: set("hrs hours hr"),
		minutes: set("minutes minute min mins"), past: sequences("past, after, gone"), to: sequences("to, till, til, before, of"),
		heads: parts("half past, half", "quarter past, a quarter past, quarter after, a quarter after", "",
			"quarter to, a quarter to, quarter till, quarter of, a quarter of, a quarter till"),
		names: map[string]int{"noon": 720, "midday": 720, "midnight": 0}, twelve: true,
	},
	spell: spelling{
		letters: named(`a: ay, b: bee, c: cee see sea, d: dee, f: eff, g: gee, h: aitch haitch, j: jay, k: kay, l: el, m: em, n: en, p: pee, q: cue queue, r: ar are,
			s: ess, t: tee tea, u: you, v: vee, x: ex, y: why, z: zee zed`),
		digits: map[string]string{"o": "0", "oh": "0", "nought": "0", "naught": "0", "nil": "0", "ought": "0", "niner": "9"},
		twice:  set("double"), thrice: set("triple treble"),
		like:    sequences("for, as in, like, as, like in"),
		fillers: set("dash hyphen slash stroke dot point minus space then and letter capital number uppercase followed by at ray"),
	},
}

var germanSpeech = &speech{
	after: parts("einhalb, und eine halbe, und einhalb, und ein halber, und ein halbes, und ne halbe", "und eine viertel, und ein viertel",
		"und eine dreiviertel, und drei viertel", ""),
	before:      parts("eine halbe, einer halben, halbe, halben, halber, halbes, einem halben, ne halbe, n halbes", "viertel, eine viertel", "dreiviertel, drei viertel, eine dreiviertel", ""),
	wholeHalves: set("anderthalb eineinhalb einundeinhalb"),
	point:       set("komma punkt"),
	thousands:   set("k mille tsd tausend tausender riesen"),
	pairs:       sequences("ein paar hundert"),
	lengths: append(append(lasting(900, 0, "viertelstunde, viertelstundchen"), lasting(2700, 0, "dreiviertelstunde")...),
		append(lasting(1800, 0, "halbstunde"), append(lasting(0, 6, "halbjahr"), lasting(0, 3, "quartal, vierteljahr")...)...)...),
	clock: clockSpeech{
		before: set("um gegen ab bis von vor nach zwischen so"), after: set("uhr ur uhrr h"), plus: set("und"),
		minutes: set("minuten minute min"), past: sequences("nach"), to: sequences("vor"),
		heads: append(parts("", "viertel nach", "", "viertel vor, dreiviertel, drei viertel"),
			append(portions(-scale/2, "halb"), portions(-3*scale/4, "viertel")...)...),
		names: map[string]int{"mittag": 720, "mittags": 720, "mitternacht": 0},
	},
	spell: spelling{
		letters: named(`b: be, c: ce ze zeh, d: de, f: eff ef, g: ge, h: ha, j: jot, k: ka, l: el ell, m: em emm, n: en enn, p: pe, q: ku kuh, r: er err, s: es ess, t: te,
			v: vau fau, w: we weh, x: ix, y: ypsilon, z: zett zet`),
		twice: set("doppel doppelt zweimal doppelte"), thrice: set("dreimal dreifach"),
		like:    sequences("wie"),
		fillers: set("strich bindestrich minus schragstrich slash punkt leerzeichen dann und buchstabe grosses die der ziffer at klammeraffe"),
	},
}

var frenchSpeech = &speech{
	after:     parts("et demie, et demi", "et quart, et un quart", "et trois quarts", "moins le quart, moins quart, moins un quart"),
	before:    parts("une demi, demi, demie, une demie", "un quart d, quart d, un quart de", "trois quarts d, trois quarts de, 3 quarts d", ""),
	point:     set("virgule point"),
	thousands: set("k mille"),
	pairs:     sequences("une paire de, une couple de"),
	lengths:   append(lasting(14*86400, 0, "quinzaine, quinze jours"), lasting(0, 6, "un semestre")...),
	clock: clockSpeech{
		before: set("a vers des pour avant apres jusqu"), after: set("heure heures h"), plus: set("et heures"), minus: set("moins"), minutes: set("minutes minute min"),
		names: map[string]int{"midi": 720, "minuit": 0},
	},
	spell: spelling{
		letters: named(`b: be, c: ce, d: de, f: effe, g: ge, h: hache, j: ji, k: ka, l: elle, m: emme, n: enne, p: pe, q: cu, r: erre, s: esse, t: te, v: ve, x: ix ixe,
			y: igrec, z: zede`),
		twice: set("double deux"), thrice: set("triple trois"),
		like:    sequences("comme"),
		fillers: set("tiret trait slash barre point espace puis et lettre majuscule numero chiffre moins arobase"),
	},
}

var spanishSpeech = &speech{
	after:     parts("y media, y medio", "y cuarto, y un cuarto", "y tres cuartos", "menos cuarto, menos un cuarto"),
	before:    parts("media, medio", "un cuarto de, cuarto de", "tres cuartos de", ""),
	point:     set("coma punto"),
	thousands: set("mil k"),
	pairs:     sequences("un par de"),
	lengths:   append(append(lasting(14*86400, 0, "quincena"), lasting(5400, 0, "hora y media")...), lasting(0, 6, "un semestre")...),
	clock: clockSpeech{
		before: set("las la los a sobre desde hasta"), after: set("horas h hrs"), plus: set("y"), minus: set("menos"), minutes: set("minutos minuto min"),
		heads: parts("", "", "", "cuarto para las, un cuarto para las, cuarto para la"), to: sequences("para las, para la"),
		names: map[string]int{"mediodia": 720, "medianoche": 0},
	},
	spell: spelling{
		letters: named(`b: be, c: ce, d: de, f: efe, g: ge, h: hache, j: jota, k: ka, l: ele, m: eme, n: ene, p: pe, q: cu, r: erre ere, s: ese, t: te, v: uve ve, x: equis,
			y: ye, z: zeta`),
		twice: set("doble dos"), thrice: set("triple tres"),
		like:    sequences("de, como"),
		fillers: set("guion raya barra punto espacio luego y letra mayuscula numero menos arroba"),
	},
}
