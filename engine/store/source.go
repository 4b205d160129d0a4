package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode/utf8"

	"gorm.io/gorm/clause"

	"proba/engine"
	"proba/scenarios"
)

type sourceRow struct {
	Digest string `gorm:"primaryKey"`
	Text   string
}

func (sourceRow) TableName() string { return "sources" }

// SaveSources keeps author files by the digest of their text; those already there are left alone. ErrInvalid when a
// digest is not that of its text. They are content, not records, so there is no actor.
func (s *Store) SaveSources(ctx context.Context, files []scenarios.File) error {
	err := s.change(ctx, func(t *change) error { return t.saveSources(files) })
	if err != nil {
		return fmt.Errorf("save sources: %w", err)
	}
	s.remember(files)
	return nil
}

func (t *change) saveSources(files []scenarios.File) error {
	for _, f := range files {
		if _, kept := t.s.kept.Load(f.Digest); kept {
			continue
		}
		if err := checkSource(f); err != nil {
			return err
		}
		row := sourceRow{Digest: string(f.Digest), Text: f.Text}
		if err := t.Clauses(clause.OnConflict{DoNothing: true}).Create(&row).Error; err != nil {
			return err
		}
	}
	return nil
}

// remember notes, after the commit, which digests need not be looked at again.
func (s *Store) remember(files []scenarios.File) {
	for _, f := range files {
		s.kept.Store(f.Digest, struct{}{})
	}
}

func checkSource(f scenarios.File) error {
	if !utf8.ValidString(f.Text) || strings.ContainsRune(f.Text, 0) {
		return fmt.Errorf("%w: %q is not plain text", ErrInvalid, f.Path)
	}
	if digestOf(f.Text) != f.Digest {
		return fmt.Errorf("%w: the digest of %q is not that of its text", ErrInvalid, f.Path)
	}
	return nil
}

func digestOf(text string) scenarios.Digest {
	sum := sha256.Sum256([]byte(text))
	return scenarios.Digest(hex.EncodeToString(sum[:]))
}

// Sources returns the texts behind pinned sources, in their order, with Path, Text and Digest filled in. ErrNotFound
// names the digest that is missing, ErrDamaged one whose text is not what was pinned.
func (s *Store) Sources(ctx context.Context, pinned []engine.Source) ([]scenarios.File, error) {
	texts, err := s.texts(ctx, pinned)
	if err != nil {
		return nil, fmt.Errorf("sources: %w", err)
	}
	files := make([]scenarios.File, 0, len(pinned))
	for _, p := range pinned {
		text, ok := texts[string(p.Digest)]
		if !ok {
			return nil, fmt.Errorf("source %s of %q: %w", p.Digest, p.Path, ErrNotFound)
		}
		f := scenarios.File{Path: p.Path, Text: text, Digest: p.Digest}
		if err := checkSource(f); err != nil {
			return nil, fmt.Errorf("source %s: %w: %w", p.Digest, ErrDamaged, err)
		}
		files = append(files, f)
	}
	return files, nil
}

func (s *Store) texts(ctx context.Context, pinned []engine.Source) (map[string]string, error) {
	texts := make(map[string]string, len(pinned))
	for len(pinned) > 0 {
		n := min(len(pinned), mostTogether)
		digests := make([]string, n)
		for i, p := range pinned[:n] {
			digests[i] = string(p.Digest)
		}
		var rows []sourceRow
		if err := s.read(ctx).Where("digest IN ?", digests).Find(&rows).Error; err != nil {
			return nil, translate(err)
		}
		for _, row := range rows {
			texts[row.Digest] = row.Text
		}
		pinned = pinned[n:]
	}
	return texts, nil
}
