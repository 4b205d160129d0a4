package web

import (
	"errors"
	"net/http"
	"strconv"
	"strings"

	"proba/engine/store"
)

type settingsView struct {
	Page
	Settings store.Settings
	Problem  fieldProblem
}

func (s *Server) adminSettings(v *visit) error {
	settings, err := s.Store.Settings(v.ctx())
	if err != nil {
		return err
	}
	return s.showSettings(v, http.StatusOK, settings, fieldProblem{})
}

func (s *Server) showSettings(v *visit, status int, settings store.Settings, problem fieldProblem) error {
	page := s.page(v, "admin.settings.title", "/admin/settings")
	page.Body = "page page--narrow"
	return s.renderStatus(v, status, "admin/settings", settingsView{Page: page, Settings: settings, Problem: problem})
}

// adminChangeSettings keeps all settings together.
func (s *Server) adminChangeSettings(v *visit) error {
	settings, problem := readSettings(v)
	if problem.Key != "" {
		return s.showSettings(v, http.StatusUnprocessableEntity, settings, problem)
	}
	err := s.Store.ChangeSettings(v.ctx(), v.Actor(), settings)
	if errors.Is(err, store.ErrInvalid) {
		return s.showSettings(v, http.StatusUnprocessableEntity, settings, fieldProblem{"form", "admin.settings.wrong"})
	}
	if err != nil {
		return err
	}
	s.notify(v, "admin.settings.saved")
	return v.Redirect(http.StatusSeeOther, "/admin/settings")
}

func readSettings(v *visit) (store.Settings, fieldProblem) {
	settings := store.Settings{
		HideAnswers:       v.FormValue("hide-answers") == "yes",
		HRSeesTranscripts: v.FormValue("hr-transcripts") == "yes",
		PracticeVisible:   v.FormValue("practice-visible") == "yes",
		Organisation:      strings.TrimSpace(v.FormValue("organisation")),
		SignInNotice:      strings.TrimSpace(v.FormValue("notice")),
	}
	var problem fieldProblem
	number := func(field string, lowest, highest int) int {
		n, err := strconv.Atoi(strings.TrimSpace(v.FormValue(field)))
		if (err != nil || n < lowest || n > highest) && problem.Key == "" {
			problem = fieldProblem{field, "admin.settings.number"}
		}
		return n
	}
	settings.DebriefDays = number("debrief-days", 1, 365)
	settings.ListPerSentence = number("list-sentence", 2, 50)
	settings.ListPerReply = number("list-reply", 2, 100)
	return settings, problem
}
