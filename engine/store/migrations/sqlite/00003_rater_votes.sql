-- What an outside rater said of a criterion, beside the machine's mark and never in its place.

-- +goose Up
CREATE TABLE rater_votes (
    session    TEXT    NOT NULL REFERENCES sessions (id),
    number     INTEGER NOT NULL CHECK (number > 0), -- counts a session's votes
    evaluation INTEGER NOT NULL, -- number of the evaluation it stands beside
    criterion  TEXT    NOT NULL,
    opinion    TEXT    NOT NULL,
    why        TEXT    NOT NULL,
    quote      TEXT    NOT NULL,
    standing   TEXT    NOT NULL,
    model      TEXT    NOT NULL,
    prompt     TEXT    NOT NULL, -- SHA-256 of what was sent
    raw        TEXT    NOT NULL, -- the answer as it came
    at         INTEGER NOT NULL,
    PRIMARY KEY (session, number)
) STRICT, WITHOUT ROWID;

-- +goose StatementBegin
CREATE TRIGGER rater_votes_are_never_changed BEFORE UPDATE ON rater_votes
BEGIN SELECT RAISE(ABORT, 'votes are never changed'); END;
-- +goose StatementEnd
