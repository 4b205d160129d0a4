-- The records of the first release. Times are whole milliseconds since 1970 in UTC; lists and settlements are JSON.
-- A released migration is never edited.

-- +goose Up
CREATE TABLE people (
    id            TEXT    NOT NULL PRIMARY KEY,
    login         TEXT    NOT NULL,
    login_key     TEXT    NOT NULL UNIQUE, -- folded: what makes two logins the same
    name          TEXT    NOT NULL,
    search        TEXT    NOT NULL,        -- folded name and login
    roles         TEXT    NOT NULL,        -- " trainee hr ", in the order of the roles
    team          TEXT    NOT NULL,
    language      TEXT    NOT NULL,
    theme         TEXT    NOT NULL,
    time_factor   INTEGER NOT NULL CHECK (time_factor BETWEEN 100 AND 1000),
    active        INTEGER NOT NULL CHECK (active IN (0, 1)),
    password_hash TEXT    NOT NULL,
    created       INTEGER NOT NULL
) STRICT;
CREATE INDEX people_by_search ON people (search, id);
CREATE INDEX people_by_team ON people (team, search);

CREATE TABLE invites (
    secret_hash TEXT    NOT NULL PRIMARY KEY,
    person      TEXT    NOT NULL REFERENCES people (id),
    expires     INTEGER NOT NULL
) STRICT;
CREATE INDEX invites_by_person ON invites (person);

CREATE TABLE tokens (
    id          TEXT    NOT NULL PRIMARY KEY,
    secret_hash TEXT    NOT NULL UNIQUE,
    person      TEXT    NOT NULL REFERENCES people (id),
    label       TEXT    NOT NULL,
    created     INTEGER NOT NULL,
    expires     INTEGER NOT NULL,
    last_used   INTEGER
) STRICT;
CREATE INDEX tokens_by_person ON tokens (person);

CREATE TABLE sign_ins (
    token_hash TEXT    NOT NULL PRIMARY KEY,
    person     TEXT    NOT NULL, -- "" before somebody signed in
    data       BLOB    NOT NULL,
    expires    INTEGER NOT NULL
) STRICT;
CREATE INDEX sign_ins_by_person ON sign_ins (person);
CREATE INDEX sign_ins_by_expires ON sign_ins (expires);

CREATE TABLE sources (
    digest TEXT NOT NULL PRIMARY KEY,
    text   TEXT NOT NULL
) STRICT;

CREATE TABLE packs (
    name_key TEXT    NOT NULL, -- folded
    version  INTEGER NOT NULL,
    id       TEXT    NOT NULL,
    name     TEXT    NOT NULL,
    status   TEXT    NOT NULL,
    author   TEXT    NOT NULL,
    changed  INTEGER NOT NULL,
    files    TEXT    NOT NULL,
    PRIMARY KEY (name_key, version)
) STRICT;

CREATE TABLE assignments (
    id        TEXT    NOT NULL PRIMARY KEY,
    person    TEXT    NOT NULL REFERENCES people (id),
    scenario  TEXT    NOT NULL,
    mode      TEXT    NOT NULL,
    due       INTEGER,
    attempts  INTEGER NOT NULL CHECK (attempts >= 0),
    used      INTEGER NOT NULL DEFAULT 0,
    author    TEXT    NOT NULL,
    created   INTEGER NOT NULL,
    withdrawn INTEGER
) STRICT;
CREATE INDEX assignments_by_person ON assignments (person);

CREATE TABLE sessions (
    id            TEXT    NOT NULL PRIMARY KEY,
    person        TEXT    NOT NULL REFERENCES people (id),
    scenario      TEXT    NOT NULL,
    title         TEXT    NOT NULL,
    version       TEXT    NOT NULL,
    channel       TEXT    NOT NULL,
    request       TEXT    NOT NULL,
    client_types  TEXT    NOT NULL,
    rubric        TEXT    NOT NULL,
    language      TEXT    NOT NULL,
    mode          TEXT    NOT NULL,
    seed          INTEGER NOT NULL,
    variant       TEXT    NOT NULL,
    time_factor   INTEGER NOT NULL,
    pack          TEXT    NOT NULL,
    sources       TEXT    NOT NULL,
    attempt       INTEGER NOT NULL,
    assignment    TEXT    NOT NULL,
    supervised_by TEXT    NOT NULL,
    started       INTEGER NOT NULL,
    ended         INTEGER,
    phase         TEXT    NOT NULL,
    last          INTEGER NOT NULL,
    due           INTEGER NOT NULL, -- milliseconds from the start; negative: no timer runs
    result        TEXT    NOT NULL,
    score         INTEGER NOT NULL,
    verdict       TEXT    NOT NULL  -- '', 'passed' or 'not passed': the newest one
) STRICT;
CREATE INDEX sessions_by_person ON sessions (person, started);
CREATE INDEX sessions_by_start ON sessions (started);
CREATE INDEX sessions_running ON sessions (started) WHERE phase <> 'finished';
CREATE INDEX sessions_awaiting ON sessions (started) WHERE mode = 'assessed' AND phase = 'finished' AND verdict = '';
CREATE UNIQUE INDEX sessions_one_assessed_at_a_time ON sessions (person, scenario)
    WHERE mode = 'assessed' AND phase <> 'finished';

