package scenarios

import (
	"crypto/sha256"
	"encoding/hex"
)

// DigestOf is the digest of a file's text, byte for byte as written.
func DigestOf(text string) Digest {
	sum := sha256.Sum256([]byte(text))
	return Digest(hex.EncodeToString(sum[:]))
}
