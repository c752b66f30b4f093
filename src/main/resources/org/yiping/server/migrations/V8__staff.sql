-- Days of people in the field as they were judged, so that a month is not judged again whenever somebody looks. Made of
-- tracks and of what `made_of` is the hash of (rules, duty, grid): whoever writes a fix into a day takes the day out.
CREATE TABLE staff_days (
    unit VARCHAR(64) NOT NULL,
    from_ms BIGINT NOT NULL,
    until_ms BIGINT NOT NULL,
    made_of VARCHAR(64) NOT NULL,
    content VARCHAR NOT NULL,
    PRIMARY KEY (unit, from_ms)
);

-- What sensors said before: means of hours, and series that were imported. Telemetry: not journalled.
CREATE TABLE sensor_past (
    sensor VARCHAR(64) NOT NULL,
    at_ms BIGINT NOT NULL,
    reading DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (sensor, at_ms)
);
