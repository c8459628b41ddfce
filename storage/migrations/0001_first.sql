CREATE TABLE register (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    id TEXT NOT NULL,
    created TEXT NOT NULL
);

-- Rows of 1.5 KB belong in a rowid table: WITHOUT ROWID doubles the file.
CREATE TABLE entry (
    id TEXT NOT NULL UNIQUE,
    case_id TEXT NOT NULL,
    form TEXT NOT NULL,
    version TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'signed')),
    author TEXT NOT NULL,
    started TEXT NOT NULL,
    changed TEXT NOT NULL,
    signed TEXT,
    replaces TEXT,
    response TEXT NOT NULL,
    CHECK ((state = 'signed') = (signed IS NOT NULL))
);
CREATE INDEX entry_of_case ON entry (case_id, started);

CREATE TRIGGER signed_entry_is_final BEFORE UPDATE ON entry WHEN OLD.state = 'signed'
BEGIN
    SELECT RAISE(ABORT, 'a signed entry is final');
END;
CREATE TRIGGER signed_entry_stays BEFORE DELETE ON entry WHEN OLD.state = 'signed'
BEGIN
    SELECT RAISE(ABORT, 'a signed entry stays');
END;

-- The bytes come last, so that reading a heading never walks through them.
CREATE TABLE document (
    id TEXT NOT NULL UNIQUE,
    case_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    made_from TEXT NOT NULL,
    approved TEXT NOT NULL,
    approved_by TEXT NOT NULL,
    content BLOB NOT NULL
);
CREATE INDEX document_of_case ON document (case_id, approved);

CREATE TRIGGER document_is_final BEFORE UPDATE ON document
BEGIN
    SELECT RAISE(ABORT, 'a document is final');
END;
CREATE TRIGGER document_stays BEFORE DELETE ON document
BEGIN
    SELECT RAISE(ABORT, 'a document stays');
END;

CREATE TABLE document_event (
    number INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES document (id),
    what TEXT NOT NULL,
    at TEXT NOT NULL,
    person TEXT NOT NULL,
    way TEXT NOT NULL
);
CREATE INDEX event_of_document ON document_event (document_id);

CREATE TRIGGER document_event_is_final BEFORE UPDATE ON document_event
BEGIN
    SELECT RAISE(ABORT, 'an event is final');
END;
CREATE TRIGGER document_event_stays BEFORE DELETE ON document_event
BEGIN
    SELECT RAISE(ABORT, 'an event stays');
END;

-- Derived from entries: one row per case, and the folded words it is found by.
CREATE TABLE citizen (
    number INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    cpr TEXT NOT NULL,
    stage TEXT NOT NULL,
    due TEXT,
    due_text TEXT NOT NULL,
    soon TEXT,
    urgent TEXT,
    changed TEXT NOT NULL,
    name_order TEXT NOT NULL,
    words TEXT NOT NULL
);
CREATE INDEX citizen_in_order ON citizen (name_order, words);
CREATE INDEX citizen_due ON citizen (due, name_order) WHERE due IS NOT NULL;

CREATE TABLE citizen_word (
    word TEXT NOT NULL,
    citizen INTEGER NOT NULL REFERENCES citizen (number) ON DELETE CASCADE,
    PRIMARY KEY (word, citizen)
) WITHOUT ROWID;
CREATE INDEX word_of_citizen ON citizen_word (citizen);

CREATE TABLE clinic_profile (
    number INTEGER PRIMARY KEY,
    version TEXT NOT NULL,
    response TEXT NOT NULL,
    at TEXT NOT NULL,
    person TEXT NOT NULL
);

CREATE TABLE trail (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    person TEXT NOT NULL,
    deed TEXT NOT NULL,
    case_id TEXT,
    subject TEXT,
    digest TEXT,
    mark TEXT NOT NULL
);
CREATE INDEX trail_of_case ON trail (case_id, number);

CREATE TRIGGER trail_is_final BEFORE UPDATE ON trail
BEGIN
    SELECT RAISE(ABORT, 'the trail is final');
END;
CREATE TRIGGER trail_stays BEFORE DELETE ON trail
BEGIN
    SELECT RAISE(ABORT, 'the trail stays');
END;
