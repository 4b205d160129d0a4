-- A turn is kept by one statement in one table: what stands beside the log moves into it. An event that ends what a
-- command added carries when the clock must speak next, and the command's once-only key with its answer. The row of a
-- session that runs is written when its phase changes; where its log stands, the log says.

-- +goose Up
ALTER TABLE events ADD COLUMN due BIGINT; -- milliseconds from the start, negative: no timer runs; with a command's last event
ALTER TABLE events ADD COLUMN key TEXT;
ALTER TABLE events ADD COLUMN answer TEXT;
CREATE UNIQUE INDEX events_once ON events (session, key) WHERE key IS NOT NULL;

-- A log has no gap and belongs to a session; the table answers keeps the keys of commands that were refused, and those
-- used before this change.
-- +goose StatementBegin
CREATE FUNCTION event_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM events WHERE session = NEW.session AND number = NEW.number - 1)
        AND (NEW.number > 1 OR NOT EXISTS (SELECT 1 FROM sessions WHERE id = NEW.session)) THEN
        RAISE EXCEPTION 'the event does not follow the last one' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.key IS NOT NULL AND EXISTS (SELECT 1 FROM answers WHERE session = NEW.session AND key = NEW.key) THEN
        RAISE EXCEPTION 'the key was used before' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER events_follow BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION event_follows();
-- +goose StatementBegin
CREATE FUNCTION answer_key_is_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM events WHERE session = NEW.session AND key = NEW.key) THEN
        RAISE EXCEPTION 'the key was used before' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER answers_key_is_new BEFORE INSERT ON answers FOR EACH ROW EXECUTE FUNCTION answer_key_is_new();
