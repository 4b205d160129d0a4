package web

import (
	"proba/engine"
)

func hrSamples() []sample {
	states := []standingState{stateNone, stateMissing, stateReady, stateAwarded, stateSoon, stateExpired}
	var cells []readinessCell
	var heads []certificateHead
	var units []unitView
	for i, state := range states {
		cells = append(cells, readinessCell{State: state, Held: 2, Needed: 5, Until: sampleTime})
		heads = append(heads, certificateHead{"c", "Assistenza", "it"})
		units = append(units, unitView{ID: "c", Title: "Assistenza", Language: "it", State: state, Held: 2, Needed: 5, Current: i == 1})
	}
	var awards []awardRow
	for _, state := range []string{"valid", "soon", "expired", "revoked"} {
		awards = append(awards, awardRow{Number: "UC2-" + state, Title: "Assistenza", Person: "Elena Rusu", ID: "p1", Version: "1.0.0", By: "Carlo", At: sampleTime, Until: sampleTime, State: state, Reason: "why"})
	}
	record := func(change func(*recordView)) func(Page) view {
		return func(p Page) view {
			v := recordView{Page: p, ID: "p1", Login: "elena.rusu", Group: "B", Since: sampleTime, Factor: 150, Units: units, Shown: sampleCoverage(), MayAward: true, Practice: 2}
			v.Decided = append(v.Decided, decision{At: sampleTime, Kind: "awaiting", Title: "Piatti rotti", Language: "it", Score: 84, Machine: 84, Fails: true})
			for _, kind := range []string{"awaiting", "passed", "failed", "award", "revoked"} {
				v.Decided = append(v.Decided, decision{At: sampleTime, Kind: kind, Title: "Piatti rotti", Language: "it", By: "Carlo", Reason: "why", Score: 84, Machine: 79, Marks: 1})
			}
			for _, result := range []string{"passed", "failed", "awaiting", "running", "practice"} {
				v.Session = append(v.Session, recordSession{Title: "Piatti rotti", Language: "it", Version: "1", Pack: "abc", Mode: engine.Assessed, Channel: "phone", Attempt: 1, Started: sampleTime, Score: 84, Result: result, By: "Carlo"})
			}
			v.Session = append(v.Session, recordSession{Title: "Chat", Mode: engine.Practice, Channel: "chat", Result: "practice"})
			v.Awards = awards
			change(&v)
			return v
		}
	}
	return []sample{
		{"hr/people", "some", func(p Page) view {
			return hrPeopleView{Page: p, Filter: peopleForm{Groups: []string{"B"}, Group: "B"}, Certificates: heads, People: []readinessRow{{ID: "p1", Name: "Elena Rusu", Passed: 2, Cells: cells}},
				Totals: make([]readinessTotal, len(heads)), Pager: pager{1, 50, 51, "", "?from=50"}}
		}},
		{"hr/people", "none", func(p Page) view { return hrPeopleView{Page: p} }},
		{"hr/record", "missing", record(func(*recordView) {})},
		{"hr/record", "complete", record(func(v *recordView) { v.Shown.Complete, v.Transcripts = true, true })},
		{"hr/record", "awarded", record(func(v *recordView) { v.Shown.Awarded, v.Barred = true, true })},
		{"hr/record", "one's own, empty", record(func(v *recordView) {
			*v = recordView{Page: v.Page, Own: true, Factor: 100}
		})},
		{"hr/record", "nothing can supply it", record(func(v *recordView) { v.Shown.Shortest, v.Shown.Rows = nil, nil })},
		{"hr/awards", "some", func(p Page) view {
			return awardsView{Page: p, Awards: awards, Groups: []string{"B"}, Group: "B", Older: "?from=50", Newer: "?"}
		}},
		{"hr/awards", "none", func(p Page) view { return awardsView{Page: p} }},
		{"hr/certificate", "asked", func(p Page) view { return certificateView{Page: p} }},
		{"hr/certificate", "unknown", func(p Page) view { return certificateView{Page: p, Number: "X-1"} }},
		{"hr/certificate", "valid", func(p Page) view {
			return certificateView{Page: p, Number: "UC2-valid", Award: &awards[0], Place: "Centro"}
		}},
	}
}

func sampleCoverage() *coverageView {
	rules := []ruleView{
		{Text: "almeno 2 tipi di cliente diversi", Facet: "client-type", Have: 1, Need: 2, Percent: 50, Missing: []string{"non-native"}},
		{Text: "almeno 1 con richiesta complaint", Facet: "request", Value: "complaint", Have: 1, Need: 1, Holds: true, Percent: 100},
		{Text: "almeno 2 canali diversi", Facet: "channel", Have: 2, Need: 2, Holds: true, Percent: 100},
	}
	cells := []coverageCell{{rules[0], []string{"native", "socio"}, true}, {rules[1], []string{"information"}, false}, {rules[2], nil, false}}
	return &coverageView{
		ID: "c", Title: "Assistenza", Language: "it", Version: "1.0.0", State: stateMissing, Missing: 2, Rules: rules,
		Rows:     []coverageRow{{Title: "Piatti rotti", Language: "it", At: sampleTime, By: "Carlo", Cells: cells}},
		Shortest: []coverageRow{{Title: "Chat", Language: "it", Cells: cells}},
		Conditions: []conditionView{
			{Condition: "attempts", Holds: true, Name: "Piatti rotti", Language: "it", Figure: "1 / 3"}, {Condition: "supervised"}, {Condition: "second rater"}, {Condition: "new kind"},
		},
	}
}
