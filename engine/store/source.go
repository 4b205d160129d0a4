package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
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

// mediumRow is a picture or document beside the author files.
type mediumRow struct {
	Digest string `gorm:"primaryKey"`
	Data   []byte
}

func (mediumRow) TableName() string { return "media" }

// keptSource is what is remembered of a source in the database; text and media are two tables.
type keptSource struct {
	media  bool
	digest scenarios.Digest
}

func keyOf(f scenarios.File) keptSource { return keptSource{scenarios.IsMedia(f.Path), f.Digest} }

// SaveSources keeps author files, and the pictures and documents they show, by the digest of what is in them; those
// already there are left alone. ErrInvalid when a digest is not that of its text. They are content, not records, so there is no actor.
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
		if _, kept := t.s.kept.Load(keyOf(f)); kept {
			continue
		}
		if err := checkSource(f); err != nil {
			return err
		}
		if err := t.Clauses(clause.OnConflict{DoNothing: true}).Create(rowOfSource(f)).Error; err != nil {
			return err
		}
	}
	return nil
}

func rowOfSource(f scenarios.File) any {
	if scenarios.IsMedia(f.Path) {
		return &mediumRow{Digest: string(f.Digest), Data: []byte(f.Text)}
	}
	return &sourceRow{Digest: string(f.Digest), Text: f.Text}
}

// remember notes, after the commit, which digests need not be looked at again.
func (s *Store) remember(files []scenarios.File) {
	for _, f := range files {
		s.kept.Store(keyOf(f), struct{}{})
	}
}

func checkSource(f scenarios.File) error {
	plain := scenarios.IsMedia(f.Path) || utf8.ValidString(f.Text) && !strings.ContainsRune(f.Text, 0)
	if !plain {
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
	texts, err := s.contents(ctx, pinned)
	if err != nil {
		return nil, fmt.Errorf("sources: %w", err)
	}
	files := make([]scenarios.File, 0, len(pinned))
	for _, p := range pinned {
		text, ok := texts[keptSource{scenarios.IsMedia(p.Path), p.Digest}]
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

// contents reads what is behind pinned sources; those that are missing are left out.
func (s *Store) contents(ctx context.Context, pinned []engine.Source) (map[keptSource]string, error) {
	found := make(map[keptSource]string, len(pinned))
	for part := range slices.Chunk(pinned, mostTogether) {
		var texts, media []string
		for _, p := range part {
			if scenarios.IsMedia(p.Path) {
				media = append(media, string(p.Digest))
			} else {
				texts = append(texts, string(p.Digest))
			}
		}
		if err := s.addTexts(ctx, texts, found); err != nil {
			return nil, err
		}
		if err := s.addMedia(ctx, media, found); err != nil {
			return nil, err
		}
	}
	return found, nil
}

func (s *Store) addTexts(ctx context.Context, digests []string, into map[keptSource]string) error {
	var rows []sourceRow
	if err := s.read(ctx).Where("digest IN ?", digests).Find(&rows).Error; err != nil {
		return translate(err)
	}
	for _, row := range rows {
		into[keptSource{false, scenarios.Digest(row.Digest)}] = row.Text
	}
	return nil
}

func (s *Store) addMedia(ctx context.Context, digests []string, into map[keptSource]string) error {
	if len(digests) == 0 {
		return nil
	}
	var rows []mediumRow
	if err := s.read(ctx).Where("digest IN ?", digests).Find(&rows).Error; err != nil {
		return translate(err)
	}
	for _, row := range rows {
		into[keptSource{true, scenarios.Digest(row.Digest)}] = string(row.Data)
	}
	return nil
}
