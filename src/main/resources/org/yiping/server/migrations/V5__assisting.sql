-- A case may be several departments' at once: the one that leads it in department, those that assist apart by spaces.
-- The journal's scope names them all.
ALTER TABLE journal ALTER COLUMN department SET DATA TYPE VARCHAR(1000);
ALTER TABLE facts ALTER COLUMN department SET DATA TYPE VARCHAR(1000);
ALTER TABLE cases ADD COLUMN assisting VARCHAR(1000);
