-- What a device may do (V1). Devices of before could do everything.
ALTER TABLE devices ADD COLUMN role TEXT NOT NULL DEFAULT 'owner' CHECK (role IN ('owner', 'member'));
-- Whether it was let in for a code: such a device gives way to none that this machine adds by itself.
ALTER TABLE devices ADD COLUMN with_code INTEGER NOT NULL DEFAULT 0 CHECK (with_code IN (0, 1));
-- The code that makes a device an owner's when every other is lost; NULL: none was made, or it was used.
ALTER TABLE homes ADD COLUMN recovery_key BLOB;
