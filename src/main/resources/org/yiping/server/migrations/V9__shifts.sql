-- Days of people in the field are kept by the city's day (counted from 1970-01-01) with the time they were judged over,
-- which is that of whole shifts. What was kept by the day's midnight is judged again.
DROP TABLE staff_days;
CREATE TABLE staff_days (
    unit VARCHAR(64) NOT NULL,
    epoch_day BIGINT NOT NULL,
    from_ms BIGINT NOT NULL,
    until_ms BIGINT NOT NULL,
    made_of VARCHAR(64) NOT NULL,
    content VARCHAR NOT NULL,
    PRIMARY KEY (unit, epoch_day)
);

-- From when on a layer stands as it does; what was there before this was written down was always so.
ALTER TABLE layers ADD COLUMN since_ms BIGINT DEFAULT 0 NOT NULL;

-- Outlines and streets that stood until another version took their place: by them past days are judged.
CREATE TABLE past_layers (
    name VARCHAR(64) NOT NULL,
    until_ms BIGINT NOT NULL,
    piece INTEGER NOT NULL,
    revision BIGINT NOT NULL,
    since_ms BIGINT NOT NULL,
    content BYTEA NOT NULL,
    PRIMARY KEY (name, until_ms, piece)
);
