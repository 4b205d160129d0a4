package store

import (
	"context"
	"fmt"

	"gorm.io/gorm/clause"

	"proba/engine"
)

// Signal is something about how a session was played that a person may want to know, such as a paste. It is never part
// of a mark. Kinds are "paste", "focus lost", "fast typing", "other device" and [engine.ServerAway].
type Signal = engine.Signal

// MaxSignals is how many signals a session keeps; later ones are dropped without an error.
const MaxSignals = 500

type signalRow struct {
	Session     string `gorm:"primaryKey"`
	Number      int    `gorm:"primaryKey;autoIncrement:false"`
	AfterNumber int
	Kind        string
	Detail      string
	At          int64
}

func (signalRow) TableName() string { return "signals" }

func (r signalRow) record() (Signal, error) {
	return Signal{Session: engine.SessionID(r.Session), After: r.AfterNumber, Kind: r.Kind, Detail: r.Detail, At: timeOf(r.At)}, nil
}

// RecordSignal adds a signal; At is set by the store. The session itself is the audit of its signals.
func (s *Store) RecordSignal(ctx context.Context, g Signal) error {
	return s.RecordSignals(ctx, []Signal{g})
}

// RecordSignals adds several, all or none.
func (s *Store) RecordSignals(ctx context.Context, signals []Signal) error {
	err := s.change(ctx, func(t *change) error {
		for _, g := range signals {
			if err := t.recordSignal(g); err != nil {
				return fmt.Errorf("session %q: %w", g.Session, err)
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("record signals: %w", err)
	}
	return nil
}

func (t *change) recordSignal(g Signal) error {
	if !plainText(g.Kind, 1, 40) || !plainText(g.Detail, 0, 500) {
		return fmt.Errorf("%w: signal %q", ErrInvalid, g.Kind)
	}
	var n int64
	if err := t.Model(&signalRow{}).Where("session = ?", string(g.Session)).Count(&n).Error; err != nil || n >= MaxSignals {
		return err
	}
	row := signalRow{Session: string(g.Session), Number: int(n) + 1, AfterNumber: g.After, Kind: g.Kind, Detail: g.Detail,
		At: millis(t.now)}
	return t.Clauses(clause.OnConflict{DoNothing: true}).Create(&row).Error
}

// Signals lists the signals of a session in the order they came.
func (s *Store) Signals(ctx context.Context, id engine.SessionID) ([]Signal, error) {
	var rows []signalRow
	if err := s.read(ctx).Where("session = ?", string(id)).Order("number").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("signals of session %q: %w", id, translate(err))
	}
	return each(rows, signalRow.record)
}
