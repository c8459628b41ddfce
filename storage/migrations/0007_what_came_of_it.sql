-- Derived from entries, as the citizen's row is: what the courses of a case came to, one row each,
-- so that a clinic's numbers are counted without reading its cases.
CREATE TABLE outcome (
    case_id TEXT NOT NULL,
    topic TEXT NOT NULL,
    id TEXT NOT NULL,
    result TEXT NOT NULL,
    day TEXT NOT NULL,
    days INTEGER,
    PRIMARY KEY (case_id, topic, id)
) WITHOUT ROWID;
CREATE INDEX outcome_of_day ON outcome (topic, day, result, days);

CREATE INDEX citizen_open ON citizen (stage, counsellor) WHERE is_open = 1;
CREATE INDEX task_of_form ON task (form, due);

-- Every row is derived anew, for none says yet what is new here.
UPDATE citizen SET rules = '';
