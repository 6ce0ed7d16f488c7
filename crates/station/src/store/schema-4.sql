-- Every kind of alarm: codes, the burglar setting, practice, hidden incidents, and what an incident may ask for.

ALTER TABLE homes ADD COLUMN duress_password_hash TEXT;
ALTER TABLE homes ADD COLUMN code_hash TEXT;
ALTER TABLE homes ADD COLUMN duress_code_hash TEXT;
ALTER TABLE homes ADD COLUMN burglar_setting TEXT NOT NULL DEFAULT '"if_no_one_cancels"';
-- Until when alarms are practice, as a timer; and until when the screens say so. They differ where practice was entered
-- with the duress code: the home then stays live.
ALTER TABLE homes ADD COLUMN practice TEXT;
ALTER TABLE homes ADD COLUMN practice_shown TEXT;

-- Nobody in the home may see, count or infer it.
ALTER TABLE signals ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1));
-- How much of its plan an incident carries out.
ALTER TABLE signals ADD COLUMN course TEXT NOT NULL DEFAULT 'full'
    CHECK (course IN ('full', 'practice', 'drill', 'unmonitored'));
-- Whether a further SOS of the home is taken in by it.
ALTER TABLE signals ADD COLUMN takes_in INTEGER NOT NULL DEFAULT 0 CHECK (takes_in IN (0, 1));
CREATE INDEX signals_takes_in ON signals (home) WHERE takes_in = 1;

-- Hash of this row and of the one before it in the same journal; NULL: written before rows were chained.
ALTER TABLE journal ADD COLUMN chain BLOB;

-- Whether the order asks somebody to come. Only an incident in full has such an order.
ALTER TABLE effects ADD COLUMN dispatches INTEGER NOT NULL DEFAULT 0 CHECK (dispatches IN (0, 1));
CREATE TRIGGER only_an_incident_in_full_dispatches BEFORE INSERT ON effects WHEN NEW.dispatches = 1
BEGIN
    SELECT RAISE(ABORT, 'only an incident in full may ask somebody to come') WHERE NOT EXISTS (
        SELECT 1 FROM signals WHERE home = NEW.home AND signal = NEW.signal AND course = 'full'
    );
END;

CREATE TABLE dispatch_log_4 (
    request  TEXT PRIMARY KEY,
    at_ms    INTEGER NOT NULL,
    incident TEXT NOT NULL,
    service  TEXT NOT NULL,
    course   TEXT NOT NULL CHECK (course = 'full')
) STRICT, WITHOUT ROWID;
INSERT INTO dispatch_log_4 SELECT request, at_ms, incident, service, 'full' FROM dispatch_log;
DROP TABLE dispatch_log;
ALTER TABLE dispatch_log_4 RENAME TO dispatch_log;
