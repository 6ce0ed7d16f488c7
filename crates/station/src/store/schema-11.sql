-- What a home is entitled to, signed, as whoever keeps subscriptions and enrolment has said it last; NULL: nobody has.
ALTER TABLE homes ADD COLUMN entitlement TEXT;
-- When that was last confirmed, on the wall clock.
ALTER TABLE homes ADD COLUMN entitled_ms INTEGER;
-- Whether enrolment was in doubt when a signal was accepted (B13).
ALTER TABLE signals ADD COLUMN in_doubt INTEGER NOT NULL DEFAULT 0 CHECK (in_doubt IN (0, 1));
