-- Who did what in a home, of the latest time. Ids alone: the names stand where they can be erased.
CREATE TABLE activity (
    n      INTEGER PRIMARY KEY AUTOINCREMENT,
    home   TEXT NOT NULL REFERENCES homes (id),
    device TEXT NOT NULL,
    at_ms  INTEGER NOT NULL,
    -- JSON in the words of docs/api.md.
    what   TEXT NOT NULL
) STRICT;
CREATE INDEX activity_of_home ON activity (home, n);
