-- Homes that people set up, beside the home to try. A contact who leaves the list stays named in
-- the incidents of the past.

ALTER TABLE homes ADD COLUMN postal_code TEXT;
-- The home to try: at most one, and the only one that shows its password.
ALTER TABLE homes ADD COLUMN tryout INTEGER NOT NULL DEFAULT 1 CHECK (tryout IN (0, 1));
CREATE UNIQUE INDEX homes_tryout ON homes (tryout) WHERE tryout = 1;

CREATE TABLE contacts_3 (
    id       TEXT PRIMARY KEY,
    home     TEXT NOT NULL REFERENCES homes (id),
    -- NULL: no longer on the list.
    position INTEGER CHECK (position >= 1),
    name     TEXT NOT NULL,
    phone    TEXT NOT NULL,
    UNIQUE (home, position)
) STRICT, WITHOUT ROWID;
INSERT INTO contacts_3 SELECT id, home, position, name, phone FROM contacts;
DROP TABLE contacts;
ALTER TABLE contacts_3 RENAME TO contacts;
CREATE INDEX contacts_phone ON contacts (phone);
