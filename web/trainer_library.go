package web

import (
	"slices"
	"strings"
	"time"

	"proba/engine/store"
	"proba/scenarios"
)

// studioView is the library: every file of every pack with what the check found.
type studioView struct {
	Page
	Check checkView
	Packs []packView
	// Refused is what kept an upload from being taken, nil when nothing was.
	Refused *refusedPack
	// PackName is what was filled in.
	PackName string
}

// checkView is how far the check of the library is.
type checkView struct {
	Ready     bool
	Done, All int
	levelCounts
}

// levelCounts are problems by level.
type levelCounts struct{ Errors, Warnings, Notes int }

func countLevels(problems []scenarios.Problem) levelCounts {
	var n levelCounts
	for _, p := range problems {
		switch p.Level {
		case scenarios.LevelError:
			n.Errors++
		case scenarios.LevelWarning:
			n.Warnings++
		default:
			n.Notes++
		}
	}
	return n
}

func (n *levelCounts) add(more levelCounts) {
	n.Errors, n.Warnings, n.Notes = n.Errors+more.Errors, n.Warnings+more.Warnings, n.Notes+more.Notes
}

// packView is one pack; Name is "" for what the program comes with.
type packView struct {
	Name    string
	Version int
	By      string
	Changed time.Time
	Kinds   []kindView
	// Aside are the errors that keep a pack which was taken once out of the library; none usually.
	Aside []scenarios.Problem
	levelCounts
}

// kindView is the files of one kind; Kind completes kind, "" for files whose kind cannot be read.
type kindView struct {
	Kind  scenarios.Kind
	Files []fileRow
}

// fileRow is one author file.
type fileRow struct {
	scenarios.Meta
	// Path is in the library, Short in its pack.
	Path, Short string
	levelCounts
	Current bool
}

// Link is the page of the file.
func (f fileRow) Link() string { return "/studio/files/" + f.Path }

// Language is the one it is written in.
func (f fileRow) Language() string { return authorLanguage(f.Meta) }

// kindOrder is how the studio lists kinds.
var kindOrder = []scenarios.Kind{
	scenarios.KindScenario, scenarios.KindPersona, scenarios.KindWorld, scenarios.KindPhrases, scenarios.KindRubric,
	scenarios.KindCertificate, scenarios.KindShift, scenarios.KindQuiz, scenarios.KindBriefing, scenarios.KindTranslation, scenarios.KindFramework, "",
}

// studio shows the library.
func (s *Server) studio(v *visit) error {
	view, err := s.studioView(v)
	if err != nil {
		return err
	}
	return s.render(v, "trainer/library", view)
}

func (s *Server) studioView(v *visit) (studioView, error) {
	view := studioView{Page: s.page(v, "studio.title", "/studio")}
	found := s.exam.of(s.Library)
	view.Check = checkOf(found)
	uploaded, err := s.Store.PublishedPacks(v.ctx())
	if err != nil {
		return view, err
	}
	files, aside := s.Library.Pack().Files, s.Library.Aside()
	for _, p := range uploaded {
		pack := packView{Name: p.Name, Version: p.Version, Changed: p.Changed, Aside: aside[p.Name]}
		if pack.By, err = s.nameOf(v, p.By); err != nil {
			return view, err
		}
		pack.fill(files, shelfFolder(p.Name), found)
		pack.add(countLevels(pack.Aside))
		view.Check.add(countLevels(pack.Aside))
		view.Packs = append(view.Packs, pack)
	}
	var shipped packView
	shipped.fill(files, "", found)
	view.Packs = append(view.Packs, shipped)
	return view, nil
}

func checkOf(found examined) checkView {
	view := checkView{Ready: found.Ready, Done: found.Done, All: found.All}
	for _, problems := range found.Problems {
		view.add(countLevels(problems))
	}
	return view
}

// fill adds the files of a folder of the library; "" is what stands in no pack's folder.
func (p *packView) fill(files []scenarios.File, folder string, found examined) {
	byKind := map[scenarios.Kind][]fileRow{}
	for _, f := range files {
		if !inFolder(f.Path, folder) {
			continue
		}
		kind := f.Meta.Kind
		if !slices.Contains(kindOrder, kind) {
			kind = ""
		}
		row := fileRow{Meta: f.Meta, Path: f.Path, Short: strings.TrimPrefix(f.Path, folder), levelCounts: countLevels(found.Problems[f.Path])}
		byKind[kind] = append(byKind[kind], row)
		p.add(row.levelCounts)
	}
	for _, kind := range kindOrder {
		if len(byKind[kind]) > 0 {
			p.Kinds = append(p.Kinds, kindView{kind, byKind[kind]})
		}
	}
}

func inFolder(path, folder string) bool {
	if folder == "" {
		return !strings.HasPrefix(path, "packs/")
	}
	return strings.HasPrefix(path, folder)
}

// packOf finds the uploaded pack a file of the library belongs to; false for what the program comes with.
func (s *Server) packOf(v *visit, path string) (store.Pack, bool, error) {
	uploaded, err := s.Store.PublishedPacks(v.ctx())
	for _, p := range uploaded {
		if inFolder(path, shelfFolder(p.Name)) {
			return p, true, nil
		}
	}
	return store.Pack{}, false, err
}
