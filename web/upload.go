package web

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"proba/scenarios"
)

// Limits of an uploaded pack. The compressed size is bounded by maxUpload before anything is read.
const (
	maxPackFiles    = 500
	maxPackUnpacked = 16 << 20
	maxPackDepth    = 6
	maxPackName     = 200
	// maxPackRatio is how much larger than the archive its content may be; text packs tenfold, a bomb a thousandfold.
	maxPackRatio = 100
)

// The ways an upload is refused before its files are looked into. The texts are for the log; people see upload.KEY.
var (
	errUploadEmpty   = errors.New("no author file in the upload")
	errUploadArchive = errors.New("not a readable zip archive")
	errUploadCount   = errors.New("too many files")
	errUploadSize    = errors.New("too large when unpacked")
	errUploadName    = errors.New("a file name that leaves the folder, is too long or too deep")
	errUploadLink    = errors.New("a link instead of a file")
	errUploadText    = errors.New("an author file that is not UTF-8 text")
)

// unpackZip reads the author files of a zip archive. Nothing is written to disk; a single outer folder is left off;
// files that are neither Markdown nor a picture or document a scenario may show are passed over. The error is one of the errUpload ones, wrapped with the name concerned.
func unpackZip(data []byte) ([]scenarios.File, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errUploadArchive, err)
	}
	if len(archive.File) > maxPackFiles {
		return nil, fmt.Errorf("%w: %d", errUploadCount, len(archive.File))
	}
	budget := int64(min(maxPackUnpacked, maxPackRatio*(len(data)+1024)))
	var files []scenarios.File
	for _, entry := range archive.File {
		file, used, err := unpackEntry(entry, budget)
		if err != nil {
			return nil, err
		}
		budget -= used
		if file.Path != "" {
			files = append(files, file)
		}
	}
	return finishUpload(files)
}

// unpackEntry reads one file within the budget; the zero File for what no pack is made of.
func unpackEntry(entry *zip.File, budget int64) (scenarios.File, int64, error) {
	mode := entry.Mode()
	if mode.IsDir() {
		return scenarios.File{}, 0, checkUploadName(strings.TrimSuffix(entry.Name, "/"))
	}
	if !mode.IsRegular() {
		return scenarios.File{}, 0, fmt.Errorf("%w: %q", errUploadLink, entry.Name)
	}
	if err := checkUploadName(entry.Name); err != nil {
		return scenarios.File{}, 0, err
	}
	if !isPackFile(entry.Name) {
		return scenarios.File{}, 0, nil
	}
	reader, err := entry.Open()
	if err != nil {
		return scenarios.File{}, 0, fmt.Errorf("%w: %q: %w", errUploadArchive, entry.Name, err)
	}
	defer reader.Close()
	return readUploaded(entry.Name, reader, budget)
}

// readUploaded reads at most budget bytes, whatever the archive's own header claims.
func readUploaded(name string, reader io.Reader, budget int64) (scenarios.File, int64, error) {
	limit := min(budget, mostOf(name)+1)
	text, err := io.ReadAll(io.LimitReader(reader, limit+1))
	if err != nil {
		return scenarios.File{}, 0, fmt.Errorf("%w: %q: %w", errUploadArchive, name, err)
	}
	if int64(len(text)) > limit {
		return scenarios.File{}, 0, fmt.Errorf("%w: %q", errUploadSize, name)
	}
	if !scenarios.IsMedia(name) && !utf8.Valid(text) {
		return scenarios.File{}, 0, fmt.Errorf("%w: %q", errUploadText, name)
	}
	return scenarios.File{Path: name, Text: string(text)}, int64(len(text)), nil
}

// readUploadedFiles reads files sent one by one, as a browser sends a folder: names holds their paths, in step with
// headers, because a browser keeps only the last part of a path in the file itself.
func readUploadedFiles(headers []*multipart.FileHeader, names []string) ([]scenarios.File, error) {
	if len(headers) > maxPackFiles {
		return nil, fmt.Errorf("%w: %d", errUploadCount, len(headers))
	}
	budget := int64(maxPackUnpacked)
	var files []scenarios.File
	for i, header := range headers {
		name := header.Filename
		if i < len(names) && names[i] != "" {
			name = names[i]
		}
		if err := checkUploadName(name); err != nil {
			return nil, err
		}
		if !isPackFile(name) {
			continue
		}
		file, used, err := readPart(header, name, budget)
		if err != nil {
			return nil, err
		}
		budget -= used
		files = append(files, file)
	}
	return finishUpload(files)
}

func readPart(header *multipart.FileHeader, name string, budget int64) (scenarios.File, int64, error) {
	part, err := header.Open()
	if err != nil {
		return scenarios.File{}, 0, fmt.Errorf("open uploaded %q: %w", name, err)
	}
	defer part.Close()
	return readUploaded(name, part, budget)
}

// isPackFile tells what a pack is made of: author files, and pictures and documents.
func isPackFile(name string) bool {
	return (isAuthorFile(name) || scenarios.IsMedia(name)) && !strings.HasPrefix(name, "__MACOSX/")
}

func isAuthorFile(name string) bool { return strings.EqualFold(path.Ext(name), ".md") }

// mostOf is how large a file of a pack may be.
func mostOf(name string) int64 {
	if scenarios.IsMedia(name) {
		return scenarios.MaxMediaSize
	}
	return scenarios.MaxFileSize
}

// checkUploadName refuses what could name a place outside the pack, whatever system the archive came from.
func checkUploadName(name string) error {
	clean := path.Clean(name)
	switch {
	case name == "" || len(name) > maxPackName || !utf8.ValidString(name),
		strings.ContainsAny(name, "\\:\x00"), path.IsAbs(name), clean != name && clean+"/" != name,
		clean == "..", strings.HasPrefix(clean, "../"), strings.Count(clean, "/") >= maxPackDepth:
		return fmt.Errorf("%w: %q", errUploadName, name)
	}
	return nil
}

// finishUpload leaves a common outer folder off, sorts by path and refuses two files of one name.
func finishUpload(files []scenarios.File) ([]scenarios.File, error) {
	if !slices.ContainsFunc(files, func(f scenarios.File) bool { return isAuthorFile(f.Path) }) {
		return nil, errUploadEmpty
	}
	outer := commonFolder(files)
	for i := range files {
		files[i].Path = strings.TrimPrefix(files[i].Path, outer)
		files[i].Digest = scenarios.DigestOf(files[i].Text)
	}
	slices.SortFunc(files, func(a, b scenarios.File) int { return strings.Compare(a.Path, b.Path) })
	for i := 1; i < len(files); i++ {
		if strings.EqualFold(files[i].Path, files[i-1].Path) {
			return nil, fmt.Errorf("%w: %q twice", errUploadName, files[i].Path)
		}
	}
	return files, nil
}

// commonFolder is the first folder when all files are below it, with its slash; else "". The folders of the kinds
// themselves ("scenarios/") stay when the pack has nothing else.
func commonFolder(files []scenarios.File) string {
	first, _, found := strings.Cut(files[0].Path, "/")
	if !found {
		return ""
	}
	outer := first + "/"
	deeper := false
	for _, f := range files {
		if !strings.HasPrefix(f.Path, outer) {
			return ""
		}
		deeper = deeper || strings.Contains(strings.TrimPrefix(f.Path, outer), "/")
	}
	if !deeper {
		return ""
	}
	return outer
}
