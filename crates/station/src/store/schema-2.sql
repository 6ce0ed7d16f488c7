-- A device that was removed from its home keeps its row, so that it is refused as removed and not as unknown.
-- NULL: it may speak.
ALTER TABLE devices ADD COLUMN revoked_ms INTEGER;

-- Which call has a contact's telephone: a person is in one call of ours at a time. The row outlives its call; the
-- call's own state says whether it still runs.
CREATE TABLE lines (
    contact TEXT PRIMARY KEY,
    home    TEXT NOT NULL,
    signal  TEXT NOT NULL,
    call    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The same number on two lists is one telephone.
CREATE INDEX contacts_phone ON contacts (phone);
