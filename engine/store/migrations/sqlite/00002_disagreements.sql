-- What a trainee says against a mark of his own assessed session. One statement per mark; it stays as it was written.

-- +goose Up

CREATE TABLE disagreements (
    session    TEXT    NOT NULL REFERENCES sessions (id),
    criterion  TEXT    NOT NULL,
    debrief    INTEGER NOT NULL, -- number of the question, 0 for a criterion of the contact
    evaluation INTEGER NOT NULL, -- number of the evaluation he saw
    reason     TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    PRIMARY KEY (session, criterion, debrief)
) STRICT, WITHOUT ROWID;
CREATE INDEX disagreements_by_time ON disagreements (at);

-- +goose StatementBegin
CREATE TRIGGER disagreements_are_never_changed BEFORE UPDATE ON disagreements
BEGIN SELECT RAISE(ABORT, 'disagreements are never changed'); END;
-- +goose StatementEnd
