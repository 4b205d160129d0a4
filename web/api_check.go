package web

import (
	"fmt"
	"net/http"

	"proba/grading/prove"
	"proba/scenarios"
)

type packRequest struct {
	Files map[string]string `json:"files" validate:"required,min=1,max=500"`
}

type packReport struct {
	Problems []scenarios.Problem `json:"problems"`
}

// apiCheck parses, lints and proves a pack and keeps nothing.
func (s *Server) apiCheck(v *visit) error {
	asked, err := bindJSON[packRequest](v, s.valid)
	if err != nil {
		return err
	}
	var files []scenarios.File
	for name, text := range asked.Files {
		if err := checkUploadName(name); err != nil {
			return fmt.Errorf("%w: %w", errBadRequest, err)
		}
		files = append(files, scenarios.File{Path: name, Text: text})
	}
	return v.JSON(http.StatusOK, packReport{Problems: checkFiles(files)})
}

// checkFiles is what `proba check` does, for files that are not on a disk. It is never nil.
func checkFiles(files []scenarios.File) []scenarios.Problem {
	pack, problems := scenarios.Load(scenarios.FilesFS(files))
	problems = append(problems, prove.Pack(pack)...)
	if problems == nil {
		return []scenarios.Problem{}
	}
	return problems
}
