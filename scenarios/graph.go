package scenarios

// Graph is the beats of a scenario and how one leads to another, for drawing and for reading aloud. It is made by
// [GraphOf] and never changed; any number of goroutines may read it.
type Graph struct {
	Title string
	// Beats are in file order; the first is the start.
	Beats []GraphBeat
	// Arrows are in the order of their beats, then of the reactions; at most one leads from one beat to another.
	Arrows []GraphArrow
}

// GraphBeat is one beat.
type GraphBeat struct {
	Name string
	// Ends holds why the conversation can end here, as conditions are written; empty where it cannot.
	Ends []GraphReason
	// Stays counts the reactions that answer and wait again.
	Stays int
	// Unreachable tells that no variant comes here.
	Unreachable bool
	// DeadEnd tells that no way leads from here to an end: only the clock or the customer's patience does.
	DeadEnd bool
	At      Pos
}

// GraphArrow leads from one beat to another, or to itself, for any of its reasons.
type GraphArrow struct {
	// From and To are indexes of Graph.Beats.
	From, To int
	Reasons  []GraphReason
}

// GraphReason is why an arrow is taken.
type GraphReason struct {
	Kind ReasonKind
	// Text is the condition as written; "" unless Kind is ReasonWhen.
	Text string
}

// ReasonKind says what makes the conversation move on.
type ReasonKind int

// The kinds of reasons.
const (
	ReasonWhen      ReasonKind = iota + 1 // a reaction
	ReasonOtherwise                       // nothing fitted, and the author says where to go
	ReasonNothing                         // nothing fitted, and the author does not say
	ReasonOver                            // the beat waits for nothing
)

// GraphOf reads the graph of a scenario. Desk work has no beats and gives an empty graph. Arrows to beats that do not
// exist are left out.
func GraphOf(sc *Scenario) Graph {
	s := newScenarioLint(&linter{pack: &Pack{}, lines: map[string][]string{}}, sc)
	g := graphReader{lint: s, graph: Graph{Title: sc.Title}, arrow: map[[2]int]int{}}
	for i := range sc.Beats {
		g.beat(i)
	}
	g.markDeadEnds()
	return g.graph
}

type graphReader struct {
	lint  *scenarioLint
	graph Graph
	arrow map[[2]int]int // their indexes, by beats
}

func (g *graphReader) beat(i int) {
	b := &g.lint.sc.Beats[i]
	g.graph.Beats = append(g.graph.Beats, GraphBeat{Name: b.Name, At: b.At, Unreachable: !g.lint.reachedSomewhere(b.Name)})
	for _, r := range b.Reactions {
		g.leads(i, r.Target, GraphReason{ReasonWhen, r.When.Text})
	}
	switch {
	case b.Otherwise != nil:
		g.leads(i, b.Otherwise.Target, GraphReason{Kind: ReasonOtherwise})
	case len(b.Reactions) == 0:
		g.graph.Beats[i].Ends = append(g.graph.Beats[i].Ends, GraphReason{Kind: ReasonOver})
	case i+1 == len(g.lint.sc.Beats):
		g.graph.Beats[i].Ends = append(g.graph.Beats[i].Ends, GraphReason{Kind: ReasonNothing})
	default:
		g.add(i, i+1, GraphReason{Kind: ReasonNothing})
	}
}

func (g *graphReader) leads(from int, t Target, why GraphReason) {
	switch to := g.lint.beatIndex(t.Beat); {
	case t.End:
		g.graph.Beats[from].Ends = append(g.graph.Beats[from].Ends, why)
	case t.Stays():
		g.graph.Beats[from].Stays++
	case to >= 0:
		g.add(from, to, why)
	}
}

func (g *graphReader) add(from, to int, why GraphReason) {
	i, ok := g.arrow[[2]int{from, to}]
	if !ok {
		i = len(g.graph.Arrows)
		g.arrow[[2]int{from, to}] = i
		g.graph.Arrows = append(g.graph.Arrows, GraphArrow{From: from, To: to})
	}
	g.graph.Arrows[i].Reasons = append(g.graph.Arrows[i].Reasons, why)
}

// markDeadEnds walks backwards from the ends.
func (g *graphReader) markDeadEnds() {
	before := make([][]int, len(g.graph.Beats))
	for _, a := range g.graph.Arrows {
		before[a.To] = append(before[a.To], a.From)
	}
	ends := make([]bool, len(g.graph.Beats))
	var todo []int
	for i, b := range g.graph.Beats {
		if len(b.Ends) > 0 {
			todo = append(todo, i)
		}
	}
	for len(todo) > 0 {
		i := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if !ends[i] {
			ends[i] = true
			todo = append(todo, before[i]...)
		}
	}
	for i := range g.graph.Beats {
		g.graph.Beats[i].DeadEnd = !ends[i]
	}
}
