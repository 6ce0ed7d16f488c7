-- Which secrets the screens say are set, where that differs from what is kept: they were changed with the duress code
-- (J6). NULL: they say what is kept.
ALTER TABLE homes ADD COLUMN secrets_shown TEXT;
