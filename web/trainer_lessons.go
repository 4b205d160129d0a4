package web

import (
	"context"
	"mime"
	"net/http"
	"strings"

	"proba/engine"
	"proba/grading/learn"
)

// lessonsView is what assessors' corrections teach about a scenario: sentences for its phrases, and the same as a diff that a
// trainer reads and applies himself. Nothing changes by itself.
type lessonsView struct {
	Page
	Scenario string
	// Written is the language its author wrote in, Path its file in the studio.
	Written, Path string
	Corrections   int
	Lessons       []learn.Lesson
	Diff          string
	Left          []leftView
}

// studioLessons shows what can be learnt; ?format=diff sends the diff alone.
func (s *Server) studioLessons(v *visit) error {
	script, known := s.Library.Script(v.Param("scenario"))
	if !known {
		return errNotFound
	}
	taught, err := Teach(v.ctx(), s.Store, s.Library.Pack(), script.ID, s.playedWith)
	if err != nil {
		return err
	}
	view := lessonsView{Page: s.titled(v, script.Title, "/studio"), Scenario: script.ID, Written: firstLanguage(script.Scenario), Path: script.At.File,
		Corrections: taught.Corrections, Left: whyLeft(taught.Left)}
	var diff strings.Builder
	for _, c := range taught.Changes {
		view.Lessons = append(view.Lessons, c.Lessons...)
		diff.WriteString(s.asUploaded(c).Diff())
	}
	view.Diff = diff.String()
	if v.QueryParam("format") != "diff" {
		return s.render(v, "trainer/lessons", view)
	}
	v.Response().Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": script.ID + ".diff"}))
	return v.Blob(http.StatusOK, "text/x-diff; charset=utf-8", []byte(view.Diff))
}

// playedWith is the script a session was played with.
func (s *Server) playedWith(ctx context.Context, session engine.Session) (*engine.Script, error) {
	run, err := s.running(ctx, session.ID)
	return run.script, err
}

// asUploaded names a file of an uploaded pack as its trainer has it.
func (s *Server) asUploaded(c learn.Change) learn.Change {
	if rest, ok := strings.CutPrefix(c.Path, shelvesFolder); ok {
		if _, path, ok := strings.Cut(rest, "/"); ok {
			c.Path = path
		}
	}
	return c
}
