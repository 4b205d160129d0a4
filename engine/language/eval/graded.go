package eval

import (
	"bufio"
	"fmt"
	"io/fs"
	"strings"

	"proba/engine/language"
	"proba/scenarios"
)

// Question is a question with what its graders said of answers: those that say what was wanted, those that do not, and
// among these the ones that say the opposite.
type Question struct {
	ID            string
	Right, Wrong  []string
	Contradictory []string
}

// Graded are the graded answers to a set of questions, in the order of the questions.
type Graded []Question

// Grader trains a judge of one phrase on answers that say it and answers that do not. It gives one opinion a turn.
type Grader func(right, wrong []string) (Judge, error)

// ReadGraded reads a file of lines with a question's name, the kind of text and the text, separated by tabs. Kinds are
// question (left out), reference, correct, incorrect and contradictory. References count as right answers where they
// teach, and are left out where answers are judged.
func ReadGraded(fsys fs.FS, name string, withReferences bool) (Graded, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, fmt.Errorf("read graded answers: %w", err)
	}
	defer f.Close()
	var all Graded
	places := map[string]int{}
	lines := bufio.NewScanner(f)
	for number := 1; lines.Scan(); number++ {
		cells := strings.SplitN(lines.Text(), "\t", 3)
		if len(cells) < 3 {
			return nil, fmt.Errorf("read graded answers %q: line %d has %d cells, want 3", name, number, len(cells))
		}
		place, known := places[cells[0]]
		if !known {
			place = len(all)
			places[cells[0]], all = place, append(all, Question{ID: cells[0]})
		}
		if err := all[place].add(cells[1], cells[2], withReferences); err != nil {
			return nil, fmt.Errorf("read graded answers %q: line %d: %w", name, number, err)
		}
	}
	return all, lines.Err()
}

func (q *Question) add(kind, text string, withReferences bool) error {
	switch kind {
	case "question":
	case "reference":
		if withReferences {
			q.Right = append(q.Right, text)
		}
	case "correct":
		q.Right = append(q.Right, text)
	case "incorrect":
		q.Wrong = append(q.Wrong, text)
	case "contradictory":
		q.Contradictory = append(q.Contradictory, text)
	default:
		return fmt.Errorf("unknown kind %q", kind)
	}
	return nil
}

// Verdicts are the decisions on graded answers.
type Verdicts struct {
	Tally
	// Contradictory and Incorrect count the answers of these kinds that were accepted without being sent to review.
	Contradictory, Incorrect Share
}

// Grade trains a judge for every question on the answers of train and lets it decide those of test. A question nobody
// taught is left out. The judged answers are seen by nothing before.
func Grade(train, test Graded, grader Grader) (Verdicts, error) {
	taught := map[string]Question{}
	for _, q := range train {
		taught[q.ID] = q
	}
	var v Verdicts
	for _, q := range test {
		from, known := taught[q.ID]
		if !known {
			continue
		}
		judge, err := grader(from.Right, append(append([]string(nil), from.Wrong...), from.Contradictory...))
		if err != nil {
			return v, fmt.Errorf("question %s: %w", q.ID, err)
		}
		v.question(judge, q)
	}
	return v, nil
}

func (v *Verdicts) question(judge Judge, q Question) {
	for _, text := range q.Right {
		v.add(judge(text)[0], true)
	}
	for _, text := range q.Wrong {
		o := judge(text)[0]
		v.add(o, false)
		v.Incorrect.count(o.Met)
	}
	for _, text := range q.Contradictory {
		o := judge(text)[0]
		v.add(o, false)
		v.Contradictory.count(o.Met)
	}
}

// RecogniserGrader trains the recogniser of this program on a phrase with examples and counter-examples.
func RecogniserGrader(code string) Grader {
	return func(right, wrong []string) (Judge, error) {
		r, err := answerRecogniser(code, right, wrong)
		if err != nil {
			return nil, err
		}
		return judgeOf(r), nil
	}
}

// EvidenceGrader is [RecogniserGrader] with the evidence as the whole opinion, to fit weights by.
func EvidenceGrader(code string) Grader {
	return func(right, wrong []string) (Judge, error) {
		r, err := answerRecogniser(code, right, wrong)
		return func(turn string) []Opinion {
			return []Opinion{{Evidence: r.Evidence(language.Reply{Text: turn, Typed: true})[0]}}
		}, err
	}
}

func answerRecogniser(code string, right, wrong []string) (*language.Recogniser, error) {
	phrase := scenarios.Phrase{Name: "answer", Languages: []string{code}, Examples: utterances(right), Not: utterances(wrong)}
	return language.New([]scenarios.Phrase{phrase}, language.Options{Languages: []string{code}})
}

// GraderOf trains another judge: the wrong answers are a second phrase to it.
func GraderOf(code string, train Maker) Grader {
	return func(right, wrong []string) (Judge, error) {
		return train(code, []string{"right", "wrong"}, [][]string{right, wrong})
	}
}

func utterances(texts []string) []scenarios.Utterance {
	all := make([]scenarios.Utterance, len(texts))
	for i, text := range texts {
		all[i] = scenarios.Utterance{Text: text}
	}
	return all
}

// MacroF1 is the mean of the F1 of met and of not met when everything is decided by one bound on the score.
func (t *Tally) MacroF1(from float64) float64 {
	var c [2][2]int // decided, true
	for _, s := range t.scored {
		c[index(s.score >= from)][index(s.truth)]++
	}
	return (f1(c[1][1], c[1][0], c[0][1]) + f1(c[0][0], c[0][1], c[1][0])) / 2
}

// f1 of hits, false alarms and misses.
func f1(hits, alarms, misses int) float64 {
	return ratio(2*hits, alarms+misses)
}
