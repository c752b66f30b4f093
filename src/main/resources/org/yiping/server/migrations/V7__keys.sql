-- What cases are found by, in a table of its own, for a step of a case changes none of it: H2 takes a changed row out of
-- every index and puts it in again, also where the index does not change, and each of those pages is written anew with
-- the next commit. Only a dispatch, and what corrects a report, is written here as well.
CREATE TABLE case_keys (
    k_born BIGINT PRIMARY KEY,
    k_id VARCHAR(64) NOT NULL UNIQUE,
    k_number VARCHAR(64),
    k_class VARCHAR(64),
    k_component VARCHAR(64),
    k_department VARCHAR(64),
    k_caller VARCHAR(64),
    k_reported_ms BIGINT NOT NULL,
    k_longitude DOUBLE PRECISION,
    k_latitude DOUBLE PRECISION,
    k_tile BIGINT
);
INSERT INTO case_keys
    SELECT born, id, number, class_code, component, department, caller, reported_ms, longitude, latitude, tile FROM cases;

CREATE INDEX keys_number ON case_keys (k_number);
CREATE INDEX keys_caller ON case_keys (k_caller, k_reported_ms DESC);
CREATE INDEX keys_component ON case_keys (k_component, k_reported_ms DESC);
CREATE INDEX keys_class ON case_keys (k_class, k_reported_ms DESC, k_born DESC);
-- Also a department's cases are found along the newest; what is near, by this index alone.
CREATE INDEX keys_newest ON case_keys (k_reported_ms DESC, k_born DESC, k_department, k_class);
CREATE INDEX keys_tile ON case_keys (k_tile, k_class, k_reported_ms DESC, k_longitude, k_latitude);

DROP INDEX cases_tile;
DROP INDEX cases_component;
DROP INDEX cases_caller;
DROP INDEX cases_reported;
DROP INDEX cases_number;
DROP INDEX cases_newest;
DROP INDEX cases_department;
DROP INDEX cases_class;
DROP INDEX cases_ending;
CREATE INDEX cases_ending ON cases (ending, reported_ms DESC, born DESC, department);

-- The id without the index of its constraint, whose name differs.
ALTER TABLE cases ADD COLUMN same_id VARCHAR(64);
UPDATE cases SET same_id = id;
ALTER TABLE cases DROP COLUMN id;
ALTER TABLE cases RENAME COLUMN same_id TO id;
ALTER TABLE cases ALTER COLUMN id SET NOT NULL;
