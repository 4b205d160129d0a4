package store_test

import (
	"database/sql"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"proba/engine"
	"proba/engine/store"
)

func TestEveryChangeLeavesItsAuditRowOrNothing(t *testing.T) {
	f := open(t)
	anna := f.person("anna")
	must(t, f.ReadAudit(f.ctx, boss, "record", anna))
	f.now = noon.Add(time.Hour)
	must(t, f.Audit(f.ctx, boss, "export.people", "shop", "12 rows"))
	for name, c := range map[string]struct {
		filter store.AuditFilter
		want   string
	}{
		"all, newest first": {store.AuditFilter{}, "export.people record.read person.create"},
		"an action":         {store.AuditFilter{Action: "record.read"}, "record.read"},
		"a family":          {store.AuditFilter{Action: "person."}, "person.create"},
		"a subject":         {store.AuditFilter{Subject: string(anna)}, "record.read person.create"},
		"a time":            {store.AuditFilter{From: noon.Add(time.Minute)}, "export.people"},
		"a page":            {store.AuditFilter{Page: store.Page{Limit: 1, Offset: 1}}, "record.read"},
	} {
		rows, err := f.AuditRows(f.ctx, c.filter)
		must(t, err)
		var got []string
		for _, r := range rows {
			got = append(got, r.Action)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestTheDatabaseItselfKeepsWhatIsWrittenOnce(t *testing.T) {
	f := open(t)
	id := f.passedSession(f.person("anna"), f.person("vera"))
	must(t, f.Append(f.ctx, f.session(f.person("ion"), engine.Practice).ID, said(2, "x")))
	must(t, f.Close())
	driver, source := "sqlite3", f.config.Path
	if f.config.DSN != "" {
		driver, source = "pgx", f.config.DSN
	}
	db, err := sql.Open(driver, source)
	must(t, err)
	defer db.Close()
	for _, statement := range []string{
		"UPDATE audit SET name = 'x'", "DELETE FROM audit", "UPDATE events SET body = '{}'",
		"UPDATE evaluations SET score = 100", "UPDATE verdicts SET reason = 'x'",
	} {
		if _, err := db.Exec(statement); err == nil {
			t.Errorf("%s was done (session %s)", statement, id)
		}
	}
}

func TestSettingsKeepTheirDefaultUntilChanged(t *testing.T) {
	f := open(t)
	got, err := f.Settings(f.ctx)
	must(t, err)
	if got != store.DefaultSettings() {
		t.Errorf("Settings = %+v", got)
	}
	want := got
	want.HideAnswers, want.DebriefDays, want.Organisation = true, 14, "Poștă & Co"
	must(t, f.ChangeSettings(f.ctx, boss, want))
	f.reopen()
	if got, _ = f.Settings(f.ctx); got != want {
		t.Errorf("Settings = %+v, want %+v", got, want)
	}
	rows, err := f.AuditRows(f.ctx, store.AuditFilter{Action: "settings.change"})
	must(t, err)
	if len(rows) != 1 || rows[0].Detail != `{"debrief days":"14","hide answers":"true","organisation":"Poștă \u0026 Co"}` {
		t.Errorf("AuditRows = %+v", rows)
	}
	want.DebriefDays = 0
	wants(t, "no days", f.ChangeSettings(f.ctx, boss, want), store.ErrInvalid)
}

func TestABackupUnderLoadOpensWholeElsewhere(t *testing.T) {
	f := openFile(t)
	n := f.session(f.person("anna"), engine.Practice)
	stop, stopped := make(chan struct{}), make(chan int)
	go func() {
		number := 2
		for {
			select {
			case <-stop:
				stopped <- number - 1
				return
			default:
			}
			if err := f.Append(f.ctx, n.ID, said(number, "under load")); err != nil {
				t.Error(err)
			}
			number++
		}
	}()
	target := f.config.Path + ".backup"
	must(t, f.Backup(f.ctx, target))
	close(stop)
	last := <-stopped
	wants(t, "over a file that is there", f.Backup(f.ctx, target), store.ErrExists)
	must(t, store.CheckBackup(f.ctx, target))
	if info, _ := os.Stat(target); info.Mode().Perm() != 0o600 {
		t.Errorf("the backup's mode is %v", info.Mode())
	}
	wants(t, "while in use", restoreError(f, target), store.ErrInUse)
	must(t, f.Close())
	kept, err := store.Restore(f.ctx, target, f.config.Path, f.now)
	must(t, err)
	f.Store = nil
	f.reopen()
	must(t, f.IntegrityCheck(f.ctx))
	s, err := f.Session(f.ctx, n.ID)
	must(t, err)
	if s.Last > last {
		t.Errorf("the backup stands at %d, more than was written (%d)", s.Last, last)
	}
	old, err := store.OpenToRead(f.ctx, store.Config{Path: kept})
	must(t, err)
	defer old.Close()
	if s, err := old.Session(f.ctx, n.ID); err != nil || s.Last != last {
		t.Errorf("what was set aside stands at %d, want %d (%v)", s.Last, last, err)
	}
}

func restoreError(f *fixture, backup string) error {
	_, err := store.Restore(f.ctx, backup, f.config.Path, f.now)
	return err
}

func TestADamagedBackupIsNotRestored(t *testing.T) {
	f := openFile(t)
	f.session(f.person("anna"), engine.Practice)
	target := f.config.Path + ".backup"
	must(t, f.Backup(f.ctx, target))
	b, err := os.ReadFile(target)
	must(t, err)
	for i := 4096; i < len(b); i += 7 {
		b[i] ^= 0x5a
	}
	must(t, os.WriteFile(target, b, 0o600))
	wants(t, "CheckBackup", store.CheckBackup(f.ctx, target), store.ErrDamaged)
	must(t, f.Close())
	before, err := os.ReadFile(f.config.Path)
	must(t, err)
	wants(t, "Restore", restoreError(f, target), store.ErrDamaged)
	if after, _ := os.ReadFile(f.config.Path); string(after) != string(before) {
		t.Error("the records were touched")
	}
	wants(t, "a backup that is not there", store.CheckBackup(f.ctx, target+"x"), store.ErrNotFound)
}

func TestALogWithAHoleIsFound(t *testing.T) {
	f := openFile(t)
	n := f.session(f.person("anna"), engine.Practice)
	must(t, f.Append(f.ctx, n.ID, said(2, "a")))
	must(t, f.Append(f.ctx, n.ID, said(3, "b")))
	must(t, f.IntegrityCheck(f.ctx))
	must(t, f.Close())
	raw(t, f.config.Path, "DELETE FROM events WHERE number = 2")
	f.Store = nil
	f.reopen()
	err := f.IntegrityCheck(f.ctx)
	if !errors.Is(err, store.ErrDamaged) || !strings.Contains(err.Error(), string(n.ID)) {
		t.Errorf("IntegrityCheck: %v, want damaged with the session's id", err)
	}
}

// A full disk refuses turns, loses nothing acknowledged, and is over when there is room again. SQLite's own limit on
// pages stands in for the disk: it fails at the same places with the same code.
func TestAFullDiskRefusesAndRecovers(t *testing.T) {
	f := openFile(t)
	n := f.session(f.person("anna"), engine.Practice)
	f.LimitPages(t, 130)
	number := 2
	var err error
	for ; number < 5000; number++ {
		if err = f.Append(f.ctx, n.ID, said(number, strings.Repeat("x", 2000))); err != nil {
			break
		}
	}
	wants(t, "Append on a full disk", err, store.ErrFull)
	wants(t, "a change on a full disk", f.Audit(f.ctx, boss, "a", strings.Repeat("y", 9000), ""), store.ErrFull)
	if events, err := f.Events(f.ctx, n.ID, 0); err != nil || len(events) != number-1 {
		t.Errorf("%d events can be read, %d were acknowledged (%v)", len(events), number-1, err)
	}
	f.LimitPages(t, 100000)
	must(t, f.Append(f.ctx, n.ID, said(number, "room again")))
	must(t, f.IntegrityCheck(f.ctx))
}
