-- A case named here may be erased; the reference can never be met, so that no commit leaves one.
CREATE TABLE erasing (
    case_id TEXT PRIMARY KEY,
    unfinished INTEGER NOT NULL DEFAULT 0 CHECK (unfinished = 0)
        REFERENCES register (only_row) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;

-- The SHA-256 of the id of each erased case, so that copies can be purged of it, too.
-- Rests may lie in unused parts of the file until it has been compacted.
CREATE TABLE erased (
    mark TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    has_rests INTEGER NOT NULL DEFAULT 1 CHECK (has_rests IN (0, 1))
) WITHOUT ROWID;

CREATE TRIGGER erased_is_final BEFORE UPDATE OF mark, at ON erased
BEGIN
    SELECT RAISE(ABORT, 'what is erased is final');
END;
CREATE TRIGGER erased_stays BEFORE DELETE ON erased
BEGIN
    SELECT RAISE(ABORT, 'what is erased stays erased');
END;

DROP TRIGGER signed_entry_stays;
CREATE TRIGGER signed_entry_stays BEFORE DELETE ON entry
WHEN OLD.state = 'signed' AND NOT EXISTS (SELECT 1 FROM erasing WHERE case_id = OLD.case_id)
BEGIN
    SELECT RAISE(ABORT, 'a signed entry stays');
END;

DROP TRIGGER document_stays;
CREATE TRIGGER document_stays BEFORE DELETE ON document
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE case_id = OLD.case_id)
BEGIN
    SELECT RAISE(ABORT, 'a document stays');
END;

DROP TRIGGER document_event_stays;
CREATE TRIGGER document_event_stays BEFORE DELETE ON document_event
WHEN NOT EXISTS (
    SELECT 1 FROM erasing JOIN document USING (case_id) WHERE document.id = OLD.document_id
)
BEGIN
    SELECT RAISE(ABORT, 'an event stays');
END;

-- A row of an erased case keeps all but what points at the case. Its own mark can then no longer be
-- worked out; the digest of the row `erased_by` covers what is left.
ALTER TABLE trail ADD COLUMN erased_by INTEGER REFERENCES trail (number);

DROP TRIGGER trail_is_final;
CREATE TRIGGER trail_is_final BEFORE UPDATE ON trail
WHEN NOT (
    EXISTS (SELECT 1 FROM erasing WHERE case_id = OLD.case_id)
    AND (NEW.number, NEW.at, NEW.person, NEW.deed, NEW.mark)
        IS (OLD.number, OLD.at, OLD.person, OLD.deed, OLD.mark)
    AND coalesce(NEW.case_id, NEW.subject, NEW.digest) IS NULL
    AND EXISTS (SELECT 1 FROM trail WHERE number = NEW.erased_by AND deed = 'erased')
)
BEGIN
    SELECT RAISE(ABORT, 'the trail is final');
END;

-- Every beginning, of up to ten letters, of every word a citizen is found by, in the order of
-- names: the first fifty hits are then one short walk, however many citizens there are.
CREATE TABLE citizen_prefix (
    prefix TEXT NOT NULL,
    name_order TEXT NOT NULL,
    citizen INTEGER NOT NULL,
    PRIMARY KEY (prefix, name_order, citizen)
) WITHOUT ROWID;

INSERT INTO citizen_prefix (prefix, name_order, citizen)
WITH RECURSIVE size (letters) AS (SELECT 1 UNION ALL SELECT letters + 1 FROM size LIMIT 10)
SELECT DISTINCT substr(word, 1, letters) AS prefix, name_order, citizen
FROM citizen_word
JOIN citizen ON citizen.number = citizen_word.citizen
JOIN size ON letters <= length(word)
ORDER BY prefix, name_order, citizen;

DROP TABLE citizen_word;
DROP INDEX citizen_in_order;
CREATE INDEX citizen_in_order ON citizen (name_order);
