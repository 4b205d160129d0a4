package scenarios

import (
	"io/fs"
	"sort"
	"strings"
)

// Load reads every author file (*.md with front matter) below the root of fsys and checks it. Problems come sorted by
// file, line and column; they are complete, not the first ones only. A file with errors may be missing from the Pack's
// maps but is always in Files. Load never panics on any input and reads at most [MaxFiles] files of [MaxFileSize] bytes.
func Load(fsys fs.FS) (*Pack, []Problem) {
	panic("not written yet")
}

// Limits of a pack. Larger input is refused with a problem before it is parsed.
const (
	MaxFiles    = 2000
	MaxFileSize = 256 << 10
)

func sortItems(items []Item) {
	sort.SliceStable(items, func(i, j int) bool { return items[i].Number < items[j].Number })
}

// drawOptions splits "one of: 20, 24, 30" (in any keyword language) into its values.
func drawOptions(cell string) []string {
	if strings.TrimSpace(cell) == "" {
		return nil
	}
	return []string{cell}
}