CREATE TABLE events (
    session TEXT    NOT NULL,
    number  INTEGER NOT NULL CHECK (number > 0),
    body    TEXT    NOT NULL,
    PRIMARY KEY (session, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE answers (
    session TEXT NOT NULL,
    key     TEXT NOT NULL,
    answer  TEXT NOT NULL,
    PRIMARY KEY (session, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE signals (
    session      TEXT    NOT NULL REFERENCES sessions (id),
    number       INTEGER NOT NULL,
    after_number INTEGER NOT NULL,
    kind         TEXT    NOT NULL,
    detail       TEXT    NOT NULL,
    at           INTEGER NOT NULL,
    PRIMARY KEY (session, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE evaluations (
    id      TEXT    NOT NULL PRIMARY KEY,
    session TEXT    NOT NULL REFERENCES sessions (id),
    number  INTEGER NOT NULL,
    origin  TEXT    NOT NULL,
    author  TEXT    NOT NULL,
    reason  TEXT    NOT NULL,
    at      INTEGER NOT NULL,
    body    TEXT    NOT NULL,
    result  TEXT    NOT NULL,
    score   INTEGER NOT NULL,
    UNIQUE (session, number)
) STRICT;

CREATE TABLE verdicts (
    id          TEXT    NOT NULL PRIMARY KEY,
    session     TEXT    NOT NULL REFERENCES sessions (id),
    evaluation  INTEGER NOT NULL, -- number of the settled evaluation
    author      TEXT    NOT NULL,
    passed      INTEGER NOT NULL CHECK (passed IN (0, 1)),
    reason      TEXT    NOT NULL,
    settlements TEXT    NOT NULL,
    time_spent  INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    UNIQUE (session, evaluation)
) STRICT;

CREATE TABLE blind_marks (
    session     TEXT    NOT NULL REFERENCES sessions (id),
    author      TEXT    NOT NULL,
    competences TEXT    NOT NULL,
    settlements TEXT    NOT NULL,
    at          INTEGER NOT NULL,
    PRIMARY KEY (session, author)
) STRICT;

CREATE TABLE awards (
    number         TEXT    NOT NULL PRIMARY KEY,
    person         TEXT    NOT NULL REFERENCES people (id),
    person_name    TEXT    NOT NULL,
    certificate    TEXT    NOT NULL,
    title          TEXT    NOT NULL,
    version        TEXT    NOT NULL,
    coverage       TEXT    NOT NULL,
    author         TEXT    NOT NULL,
    at             INTEGER NOT NULL,
    valid_until    INTEGER,
    revoked        INTEGER,
    revoked_reason TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX awards_by_person ON awards (person, at);

CREATE TABLE award_sessions (
    award    TEXT    NOT NULL REFERENCES awards (number),
    position INTEGER NOT NULL,
    session  TEXT    NOT NULL,
    PRIMARY KEY (award, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX award_sessions_by_session ON award_sessions (session);

CREATE TABLE settings (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- No foreign keys: a row stays whatever happens to the one it tells of.
CREATE TABLE audit (
    number  INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at      INTEGER NOT NULL,
    person  TEXT    NOT NULL,
    name    TEXT    NOT NULL,
    address TEXT    NOT NULL,
    action  TEXT    NOT NULL,
    subject TEXT    NOT NULL,
    detail  TEXT    NOT NULL
) STRICT;
CREATE INDEX audit_by_person ON audit (person, number);
CREATE INDEX audit_by_subject ON audit (subject, number);
CREATE INDEX audit_by_action ON audit (action, number);

-- What was written once stays as it was, also for a mistaken program.
-- +goose StatementBegin
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit rows are never changed'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit rows are never deleted'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER evaluations_are_never_changed BEFORE UPDATE ON evaluations
BEGIN SELECT RAISE(ABORT, 'evaluations are never changed'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER verdicts_are_never_changed BEFORE UPDATE ON verdicts BEGIN SELECT RAISE(ABORT, 'verdicts are never changed'); END;
-- +goose StatementEnd
