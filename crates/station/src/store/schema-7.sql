-- The number of the town's alarm permit; empty: none was written down.
ALTER TABLE homes ADD COLUMN permit TEXT NOT NULL DEFAULT '';
