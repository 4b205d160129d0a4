package store

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"fmt"
	"io"
)

// letters are the 32 of the ids: no upper case, and RFC 4648's choice avoids 0, 1 and 8 next to O, I and B.
var letters = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// newID draws 128 bits as 26 letters and digits.
func (s *Store) newID() (string, error) {
	var b [16]byte
	if _, err := io.ReadFull(s.cfg.Random, b[:]); err != nil {
		return "", fmt.Errorf("draw an id: %w", err)
	}
	return letters.EncodeToString(b[:]), nil
}

// newSecret draws 256 bits to be given away once; kept is what stays here.
func (s *Store) newSecret() (secret, kept string, err error) {
	var b [32]byte
	if _, err := io.ReadFull(s.cfg.Random, b[:]); err != nil {
		return "", "", fmt.Errorf("draw a secret: %w", err)
	}
	secret = letters.EncodeToString(b[:])
	return secret, hashOf(secret), nil
}

// hashOf is how secrets are kept. They are random and long, so one round without salt is enough.
func hashOf(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}
