package web

import (
	"strings"

	"proba/engine/store"
)

// exportLimit is how many people one file may hold; a larger one is made group by group.
const exportLimit = 1000

// hrExportPeople sends the readiness table of a group as CSV or XLSX. The export is audited before it is made.
func (s *Server) hrExportPeople(v *visit) error {
	group := v.QueryParam("group")
	if err := s.Store.Audit(v.ctx(), v.Actor(), "readiness.export", "", "group "+group); err != nil {
		return err
	}
	filter := store.PeopleFilter{Group: group, Role: store.Trainee, Active: true, Page: store.Page{Limit: exportLimit}}
	view, err := s.readiness(v, filter)
	if err != nil {
		return err
	}
	out, err := s.readinessTable(v, view)
	if err != nil {
		return err
	}
	return sendTable(v, v.Param("format"), out)
}

func (s *Server) readinessTable(v *visit, view hrPeopleView) (table, error) {
	heads, err := texts(v, "hr.people.name", "hr.people.group", "hr.people.passed", "hr.people.last")
	if err != nil {
		return table{}, err
	}
	out := table{name: "readiness", heads: heads}
	for _, c := range view.Certificates {
		out.heads = append(out.heads, c.Title)
	}
	for _, p := range view.People {
		row := []cell{textCell(p.Name), textCell(p.Group), numberCell(p.Passed), dayCell(p.Last)}
		for _, c := range p.Cells {
			state, err := v.texts.Text("state."+string(c.State), "Held", c.Held, "Needed", c.Needed)
			if err != nil {
				return table{}, err
			}
			row = append(row, textCell(state))
		}
		out.rows = append(out.rows, row)
	}
	return out, nil
}

// hrExportRecord sends one person's sessions and decisions as CSV or XLSX.
func (s *Server) hrExportRecord(v *visit) error {
	person, err := s.Store.Person(v.ctx(), store.PersonID(v.Param("id")))
	if err != nil {
		return err
	}
	return s.exportRecord(v, person)
}

// exportOwnRecord is the person's own copy.
func (s *Server) exportOwnRecord(v *visit) error { return s.exportRecord(v, v.person) }

func (s *Server) exportRecord(v *visit, person store.Person) error {
	if err := s.Store.ReadAudit(v.ctx(), v.Actor(), "export", person.ID); err != nil {
		return err
	}
	view, err := s.recordView(v, person)
	if err != nil {
		return err
	}
	out, err := s.recordTable(v, person, view)
	if err != nil {
		return err
	}
	return sendTable(v, v.Param("format"), out)
}

func (s *Server) recordTable(v *visit, person store.Person, view recordView) (table, error) {
	heads, err := texts(v, "record.person", "record.session", "record.version", "record.digest", "record.mode", "record.channel",
		"record.attempt", "record.started", "record.score", "record.outcome", "record.decidedby")
	if err != nil {
		return table{}, err
	}
	out := table{name: "record-" + strings.ToLower(person.Login), heads: heads}
	for _, row := range view.Session {
		words, err := texts(v, "mode."+string(row.Mode), "channel."+row.Channel, "decided."+row.Result)
		if err != nil {
			return table{}, err
		}
		out.rows = append(out.rows, []cell{
			textCell(person.Name), textCell(row.Title), textCell(row.Version), textCell(row.Pack), textCell(words[0]), textCell(words[1]),
			numberCell(row.Attempt), dayCell(row.Started.In(s.Zone)), numberCell(row.Score), textCell(words[2]), textCell(row.By),
		})
	}
	return out, nil
}

// texts are several catalogue texts at once.
func texts(v *visit, keys ...string) ([]string, error) {
	out := make([]string, len(keys))
	for i, key := range keys {
		text, err := v.texts.Text(key)
		if err != nil {
			return nil, err
		}
		out[i] = text
	}
	return out, nil
}

// auditExport sends the audit rows of a time as CSV or XLSX, and is itself audited first.
func (s *Server) auditExport(v *visit) error {
	if err := s.Store.Audit(v.ctx(), v.Actor(), "audit.export", "", ""); err != nil {
		return err
	}
	filter := store.AuditFilter{Action: v.QueryParam("action"), Subject: v.QueryParam("subject"), Page: store.Page{Limit: exportLimit}}
	filter.From, filter.To = s.dayOf(v.QueryParam("since"), 0), s.dayOf(v.QueryParam("until"), 1)
	rows, err := s.Store.AuditRows(v.ctx(), filter)
	if err != nil {
		return err
	}
	out := table{name: "audit"}
	if out.heads, err = texts(v, "admin.audit.number", "admin.audit.at", "admin.audit.who", "admin.audit.address", "admin.audit.action",
		"admin.audit.subject", "admin.audit.detail"); err != nil {
		return err
	}
	for _, r := range rows {
		out.rows = append(out.rows, []cell{
			numberCell(r.Number), textCell(r.At.UTC().Format("2006-01-02 15:04:05.000Z")), textCell(r.Name), textCell(r.Address),
			textCell(r.Action), textCell(r.Subject), textCell(r.Detail),
		})
	}
	return sendTable(v, v.Param("format"), out)
}
