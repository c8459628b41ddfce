-- The picture on the clinic's letters; every one of them is kept, and an empty one says that there
-- is none any more.
CREATE TABLE clinic_logo (
    number INTEGER PRIMARY KEY,
    picture BLOB NOT NULL,
    at TEXT NOT NULL,
    person TEXT NOT NULL
);
