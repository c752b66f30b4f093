-- Past positions of people and vehicles (轨迹): what the field was judged by. Not journalled: telemetry.
CREATE TABLE tracks (
    unit VARCHAR(64) NOT NULL,
    at_ms BIGINT NOT NULL,
    kind VARCHAR(32) NOT NULL,
    longitude DOUBLE PRECISION NOT NULL,
    latitude DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (unit, at_ms)
);
