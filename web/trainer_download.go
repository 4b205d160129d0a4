package web

import (
	"archive/zip"
	"bytes"
	"mime"
	"net/http"
	"strings"

	"proba/scenarios"
)

// downloadPack sends a pack as a zip archive: ?pack=NAME as it was published, be it in the library or put aside, without it
// what the program comes with.
func (s *Server) downloadPack(v *visit) error {
	name, folder := v.QueryParam("pack"), ""
	files := s.Library.Pack().All()
	if name != "" {
		published, err := publishedFiles(v.ctx(), s.Store)
		if err != nil {
			return err
		}
		own, ok := published[name]
		if !ok {
			return errNotFound
		}
		files, folder = own, shelfFolder(name)
	}
	data, err := zipOf(files, folder)
	if err != nil {
		return err
	}
	if name == "" {
		name = "proba"
	}
	disposition := mime.FormatMediaType("attachment", map[string]string{"filename": name + ".zip"})
	v.Response().Header().Set("Content-Disposition", disposition)
	return v.Blob(http.StatusOK, "application/zip", data)
}

// zipOf packs the files of a folder of the library, without the folder.
func zipOf(files []scenarios.File, folder string) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range files {
		if !inFolder(f.Path, folder) {
			continue
		}
		entry, err := w.Create(strings.TrimPrefix(f.Path, folder))
		if err != nil {
			return nil, err
		}
		if _, err := entry.Write([]byte(f.Text)); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
