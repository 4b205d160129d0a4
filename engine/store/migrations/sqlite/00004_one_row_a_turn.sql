-- A turn is kept by one statement in one table: what stands beside the log moves into it. An event that ends what a
-- command added carries when the clock must speak next, and the command's once-only key with its answer. The row of a
-- session that runs is written when its phase changes; where its log stands, the log says.

-- +goose Up
-- Rows of a kilobyte do not belong into a tree by key: its inner pages held rows too, and every turn wrote five to eight
-- pages. In a table by row number a log grows at its end and the keys stand in small indexes.
CREATE TABLE log (
    session TEXT    NOT NULL,
    number  INTEGER NOT NULL CHECK (number > 0),
    body    TEXT    NOT NULL,
    due     INTEGER, -- milliseconds from the start, negative: no timer runs; with a command's last event
    key     TEXT,
    answer  TEXT,
    PRIMARY KEY (session, number)
) STRICT;
INSERT INTO log (session, number, body) SELECT session, number, body FROM events ORDER BY session, number;
DROP TABLE events;
ALTER TABLE log RENAME TO events;
CREATE UNIQUE INDEX events_once ON events (session, key) WHERE key IS NOT NULL;
-- +goose StatementBegin
CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
-- +goose StatementEnd

-- A log has no gap and belongs to a session; the table answers keeps the keys of commands that were refused, and those
-- used before this change.
-- +goose StatementBegin
CREATE TRIGGER events_follow BEFORE INSERT ON events
WHEN NOT EXISTS (SELECT 1 FROM events WHERE session = NEW.session AND number = NEW.number - 1)
BEGIN
    SELECT RAISE(ABORT, 'the event does not follow the last one') WHERE NEW.number > 1
        OR NOT EXISTS (SELECT 1 FROM sessions WHERE id = NEW.session);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER events_key_is_new BEFORE INSERT ON events
WHEN NEW.key IS NOT NULL AND EXISTS (SELECT 1 FROM answers WHERE session = NEW.session AND key = NEW.key)
BEGIN SELECT RAISE(ABORT, 'the key was used before'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER answers_key_is_new BEFORE INSERT ON answers
WHEN EXISTS (SELECT 1 FROM events WHERE session = NEW.session AND key = NEW.key)
BEGIN SELECT RAISE(ABORT, 'the key was used before'); END;
-- +goose StatementEnd
