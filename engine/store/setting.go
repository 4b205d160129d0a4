package store

import (
	"context"
	"fmt"
	"strconv"

	"gorm.io/gorm/clause"
)

// Settings are the policies an administrator may change.
type Settings struct {
	// HideAnswers withholds patterns, examples and model answers while attempts remain (SEMANTICS 59).
	HideAnswers bool
	// HRSeesTranscripts lets HR read what was said.
	HRSeesTranscripts bool
	// PracticeVisible lets trainers and HR see practice sessions.
	PracticeVisible bool
	// DebriefDays is how long the debrief of an assessed session stays open (SEMANTICS 5).
	DebriefDays int
	// Organisation is printed on records and certificates.
	Organisation string
	// ListPerSentence and ListPerReply are the numbers of the list guard (SEMANTICS 12).
	ListPerSentence int
	ListPerReply    int
	// SignInNotice is an extra sentence on the sign-in page.
	SignInNotice string
}

// DefaultSettings are those of a new installation.
func DefaultSettings() Settings {
	return Settings{DebriefDays: 7, ListPerSentence: 5, ListPerReply: 8}
}

type settingRow struct {
	Key   string `gorm:"primaryKey"`
	Value string
}

func (settingRow) TableName() string { return "settings" }

// knob is one setting as it is kept: its key, its text, and how the text is read back.
type knob struct {
	key   string
	text  string
	parse func(text string) error
}

// knobs lists the settings; a new one is a line here.
func (n *Settings) knobs() []knob {
	return []knob{
		switchKnob("hide answers", &n.HideAnswers),
		switchKnob("hr sees transcripts", &n.HRSeesTranscripts),
		switchKnob("practice visible", &n.PracticeVisible),
		numberKnob("debrief days", &n.DebriefDays, 1, 365),
		textKnob("organisation", &n.Organisation, 200),
		numberKnob("list per sentence", &n.ListPerSentence, 1, 100),
		numberKnob("list per reply", &n.ListPerReply, 1, 100),
		textKnob("sign-in notice", &n.SignInNotice, 2000),
	}
}

func switchKnob(key string, on *bool) knob {
	return knob{key, strconv.FormatBool(*on), func(text string) (err error) {
		*on, err = strconv.ParseBool(text)
		return err
	}}
}

func numberKnob(key string, n *int, least, most int) knob {
	return knob{key, strconv.Itoa(*n), func(text string) error {
		got, err := strconv.Atoi(text)
		if err != nil || got < least || got > most {
			return fmt.Errorf("%w: %s of %s, from %d to %d", ErrInvalid, key, text, least, most)
		}
		*n = got
		return nil
	}}
}

func textKnob(key string, t *string, most int) knob {
	return knob{key, *t, func(text string) error {
		if !plainText(text, 0, most) {
			return fmt.Errorf("%w: %s of more than %d bytes or with control characters", ErrInvalid, key, most)
		}
		*t = text
		return nil
	}}
}

// Settings returns the settings; those never changed have their default.
func (s *Store) Settings(ctx context.Context) (Settings, error) {
	var rows []settingRow
	if err := s.read(ctx).Find(&rows).Error; err != nil {
		return Settings{}, fmt.Errorf("settings: %w", translate(err))
	}
	return settingsOf(rows)
}

func settingsOf(rows []settingRow) (Settings, error) {
	n := DefaultSettings()
	for _, k := range n.knobs() {
		for _, row := range rows {
			if row.Key != k.key {
				continue
			}
			if err := k.parse(row.Value); err != nil {
				return Settings{}, fmt.Errorf("setting %q: %w: %w", k.key, ErrDamaged, err)
			}
		}
	}
	return n, nil
}

// ChangeSettings keeps all of them; the audit row says what changed. ErrInvalid for an impossible number.
func (s *Store) ChangeSettings(ctx context.Context, by Actor, n Settings) error {
	for _, k := range n.knobs() {
		if err := k.parse(k.text); err != nil {
			return fmt.Errorf("change settings: %w", err)
		}
	}
	err := s.change(ctx, func(t *change) error {
		changed, err := t.changeSettings(n)
		if err != nil || len(changed) == 0 {
			return err
		}
		return t.audit(by, "settings.change", "", changed)
	})
	if err != nil {
		return fmt.Errorf("change settings: %w", err)
	}
	return nil
}

// changeSettings keeps the settings that differ and tells which.
func (t *change) changeSettings(n Settings) (map[string]string, error) {
	var rows []settingRow
	if err := t.Find(&rows).Error; err != nil {
		return nil, err
	}
	was, err := settingsOf(rows)
	if err != nil {
		return nil, err
	}
	before, changed := was.knobs(), map[string]string{}
	for i, k := range n.knobs() {
		if k.text == before[i].text {
			continue
		}
		changed[k.key] = k.text
		err := t.Clauses(clause.OnConflict{UpdateAll: true}).Create(&settingRow{k.key, k.text}).Error
		if err != nil {
			return nil, err
		}
	}
	return changed, nil
}
