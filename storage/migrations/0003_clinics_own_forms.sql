-- The clinic's own forms: each version as it was imported, with FHIR's words for its status.
CREATE TABLE clinic_form (
    url TEXT NOT NULL,
    version TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('draft', 'active', 'retired')),
    title TEXT NOT NULL,
    json TEXT NOT NULL,
    at TEXT NOT NULL,
    person TEXT NOT NULL,
    UNIQUE (url, version)
);
CREATE UNIQUE INDEX clinic_form_in_use ON clinic_form (url) WHERE status = 'active';

-- Entries are read with the form they were made with, so nothing of it may change once it is used.
CREATE TRIGGER used_form_is_final BEFORE UPDATE ON clinic_form
WHEN OLD.status <> 'draft' AND (
    NEW.status = 'draft'
    OR (NEW.url, NEW.version, NEW.title, NEW.json, NEW.at, NEW.person)
        IS NOT (OLD.url, OLD.version, OLD.title, OLD.json, OLD.at, OLD.person)
)
BEGIN
    SELECT RAISE(ABORT, 'a used form is final');
END;
CREATE TRIGGER used_form_stays BEFORE DELETE ON clinic_form WHEN OLD.status <> 'draft'
BEGIN
    SELECT RAISE(ABORT, 'a used form stays');
END;
