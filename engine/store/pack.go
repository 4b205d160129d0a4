package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"

	"proba/engine"
	"proba/scenarios"
)

// Pack is a library somebody uploaded or wrote in the studio.
type Pack struct {
	ID      string
	Name    string // unique, without case
	Status  PackStatus
	Version int // counts saves, from 1
	By      PersonID
	Changed time.Time
	Files   []engine.Source // by path
}

// PackStatus is how far a pack is.
type PackStatus string

// The states of a pack.
const (
	PackDraft     PackStatus = "draft"
	PackReviewed  PackStatus = "reviewed"
	PackPublished PackStatus = "published"
)

type packRow struct {
	NameKey string `gorm:"primaryKey"`
	Version int    `gorm:"primaryKey;autoIncrement:false"`
	ID      string
	Name    string
	Status  string
	Author  string
	Changed int64
	Files   string
}

func (packRow) TableName() string { return "packs" }

func (r packRow) record() (Pack, error) {
	files, err := fromJSON[engine.Source](r.Files)
	return Pack{ID: r.ID, Name: r.Name, Status: PackStatus(r.Status), Version: r.Version, By: PersonID(r.Author),
		Changed: timeOf(r.Changed), Files: files}, err
}

func packKey(name string) string { return strings.ToLower(strings.TrimSpace(name)) }

// SavePack keeps the files of a pack as its next version, a draft again. After is the version the change was made on, 0
// for a new pack; ErrConflict when another save came between, ErrExists when a new pack's name is taken.
func (s *Store) SavePack(ctx context.Context, by Actor, name string, after int, files []scenarios.File) (Pack, error) {
	if name = strings.TrimSpace(name); !plainText(name, 1, 200) {
		return Pack{}, fmt.Errorf("save pack: %w: name %q", ErrInvalid, name)
	}
	var row packRow
	err := s.change(ctx, func(t *change) (err error) {
		if row, err = t.nextPack(by, name, after); err != nil {
			return err
		}
		if row.Files, err = toJSON(pins(files)); err != nil {
			return err
		}
		if err := t.saveSources(files); err != nil {
			return err
		}
		if err := t.Create(&row).Error; err != nil {
			return packConflict(err, after)
		}
		return t.audit(by, "pack.save", row.ID, packDetail{Name: row.Name, Version: row.Version})
	})
	if err != nil {
		return Pack{}, fmt.Errorf("save pack %q: %w", name, err)
	}
	s.remember(files)
	return row.record()
}

type packDetail struct {
	Name    string     `json:"name"`
	Version int        `json:"version"`
	Status  PackStatus `json:"status,omitempty"`
}

// packConflict: the key (name, version) exists.
func packConflict(err error, after int) error {
	if after > 0 {
		return conflict(err)
	}
	return err
}

// nextPack is the row after a version, which must exist.
func (t *change) nextPack(by Actor, name string, after int) (packRow, error) {
	row := packRow{NameKey: packKey(name), Version: after + 1, Name: name, Status: string(PackDraft), Author: string(by.Person),
		Changed: millis(t.now)}
	if after == 0 {
		id, err := t.s.newID()
		row.ID = id
		return row, err
	}
	var before packRow
	if err := t.Where("name_key = ? AND version = ?", row.NameKey, after).Take(&before).Error; err != nil {
		return packRow{}, err
	}
	row.ID = before.ID
	return row, nil
}

// pins are the paths and digests of files, by path.
func pins(files []scenarios.File) []engine.Source {
	out := make([]engine.Source, len(files))
	for i, f := range files {
		out[i] = engine.Source{Path: f.Path, Digest: f.Digest}
	}
	slices.SortFunc(out, func(a, b engine.Source) int { return strings.Compare(a.Path, b.Path) })
	return out
}

// SetPackStatus moves a version of a pack on. ErrConflict when a newer version was saved meanwhile.
func (s *Store) SetPackStatus(ctx context.Context, by Actor, name string, version int, status PackStatus) error {
	if !slices.Contains([]PackStatus{PackDraft, PackReviewed, PackPublished}, status) {
		return fmt.Errorf("pack %q: %w: status %q", name, ErrInvalid, status)
	}
	err := s.change(ctx, func(t *change) error {
		row, err := t.newestPack(name)
		if err != nil {
			return err
		}
		if row.Version != version {
			return fmt.Errorf("%w: version %d was saved", ErrConflict, row.Version)
		}
		err = t.Model(&packRow{}).Where("name_key = ? AND version = ?", row.NameKey, version).Update("status", string(status)).Error
		if err != nil {
			return err
		}
		return t.audit(by, "pack.status", row.ID, packDetail{row.Name, version, status})
	})
	if err != nil {
		return fmt.Errorf("status of pack %q: %w", name, err)
	}
	return nil
}

func (t *change) newestPack(name string) (packRow, error) { return newestPack(t.DB, name) }

func newestPack(q *gorm.DB, name string) (packRow, error) {
	var row packRow
	err := q.Where("name_key = ?", packKey(name)).Order("version DESC").Take(&row).Error
	return row, err
}

// Packs lists the newest version of every pack by name.
func (s *Store) Packs(ctx context.Context) ([]Pack, error) {
	return s.findPacks(s.read(ctx).Where("version = (SELECT MAX(version) FROM packs n WHERE n.name_key = packs.name_key)"))
}

// PublishedPacks lists the newest published version of every pack that has one, by name.
func (s *Store) PublishedPacks(ctx context.Context) ([]Pack, error) {
	return s.findPacks(s.read(ctx).Where(`version = (SELECT MAX(version) FROM packs n
		WHERE n.name_key = packs.name_key AND n.status = ?)`, string(PackPublished)))
}

// PackVersions lists every version of a pack, newest first. ErrNotFound when there is no such pack.
func (s *Store) PackVersions(ctx context.Context, name string) ([]Pack, error) {
	packs, err := s.findPacks(s.read(ctx).Where("name_key = ?", packKey(name)))
	if err == nil && len(packs) == 0 {
		err = fmt.Errorf("pack %q: %w", name, ErrNotFound)
	}
	return packs, err
}

func (s *Store) findPacks(q *gorm.DB) ([]Pack, error) {
	var rows []packRow
	if err := q.Order("name_key").Order("version DESC").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("list packs: %w", translate(err))
	}
	return each(rows, packRow.record)
}

// PackFiles returns the texts of a version of a pack; version 0 is the newest.
func (s *Store) PackFiles(ctx context.Context, name string, version int) ([]scenarios.File, error) {
	q := s.read(ctx)
	if version > 0 {
		q = q.Where("version = ?", version)
	}
	row, err := newestPack(q, name)
	if err != nil {
		return nil, fmt.Errorf("pack %q: %w", name, translate(err))
	}
	p, err := row.record()
	if err != nil {
		return nil, err
	}
	return s.Sources(ctx, p.Files)
}
