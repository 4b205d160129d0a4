package eval_test

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"maps"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestEvidenceHasTheSameBits wants the evidence of every reply of the development sets to be, to the last bit, what it was when
// the file was written: on every machine, every time. Run it with -update after a change that is meant to move evidence,
// and once on another kind of processor: GOARCH=arm64 go test -run SameBits -exec qemu-aarch64-static ./engine/language/eval
func TestEvidenceHasTheSameBits(t *testing.T) {
	const file = "testdata/bits.golden"
	got := evidenceDigests(t)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want, err := os.ReadFile(file); err != nil || string(want) != got {
		t.Errorf("evidence is\n%swant\n%s(%v)", got, want, err)
	}
}

// evidenceDigests gives the digest of the evidence of each file, one a line.
func evidenceDigests(t *testing.T) string {
	t.Helper()
	var lines []string
	for _, folder := range []string{"dev", "dev2"} {
		sets := judgedFiles(t, folder)
		for _, name := range slices.Sorted(maps.Keys(sets)) {
			r, err := sets[name].Recogniser()
			if err != nil {
				t.Fatal(err)
			}
			digest := sha256.New()
			for _, j := range sets[name].Judged {
				for _, list := range r.Evidence(sets[name].Reply(j)) {
					for _, v := range list {
						_ = binary.Write(digest, binary.LittleEndian, math.Float64bits(v)) // a digest never fails
					}
				}
			}
			lines = append(lines, name+" "+hex.EncodeToString(digest.Sum(nil))+"\n")
		}
	}
	return strings.Join(lines, "")
}
