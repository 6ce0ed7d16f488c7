-- The history of a home: only what the household sees is in it, so that what is hidden is neither read nor passed over.
DROP INDEX signals_latest;
CREATE INDEX signals_history ON signals (home, accepted_ms) WHERE incident IS NOT NULL AND hidden = 0;
