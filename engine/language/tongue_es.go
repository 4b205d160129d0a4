package language

import "strings"

var spanish = &tongue{
	code: "es",
	function: set(`a ahora al algo alguna alguno algunos ante antes aqui asi aun aunque bien cada como con contra cual cuales cuando de debe debo del desde
		donde durante e el ella ellas ellos en entre era es esa esas ese eso esos esta estaba estamos estan estar estas este esto estos estoy fue
		fueron gran ha habia han has hasta hay haya he hemos hoy la las le les lo los luego mas me mi mia mis mio mucho muy ni nos nosotros nuestra
		nuestras nuestro nuestros o os otra otro para pero poco podemos por porque pues puede puedo que quien quienes se sea ser sera si sido sobre
		solo somos son soy su sus suya suyo tambien tan tanto te tengo tenemos tiene tienen ti todo todos tu tus un una unas uno unos usted
		ustedes va vamos vosotros voy y ya yo cuanto desde`),
	negators:      set("no nunca sin jamas ningun ninguna ninguno tampoco nadie nada"),
	interjections: set("no"),
	concord:       set("nunca jamas ningun ninguna ninguno tampoco nadie nada"),
	inverse:       strings.Fields("rehus evit impid prohib olvid"),
	none:          sequences(`no hay, no es que, no veo, ningun motivo`),
	refusals: sequences(`no puedo, no podemos, no puede, no pueden, no podre, no podremos, imposible, no es posible, me niego, no quiero, no queremos,
		no voy a, no vamos a, no estoy autorizado, no estoy autorizada`),
	clitics: set("le lo la les los las se te me nos os"),
	harmless: sequences(`no hay problema, ningun problema, no se preocupe, no te preocupes, no se preocupen, no solo, por que no, sin problema,
		sin problemas, sin duda, no dude, no dudes, no mas de, no mas tarde, sin coste, sin costo, sin compromiso, de nada,
		si no le importa, si no te importa, si no es molestia, si no es mucha molestia, si no le molesta, no cabe duda, no hay duda, sin ninguna duda, sin lugar a dudas,
		sin coste adicional, sin cargo, sin pagar nada, sin demora, sin prisa, no hay prisa, no pasa nada, no se disculpe, no tenga miedo, no se asuste, no tarde, nada mas facil,
		no faltaba mas, no es molestia, ninguna molestia`),
	numbers: numberWords{
		small: numberList(`cero, uno un una, dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, once, doce, trece, catorce, quince, dieciseis,
			diecisiete, dieciocho, diecinueve`),
		tens:     numberTens("veinte, treinta, cuarenta, cincuenta, sesenta, setenta, ochenta, noventa"),
		hundreds: numberHundreds("cien ciento, doscientos doscientas, trescientos trescientas, cuatrocientos cuatrocientas, quinientos quinientas, seiscientos seiscientas, setecientos setecientas, ochocientos ochocientas, novecientos novecientas"),
		thousand: set("mil"),
		articles: set("un una uno"),
		and:      set("y"),
		compound: compoundSpanish,
	},
	first:   set("yo nosotros me nos mi mis nuestro nuestra"),
	second:  set("usted ustedes le les su sus tu te ti"),
	that:    set("que si"),
	decimal: ',',
	months:  calendar("enero ene, febrero feb, marzo mar, abril abr, mayo, junio jun, julio jul, agosto ago, septiembre sept, octubre oct, noviembre nov, diciembre dic"),
	units:   timeUnits("segundo segundos", "minuto minutos min", "hora horas h", "dia dias", "semana semanas", "mes meses", "ano anos"),
	from:    set("de entre desde"),
	to:      set("a y o hasta"),
	and:     set("y con"),
	hour:    set("las a"),
	percent: sequences("por ciento"),
}
