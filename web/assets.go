package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
	"time"
)

// Scripts are built into static/dist, which may be empty: every page works without script.
//
//go:embed all:static
var staticFiles embed.FS

// stylesheets are joined into css/proba.css in this order.
var stylesheets = []string{
	"layers", "tokens", "base", "shell", "parts", "home", "signin", "desk", "result", "record", "review", "studio", "admin",
}

// assets are the static files by path, with addresses that change when the content does.
type assets struct {
	files map[string]asset
}

type asset struct {
	body []byte
	hash string
	kind string
}

func loadAssets() (*assets, error) {
	a := &assets{files: map[string]asset{}}
	err := fs.WalkDir(staticFiles, "static", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(d.Name(), ".") {
			return err
		}
		body, err := staticFiles.ReadFile(file)
		a.add(strings.TrimPrefix(file, "static/"), body)
		return err
	})
	if err != nil {
		return nil, err
	}
	return a, a.join()
}

// join makes the one stylesheet.
func (a *assets) join() error {
	var sheet bytes.Buffer
	for _, name := range stylesheets {
		part, ok := a.files["css/"+name+".css"]
		if !ok {
			return fmt.Errorf("stylesheet %q is missing", name)
		}
		sheet.Write(part.body)
	}
	a.add("css/proba.css", sheet.Bytes())
	return nil
}

func (a *assets) add(name string, body []byte) {
	sum := sha256.Sum256(body)
	kind := mime.TypeByExtension(path.Ext(name))
	if kind == "" {
		kind = "application/octet-stream"
	}
	a.files[name] = asset{body: body, hash: hex.EncodeToString(sum[:8]), kind: kind}
}

// url is the address of a static file, good for ever: it carries the content's hash.
func (a *assets) url(name string) (string, error) {
	file, ok := a.files[name]
	if !ok {
		return "", fmt.Errorf("no static file %q", name)
	}
	return "/static/" + name + "?v=" + file.hash, nil
}

// has tells whether a static file was built in.
func (a *assets) has(name string) bool { _, ok := a.files[name]; return ok }

// static answers with a static file; for ever cacheable when asked by its hash.
func (s *Server) static(v *visit) error {
	name := v.Param("*")
	file, ok := s.assets.files[name]
	if !ok {
		return errNotFound
	}
	header := v.Response().Header()
	header.Set("Content-Type", file.kind)
	header.Set("Cache-Control", "no-cache")
	header.Set("ETag", `"`+file.hash+`"`)
	if v.QueryParam("v") == file.hash {
		header.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	http.ServeContent(v.Response(), v.Request(), name, time.Time{}, bytes.NewReader(file.body))
	return nil
}
