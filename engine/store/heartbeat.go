package store

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"
)

// aliveKey stands among the settings, which leave keys alone that they do not know.
const aliveKey = "alive"

// Beat notes that the program is there, and returns when it did so last; the zero time when never. It changes no record
// of anybody, so it takes no actor.
func (s *Store) Beat(ctx context.Context) (last time.Time, err error) {
	err = s.change(ctx, func(t *change) error {
		var row settingRow
		err := t.Where("key = ?", aliveKey).Take(&row).Error
		if err != nil && !errors.Is(err, gorm.ErrRecordNotFound) {
			return err
		}
		if ms, err := strconv.ParseInt(row.Value, 10, 64); err == nil {
			last = timeOf(ms)
		}
		row = settingRow{Key: aliveKey, Value: strconv.FormatInt(millis(t.now), 10)}
		return t.Clauses(clause.OnConflict{UpdateAll: true}).Create(&row).Error
	})
	if err != nil {
		return time.Time{}, fmt.Errorf("note that the program is there: %w", err)
	}
	return last, nil
}
