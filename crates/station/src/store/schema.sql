-- The station's tables. Names, numbers and addresses stand in `homes`, `contacts` and `devices`
-- alone, where they can be erased; everything else carries ids.

CREATE TABLE station (
    -- Which boot of the machine the column `signals.due_us` counts from.
    boot INTEGER NOT NULL
) STRICT;

CREATE TABLE homes (
    id     TEXT PRIMARY KEY,
    mode   TEXT NOT NULL CHECK (mode = 'demo'),
    street TEXT NOT NULL,
    city   TEXT NOT NULL,
    facts  TEXT NOT NULL,
    -- Argon2id of the password's keypad digits; NULL: none is set, so none is right.
    password_hash TEXT
) STRICT, WITHOUT ROWID;

-- The virtual base stations: what a real one keeps by itself, a siren order with its end.
CREATE TABLE base_stations (
    home     TEXT PRIMARY KEY REFERENCES homes (id),
    -- The last order that was heard (`effects.id`): an older one that arrives late is void.
    heard    INTEGER NOT NULL DEFAULT 0,
    -- The signals whose siren sounds, as JSON; NULL: silent.
    sounding TEXT,
    places   TEXT,
    ends     TEXT,
    said     TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE contacts (
    id       TEXT PRIMARY KEY,
    home     TEXT NOT NULL REFERENCES homes (id),
    position INTEGER NOT NULL CHECK (position >= 1),
    name     TEXT NOT NULL,
    phone    TEXT NOT NULL,
    UNIQUE (home, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE devices (
    id         TEXT PRIMARY KEY,
    home       TEXT NOT NULL REFERENCES homes (id),
    -- SHA-256 of the bearer token; the token itself is on the device only.
    token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    name       TEXT NOT NULL,
    added_ms   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One row per signal id of a home: where its journal ends and when it has to be woken.
CREATE TABLE signals (
    home        TEXT NOT NULL REFERENCES homes (id),
    signal      TEXT NOT NULL,
    -- NULL: a tombstone, the id was cancelled before it was heard of.
    incident    TEXT UNIQUE,
    seq         INTEGER NOT NULL,
    open        INTEGER NOT NULL CHECK (open IN (0, 1)),
    -- Microseconds of the boot clock of `station.boot`; NULL: no timer is running.
    due_us      INTEGER,
    -- Its last state could not be read: left alone until a person has looked.
    quarantined INTEGER NOT NULL DEFAULT 0 CHECK (quarantined IN (0, 1)),
    accepted_ms INTEGER NOT NULL,
    PRIMARY KEY (home, signal)
) STRICT;

CREATE INDEX signals_due ON signals (due_us) WHERE due_us IS NOT NULL;
CREATE INDEX signals_latest ON signals (home, accepted_ms) WHERE incident IS NOT NULL;
CREATE INDEX signals_open ON signals (home) WHERE open = 1;

-- The truth: what came in, what it caused, and the state after it. Ids are random, so its rows are kept in the order
-- in which they came: a batch then writes the end of the table, and not a page somewhere in it for each of its rows.
CREATE TABLE journal (
    home            TEXT NOT NULL,
    signal          TEXT NOT NULL,
    seq             INTEGER NOT NULL,
    at_ms           INTEGER NOT NULL,
    machine_version INTEGER NOT NULL,
    input           TEXT NOT NULL,
    outputs         TEXT NOT NULL,
    state           TEXT NOT NULL,
    PRIMARY KEY (home, signal, seq)
) STRICT;

CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_is_never_cut BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- Orders to the edge of the station, written in the transaction that decided them: (home, signal, seq, n) is theirs
-- alone, because a journal has each (home, signal, seq) once.
CREATE TABLE effects (
    -- Ascending, so that a worker needs no more than the last one it has seen.
    id          INTEGER PRIMARY KEY,
    home        TEXT NOT NULL,
    signal      TEXT NOT NULL,
    seq         INTEGER NOT NULL,
    n           INTEGER NOT NULL,
    instruction TEXT NOT NULL,
    done        INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1))
) STRICT;

CREATE INDEX effects_undone ON effects (id) WHERE done = 0;

-- The first dispatcher: a request that reaches nobody outside, kept where the operator can read it.
CREATE TABLE dispatch_log (
    request  TEXT PRIMARY KEY,
    at_ms    INTEGER NOT NULL,
    incident TEXT NOT NULL,
    service  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
