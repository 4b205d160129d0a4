-- The records of the first release. Times are whole milliseconds since 1970 in UTC; lists and settlements are JSON.
-- A released migration is never edited.

-- +goose Up
CREATE TABLE people (
    id            TEXT    NOT NULL PRIMARY KEY,
    login         TEXT    NOT NULL,
    login_key     TEXT COLLATE "C" NOT NULL UNIQUE, -- folded: what makes two logins the same
    name          TEXT    NOT NULL,
    search        TEXT COLLATE "C" NOT NULL,        -- folded name and login
    roles         TEXT    NOT NULL,        -- " trainee hr ", in the order of the roles
    team          TEXT COLLATE "C" NOT NULL,
    language      TEXT    NOT NULL,
    theme         TEXT    NOT NULL,
    time_factor   BIGINT  NOT NULL CHECK (time_factor BETWEEN 100 AND 1000),
    active        BOOLEAN NOT NULL,
    password_hash TEXT    NOT NULL,
    created       BIGINT  NOT NULL
);
CREATE INDEX people_by_search ON people (search, id);
CREATE INDEX people_by_team ON people (team, search);

CREATE TABLE invites (
    secret_hash TEXT    NOT NULL PRIMARY KEY,
    person      TEXT    NOT NULL REFERENCES people (id),
    expires     BIGINT  NOT NULL
);
CREATE INDEX invites_by_person ON invites (person);

CREATE TABLE tokens (
    id          TEXT    NOT NULL PRIMARY KEY,
    secret_hash TEXT    NOT NULL UNIQUE,
    person      TEXT    NOT NULL REFERENCES people (id),
    label       TEXT    NOT NULL,
    created     BIGINT  NOT NULL,
    expires     BIGINT  NOT NULL,
    last_used   BIGINT
);
CREATE INDEX tokens_by_person ON tokens (person);

CREATE TABLE sign_ins (
    token_hash TEXT    NOT NULL PRIMARY KEY,
    person     TEXT    NOT NULL, -- "" before somebody signed in
    data       BYTEA   NOT NULL,
    expires    BIGINT  NOT NULL
);
CREATE INDEX sign_ins_by_person ON sign_ins (person);
CREATE INDEX sign_ins_by_expires ON sign_ins (expires);

CREATE TABLE sources (
    digest TEXT NOT NULL PRIMARY KEY,
    text   TEXT NOT NULL
);

CREATE TABLE packs (
    name_key TEXT    NOT NULL, -- folded
    version  BIGINT  NOT NULL,
    id       TEXT    NOT NULL,
    name     TEXT    NOT NULL,
    status   TEXT    NOT NULL,
    author   TEXT    NOT NULL,
    changed  BIGINT  NOT NULL,
    files    TEXT    NOT NULL,
    PRIMARY KEY (name_key, version)
);

CREATE TABLE assignments (
    id        TEXT    NOT NULL PRIMARY KEY,
    person    TEXT    NOT NULL REFERENCES people (id),
    scenario  TEXT    NOT NULL,
    mode      TEXT    NOT NULL,
    due       BIGINT,
    attempts  BIGINT  NOT NULL CHECK (attempts >= 0),
    used      BIGINT  NOT NULL DEFAULT 0,
    author    TEXT    NOT NULL,
    created   BIGINT  NOT NULL,
    withdrawn BIGINT
);
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
    seed          BIGINT  NOT NULL,
    variant       TEXT    NOT NULL,
    time_factor   BIGINT  NOT NULL,
    pack          TEXT    NOT NULL,
    sources       TEXT    NOT NULL,
    attempt       BIGINT  NOT NULL,
    assignment    TEXT    NOT NULL,
    supervised_by TEXT    NOT NULL,
    started       BIGINT  NOT NULL,
    ended         BIGINT,
    phase         TEXT    NOT NULL,
    last          BIGINT  NOT NULL,
    due           BIGINT  NOT NULL, -- milliseconds from the start; negative: no timer runs
    result        TEXT    NOT NULL,
    score         BIGINT  NOT NULL,
    verdict       TEXT    NOT NULL  -- '', 'passed' or 'not passed': the newest one
);
CREATE INDEX sessions_by_person ON sessions (person, started);
CREATE INDEX sessions_by_start ON sessions (started);
CREATE INDEX sessions_running ON sessions (started) WHERE phase <> 'finished';
CREATE INDEX sessions_awaiting ON sessions (started) WHERE mode = 'assessed' AND phase = 'finished' AND verdict = '';
CREATE UNIQUE INDEX sessions_one_assessed_at_a_time ON sessions (person, scenario)
    WHERE mode = 'assessed' AND phase <> 'finished';

