-- Readiness calls: test calls outside any incident, each under a signal id of its own.

-- Whom a readiness call rings; NULL: it is none. Such a row has no incident and is never open.
ALTER TABLE signals ADD COLUMN readiness_of TEXT CHECK (readiness_of IS NULL OR (incident IS NULL AND open = 0));
CREATE INDEX signals_readiness ON signals (readiness_of, accepted_ms) WHERE readiness_of IS NOT NULL;
CREATE INDEX signals_readiness_running ON signals (home) WHERE readiness_of IS NOT NULL AND due_us IS NOT NULL;

-- What readiness calls have shown of a contact. It belongs to the contact's number: with another number the row goes.
CREATE TABLE readiness (
    contact        TEXT PRIMARY KEY,
    -- The latest proof; NULL: there never was one.
    proved_ms      INTEGER,
    answered_in_ms INTEGER,
    dnd_on         INTEGER CHECK (dnd_on IN (0, 1)),
    password       TEXT NOT NULL DEFAULT 'not_tried' CHECK (password IN ('not_tried', 'known', 'not_known')),
    -- Asked not to be called: incidents that are accepted from then on do not know this contact.
    opted_out      INTEGER NOT NULL DEFAULT 0 CHECK (opted_out IN (0, 1)),
    -- The latest call, and what it came to, as JSON.
    tried_ms       INTEGER NOT NULL,
    result         TEXT NOT NULL,
    CHECK ((proved_ms IS NULL) = (answered_in_ms IS NULL) AND (proved_ms IS NULL) = (dnd_on IS NULL))
) STRICT, WITHOUT ROWID;
