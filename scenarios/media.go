package scenarios

import (
	"cmp"
	"image"
	_ "image/gif"  // so that the sizes of GIF pictures are known
	_ "image/jpeg" // the same for JPEG
	_ "image/png"  // and for PNG
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode/utf8"
)

// MediaType is what a file beside the author files holds, in the words a browser is told.
type MediaType string

// The kinds of files a scenario may show. Anything that can hold script, as SVG or HTML, is none of them.
const (
	MediaPNG  MediaType = "image/png"
	MediaJPEG MediaType = "image/jpeg"
	MediaGIF  MediaType = "image/gif"
	MediaPDF  MediaType = "application/pdf"
	MediaText MediaType = "text/plain; charset=utf-8"
)

// Picture tells the kinds that are shown in their place; the others are handed over as files.
func (t MediaType) Picture() bool { return strings.HasPrefix(string(t), "image/") }

// Limits of the files a pack ships beside its author files. A file of them all is read into memory with its pack.
const (
	MaxMedia     = 500
	MaxMediaSize = 2 << 20
	// MaxMediaTotal bounds what is read of all of them together.
	MaxMediaTotal = 32 << 20
	// maxPixels bounds what a picture becomes when a browser unfolds it.
	maxPixels = 24_000_000
)

// MediaTypeOf is the kind a file's name says it is; false for one that no scenario can show.
func MediaTypeOf(name string) (MediaType, bool) {
	switch strings.ToLower(path.Ext(name)) {
	case ".png":
		return MediaPNG, true
	case ".jpg", ".jpeg":
		return MediaJPEG, true
	case ".gif":
		return MediaGIF, true
	case ".pdf":
		return MediaPDF, true
	case ".txt":
		return MediaText, true
	}
	return "", false
}

// IsMedia tells a picture or document by its name from an author file.
func IsMedia(name string) bool {
	_, ok := MediaTypeOf(name)
	return ok
}

// All are the author files of a pack and the pictures and documents they show, by path.
func (p *Pack) All() []File {
	return slices.SortedFunc(slices.Values(slices.Concat(p.Files, p.Media)), func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
}

// mediaShelf are the pictures and documents found beside author files, and which author file shows which.
type mediaShelf struct {
	found map[string]authorFile
	shown map[string][]File // by the path of the author file
}

func newMediaShelf() *mediaShelf {
	return &mediaShelf{found: map[string]authorFile{}, shown: map[string][]File{}}
}

// all are the files that are shown somewhere, each once, by path.
func (m *mediaShelf) all() []File {
	seen := map[string]File{}
	for _, files := range m.shown {
		for _, f := range files {
			seen[f.Path] = f
		}
	}
	return slices.SortedFunc(maps.Values(seen), func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
}

// with adds to the sources of a scenario what they show; the first stays the first, the others are by path.
func (m *mediaShelf) with(sources []File) []File {
	all := slices.Clone(sources)
	for _, source := range sources {
		for _, f := range m.shown[source.Path] {
			if !slices.ContainsFunc(all, func(g File) bool { return g.Path == f.Path }) {
				all = append(all, f)
			}
		}
	}
	slices.SortFunc(all[1:], func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return all
}

// medium finds the file that an author file shows at a place, and notes what is wrong with it. The digest is "" when there
// is none to show: the trainee then sees the name only.
func (r *reader) medium(target string, at Pos, width int) Digest {
	if r.media == nil {
		return "" // a transcript is read without its pack
	}
	name, ok := mediaPath(r.src.path, target)
	if !ok {
		r.find.add("S022/place", at, width, details{"file": target})
		return ""
	}
	if !IsMedia(name) {
		r.find.add("S022", at, width, details{"file": target})
		return ""
	}
	found, ok := r.media.found[name]
	if !ok {
		r.find.add("S021", at, width, details{"file": target, "nearest": nearestOf(name, slices.Sorted(maps.Keys(r.media.found)))})
		return ""
	}
	if code := whyNotShown(found); code != "" {
		r.find.add(code, at, width, details{"file": target})
		return ""
	}
	f := File{Path: name, Text: found.text, Digest: DigestOf(found.text)}
	r.media.shown[r.src.path] = append(r.media.shown[r.src.path], f)
	return f.Digest
}

// mediaPath is the path in the pack that an address in a file means; false for one that leads out of the pack.
func mediaPath(from, target string) (string, bool) {
	plain, err := url.PathUnescape(target)
	if err != nil || strings.Contains(plain, ":") || strings.HasPrefix(plain, "/") || strings.Contains(plain, "\\") {
		return "", false
	}
	name := path.Join(path.Dir(from), plain)
	return name, name != ".." && !strings.HasPrefix(name, "../")
}

// whyNotShown holds a file to what its name says and to the limits; "" when it can be shown.
func whyNotShown(f authorFile) Code {
	if f.refused != "" {
		return f.refused
	}
	kind, _ := MediaTypeOf(f.path)
	switch {
	case kind == MediaPDF:
		return badUnless(strings.HasPrefix(f.text, "%PDF-"))
	case kind == MediaText:
		return badUnless(utf8.ValidString(f.text) && !strings.ContainsRune(f.text, 0))
	}
	config, format, err := image.DecodeConfig(strings.NewReader(f.text))
	if err != nil || MediaType("image/"+format) != kind {
		return "S022/content"
	}
	if config.Width < 1 || config.Height < 1 || config.Width > maxPixels/config.Height {
		return "S022/pixels"
	}
	return ""
}

func badUnless(sound bool) Code {
	if sound {
		return ""
	}
	return "S022/content"
}
