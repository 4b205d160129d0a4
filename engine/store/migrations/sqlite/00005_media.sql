-- Pictures and documents that packs ship, by the digest of their bytes, as sources are by that of their text.

-- +goose Up
CREATE TABLE media (
    digest TEXT NOT NULL PRIMARY KEY,
    data   BLOB NOT NULL
) STRICT;

-- +goose StatementBegin
CREATE TRIGGER media_are_never_changed BEFORE UPDATE ON media
BEGIN SELECT RAISE(ABORT, 'media are never changed'); END;
-- +goose StatementEnd