CREATE TABLE events (
    session TEXT    NOT NULL,
    number  BIGINT  NOT NULL CHECK (number > 0),
    body    TEXT    NOT NULL,
    PRIMARY KEY (session, number)
);

CREATE TABLE answers (
    session TEXT NOT NULL,
    key     TEXT NOT NULL,
    answer  TEXT NOT NULL,
    PRIMARY KEY (session, key)
);

CREATE TABLE signals (
    session      TEXT    NOT NULL REFERENCES sessions (id),
    number       BIGINT  NOT NULL,
    after_number BIGINT  NOT NULL,
    kind         TEXT    NOT NULL,
    detail       TEXT    NOT NULL,
    at           BIGINT  NOT NULL,
    PRIMARY KEY (session, number)
);

CREATE TABLE evaluations (
    id      TEXT    NOT NULL PRIMARY KEY,
    session TEXT    NOT NULL REFERENCES sessions (id),
    number  BIGINT  NOT NULL,
    origin  TEXT    NOT NULL,
    author  TEXT    NOT NULL,
    reason  TEXT    NOT NULL,
    at      BIGINT  NOT NULL,
    body    TEXT    NOT NULL,
    result  TEXT    NOT NULL,
    score   BIGINT  NOT NULL,
    UNIQUE (session, number)
);

CREATE TABLE verdicts (
    id          TEXT    NOT NULL PRIMARY KEY,
    session     TEXT    NOT NULL REFERENCES sessions (id),
    evaluation  BIGINT  NOT NULL, -- number of the settled evaluation
    author      TEXT    NOT NULL,
    passed      BOOLEAN NOT NULL,
    reason      TEXT    NOT NULL,
    settlements TEXT    NOT NULL,
    time_spent  BIGINT  NOT NULL,
    at          BIGINT  NOT NULL,
    UNIQUE (session, evaluation)
);

CREATE TABLE blind_marks (
    session     TEXT    NOT NULL REFERENCES sessions (id),
    author      TEXT    NOT NULL,
    competences TEXT    NOT NULL,
    settlements TEXT    NOT NULL,
    at          BIGINT  NOT NULL,
    PRIMARY KEY (session, author)
);

CREATE TABLE awards (
    number         TEXT    NOT NULL PRIMARY KEY,
    person         TEXT    NOT NULL REFERENCES people (id),
    person_name    TEXT    NOT NULL,
    certificate    TEXT    NOT NULL,
    title          TEXT    NOT NULL,
    version        TEXT    NOT NULL,
    coverage       TEXT    NOT NULL,
    author         TEXT    NOT NULL,
    at             BIGINT  NOT NULL,
    valid_until    BIGINT,
    revoked        BIGINT,
    revoked_reason TEXT    NOT NULL DEFAULT ''
);
CREATE INDEX awards_by_person ON awards (person, at);

CREATE TABLE award_sessions (
    award    TEXT    NOT NULL REFERENCES awards (number),
    position BIGINT  NOT NULL,
    session  TEXT    NOT NULL,
    PRIMARY KEY (award, position)
);
CREATE INDEX award_sessions_by_session ON award_sessions (session);

CREATE TABLE settings (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

-- No foreign keys: a row stays whatever happens to the one it tells of.
CREATE TABLE audit (
    number  BIGINT NOT NULL GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      BIGINT  NOT NULL,
    person  TEXT    NOT NULL,
    name    TEXT    NOT NULL,
    address TEXT    NOT NULL,
    action  TEXT COLLATE "C" NOT NULL,
    subject TEXT    NOT NULL,
    detail  TEXT    NOT NULL
);
CREATE INDEX audit_by_person ON audit (person, number);
CREATE INDEX audit_by_subject ON audit (subject, number);
CREATE INDEX audit_by_action ON audit (action, number);

-- What was written once stays as it was, also for a mistaken program.
-- +goose StatementBegin
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% are never changed or deleted', TG_TABLE_NAME;
END $$;
-- +goose StatementEnd
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON audit EXECUTE FUNCTION refuse_change();
CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events EXECUTE FUNCTION refuse_change();
CREATE TRIGGER evaluations_are_never_changed BEFORE UPDATE ON evaluations EXECUTE FUNCTION refuse_change();
CREATE TRIGGER verdicts_are_never_changed BEFORE UPDATE ON verdicts EXECUTE FUNCTION refuse_change();
