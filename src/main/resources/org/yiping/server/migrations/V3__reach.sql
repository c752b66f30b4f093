-- A person may serve several areas: their scope names them all.
ALTER TABLE journal ALTER COLUMN area SET DATA TYPE VARCHAR(1000);
ALTER TABLE facts ALTER COLUMN area SET DATA TYPE VARCHAR(1000);

-- Which cases a photo belongs to: who sees none of them does not see the photo.
CREATE TABLE file_cases (
    file VARCHAR(64) NOT NULL,
    case_id VARCHAR(64) NOT NULL
);
CREATE INDEX file_cases_file ON file_cases (file);
