package language

import "strings"

var romanian = &tongue{
	code: "ro",
	function: set(`a abia aceasta aceea aceia acela acele acelea acest acesta aceste acestea acestei acestor acestui acolo acum ai aici aia al ale am ar
		are as asa asta astea au ati avea avem aveti azi ba bine ca cand care carei caror carui cat cate cati catre ce cea ceea cei cel cele celor chiar
		ci cine cu cum da daca dar de deci deja din dintr dintre doar dumneavoastra dupa ea ei el ele era este esti eu face fi fie fost i ii il imi
		in inainte inapoi intr intre isi iti la le li lor lui m ma mai mea mei mele mereu meu mi mie mult multa multi ne noastra noastre noi nostri
		nostru o on or ori orice pana pe pentru peste poate pot prin putea puteti putem s sa sale sau se si sunt suntem sunteti spre sub sus ta tale
		te ti toata toate tot toti totusi tu tine un una unde unei unele unor unui unul v va vi voi vom vor vostra vostru vreau vreo asupra astfel
		atunci insa iar deoarece despre e este ve`),
	negators:      set("nu n niciodata fara nici nicio niciun niciunul nimic nimeni nicicand nicaieri nimanui niciunei niciunui"),
	interjections: set("nu"),
	concord:       set("niciodata nici nicio niciun niciunul nimic nimeni nicicand nicaieri nimanui niciunei niciunui"),
	inverse:       strings.Fields("refuz evit impiedic interzi"),
	none:          sequences(`nu e niciun, nu exista, nu vad, nu este niciun, nu e nicio, nu este nicio, nu e vorba ca, nu e ca, nu am niciun, nu avem niciun, nimic nu ne, nu e adevarat ca`),
	refusals: sequences(`nu pot, nu putem, nu puteti, nu poate, nu pot sa, nu reusesc, nu reusim, nu voi, nu vom, nu vreau, nu vrem, nu am voie,
		nu avem voie, nu este posibil, nu e posibil, nu am cum, nu avem cum, n am cum, n avem cum, imposibil, refuz, refuzam, nu se poate,
		nu sunt autorizat, nu sunt autorizata, nu suntem autorizati, nu as putea, nu am dreptul`),
	clitics: set("va v vi ti te il l o le ii i mai ma mi ne se le prea chiar"),
	harmless: sequences(`nicio problema, nici o problema, nu va faceti griji, nu ti face griji, nu va ingrijorati, nu te ingrijora, nu doar, nu numai,
		de ce nu, nu ezitati, nu ezita, fara probleme, fara problema, fara indoiala, nu mai tarziu, nu mai mult de, nu mai putin de, nu e problema,
		nu este problema, nu e nicio problema, nu este nicio problema, fara costuri, fara cost, n aveti pentru ce, nu aveti pentru ce, cu nimic,
		nu va suparati, nu te supara, nu i nicio graba, nu e nicio graba, nicio graba, nu e graba, nu va grabiti, nu face nimic, nimic grav, niciun deranj,
		nu va speriati,
		daca nu va deranjeaza, daca nu te deranjeaza, daca nu va suparati, daca nu e cu suparare, nu e nicio suparare, fara suparare, nu incape indoiala,
		nu e nicio indoiala, nu am nicio indoiala, nu exista nicio indoiala, fara doar si poate, fara bani in plus, fara costuri suplimentare, fara niciun cost, fara sa platiti,
		fara plata, fara taxa, fara graba, fara intarziere, fara ocolisuri, nu intamplator, nu degeaba, nu mai tarziu de, nu amanati, nu intarziati, nu e deranj,
		nu este niciun deranj, nu e niciun deranj, nu ma deranjeaza, nu va scuzati, nu va cereti scuze, nu va agitati, nu va temeti, nu va faceti probleme, nu aveti grija,
		nicio grija, fara griji, fara stres, nu e bai, nu i bai, nici nu mai vorbim, nu e mare lucru, nimic mai simplu, nimic mai usor, nu se stie niciodata, nu fiti suparat, nu fiti suparata`),
	numbers: numberWords{
		small: numberList(`zero, unu un una o, doi doua, trei, patru, cinci, sase, sapte, opt, noua, zece, unsprezece unspe, doisprezece douasprezece doispe douaspe,
			treisprezece treispe, paisprezece patrusprezece paispe, cincisprezece cinspe cincispe cinsprezece, saisprezece sasesprezece saispe,
			saptesprezece saptespe sapspe, optsprezece optispe optspe optusprezece, nouasprezece nouaspe`),
		tens:     numberTens("douazeci, treizeci, patruzeci, cincizeci, saizeci, saptezeci, optzeci, nouazeci"),
		hundred:  set("suta sute"),
		thousand: set("mie mii"),
		articles: set("un o una"),
		and:      set("si"),
		of:       set("de"),
		ten:      set("zeci"),
	},
	first:   set("eu noi imi mi ne meu mea mei mele nostru noastra nostri noastre am avem sunt suntem pot putem"),
	second:  set("dumneavoastra dvs va v ati aveti sunteti puteti tu te ti tau ta"),
	that:    set("ca daca"),
	decimal: ',',
	months:  calendar("ianuarie ian, februarie feb, martie mar, aprilie apr, mai, iunie iun, iulie iul, august aug, septembrie sept, octombrie oct, noiembrie nov, decembrie dec"),
	units:   timeUnits("secunda secunde", "minut minute min minutel", "ora ore h", "zi zile ziua zilele", "saptamana saptamani sapt", "luna luni", "an ani"),
	from:    set("de intre din"),
	to:      set("la pana si sau"),
	and:     set("si"),
	hour:    set("ora orele la"),
	percent: sequences("la suta, procent, procente, de procente"),
}
