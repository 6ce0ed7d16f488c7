-- Whether a cancel in the five seconds after a slide takes the access code (C7).
ALTER TABLE homes ADD COLUMN cancel_takes_code INTEGER NOT NULL DEFAULT 0 CHECK (cancel_takes_code IN (0, 1));
