package web

import (
	"time"

	"proba/engine"
	"proba/engine/rater"
	"proba/grading"
)

// voteSamples are votes of every kind, and void for every reason.
func voteSamples() []voteView {
	votes := []voteView{
		{Model: "small", Opinion: rater.Met, Standing: rater.Agrees, Quote: "Buongiorno", At: sampleTime},
		{Model: "near", Opinion: rater.NotMet, Standing: rater.Review}, {Model: "far", Opinion: rater.Met, Standing: rater.Silent},
	}
	for _, why := range []rater.Why{rater.NoAnswer, rater.TooLong, rater.WrongForm, rater.NotSaid, rater.SealBroken, rater.NothingSaid, rater.FewExamples, rater.Unsure} {
		votes = append(votes, voteView{Model: "small", Opinion: rater.Void, Why: why})
	}
	return votes
}

func reviewSamples() []sample {
	waiting := []waitingRow{{ID: "s1", Owner: "Elena Rusu", Title: "Piatti rotti", Language: "it", Version: "1.0.0", Channel: "phone", Attempt: 1, Ended: sampleTime, Days: 2, Current: true}}
	for _, key := range []string{"disputed", "answers", "required", "marks", "doubted", "confirm"} {
		waiting[0].Reasons = append(waiting[0].Reasons, waitingReason{key, 2})
	}
	waiting = append(waiting, waitingRow{ID: "s2", Owner: "Ольга Киреева", Title: "Где мой набор?", Language: "ru", Channel: "chat", Ended: sampleTime, Reasons: waiting[0].Reasons[5:]})
	second := []waitingRow{waiting[1], waiting[1]}
	second[0].Second, second[0].Reasons = true, []waitingReason{{Key: "second"}}
	second[1].Second, second[1].Reasons = true, []waitingReason{{Key: "asked"}}
	judge := func(i int, value grading.MarkValue) judgeView {
		m := markView{Mark: grading.Mark{Criterion: "Apre con nome e saluto", Mark: value, Of: 5, Required: i == 0}, Number: i + 1, State: markClass(value), Language: "it"}
		return judgeView{Index: i, Mark: m, Places: []evidencePlace{{4, time.Minute}}, Problem: "review.problem.choose"}
	}
	question := judge(1, grading.Undecided)
	question.Mark.Debrief, question.Mark.AwaitsPerson, question.Mark.Found, question.Mark.FoundPoints = 1, true, grading.Met, 5
	question.Points, question.Chosen = []int{0, 1, 2, 3, 4, 5}, "3"
	override := judge(2, grading.NotMet)
	override.Mark.Objection = &objectionView{Reason: "L’ho detto", At: sampleTime}
	override.Mark.Votes = voteSamples()
	override.Chosen, override.Reason, override.Problem = "met", "because", "review.problem.override"
	given := givenView{By: "Carlo Iannucci", Passed: true, Reason: "why", At: sampleTime, Spent: 6 * time.Minute, Marks: 2, Against: 1, Score: 84}
	failed := given
	failed.Passed, failed.Spent, failed.Against = false, 0, 0
	session := engine.Session{ID: "s1", Title: "Piatti rotti", Version: "1.0.0", Language: "it", Channel: "phone", Attempt: 1, Mode: engine.Assessed, Started: sampleTime, ClientTypes: []string{"straniero"}}
	frame := reviewFrame{Session: session, Owner: "Elena Rusu", Customer: "Daniel", Written: "it", Queue: waiting, All: 2}
	page := func(change func(*reviewView)) func(Page) view {
		return func(p Page) view {
			p.Body = "rev"
			v := reviewView{Page: p, reviewFrame: frame, Deciding: true}
			change(&v)
			return v
		}
	}
	secondMarks := secondGiven{By: "Anna", At: sampleTime, Agree: 1, Rows: []secondRow{{First: override.Mark, Second: question.Mark, Reason: "why"}, {First: question.Mark, Second: question.Mark, Same: true}}}
	blind := func(p Page, change func(*secondView)) view {
		p.Body = "rev"
		asked := question
		asked.Mark.Objection, asked.Asked = nil, []proofView{{ItemResult: grading.ItemResult{Label: "all of", Text: "dice *ciao*"}, Language: "it"}}
		v := secondView{Page: p, reviewFrame: frame, Judges: []judgeView{judge(0, grading.Undecided), asked}}
		change(&v)
		return v
	}
	reasons := []reasonView{{Key: "total", Have: "69.6", Limit: 70}, {Key: "required", Name: "Apre", Mark: 3}}
	return []sample{
		{"review/queue", "some", func(p Page) view { return reviewQueueView{p, waiting, 60, waiting[:1], second} }},
		{"review/queue", "none", func(p Page) view { return reviewQueueView{Page: p} }},
		{"review/session", "nothing said", page(func(v *reviewView) { v.Queue = nil })},
		{"review/session", "to decide", page(func(v *reviewView) {
			v.Open, v.Others = []judgeView{judge(0, grading.Undecided), question}, []judgeView{override}
			v.Answers = []answerView{{Number: 1, Question: "Perché?", Text: "Perché sì", Language: "it", Verbatim: true}, {Number: 2, Question: "E poi?"}}
			for _, key := range []string{"paste", "focus-lost", "fast-typing", "other-device", "server-away"} {
				v.Signals = append(v.Signals, signalCount{key, 2})
			}
			v.Problems = []string{"review.problem.marks", "review.problem.decision", "review.problem.notpass", "review.problem.reason"}
			v.Tried = &triedView{grading.Evaluation{Result: "fail", Earned: 1, Of: 2}, "50", reasons}
			v.Given = []givenView{given, failed}
		})},
		{"review/session", "may pass", page(func(v *reviewView) { v.Tried = &triedView{Evaluation: grading.Evaluation{Result: "pass"}, Shown: "90"} })},
		{"review/session", "decided", page(func(v *reviewView) {
			person := question.Mark
			v.Seconds = []secondGiven{secondMarks}
			v.Deciding, v.Given, v.Marks = false, []givenView{given}, []bothMarks{{Machine: override.Mark}, {question.Mark, &person, "why"}}
		})},
		{"review/second", "to mark", func(p Page) view { return blind(p, func(*secondView) {}) }},
		{"review/second", "not all marked", func(p Page) view { return blind(p, func(v *secondView) { v.Problem = true }) }},
		{"review/second", "given", func(p Page) view { return blind(p, func(v *secondView) { v.Given = &secondMarks }) }},
		{"review/second", "no verdict yet", func(p Page) view {
			return blind(p, func(v *secondView) { v.Given = &secondGiven{By: "Anna", At: sampleTime} })
		}},
		{"review/verdicts", "some", func(p Page) view {
			return verdictsView{p, []verdictRowView{{given, session, "Elena Rusu"}, {failed, session, "Elena Rusu"}}, 1}
		}},
		{"review/verdicts", "none", func(p Page) view { return verdictsView{Page: p} }},
	}
}
