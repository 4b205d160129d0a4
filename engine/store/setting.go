package store

import "context"

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

// Settings returns the settings; those never changed have their default.
func (s *Store) Settings(ctx context.Context) (Settings, error) { panic("not written yet") }

// ChangeSettings keeps all of them; the audit row says what changed. ErrInvalid for an impossible number.
func (s *Store) ChangeSettings(ctx context.Context, by Actor, n Settings) error {
	panic("not written yet")
}
