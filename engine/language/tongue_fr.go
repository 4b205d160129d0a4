package language

import "strings"

var french = &tongue{
	code: "fr",
	function: set(`a ai alors apres as au aucunement aussi autre aux avant avec avez avoir avons bien c car ce ceci cela celle celui ces cet cette chez ci
		comme comment d dans de depuis des deja donc dont du elle elles en encore entre est et etaient etait ete etes etre eu eux fait il ils j je jusqu
		l la le les leur leurs lors lui ma mais me mes moi moins mon m meme n'est nos notre nous on ont ou par parce pendant peu peut peux plus
		pour pourquoi pouvez pouvons puis qu quand que quel quelle quelles quels qui quoi s sa se sera serai serez ses si soit son sont sous suis sur
		t ta te tes toi ton tous tout toute toutes tres trop tu un une va vais veux vos votre vous y etc maintenant voici voila vers`),
	negators:      set("ne n pas jamais sans aucun aucune rien personne ni"),
	interjections: set("non"),
	concord:       set("pas jamais aucun aucune rien personne ni"),
	inverse:       strings.Fields("refus evit oubli empech interdi"),
	none:          sequences(`il n y a, ce n est pas que, je ne vois, aucune raison`),
	refusals: sequences(`ne peux, ne pouvons, ne peut, ne pouvez, ne peuvent, ne pourrai, ne pourrons, peux pas, pouvons pas, peut pas, impossible,
		ne suis pas en mesure, ne sommes pas en mesure, refuse de, refusons de, ne veux, ne voulons, ne vais pas, n arrive pas`),
	clitics: set("vous te le la les lui leur me nous y en l malheureusement"),
	harmless: sequences(`pas de probleme, aucun probleme, ne vous inquietez pas, ne t inquiete pas, pas seulement, pourquoi ne pas, pourquoi pas,
		n hesitez pas, n hesite pas, sans probleme, sans doute, sans aucun doute, ne vous en faites pas, pas de souci, aucun souci, pas plus de,
		pas plus tard, de rien, sans frais, sans supplement,
		si ca ne vous derange pas, si cela ne vous derange pas, si vous n y voyez pas d inconvenient, il n y a pas de probleme, pas de quoi, aucun doute, nul doute,
		sans frais supplementaires, sans rien payer, sans attendre, sans tarder, sans hesiter, ne paniquez pas, ne vous excusez pas, rien de grave, pas grave, ce n est pas grave,
		n ayez crainte, n ayez pas peur, ne tardez pas, rien de plus simple`),
	numbers: numberWords{
		small: numberList(`zero, un une, deux, trois, quatre, cinq, six, sept, huit, neuf, dix, onze, douze, treize, quatorze, quinze, seize,
			dixsept, dixhuit, dixneuf`),
		tens:     numberTens("vingt vingts, trente, quarante, cinquante, soixante, septante, octante huitante, nonante"),
		hundred:  set("cent cents"),
		thousand: set("mille"),
		articles: set("un une"),
		and:      set("et"),
		twenties: true,
	},
	first:   set("je j nous me m mon ma mes notre nos moi"),
	second:  set("vous votre vos tu te t ton ta tes"),
	that:    set("que qu si"),
	decimal: ',',
	months:  calendar("janvier janv, fevrier fevr, mars, avril avr, mai, juin, juillet juil, aout, septembre sept, octobre oct, novembre nov, decembre dec"),
	units:   timeUnits("seconde secondes sec", "minute minutes min", "heure heures h", "jour jours journee journees", "semaine semaines", "mois", "an ans annee annees"),
	from:    set("de entre du"),
	to:      set("a et ou au"),
	and:     set("et"),
	hour:    set("a vers"),
	percent: sequences("pour cent, pourcent"),
}
