package store_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"proba/engine"
	"proba/engine/store"
)

func TestRecordsSurviveAReopening(t *testing.T) {
	f := open(t)
	n := f.session(f.person("anna", store.Trainee), engine.Practice)
	must(t, f.Append(f.ctx, n.ID, said(2, "Hello")))
	f.reopen()
	got, err := f.Session(f.ctx, n.ID)
	must(t, err)
	if got.Last != 2 || got.Seed != -7 || got.Due >= 0 || !got.Started.Equal(noon) || got.ClientTypes[0] != "private" {
		t.Errorf("Session = %+v, want last 2, seed -7, no timer, started at noon", got)
	}
	events, err := f.Events(f.ctx, n.ID, 1)
	must(t, err)
	if len(events) != 1 || events[0].Fact.(engine.Replied).Text != "Hello" {
		t.Errorf("Events after 1 = %v, want the reply", events)
	}
}

func TestASecondProcessIsRefusedQuickly(t *testing.T) {
	f := open(t)
	began := time.Now()
	_, err := store.Open(f.ctx, f.config)
	wants(t, "second Open", err, store.ErrInUse)
	if took := time.Since(began); took > time.Second {
		t.Errorf("it took %v, want at most 1 s", took)
	}
}

func TestANewerSchemaIsRefusedAndLeftAlone(t *testing.T) {
	f := openFile(t)
	must(t, f.Close())
	raw(t, f.config.Path, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (99999, 1)")
	before, err := os.ReadFile(f.config.Path)
	must(t, err)
	_, err = store.Open(f.ctx, f.config)
	wants(t, "Open", err, store.ErrNewer)
	after, err := os.ReadFile(f.config.Path)
	must(t, err)
	if string(before) != string(after) {
		t.Error("the file was changed")
	}
}

// raw changes the file behind the program's back.
func raw(t testing.TB, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	must(t, err)
	defer db.Close()
	_, err = db.Exec(statement)
	must(t, err)
}

func TestADamagedOrForeignFileIsRefused(t *testing.T) {
	if os.Getenv(postgresVariable) != "" {
		t.Skip("about files")
	}
	for name, content := range map[string]string{"text": "this is no database, but long enough to look at", "empty": "", "zeroes": string(make([]byte, 8192))} {
		path := filepath.Join(t.TempDir(), "records.db")
		must(t, os.WriteFile(path, []byte(content), 0o600))
		_, err := store.Open(t.Context(), store.Config{Path: path})
		wants(t, "Open of "+name, err, store.ErrDamaged)
		if got, _ := os.ReadFile(path); string(got) != content {
			t.Errorf("%s: the file was changed", name)
		}
	}
}

func TestATruncatedFileIsRefusedOrWhole(t *testing.T) {
	f := openFile(t)
	f.session(f.person("anna"), engine.Practice)
	must(t, f.Close())
	whole, err := os.ReadFile(f.config.Path)
	must(t, err)
	// SQLite reads what is missing of the last page as zeroes: a cut among zeroes loses nothing.
	written := len(bytes.TrimRight(whole, "\x00"))
	for _, size := range []int{1, 100, 4096, len(whole) / 2, written - 1} {
		path := filepath.Join(t.TempDir(), "cut.db")
		must(t, os.WriteFile(path, whole[:size], 0o600))
		s, err := store.Open(t.Context(), store.Config{Path: path})
		if err != nil {
			continue
		}
		if s.IntegrityCheck(t.Context()) == nil {
			t.Errorf("a file cut to %d of %d bytes was taken for whole", size, len(whole))
		}
		must(t, s.Close())
	}
}

func TestRecordsOpenToReadTakeNoChange(t *testing.T) {
	f := open(t)
	anna := f.person("anna")
	r, err := store.OpenToRead(f.ctx, f.config) // beside the process that writes
	must(t, err)
	defer r.Close()
	if _, err := r.Person(f.ctx, anna); err != nil {
		t.Errorf("Person: %v", err)
	}
	wants(t, "Audit", r.Audit(f.ctx, boss, "a", "b", ""), store.ErrReadOnly)
	wants(t, "Append", r.Append(f.ctx, "x", said(2, "")), store.ErrReadOnly)
}

func TestToReadWhatIsNotThereIsNotFound(t *testing.T) {
	_, err := store.OpenToRead(t.Context(), store.Config{Path: filepath.Join(t.TempDir(), "none.db")})
	wants(t, "OpenToRead", err, store.ErrNotFound)
}

func TestAPathMayHoldAnything(t *testing.T) {
	for _, name := range []string{"ciao mondo.db", "50%.db", "what?.db", "a#b.db", "отчёт.db"} {
		path := filepath.Join(t.TempDir(), name)
		s, err := store.Open(t.Context(), store.Config{Path: path})
		if err != nil {
			t.Errorf("Open(%q): %v", name, err)
			continue
		}
		must(t, s.Close())
		if _, err := os.Stat(path); err != nil {
			t.Errorf("Open(%q) made another file: %v", name, err)
		}
	}
}

func TestNobodyElseMayReadTheFiles(t *testing.T) {
	f := openFile(t)
	f.person("anna")
	for _, suffix := range []string{"", "-wal", "-shm", ".lock"} {
		info, err := os.Stat(f.config.Path + suffix)
		must(t, err)
		if info.Mode().Perm() != 0o600 {
			t.Errorf("%s has the mode %v", suffix, info.Mode())
		}
	}
}

func TestAStartThatWasCutShortIsNoObstacle(t *testing.T) {
	if os.Getenv(postgresVariable) != "" {
		t.Skip("about files")
	}
	path := filepath.Join(t.TempDir(), "records.db")
	must(t, os.WriteFile(path+".new", nil, 0o600))
	must(t, os.WriteFile(path+".lock", []byte("12345"), 0o600))
	s, err := store.Open(t.Context(), store.Config{Path: path})
	must(t, err)
	must(t, s.Close())
}

func TestAfterCloseChangesAreRefused(t *testing.T) {
	f := open(t)
	n := f.session(f.person("anna"), engine.Practice)
	must(t, f.Close())
	wants(t, "Append", f.Append(f.ctx, n.ID, said(2, "")), store.ErrClosed)
	wants(t, "Audit", f.Audit(f.ctx, boss, "a", "b", ""), store.ErrClosed)
	wants(t, "Ready", f.Ready(f.ctx), store.ErrClosed)
}

func TestACanceledRequestIsToldFromAFailure(t *testing.T) {
	f := open(t)
	ctx, cancel := context.WithCancel(f.ctx)
	cancel()
	if err := f.Audit(ctx, boss, "a", "b", ""); !errors.Is(err, context.Canceled) {
		t.Errorf("Audit: %v, want context.Canceled", err)
	}
}
