package language

// evidence is what speaks for a phrase in a window, before it is weighed.
type evidence struct {
	linear    float64             // the linear model: 0 like other texts, 1 like its examples
	recall    float64             // share of the best aligned example found
	precision float64             // share of the window that the example explains
	margin    float64             // linear against the best rival phrase
	against   float64             // alignment with the best counter-example less that with the best example; nearly as much of it weighs more
	agreement float64             // 1 when the best example says it with the same polarity, 0 with the opposite
	contrary  float64             // how much of that is said the other way round: denied where they affirm
	question  float64             // 1 when it asks and the examples never do, or the other way round
	person    float64             // how much it speaks of other people than the examples
	halved    float64             // how surely half of a meaning of two parts is missing
	order     float64             // share of the matching words that stand in the example's order
	function  float64             // how much too few function words it has, 0 when enough
	foreign   [traitCount]float64 // how surely a trait around it is none of the examples'
	length    float64             // words of the window by the usual number of an example: the linear model counts a long one for less than it says
	alike     float64             // how like it is to the best example, rare words heavier
	counter   float64             // the same to the best counter-example
	rival     float64             // the same to the best line of other phrases and of stock talk
	untaught  float64             // how little is known of what is near and not meant: 1 without counter-examples, less with each
	lopsided  float64             // how much more of one half of the best example is there than of the other, where the name names two things
	matches   int                 // how many words match it
	nearest   int                 // sample of the best aligned example
}

// weight is what one kind of evidence counts for, and the bounds it is held in. More of it never speaks for less than
// its factor's sign says.
type weight struct {
	name              string
	factor, low, high float64
}

// fusion weighs the evidence, in the order of [evidence.list]; fitted once, see docs/recognition.md.
var fusion = [...]weight{
	{"constant", -4.36, 1, 1},
	{"linear", 0.98, -0.5, 1.5},
	{"margin", 1.95, -1, 0.1},
	{"question", -1.63, 0, 1},
	{"person", -1.15, 0, 1},
	{"halved", -1.53, 0, 1},
	{"function", -1.70, 0, 1},
	{"contrary", -0.74, 0, 1},
	{"denies", -1.10, 0, 1},
	{"past", -0.86, 0, 1},
	{"mine", -0.36, 0, 1},
	{"waives", -1.57, 0, 1},
	{"hypothesis", -2.55, 0, 1},
	{"reports", -1.94, 0, 1},
	{"delegates", -0.91, 0, 1},
	{"unpromised", -1.44, 0, 1},
	{"length", 3.17, 0, 1},
	{"alike", 1.58, 0.5, 1},
	{"counter", -1.64, 0, 1},
	{"rival", -1.22, 0, 1},
	{"untaught", -1.31, 0, 1},
	{"against", -1.30, -0.5, 1},
	{"opposed", -1.67, -0.1, 1},
	{"agreement", 1.37, 0, 1},
	{"lopsided", -1.19, 0, 1},
	{"precision", 0.81, 0, 1},
	{"borne out", 0.74, 0, 1.5},
}

// told is the first evidence of [telling].
const told = 8

// telling are the traits that are evidence by themselves when they stand around a window and are none of the examples'.
var telling = [...]trait{traitDenies, traitPast, traitMine, traitWaives, traitHypothesis, traitReports, traitDelegates, traitUnpromised}

// list gives the evidence as numbers within their bounds. Three of them are not as they were gathered: the length counts
// ever less the longer a window is, or a long speech would be believed for its length; a counter-example that fits nearly
// as well as the best example counts beyond its share; and the linear score counts most as far as an example explains the
// words, or a few small words that only the examples share would do.
func (e evidence) list() [len(fusion)]float64 {
	list := [len(fusion)]float64{1, e.linear, e.margin, e.question, e.person, e.halved, e.function, e.contrary}
	for i, k := range telling {
		list[told+i] = e.foreign[k]
	}
	copy(list[told+len(telling):], []float64{
		e.length / (1 + e.length), e.alike, e.counter, e.rival, e.untaught,
		e.against, e.against, e.agreement, e.lopsided, e.precision, float64(max(0, e.linear) * e.precision),
	})
	for i, w := range fusion {
		list[i] = clip(list[i], w.low, w.high)
	}
	return list
}

// EvidenceNames names each number of [Recogniser.Evidence], in the same order.
func EvidenceNames() []string {
	names := make([]string, len(fusion))
	for i, w := range fusion {
		names[i] = w.name
	}
	return names
}

// Weights gives what each number of [Recogniser.Evidence] counts for, in the same order.
func Weights() []float64 {
	weights := make([]float64, len(fusion))
	for i, w := range fusion {
		weights[i] = w.factor
	}
	return weights
}

// retracting are the traits that take back what is said, whatever the words: it is needless, only imagined, somebody
// else's words or task, or not promised.
var retracting = [...]trait{traitWaives, traitHypothesis, traitReports, traitDelegates, traitUnpromised}

