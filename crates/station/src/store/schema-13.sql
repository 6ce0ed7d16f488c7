-- The cameras and doorbells of a home, each by a name. Their number and whether SOS works on them stand in `homes.facts`
-- too, from which eligibility is decided; both are written together.
CREATE TABLE cameras (
    id         TEXT PRIMARY KEY,
    home       TEXT NOT NULL REFERENCES homes (id),
    -- Its place on the list; NULL: the home has it no more, and what it was part of still names it.
    position   INTEGER CHECK (position >= 1),
    -- Empty: nobody has named it yet.
    name       TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('camera', 'doorbell')),
    compatible INTEGER NOT NULL CHECK (compatible IN (0, 1)),
    UNIQUE (home, position)
) STRICT, WITHOUT ROWID;

INSERT INTO cameras (id, home, position, name, kind, compatible)
SELECT lower(hex(randomblob(16))), homes.id, facts.key + 1,
       CASE WHEN homes.tryout = 1 AND facts.key = 0 THEN 'Front door' ELSE '' END,
       CASE WHEN homes.tryout = 1 AND facts.key = 0 THEN 'doorbell' ELSE 'camera' END,
       json_extract(facts.value, '$.compatible')
FROM homes, json_each(homes.facts, '$.cameras') AS facts;

-- The camera from whose picture a signal was slid (S3).
ALTER TABLE signals ADD COLUMN camera TEXT REFERENCES cameras (id);
