package language

import "strings"

// alphabets are the words with which letters are spelt, from a on; the international one is known everywhere.
var alphabets = func() map[string]map[string]string {
	lists := map[string]string{
		"": `alfa alpha,bravo,charlie,delta,echo,foxtrot,golf,hotel,india,juliett juliet,kilo,lima,mike,november,oscar,papa,quebec,romeo,sierra,
			tango,uniform,victor,whiskey whisky,xray,yankee,zulu`,
		"it": "ancona,bologna,como,domodossola,empoli,firenze,genova,hotel,imola,jolly,kappa,livorno,milano,napoli,otranto,padova,quarto,roma,savona,torino,udine,venezia verona,washington,xilofono,york yogurt,zara",
		"de": "anton,berta,casar,dora,emil,friedrich,gustav,heinrich,ida,julius,kaufmann,ludwig,martha,nordpol,otto,paula,quelle,richard,samuel siegfried,theodor,ulrich,viktor,wilhelm,xanthippe,ypsilon,zacharias zeppelin",
		"ro": "ana,barbu,constantin,dumitru,elena,florea,gheorghe,haralambie,ion,jean,kilogram,lazar,maria,nicolae,olga,petre,q,radu,sandu,tudor,udrea,vasile,w,xenia,y,zamfir",
		"ru": "анна антон,борис,цапля центр,дмитрий,елена,федор,григорий галина,харитон,иван,йот,константин киловатт,леонид,мария михаил,николай,ольга,павел,щука,роман,семен сергей,татьяна тимофей,ульяна,виктор василий виктория,в,ксения,игрек,зинаида зоя",
		"fr": "anatole,berthe,celestin,desire,eugene,francois,gaston,henri,irma,joseph,kleber,louis,marcel,nicolas,oscar,pierre,quintal,raoul,suzanne,therese,ursule,victor,william,xavier,yvonne,zoe",
		"es": "antonio,barcelona,carmen,dolores,enrique,francia,gerona,historia,ines,jose,kilo,lorenzo,madrid,navarra,oviedo,paris,queso,ramon,sabado,tarragona,ulises,valencia,washington,xilofono,yegua,zaragoza",
	}
	all := map[string]map[string]string{}
	for code, list := range lists {
		words := map[string]string{}
		for _, l := range []string{lists[""], list} {
			for i, names := range strings.Split(l, ",") {
				for _, w := range strings.Fields(names) {
					if len(w) > 1 {
						words[w] = string(rune('a' + i))
					}
				}
			}
		}
		all[code] = words
	}
	return all
}()

// alphabetOf is the spelling alphabet of a language.
func alphabetOf(code string) map[string]string {
	if words, ok := alphabets[code]; ok {
		return words
	}
	return alphabets[""]
}