// surelyForeign is how foreign a retracting trait must be to the examples for the window to be no more than unsure.
const surelyForeign = 0.75

// retracted tells that something around the window takes back what it says: "I needn't know when you were born".
func (e evidence) retracted() bool {
	for _, k := range retracting {
		if e.foreign[k] >= surelyForeign {
			return true
		}
	}
	return false
}

func (e evidence) logit() float64 {
	list := e.list()
	return weighed(list[:])
}

func weighed(list []float64) float64 {
	sum := 0.0
	for i, v := range list {
		sum += float64(fusion[i].factor * v)
	}
	return sum
}

// hopeless tells that no alignment could make the window worth a look; most windows are, for most phrases.
func (e evidence) hopeless() bool {
	e.against, e.agreement, e.lopsided, e.precision = -1, 1, 0, 1
	return sigmoid(e.logit()) < explainedFrom
}

func clip(x, low, high float64) float64 { return min(max(x, low), high) }

// examined is a window prepared for the models of one language.
type examined struct {
	window
	lexemes []lexeme
	vector  vector
	text    string // folded
	span    [2]int
	words   string // as written
	manner  manner
	// nearest is how like it is to the most similar sample of each group, see [likeness].
	nearest []float64
	// around is the manner of the whole sentences it stands in.
	around manner
	// disorder is how probably its words were thrown together.
	disorder float64
	keys     []string  // what its content words stand for
	stances  []lean    // how each of them stands to negators
	scores   []float64 // linear score by phrase
}

func (m *models) examine(r *reading, w window) examined {
	x := examined{window: w, lexemes: r.lexemes(m)[w.from:w.to], scores: make([]float64, m.phrases), manner: mannerOf(r.text, r.traitsOf(m), w.from, w.to)}
	x.around = mannerOf(r.text, r.traitsOf(m), r.clauseFrom(w.from), r.clauseTo(w.to))
	x.vector, x.disorder = vectorOf(x.lexemes, x.manner[traitAsks]), m.pairs.disorder(x.lexemes)
	x.nearest = m.likeness.nearest(likenessOf(x.lexemes, m.serving()))
	x.keys, x.stances = stancesOf(x.lexemes)
	x.text = r.folded(w.from, w.to)
	known := m.known(x.vector)
	for i, own := range m.byPhrase {
		x.scores[i] = own.score(known)
	}
	x.span, x.words = r.characters(w.from, w.to)
	return x
}

// weigh gathers the evidence for a phrase in a window, without aligning what is hopeless.
func (m *models) weigh(phrase int, r *reading, x examined) evidence {
	e := m.glance(phrase, x)
	if !e.hopeless() {
		m.alignBest(m.byPhrase[phrase], r.worthsFor(m), x, &e)
	}
	return e
}

// glance gathers the evidence that costs little.
func (m *models) glance(phrase int, x examined) evidence {
	own := m.byPhrase[phrase]
	e := evidence{linear: x.scores[phrase], margin: 1, nearest: -1}
	for i := range m.byPhrase {
		if i != phrase {
			e.margin = min(e.margin, e.linear-x.scores[i])
		}
	}
	e.alike, e.counter, e.rival = m.likeness.compare(phrase, x.nearest)
	e.untaught = 1 / float64(1+len(own.against))
	e.contrary = own.core.contrary(x.keys, x.stances)
	e.contrary = max(e.contrary, own.core.turned(x.keys, x.stances))
	for _, k := range telling {
		e.foreign[k] = own.manners.foreign(k, x.around)
	}
	e.question = own.manners.asksOtherwise(x.manner)
	e.person, e.halved = own.manners.otherPerson(x.manner), own.manners.lacking(traitParted, x.manner)
	e.function, e.length = own.lack(x.lexemes), float64(len(x.lexemes))/m.usualWords
	return e
}

// leastFunction is the least share of function words in a usual sentence (GRADING 3).
const leastFunction = 0.12

// functionShare is the share of function words.
func functionShare(lexemes []lexeme) float64 {
	n := 0
	for _, l := range lexemes {
		if l.weight < 1 {
			n++
		}
	}
	return float64(n) / float64(max(1, len(lexemes)))
}

// lack is how far a longer window falls short of half of the function words its examples have: 1 when it has none.
func (own *model) lack(lexemes []lexeme) float64 {
	least := max(leastFunction, own.grammar/2)
	if len(lexemes) < fewestForShare-1 {
		return 0
	}
	return max(0, least-functionShare(lexemes)) / least
}

// clauseFrom is where the clause of token i begins.
func (r *reading) clauseFrom(i int) int {
	for i > 0 && r.tokens[i-1].clause == r.tokens[i].clause {
		i--
	}
	return i
}

// clauseTo is where the clause of the token before i ends.
func (r *reading) clauseTo(i int) int {
	for i > 0 && i < len(r.tokens) && r.tokens[i].clause == r.tokens[i-1].clause {
		i++
	}
	return i
}
