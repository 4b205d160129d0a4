package web

import (
	"encoding/json"
	"sort"
	"strings"
	"time"

	"proba/engine/store"
)

type auditView struct {
	Page
	Filter auditForm
	Rows   []auditRow
	// Older leads to the rows before these; "" when there are none.
	Older, Newer string
}

type auditForm struct {
	Action, Subject, From, To string
	Person                    store.PersonID
	Actions                   []string
}

// auditRow is one row as shown. Who is a name, Details are names and values in order.
type auditRow struct {
	Number  int64
	At      time.Time
	Who     string
	Address string
	Action  string
	Subject string
	// SubjectName is the name of the person concerned, "" when the subject is not a person.
	SubjectName string
	Details     []detail
}

type detail struct{ Name, Value string }

// ValueKey is the catalogue key of a value that is one of the program's codes. It may be unknown to the catalogue.
func (d detail) ValueKey() string {
	switch {
	case d.Name == "passed" && d.Value == "true":
		return "standing.passed"
	case d.Name == "passed":
		return "standing.failed"
	case d.Name == "mode":
		return "mode." + d.Value
	case d.Name == "result":
		return "outcome." + d.Value
	case d.Name == "language":
		return "lang." + d.Value
	default:
		return ""
	}
}

// auditFamilies are the choices of the filter: codes that end in a dot stand for all codes below.
var auditFamilies = []string{
	"signin", "person.", "invite.", "token.", "assignment.", "session.", "verdict.", "evaluation.", "award.", "record.", "transcript.",
	"export.", "pack.", "settings.",
}

// auditPage shows who did what, newest first. Looking at it is not audited; exporting it is.
func (s *Server) auditPage(v *visit) error {
	form := auditForm{
		Action: v.QueryParam("action"), Subject: strings.TrimSpace(v.QueryParam("subject")), Person: store.PersonID(v.QueryParam("person")),
		From: v.QueryParam("since"), To: v.QueryParam("until"), Actions: auditFamilies,
	}
	filter := store.AuditFilter{Person: form.Person, Action: form.Action, Subject: form.Subject, Page: pageOf(v)}
	filter.From, filter.To = s.dayOf(form.From, 0), s.dayOf(form.To, 1)
	// One row more than shown tells whether there are older ones.
	filter.Page.Limit++
	rows, err := s.Store.AuditRows(v.ctx(), filter)
	if err != nil {
		return err
	}
	filter.Page.Limit--
	more := len(rows) > pageSize
	if more {
		rows = rows[:pageSize]
	}
	view := auditView{Page: s.page(v, "admin.audit.title", "/audit"), Filter: form}
	count := filter.Page.Offset + len(rows)
	if more {
		count++
	}
	p := newPager(v, filter.Page, len(rows), count)
	view.Newer, view.Older = p.Previous, p.Next
	if view.Rows, err = s.auditRows(v, rows); err != nil {
		return err
	}
	return s.render(v, "admin/audit", view)
}

// dayOf is the beginning of a day written as 2026-11-20, days later; the zero time when it is not such a day.
func (s *Server) dayOf(text string, later int) time.Time {
	day, err := time.ParseInLocation(time.DateOnly, text, s.Zone)
	if err != nil {
		return time.Time{}
	}
	return day.AddDate(0, 0, later)
}

// auditRows adds the names of the people concerned.
func (s *Server) auditRows(v *visit, rows []store.AuditRow) ([]auditRow, error) {
	ids := make([]store.PersonID, 0, 2*len(rows))
	for _, r := range rows {
		ids = append(ids, r.Person, store.PersonID(r.Subject))
		for _, d := range detailsOf(r.Detail) {
			if d.Name == "person" {
				ids = append(ids, store.PersonID(d.Value))
			}
		}
	}
	people, err := s.Store.PeopleByID(v.ctx(), ids)
	if err != nil {
		return nil, err
	}
	out := make([]auditRow, len(rows))
	for i, r := range rows {
		out[i] = auditRow{
			Number: r.Number, At: r.At, Who: r.Name, Address: r.Address, Action: r.Action, Subject: r.Subject,
			SubjectName: people[store.PersonID(r.Subject)].Name, Details: detailsOf(r.Detail),
		}
		if p, ok := people[r.Person]; ok {
			out[i].Who = p.Name
		}
		for j, d := range out[i].Details {
			if p, ok := people[store.PersonID(d.Value)]; ok && d.Name == "person" {
				out[i].Details[j].Value = p.Name
			}
		}
	}
	return out, nil
}

// detailsOf reads the JSON object of an audit row; anything else is one detail without a name.
func detailsOf(text string) []detail {
	if text == "" {
		return nil
	}
	var object map[string]json.RawMessage
	if json.Unmarshal([]byte(text), &object) != nil {
		return []detail{{Value: text}}
	}
	out := make([]detail, 0, len(object))
	for name, value := range object {
		var plain string
		if json.Unmarshal(value, &plain) != nil {
			plain = string(value)
		}
		out = append(out, detail{name, plain})
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Name < out[j].Name })
	return out
}
