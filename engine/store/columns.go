package store

import (
	"encoding/json"
	"fmt"
	"time"
)

// Times are kept as whole milliseconds since 1970, in both databases the same.

func millis(t time.Time) int64 { return t.UnixMilli() }

func timeOf(ms int64) time.Time { return time.UnixMilli(ms).UTC() }

func millisOrNil(t *time.Time) *int64 {
	if t == nil {
		return nil
	}
	ms := millis(*t)
	return &ms
}

func timeOrNil(ms *int64) *time.Time {
	if ms == nil {
		return nil
	}
	t := timeOf(*ms)
	return &t
}

// toJSON writes a list for a text column.
func toJSON[T any](list []T) (string, error) {
	if list == nil {
		list = []T{}
	}
	b, err := json.Marshal(list)
	if err != nil {
		return "", fmt.Errorf("write a column: %w", err)
	}
	return string(b), nil
}

// fromJSON reads what toJSON wrote; an empty list comes back as nil.
func fromJSON[T any](column string) ([]T, error) {
	var list []T
	if err := json.Unmarshal([]byte(column), &list); err != nil {
		return nil, fmt.Errorf("%w: column %q: %w", ErrDamaged, column, err)
	}
	if len(list) == 0 {
		return nil, nil
	}
	return list, nil
}

// each converts rows to what is handed out; the result is never nil.
func each[Row, Record any](rows []Row, convert func(Row) (Record, error)) ([]Record, error) {
	out := make([]Record, 0, len(rows))
	for _, row := range rows {
		r, err := convert(row)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}
