-- What an outside rater said of a criterion, beside the machine's mark and never in its place.

-- +goose Up
CREATE TABLE rater_votes (
    session    TEXT    NOT NULL REFERENCES sessions (id),
    number     BIGINT  NOT NULL CHECK (number > 0), -- counts a session's votes
    evaluation BIGINT  NOT NULL, -- number of the evaluation it stands beside
    criterion  TEXT    NOT NULL,
    opinion    TEXT    NOT NULL,
    why        TEXT    NOT NULL,
    quote      TEXT    NOT NULL,
    standing   TEXT    NOT NULL,
    model      TEXT    NOT NULL,
    prompt     TEXT    NOT NULL, -- SHA-256 of what was sent
    raw        TEXT    NOT NULL, -- the answer as it came
    at         BIGINT  NOT NULL,
    PRIMARY KEY (session, number)
);
CREATE TRIGGER rater_votes_are_never_changed BEFORE UPDATE ON rater_votes EXECUTE FUNCTION refuse_change();
