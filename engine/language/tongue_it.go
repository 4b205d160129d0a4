package language

import "strings"

var italian = &tongue{
	code: "it",
	function: set(`a ad ai al alla alle allo agli anche ancora avete avra avremo abbiamo ho ha hai hanno aveva bene c c'e che chi ci ciascuno
		circa come con contro cosa cosi cui d da dagli dai dal dalla dalle dallo de degli dei del dell della delle dello dentro di dopo dove dovra
		dovrebbe deve devo dobbiamo e ecco ed entro era erano essere e' fa fare fino fra già gia gli ha i il in infatti io l la le lei loro lo lui
		ma me mentre mi mia mie miei mio molto ne nei nel nell nella nelle nello noi nostra nostre nostri nostro o ogni oppure ora per perche percio
		piu poi potra potrebbe posso possiamo puo puoi qua quale quali quando quanto quella quelle quelli quello quest questa queste questi questo qui
		quindi sara saranno se sei sia siamo siete sono sta stata stato stati sto su sua sue sugli sui sul sulla sulle suo suoi tra tu tua tue tuo tuoi
		tutti tutto un una uno va vi voi vostra vostre vostri vostro subito solo prima però pero allora anzi appena è`),
	negators: set("non mai senza nessuno nessuna nessun nemmeno neanche neppure nulla niente mica manco"),
	concord:  set("nessuno nessuna nessun mai nemmeno neanche neppure nulla niente mica manco"),
	inverse:  strings.Fields("rifiut evit imped dimentic smett vietat vieta"),
	none:     sequences(`non c e, non ci sono, non vedo, non esiste, non esistono, nessun motivo, non e che, non e vero che, non trovo`),
	refusals: sequences(`non posso, non possiamo, non potete, non puo, non possono, non potrei, non potremmo, non potremo, non potro, non riesco,
		non riusciamo, non sono in grado, non siamo in grado, non e possibile, impossibile, non voglio, non vogliamo, mi rifiuto, ci rifiutiamo,
		non intendo, non intendiamo, non sono autorizzato, non sono autorizzata, non siamo autorizzati`),
	clitics: set("mi ti ci vi lo la li le gli ne si glielo gliela glieli gliene ve ce me te se ve lo proprio ancora piu davvero purtroppo"),
	harmless: sequences(`non si preoccupi, non ti preoccupare, non preoccuparti, non si preoccupa, non preoccupatevi, non vi preoccupate, non solo,
		non soltanto, non c e problema, non ci sono problemi, non c e alcun problema, nessun problema, nessuna preoccupazione, senza problemi,
		senza problema, senza dubbio, senz altro, senza impegno, senza costi, senza spese, perche non, non esiti, non esitate, non esitare, non oltre,
		non appena, non c e di che, non dubiti, come mai, se mai, piu che mai, niente paura, nulla di grave, non piu di, non meno di, non piu tardi,
		non vedo l ora, niente di grave, di niente, di nulla,
		non si preoccupi di nulla, nessun disturbo, nessuna fretta, non c e fretta, non fa niente, non fa nulla, non importa, non si spaventi,
		non se la prenda, nessun pensiero,
		se non le dispiace, se non ti dispiace, se non vi dispiace, se non le spiace, se non le secca, se non e un problema, se non disturbo,
		se non ha nulla in contrario, non c e dubbio, non ci sono dubbi, non v e dubbio, nessun dubbio, senza ombra di dubbio, senza ulteriori costi,
		senza costi aggiuntivi, senza pagare nulla, senza pagare niente, senza farle pagare, senza che lei paghi, senza alcun costo, senza sovrapprezzo,
		senza fretta, senza indugio, senza fatica, senza fare complicazioni, non per niente, non a caso, non tardi, non indugi, non aspetti oltre,
		non me ne voglia, non si offenda, non me la prendo, niente di piu facile, niente di male, nulla in contrario, non c e nulla di male, non stia in pensiero,
		non si agiti, non si scusi, non si faccia problemi, non si faccia scrupoli, nessun disagio, non mi disturba, non disturba affatto, non mi costa nulla,
		non da ultimo, non ultimo, non si sa mai, piu che altro, niente panico, nessuna scocciatura, non c e pericolo, mai come ora`),
	numbers: numberWords{
		small:    italianSmall,
		tens:     italianTens,
		hundred:  set("cento"),
		thousand: set("mille mila"),
		articles: set("un una uno"),
		compound: compoundItalian,
	},
	first:   set("io noi mi ci mio mia miei mie nostro nostra nostri nostre me posso possiamo ho abbiamo sono siamo"),
	second:  set("lei suo sua suoi sue le la vi voi vostro vostra ti tu tuo tua puo ha"),
	that:    set("che se"),
	decimal: ',',
	months:  calendar("gennaio gen, febbraio feb, marzo mar, aprile apr, maggio mag, giugno giu, luglio lug, agosto ago, settembre set sett, ottobre ott, novembre nov, dicembre dic"),
	units:   timeUnits("secondo secondi", "minuto minuti min minutino minutini", "ora ore h oretta orette", "giorno giorni gg giornata giornate", "settimana settimane sett", "mese mesi", "anno anni"),
	from:    set("da dai dalle tra fra"),
	to:      set("a ai alle e o"),
	and:     set("e"),
	hour:    set("ore alle ora all"),
	percent: sequences("per cento, percento"),
}
