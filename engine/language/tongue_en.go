package language

import "strings"

var english = &tongue{
	code: "en",
	function: set(`a about above after again all also am an and any are as at back be because been before being between both but by can could d did do
		does doing done down during each for from further had has have having he her here hers him his how i if in into is it its just let ll m may
		me might more most must my now of off on once only or other our ours out over own re s same shall she should so some still such than that
		the their theirs them then there these they this those through to too under until up us ve very was we were what when where which while who
		whom why will with would you your yours yourself been right please soon yet`),
	negators: set(`not never no without unable refuse refuses refused cannot nobody nothing none neither nor cant wont dont doesnt didnt isnt arent wasnt
		werent couldnt wouldnt shouldnt havent hasnt hadnt nowhere`),
	interjections: set("no"),
	concord:       set("nor"),
	inverse:       strings.Fields("forget forgot fail refus declin avoid prevent cease"),
	none:          sequences(`there is no, there s no, there are no, there isn t, there aren t, it s not that, it is not that, no reason, see no, i can t say, i cannot say, i wouldn t say, not as if, not that we, not that i, isn t true that, not true that`),
	refusals: sequences(`cannot, can not, can t, cant, could not, couldn t, won t, wont, will not, unable to, not able to, refuse to, not allowed to,
		not possible to, isn t possible, not possible, am not going to, are not going to, not in a position to, impossible to`),
	clitics: set("really just simply possibly currently"),
	harmless: sequences(`no problem, no problems, not a problem, no worries, not only, not just, why don t we, why don t you, why not, don t worry,
		do not worry, not to worry, don t hesitate, do not hesitate, no doubt, without a doubt, without doubt, no wonder, no later than,
		not later than, no more than, not more than, no less than, no matter, no trouble, can t apologise enough, cannot apologise enough,
		can t apologize enough, cannot apologize enough, can t thank you enough, couldn t agree more, if not, no need to worry, without charge,
		no charge, no cost, no extra cost, without delay, nothing to worry, can t wait, cannot wait,
		no rush, no hurry, never mind, not at all, no bother, no need to apologise, no need to apologize, no questions asked,
		if you don t mind, if you do not mind, if it isn t too, if it s not too, if that s not too, if it s no trouble, if it s not a problem, if that s not a problem,
		if it isn t a problem, don t mind my, don t mind me, hope you don t mind, there s no doubt, there is no doubt, without question, no question about, without hesitation,
		at no extra cost, at no cost, at no charge, no extra charge, free of charge, with no extra, for no extra, without paying, without extra, without any extra,
		no strings attached, without a problem, no issue, no issues, not an issue, no big deal, no sweat, no biggie, not to mention, not least, not unlike,
		don t be afraid, don t panic, no panic, nothing to fear, don t apologise, don t apologize, no apology, no apologies, don t feel bad, don t be sorry,
		don t be shy, don t wait, don t delay, no harm in, no harm, nothing easier, not a bother, no offence, no offense, no time to lose, in no time, no sooner,
		nothing but, none other than, not for nothing, no strings, not long ago, not to be rude, not mind if, can t stress enough, cannot stress enough, cannot recommend enough`),
	numbers: numberWords{
		small: numberList(`zero, one a an, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen, sixteen,
			seventeen, eighteen, nineteen`),
		tens:     numberTens("twenty, thirty, forty fourty, fifty, sixty, seventy, eighty, ninety"),
		hundred:  set("hundred"),
		thousand: set("thousand"),
		articles: set("a an one"),
		and:      set("and"),
		many:     true,
	},
	first:   set("i we me us my our ours myself ll"),
	second:  set("you your yours yourself u"),
	that:    set("that if whether"),
	decimal: '.',
	months:  calendar("january jan, february feb, march mar, april apr, may, june jun, july jul, august aug, september sep sept, october oct, november nov, december dec"),
	units:   timeUnits("second seconds sec secs", "minute minutes min mins", "hour hours hr hrs h", "day days", "week weeks wk wks", "month months", "year years yr yrs"),
	from:    set("from between"),
	to:      set("to and or till until"),
	and:     set("and"),
	hour:    set("at by"),
	percent: sequences("percent, per cent"),
}
