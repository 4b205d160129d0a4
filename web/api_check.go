package web

import (
	"fmt"
	"io"
	"mime"
	"net/http"

	"proba/scenarios"
)

type packRequest struct {
	Files map[string]string `json:"files" validate:"required,min=1,max=500"`
}

type packReport struct {
	Problems []scenarios.Problem `json:"problems"`
}

// apiCheck reads, lints and proves a pack, sent as JSON or as a zip archive, and keeps nothing.
func (s *Server) apiCheck(v *visit) error {
	files, err := s.sentPack(v)
	if err != nil {
		return err
	}
	found, err := s.checkNow(v.ctx(), files)
	if err != nil {
		return err
	}
	return v.JSON(http.StatusOK, packReport{found.Problems})
}

func (s *Server) sentPack(v *visit) ([]scenarios.File, error) {
	media, _, err := mime.ParseMediaType(v.Request().Header.Get("Content-Type"))
	if err != nil || media != "application/zip" {
		return s.sentFiles(v)
	}
	data, err := io.ReadAll(v.Request().Body)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errBadRequest, err)
	}
	files, err := unpackZip(data)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errBadRequest, err)
	}
	return files, nil
}

func (s *Server) sentFiles(v *visit) ([]scenarios.File, error) {
	asked, err := bindJSON[packRequest](v, s.valid)
	if err != nil {
		return nil, err
	}
	var files []scenarios.File
	for name, text := range asked.Files {
		if err := checkUploadName(name); err != nil {
			return nil, fmt.Errorf("%w: %w", errBadRequest, err)
		}
		if len(text) > scenarios.MaxFileSize {
			return nil, fmt.Errorf("%w: %w: %q", errBadRequest, errUploadSize, name)
		}
		files = append(files, scenarios.File{Path: name, Text: text})
	}
	return files, nil
}
