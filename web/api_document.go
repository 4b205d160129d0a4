package web

import (
	_ "embed"
	"net/http"
)

//go:embed openapi.json
var apiDescription []byte

// apiDocument serves the description of the interface. It holds no secrets and may be kept.
func (s *Server) apiDocument(v *visit) error {
	v.Response().Header().Set("Cache-Control", "public, max-age=300")
	return v.Blob(http.StatusOK, "application/json", apiDescription)
}
