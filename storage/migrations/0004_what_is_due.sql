-- Derived from entries, as the citizen's row is: what is to be seen to by a day, one row each.
-- A rank of 0 comes before all others. A reader of one rank walks no further than it shows.
CREATE TABLE task (
    case_id TEXT NOT NULL,
    id TEXT NOT NULL,
    rank INTEGER NOT NULL,
    title TEXT NOT NULL,
    form TEXT NOT NULL,
    due TEXT NOT NULL,
    soon TEXT,
    urgent TEXT,
    begun TEXT,
    is_planned INTEGER NOT NULL CHECK (is_planned IN (0, 1)),
    PRIMARY KEY (case_id, id)
) WITHOUT ROWID;
CREATE INDEX task_due ON task (rank, due);

-- Derived under other rules, or before the day on which time alone may change it, a row is derived
-- anew. Those of older versions name no rules, so that all of them are.
ALTER TABLE citizen ADD COLUMN rules TEXT NOT NULL DEFAULT '';
ALTER TABLE citizen ADD COLUMN look_again TEXT;
DROP INDEX citizen_due;
