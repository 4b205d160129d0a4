package language

import "strings"

var german = &tongue{
	code: "de",
	function: set(`ab aber alle allem allen aller alles als also am an auch auf aus bei beim bin bis bist da dabei dafur damit dann das dass dazu dein deine
		dem den denn der des dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines er es etwas
		euch fur gegen gerade gern gerne habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in indem
		ist ja jede jedem jeden jeder jedes jene jetzt kann konnen konnte konnten man mehr mein meine meinem meinen meiner mich mir mit muss mussen
		nach noch nun nur ob oder ohnehin sehr sein seine seinem seinen seiner seit sich sie sind so sobald sofort solche soll sollen sollte sondern
		sonst uber um und uns unser unsere unserem unseren unserer unter vom von vor wann war waren warum was weil welche welcher welches wenn wer
		werde werden wie wieder will wir wird wo wurde wurden wurde zu zum zur zwar zwischen bereits bitte mal einmal darf durfen mochte mochten`),
	negators: set("nicht kein keine keinen keinem keiner keines nie niemals ohne weder niemand nichts niemanden niemandem nirgends nirgendwo keinerlei keins keineswegs keinesfalls"),
	inverse:  strings.Fields("weiger verweiger vermeid vergess vergiss verhinder hinder versaum unterlass"),
	none:     sequences(`es gibt nichts, es gibt kein, es gibt keine, es gibt keinen, gibt es nichts, gibt es kein, gibt es keine, gibt es keinen, nicht dass, nicht so dass, sehe keinen, kein grund, keinen grund, stimmt nicht dass`),
	refusals: sequences(`kann nicht, konnen nicht, konnte nicht, konnten nicht, darf nicht, durfen nicht, werde nicht, werden nicht, will nicht,
		wollen nicht, kann kein, kann keine, kann keinen, konnen kein, konnen keine, konnen keinen, darf keine, durfen keine, darf kein, durfen kein,
		unmoglich, nicht moglich, nicht in der lage, leider nicht`),
	clitics: set(`ich wir ihnen sie ihn es das dies das ihm ihr dir euch leider hier da dazu daruber auch jetzt momentan aktuell derzeit noch uns
		heute man`),
	harmless: sequences(`kein problem, keine sorge, keine sorgen, nicht nur, warum nicht, keine ursache, sie sich keine sorgen, ohne probleme,
		ohne weiteres, ohne zweifel, nicht spater als, nicht mehr als, nicht langer als, nicht weniger als, ohne zusatzkosten, ohne aufpreis,
		gar kein problem, uberhaupt kein problem, nichts zu danken,
		kein thema, keine angst, keine eile, nicht dass sie denken, macht nichts, nicht schlimm, machen sie sich keine gedanken, seien sie nicht bose,
		nichts fur ungut, keine frage, gar keine frage, ohne frage, kein ding, nicht der rede wert, nichts leichter als das, nichts einfacher als das, nicht zuletzt,
		nicht umsonst, nicht wahr, ohne wenn und aber, ohne umwege, ohne umstande, keine umstande, ohne mehrkosten, ohne kosten, ohne zusatzliche kosten, ohne weitere kosten,
		ohne gebuhr, ohne gebuhren, ohne aufschlag, ohne zuzahlung, ohne dass sie etwas zahlen, ohne verzogerung, ohne hektik, ohne zogern, macht gar nichts, macht doch nichts, kein stress, keine panik, keine hektik,
		zogern sie nicht, nicht zogern, wenn es ihnen nichts ausmacht, wenn es nichts ausmacht, wenn sie nichts dagegen haben, nichts dagegen, steht nichts im wege,
		steht nichts im weg, entschuldigen sie sich nicht, kein grund zur sorge, kein grund zur panik, kein anlass zur sorge, nicht erschrecken, erschrecken sie nicht, nicht aufregen,
		regen sie sich nicht auf, nicht traurig, nicht verzagen, nicht warten, kein zweifel, keinen zweifel, keine muhe, stort gar nicht, kein beinbruch, nehmen sie es mir nicht ubel, nicht persoenlich`),
	numbers: numberWords{
		small:    germanSmall,
		tens:     germanTens,
		hundred:  set("hundert"),
		thousand: set("tausend"),
		articles: set("ein eine einen einem einer eines"),
		compound: compoundGerman,
	},
	first:   set("ich wir mich uns mir unser unsere unseren unserem unserer mein meine meinen meinem meiner"),
	second:  set("sie ihnen ihr ihre ihren ihrem ihrer du dich dir dein deine"),
	that:    set("dass ob"),
	decimal: ',',
	months:  calendar("januar jan, februar feb, marz mar, april apr, mai, juni jun, juli jul, august aug, september sep sept, oktober okt, november nov, dezember dez"),
	units: timeUnits("sekunde sekunden sek", "minute minuten min", "stunde stunden std stdn h", "tag tage tagen tages tg werktag werktage werktagen arbeitstag arbeitstage arbeitstagen",
		"woche wochen", "monat monate monaten", "jahr jahre jahren"),
	from:    set("von zwischen vom"),
	to:      set("bis und oder"),
	and:     set("und"),
	hour:    set("um gegen ab bis"),
	percent: sequences("prozent"),
}
