package web

import (
	"context"
	"html/template"
	"slices"

	"proba/engine"
)

// progressRow is one competence over the last sessions.
type progressRow struct {
	Name     string
	Language string
	Spark    template.HTML
	Latest   int
	Minimum  int
	// Percents are oldest first; they stand in the table the spark is drawn from.
	Percents []int
	Below    bool
}

// progressOver is how many sessions the progress shows.
const progressOver = 6

// progressOf reads the shares by competence from the evaluations of the last sessions of a mode.
func (s *Server) progressOf(ctx context.Context, h history, mode engine.Mode) ([]progressRow, error) {
	var rows []progressRow
	sessions := h.inMode(mode, progressOver)
	slices.Reverse(sessions)
	for _, session := range sessions {
		ev, err := s.evaluation(ctx, session.ID)
		if err != nil {
			return nil, err
		}
		for _, c := range ev.Competences {
			if c.Of == 0 {
				continue
			}
			i := slices.IndexFunc(rows, func(r progressRow) bool { return r.Name == c.Name })
			if i < 0 {
				rows = append(rows, progressRow{Name: c.Name, Language: session.Language})
				i = len(rows) - 1
			}
			rows[i].Percents = append(rows[i].Percents, c.Percent)
			rows[i].Latest, rows[i].Minimum, rows[i].Below = c.Percent, c.Minimum, !c.Reached
		}
	}
	for i := range rows {
		rows[i].Spark = spark(rows[i].Percents, rows[i].Minimum)
	}
	return rows, nil
}

// weakest is the competence furthest below its minimum, "" when none is below.
func weakest(rows []progressRow) string {
	name, gap := "", 0
	for _, r := range rows {
		if g := r.Minimum - r.Latest; r.Below && g > gap {
			name, gap = r.Name, g
		}
	}
	return name
}
