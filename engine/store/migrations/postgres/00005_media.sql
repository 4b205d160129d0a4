-- Pictures and documents that packs ship, by the digest of their bytes, as sources are by that of their text.

-- +goose Up
CREATE TABLE media (
    digest TEXT  NOT NULL PRIMARY KEY,
    data   BYTEA NOT NULL
);
CREATE TRIGGER media_are_never_changed BEFORE UPDATE ON media EXECUTE FUNCTION refuse_change();
