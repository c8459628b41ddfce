-- More of what lists show, derived with the row as all of it is: where the citizen lives, who wrote
-- in the case last, and whether a course is open.
ALTER TABLE citizen ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE citizen ADD COLUMN counsellor TEXT NOT NULL DEFAULT '';
ALTER TABLE citizen ADD COLUMN is_open INTEGER NOT NULL DEFAULT 0 CHECK (is_open IN (0, 1));

-- Holds all that the list can be sifted by, so that sifting never reads the rows themselves.
DROP INDEX citizen_in_order;
CREATE INDEX citizen_in_order ON citizen (name_order, number, stage, counsellor, is_open, due);
CREATE INDEX citizen_quiet ON citizen (changed) WHERE is_open = 1;
CREATE INDEX citizen_stage ON citizen (stage);
CREATE INDEX citizen_counsellor ON citizen (counsellor);
-- Leads to the rows that were derived by other rules, or whose day has come, past all others.
CREATE INDEX citizen_derived ON citizen (rules, look_again);

DROP INDEX task_due;
CREATE INDEX task_due ON task (rank, due, soon, urgent);

-- What the day shows beside what is due: a meeting on its day, and what is urgent and has no day.
CREATE TABLE notice (
    case_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    detail TEXT NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (case_id, kind, id)
) WITHOUT ROWID;
CREATE INDEX notice_of_day ON notice (kind, day);

CREATE INDEX entry_left ON entry (started) WHERE state = 'draft';

-- The words of each entry, folded as names are, once each and in the order of the alphabet. What is
-- deleted of them leaves the pages of the index at once; the beginnings of words that lead to a page
-- stay until the index is made anew, as it is before the file is compacted.
CREATE TABLE told (
    number INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL,
    entry_id TEXT NOT NULL UNIQUE,
    mark TEXT NOT NULL
);
CREATE INDEX told_of_case ON told (case_id);
CREATE VIRTUAL TABLE told_words USING fts5 (words, detail = 'none', tokenize = 'unicode61');
INSERT INTO told_words (told_words, rank) VALUES ('secure-delete', 1);

-- The documents that nobody has noted as sent or handed over; told by their stories.
CREATE TABLE waiting (document_id TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO waiting (document_id)
SELECT document_id FROM document_event
GROUP BY document_id
HAVING max(what IN ('sent', 'handed-over')) = 0;

CREATE TRIGGER document_waits AFTER INSERT ON document_event WHEN NEW.what = 'approved'
BEGIN
    INSERT OR IGNORE INTO waiting (document_id)
    SELECT NEW.document_id
    WHERE NOT EXISTS (
        SELECT 1 FROM document_event
        WHERE document_id = NEW.document_id AND what IN ('sent', 'handed-over')
    );
END;
CREATE TRIGGER document_waits_no_more AFTER INSERT ON document_event
WHEN NEW.what IN ('sent', 'handed-over')
BEGIN
    DELETE FROM waiting WHERE document_id = NEW.document_id;
END;
CREATE TRIGGER document_waits_nowhere AFTER DELETE ON document
BEGIN
    DELETE FROM waiting WHERE document_id = OLD.id;
END;

-- Every row is derived anew, for none says yet what is new here.
UPDATE citizen SET rules = '';
