package web

import (
	"mime"
	"net/http"
	"path"
	"slices"

	"proba/engine"
	"proba/engine/store"
	"proba/scenarios"
)

// fileSeen is a picture or document of the pack that a trainee was shown, or may send. Its JSON is part of the API.
type fileSeen struct {
	Name string              `json:"name"`
	Type scenarios.MediaType `json:"type"`
	// Digest is the last part of the address it is fetched from.
	Digest scenarios.Digest `json:"digest"`
}

// fileView is a file as a page shows it; Href is "" where the pack has only its name.
type fileView struct {
	Name string
	Href string
	Type scenarios.MediaType
}

// Picture tells that it is shown in its place.
func (f fileView) Picture() bool { return f.Href != "" && f.Type.Picture() }

// filesSeen are the files among the attachments of a line that the pack has.
func filesSeen(attached []scenarios.LineAttachment) []fileSeen {
	var out []fileSeen
	for _, a := range attached {
		if kind, ok := scenarios.MediaTypeOf(a.File); ok && a.Digest != "" {
			out = append(out, fileSeen{a.Name, kind, a.Digest})
		}
	}
	return out
}

// filesOnDesk are the files the agent may send that the pack has.
func filesOnDesk(world *scenarios.World) []fileSeen {
	var attached []scenarios.LineAttachment
	for _, a := range world.Attachments {
		attached = append(attached, scenarios.LineAttachment{Name: a.Name, File: a.File, Digest: a.Digest})
	}
	return filesSeen(attached)
}

func filePath(id engine.SessionID, digest scenarios.Digest) string {
	return sessionPath(id, "files/"+string(digest))
}

// fileViews shows attachments by name, with what there is to see of them.
func fileViews(id engine.SessionID, names []string, files []fileSeen) []fileView {
	var out []fileView
	for _, name := range names {
		view := fileView{Name: name}
		if i := slices.IndexFunc(files, func(f fileSeen) bool { return f.Name == name }); i >= 0 {
			view.Href, view.Type = filePath(id, files[i].Digest), files[i].Type
		}
		out = append(out, view)
	}
	return out
}

// sessionFile gives a picture or document of the very pack a session was played with: to its trainee once he was shown it
// or may send it, and after the end to those who may read what was said. To everybody else it does not exist.
func (s *Server) sessionFile(v *visit) error {
	run, err := s.running(v.ctx(), engine.SessionID(v.Param("id")))
	if err != nil {
		return err
	}
	if err := s.maySeeFiles(v, run); err != nil {
		return err
	}
	digest := scenarios.Digest(v.Param("digest"))
	saw := look(run.session.Mode, run.script.Channel, run.log, run.now)
	if !slices.ContainsFunc(saw.files(run.script.World), func(f fileSeen) bool { return f.Digest == digest }) {
		return errNotFound
	}
	i := slices.IndexFunc(run.script.Sources, func(f scenarios.File) bool { return f.Digest == digest && scenarios.IsMedia(f.Path) })
	if i < 0 {
		return errNotFound
	}
	return sendFile(v, run.script.Sources[i])
}

// files are those the trainee was shown so far, and those he may send.
func (s sight) files(world *scenarios.World) []fileSeen {
	all := filesOnDesk(world)
	for _, one := range s.Seen {
		all = append(all, one.Files...)
	}
	return all
}

// maySeeFiles follows the rules of the result page. The page that shows the files was audited; they are no record of the
// person and are not audited again.
func (s *Server) maySeeFiles(v *visit, run running) error {
	who, err := s.viewing(v, run.session)
	if err != nil || who == viewTrainee {
		return err
	}
	settings, err := s.Store.Settings(v.ctx())
	switch {
	case err != nil:
		return err
	case !who.mayRead(settings):
		return errNotFound
	case run.state.Phase != engine.Finished:
		return store.ErrNotFinished
	}
	return nil
}

// filePolicy lets a file do nothing at all, whatever a browser takes it for.
const filePolicy = "default-src 'none'; frame-ancestors 'none'; sandbox"

// sendFile sends a file of a pack: a picture to be shown, anything else to be saved. A browser may keep it, and asks each
// time whether it may still show it.
func sendFile(v *visit, f scenarios.File) error {
	kind, _ := scenarios.MediaTypeOf(f.Path)
	way := "attachment"
	if kind.Picture() {
		way = "inline"
	}
	h := v.Response().Header()
	h.Set("Content-Security-Policy", filePolicy)
	h.Set("Content-Disposition", mime.FormatMediaType(way, map[string]string{"filename": path.Base(f.Path)}))
	h.Set("Cache-Control", "private, no-cache")
	h.Set("ETag", `"`+string(f.Digest)+`"`)
	if v.Request().Header.Get("If-None-Match") == h.Get("ETag") {
		return v.NoContent(http.StatusNotModified)
	}
	return v.Blob(http.StatusOK, string(kind), []byte(f.Text))
}
