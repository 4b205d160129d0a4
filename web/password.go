package web

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"
)

// The cost of one password check: argon2id as OWASP advises for servers, 19 MiB and two passes.
const (
	hashMemory  = 19 << 10 // KiB
	hashPasses  = 2
	hashThreads = 1
	hashLength  = 32
	saltLength  = 16
	// hashesAtOnce bounds memory: two checks run, the others wait.
	hashesAtOnce = 2
)

// Limits of a password, in characters and in bytes.
const (
	minPassword = 10
	maxPassword = 256
)

// The ways a new password can be unfit.
var (
	errPasswordShort = errors.New("password is too short")
	errPasswordLong  = errors.New("password is too long")
	errPasswordEasy  = errors.New("password is easy to guess")
)

var hashEncoding = base64.RawStdEncoding

// HashPassword returns the argon2id hash of a password in its usual text form, with a random salt.
func HashPassword(password string) (string, error) {
	salt := make([]byte, saltLength)
	if _, err := rand.Read(salt); err != nil {
		return "", fmt.Errorf("hash password: %w", err)
	}
	key := argon2.IDKey([]byte(password), salt, hashPasses, hashMemory, hashThreads, hashLength)
	return fmt.Sprintf("%s%s$%s", hashPrefix(), hashEncoding.EncodeToString(salt), hashEncoding.EncodeToString(key)), nil
}

func hashPrefix() string {
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$", argon2.Version, hashMemory, hashPasses, hashThreads)
}

// passwordMatches compares in constant time. A hash in any other form matches nothing.
func passwordMatches(hash, password string) bool {
	rest, ok := strings.CutPrefix(hash, hashPrefix())
	if !ok {
		return false
	}
	saltText, keyText, _ := strings.Cut(rest, "$")
	salt, err := hashEncoding.DecodeString(saltText)
	if err != nil {
		return false
	}
	key, err := hashEncoding.DecodeString(keyText)
	if err != nil || len(key) != hashLength {
		return false
	}
	got := argon2.IDKey([]byte(password), salt, hashPasses, hashMemory, hashThreads, hashLength)
	return subtle.ConstantTimeCompare(got, key) == 1
}

// checkNewPassword says why a password cannot be taken; nil when it can.
func checkNewPassword(password, login, name string) error {
	switch {
	case utf8.RuneCountInString(password) < minPassword:
		return errPasswordShort
	case len(password) > maxPassword:
		return errPasswordLong
	case easyToGuess(password, login, name):
		return errPasswordEasy
	}
	return nil
}

// easyToGuess finds passwords made of the person's own name or of very few different characters.
func easyToGuess(password, login, name string) bool {
	low := strings.ToLower(password)
	for _, own := range append(strings.Fields(strings.ToLower(name)), strings.ToLower(login)) {
		if len(own) >= 4 && strings.Contains(low, own) {
			return true
		}
	}
	different := map[rune]bool{}
	for _, r := range low {
		different[r] = true
	}
	return len(different) < 5
}

// hasher checks passwords, a bounded number at once, and takes as long for people who do not exist.
type hasher struct {
	slots chan struct{}
	// nobody is the hash checked when there is no account or no password.
	nobody string
}

func newHasher() (*hasher, error) {
	nobody, err := HashPassword(rand.Text())
	if err != nil {
		return nil, err
	}
	return &hasher{slots: make(chan struct{}, hashesAtOnce), nobody: nobody}, nil
}

// matches checks a password against a hash, or does the same work and says no when hash is "".
func (h *hasher) matches(ctx context.Context, hash, password string) (bool, error) {
	leave, err := h.enter(ctx)
	if err != nil {
		return false, err
	}
	defer leave()
	if hash == "" || len(password) > maxPassword {
		passwordMatches(h.nobody, "")
		return false, nil
	}
	return passwordMatches(hash, password), nil
}

// hash is [HashPassword] within the bound.
func (h *hasher) hash(ctx context.Context, password string) (string, error) {
	leave, err := h.enter(ctx)
	if err != nil {
		return "", err
	}
	defer leave()
	return HashPassword(password)
}

func (h *hasher) enter(ctx context.Context) (leave func(), err error) {
	select {
	case h.slots <- struct{}{}:
		return func() { <-h.slots }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
