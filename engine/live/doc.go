// Package live runs sessions: one command at a time for each, timers for all, and streams of what happened.
//
//	sessions, err := live.New(live.Config{Records: records, Scripts: library.Script})
//	n, err := sessions.Resume(ctx)                        // take up what a restart interrupted
//	record, err := sessions.Start(ctx, live.NewSession{Person: anna, Script: script, Mode: engine.Practice})
//	answer, err := sessions.Do(ctx, record.ID, live.Request{Command: engine.Say{Text: "Buongiorno"}, Key: "k1", Last: 4})
//	for e, err := range sessions.Follow(ctx, record.ID, 0) { … }
//	err = sessions.Close(ctx)
//
// What is acknowledged is durable: Do answers after its events are committed, and when a commit fails the session in
// memory does not move. The records are the truth; what is in memory is only a fold of them and may be dropped at any
// moment. Time is the monotonic clock of this process from one anchor, so a jump of the wall clock moves no timer.
//
// The package decides nothing about a contact (engine does) or marks (grading does), and knows no database: the few
// methods it needs are [Records].
package live
