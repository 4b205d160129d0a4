package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"regexp"
	"strings"

	"proba/engine/store"
	"proba/scenarios"
)

// packName is what a pack may be called: it becomes a folder of the library.
var packName = regexp.MustCompile(`^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,79}$`)

// refusedPack is why an upload was not taken: Key is a catalogue key, Name the file concerned, or it has problems.
type refusedPack struct {
	Key      string
	Name     string
	Problems []scenarios.Problem
	levelCounts
}

// uploadPack takes a pack: it is unpacked in memory under limits, checked together with the library it will stand in, and
// only then kept and published. Of a refused one nothing is kept. Running sessions go on with the texts they have.
func (s *Server) uploadPack(v *visit) error {
	name := strings.TrimSpace(v.FormValue("name"))
	files, err := sentFiles(v)
	if key := uploadKey(err); key != "" {
		return s.refusePack(v, name, refusedPack{Key: key, Name: concerned(err)})
	}
	if err != nil {
		return err
	}
	if !packName.MatchString(name) {
		return s.refusePack(v, name, refusedPack{Key: "studio.refused.packname"})
	}
	found, err := s.checkBeside(v, name, files)
	if err != nil {
		return err
	}
	if !found.Usable() {
		return s.refusePack(v, name, refusedPack{Key: "studio.refused.problems", Problems: found.Problems, levelCounts: countLevels(found.Problems)})
	}
	if err := s.publish(v, name, files); err != nil {
		return err
	}
	s.notify(v, "studio.published")
	return v.Redirect(http.StatusSeeOther, "/studio")
}

// sentFiles reads a zip archive, or files and folders as a browser sends them.
func sentFiles(v *visit) ([]scenarios.File, error) {
	form, err := v.MultipartForm()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errBadForm, err)
	}
	var loose []*multipart.FileHeader
	for _, header := range append(form.File["files"], form.File["folder"]...) {
		if header.Size > 0 {
			loose = append(loose, header)
		}
	}
	for _, header := range form.File["zip"] {
		if header.Size > 0 && len(loose) == 0 {
			return sentZip(header)
		}
	}
	names := make([]string, len(loose))
	for i, header := range loose {
		names[i] = pathOf(header)
	}
	return readUploadedFiles(loose, names)
}

func sentZip(header *multipart.FileHeader) ([]scenarios.File, error) {
	part, err := header.Open()
	if err != nil {
		return nil, fmt.Errorf("open the upload: %w", err)
	}
	defer part.Close()
	data, err := io.ReadAll(io.LimitReader(part, maxUpload))
	if err != nil {
		return nil, fmt.Errorf("read the upload: %w", err)
	}
	return unpackZip(data)
}

// pathOf is the path a browser sends with a file of a folder; the standard library keeps only its last part.
func pathOf(header *multipart.FileHeader) string {
	_, parameters, err := mime.ParseMediaType(header.Header.Get("Content-Disposition"))
	if err != nil {
		return header.Filename
	}
	return parameters["filename"]
}

// uploadKeys are the ways an upload is refused and how people are told.
var uploadKeys = map[error]string{
	errUploadEmpty: "studio.refused.empty", errUploadArchive: "studio.refused.archive", errUploadCount: "studio.refused.count",
	errUploadSize: "studio.refused.size", errUploadName: "studio.refused.name", errUploadLink: "studio.refused.link",
	errUploadText: "studio.refused.text",
}

func uploadKey(err error) string {
	for kind, key := range uploadKeys {
		if errors.Is(err, kind) {
			return key
		}
	}
	return ""
}

// quoted finds the file name in an upload's error.
var quoted = regexp.MustCompile(`: ("(?:[^"\\]|\\.)*")`)

func concerned(err error) string {
	if found := quoted.FindStringSubmatch(err.Error()); found != nil {
		return strings.Trim(found[1], `"`)
	}
	return ""
}

func (s *Server) refusePack(v *visit, name string, r refusedPack) error {
	view, err := s.studioView(v)
	if err != nil {
		return err
	}
	view.Refused, view.PackName = &r, name
	return s.renderStatus(v, http.StatusUnprocessableEntity, "trainer/library", view)
}

// checkBeside checks a pack in the place it would have in the library. Problems elsewhere in the library are left out
// unless they are errors: those came with the pack.
func (s *Server) checkBeside(v *visit, name string, files []scenarios.File) (checked, error) {
	folder := shelfFolder(name)
	together := shelved(name, files)
	for _, f := range s.Library.Pack().All() {
		if !inFolder(f.Path, folder) {
			together = append(together, f)
		}
	}
	found, err := s.checkNow(v.ctx(), together)
	var own []scenarios.Problem
	for _, p := range found.Problems {
		if inFolder(p.File, folder) {
			p.File = strings.TrimPrefix(p.File, folder)
			own = append(own, p)
		} else if p.Level == scenarios.LevelError {
			own = append(own, p)
		}
	}
	found.Problems = own
	return found, err
}

// publish keeps a pack as its next version and takes it into the library. When the library cannot take it the version
// stays a draft.
func (s *Server) publish(v *visit, name string, files []scenarios.File) error {
	after, err := s.newestVersion(v.ctx(), name)
	if err != nil {
		return err
	}
	pack, err := s.Store.SavePack(v.ctx(), v.Actor(), name, after, files)
	if err != nil {
		return err
	}
	if err := s.Store.SetPackStatus(v.ctx(), v.Actor(), name, pack.Version, store.PackPublished); err != nil {
		return err
	}
	if err := s.Library.Reload(v.ctx(), s.Store); err != nil {
		back := s.Store.SetPackStatus(v.ctx(), v.Actor(), name, pack.Version, store.PackDraft)
		return errors.Join(err, back)
	}
	return nil
}

// newestVersion is the version of a pack that a change is made on, 0 for a new one.
func (s *Server) newestVersion(ctx context.Context, name string) (int, error) {
	versions, err := s.Store.PackVersions(ctx, name)
	if errors.Is(err, store.ErrNotFound) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	return versions[0].Version, nil
}
