package web

import (
	"net/http"
	"slices"
	"time"

	"proba/engine"
	"proba/scenarios"
)

type sessionRequest struct {
	Scenario   string      `json:"scenario" validate:"required,max=200"`
	Mode       engine.Mode `json:"mode" validate:"oneof=practice assessed trial"`
	Assignment string      `json:"assignment" validate:"max=64"`
	Variant    string      `json:"variant" validate:"max=200"`
	Seed       int64       `json:"seed"`
}

// apiSession is where a session stands, as far as its trainee may see it (SEMANTICS 59).
type apiSessionAnswer struct {
	ID       engine.SessionID  `json:"id"`
	Scenario string            `json:"scenario"`
	Title    string            `json:"title"`
	Version  string            `json:"version"`
	Channel  scenarios.Channel `json:"channel"`
	Mode     engine.Mode       `json:"mode"`
	Phase    engine.Phase      `json:"phase"`
	Attempt  int               `json:"attempt,omitempty"`
	Started  time.Time         `json:"started"`
	Last     int               `json:"last"`
	OnHold   bool              `json:"on_hold,omitempty"`
	// Typing tells that the customer is writing.
	Typing bool           `json:"typing,omitempty"`
	Mood   scenarios.Band `json:"mood,omitempty"`
	Desk   apiDesk        `json:"desk"`
	// Questions are those of the debrief, once it has begun.
	Questions []string `json:"questions,omitempty"`
}

// apiDesk is what is on the desk. What is in an article or record is only told once it was looked up.
type apiDesk struct {
	Articles    []apiArticle `json:"articles"`
	Records     []apiCard    `json:"records"`
	Forms       []apiForm    `json:"forms"`
	Templates   []apiText    `json:"templates"`
	Attachments []string     `json:"attachments"`
	// Files are those of the attachments the pack has.
	Files       []fileSeen `json:"files,omitempty"`
	Departments []apiPlace `json:"departments"`
	Colleagues  []apiPlace `json:"colleagues"`
}

type apiArticle struct {
	Name   string `json:"name"`
	Opened bool   `json:"opened"`
	Text   string `json:"text,omitempty"`
}

type apiCard struct {
	Name   string     `json:"name"`
	Opened bool       `json:"opened"`
	Fields []apiField `json:"fields,omitempty"`
}

type apiField struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

type apiForm struct {
	Name   string         `json:"name"`
	Fields []apiFormField `json:"fields"`
}

type apiFormField struct {
	Name     string              `json:"name"`
	Type     scenarios.FieldType `json:"type"`
	Required bool                `json:"required"`
	Choices  []string            `json:"choices,omitempty"`
	// Value is what was saved last.
	Value string `json:"value,omitempty"`
}

type apiText struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

type apiPlace struct {
	Name  string `json:"name"`
	About string `json:"about,omitempty"`
}

// apiStart begins a session.
func (s *Server) apiStart(v *visit) error {
	asked, err := bindJSON[sessionRequest](v, s.valid)
	if err != nil {
		return err
	}
	script, known := s.Library.Script(asked.Scenario)
	if !known {
		return errNotFound
	}
	session, err := s.start(v, order{script, asked.Mode, asked.Assignment, asked.Variant, asked.Seed})
	if err != nil {
		return err
	}
	run, err := s.running(v.ctx(), session.ID)
	if err != nil {
		return err
	}
	v.Response().Header().Set("Location", apiPath+"/sessions/"+string(session.ID))
	return v.JSON(http.StatusCreated, sessionForTrainee(run))
}

// apiSession tells where a session of one's own stands.
func (s *Server) apiSession(v *visit) error {
	run, err := s.ownSession(v)
	if err != nil {
		return err
	}
	return v.JSON(http.StatusOK, sessionForTrainee(run))
}

func sessionForTrainee(run running) apiSessionAnswer {
	n, sc := run.session, run.script.Scenario
	saw := look(n.Mode, sc.Channel, run.log, run.now)
	answer := apiSessionAnswer{
		ID: n.ID, Scenario: n.Scenario, Title: n.Title, Version: n.Version, Channel: n.Channel, Mode: n.Mode, Phase: run.state.Phase,
		Attempt: n.Attempt, Started: n.Started.UTC(), Last: run.state.Number, OnHold: run.state.OnHold, Typing: saw.Typing, Desk: deskForTrainee(run),
	}
	if n.Mode != engine.Assessed && run.state.Phase != engine.Waiting {
		answer.Mood = run.state.Band()
	}
	if run.state.Phase == engine.Debrief || run.state.Phase == engine.Finished {
		for _, q := range sc.Debrief {
			answer.Questions = append(answer.Questions, q.Name)
		}
	}
	return answer
}

func deskForTrainee(run running) apiDesk {
	world, read := run.script.World, opened(run.log)
	desk := apiDesk{Articles: []apiArticle{}, Records: []apiCard{}, Forms: []apiForm{}, Templates: []apiText{}, Attachments: []string{},
		Departments: []apiPlace{}, Colleagues: []apiPlace{}}
	for _, a := range world.Articles {
		one := apiArticle{Name: a.Name, Opened: slices.Contains(read, a.Name)}
		if one.Opened {
			one.Text = a.Body
		}
		desk.Articles = append(desk.Articles, one)
	}
	for _, r := range world.Records {
		desk.Records = append(desk.Records, recordForTrainee(r, read, run.state.Opened.Facts))
	}
	for i, f := range world.Forms {
		desk.Forms = append(desk.Forms, formForTrainee(formOf(i, f, "", run.log)))
	}
	for _, t := range world.Templates {
		desk.Templates = append(desk.Templates, apiText{t.Name, t.Body})
	}
	for _, a := range world.Attachments {
		desk.Attachments = append(desk.Attachments, a.Name)
	}
	desk.Files = filesOnDesk(world)
	for _, d := range world.Departments {
		desk.Departments = append(desk.Departments, apiPlace{d.Name, d.Purpose})
	}
	for _, c := range world.Colleagues {
		desk.Colleagues = append(desk.Colleagues, apiPlace{c.Name, joinNonEmpty(", ", c.Role, c.Department)})
	}
	return desk
}

func recordForTrainee(r scenarios.Record, read []string, facts map[string]string) apiCard {
	one := apiCard{Name: r.Name, Opened: slices.Contains(read, r.Name)}
	if !one.Opened {
		return one
	}
	for _, f := range filledFields(r.Fields, facts) {
		one.Fields = append(one.Fields, apiField{f.Name, f.Value})
	}
	return one
}

func formForTrainee(f formView) apiForm {
	form := apiForm{Name: f.Name, Fields: []apiFormField{}}
	for _, field := range f.Fields {
		form.Fields = append(form.Fields, apiFormField{field.Name, field.Type, field.Required, field.Choices, field.Value})
	}
	return form
}
