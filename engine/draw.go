package engine

import (
	"crypto/sha256"
	"encoding/binary"
	"strconv"
)

// draw picks one of n by the seed (SEMANTICS 26): SHA-256 of "SEED:WHAT:COUNT", its first 8 bytes big-endian, modulo n.
// Count is the number of earlier draws for that what. One option needs no draw; n below 1 gives 0.
func draw(seed int64, what string, count, n int) int {
	if n <= 1 {
		return 0
	}
	sum := sha256.Sum256([]byte(strconv.FormatInt(seed, 10) + ":" + what + ":" + strconv.Itoa(count)))
	return int(binary.BigEndian.Uint64(sum[:8]) % uint64(n))
}
