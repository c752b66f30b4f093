-- What the platform said, row by row (RecordForm; documents in JSON), and how far its journal was followed.
CREATE TABLE IF NOT EXISTS rows(
    kind VARCHAR(24) NOT NULL,
    id VARCHAR(64) NOT NULL,
    body VARBINARY(4000000) NOT NULL,
    PRIMARY KEY(kind, id));
-- One line: whose rows these are, and the revision they stand at. as_of in milliseconds since 1970, console's clock.
CREATE TABLE IF NOT EXISTS cursor(
    owner VARCHAR(1000) NOT NULL,
    revision BIGINT NOT NULL,
    as_of BIGINT NOT NULL);
