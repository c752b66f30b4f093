-- What a case is about and where, for finding what lies near it in place and time. The tile never changes unless the
-- place does, so that these indexes cost a new case and no later step.
ALTER TABLE cases ADD COLUMN class_code VARCHAR(64);
ALTER TABLE cases ADD COLUMN component VARCHAR(64);
ALTER TABLE cases ADD COLUMN longitude DOUBLE PRECISION;
ALTER TABLE cases ADD COLUMN latitude DOUBLE PRECISION;
ALTER TABLE cases ADD COLUMN tile BIGINT;
ALTER TABLE cases ADD COLUMN caller VARCHAR(64);
ALTER TABLE cases ADD COLUMN flags VARCHAR(1000);

CREATE INDEX cases_tile ON cases (tile, class_code, reported_ms);
CREATE INDEX cases_component ON cases (component, reported_ms);
CREATE INDEX cases_caller ON cases (caller, reported_ms);
CREATE INDEX cases_reported ON cases (reported_ms);
CREATE INDEX cases_ending ON cases (ending);
