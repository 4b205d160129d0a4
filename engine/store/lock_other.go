//go:build !unix

package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// lockFile takes the lock of the one process that may write by making the file. After a crash it must be removed by
// hand; the message says which.
func lockFile(path string) (io.Closer, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil, fmt.Errorf("%w: remove %s if no process runs", ErrInUse, path)
	}
	if err != nil {
		return nil, err
	}
	return &removed{f}, nil
}

// removed is a file that goes when it is closed.
type removed struct{ *os.File }

func (r *removed) Close() error { return errors.Join(r.File.Close(), os.Remove(r.Name())) }
