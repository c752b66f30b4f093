-- Days of people in the field are kept by the month (counted from the year 0), all of somebody's in one row: a city of
-- ten thousand people writes ten thousand rows a month, not three hundred thousand. The time is that of all days in it.
-- What was kept day by day is judged again.
DROP TABLE staff_days;
CREATE TABLE staff_months (
    unit VARCHAR(64) NOT NULL,
    epoch_month BIGINT NOT NULL,
    from_ms BIGINT NOT NULL,
    until_ms BIGINT NOT NULL,
    content VARCHAR NOT NULL,
    PRIMARY KEY (unit, epoch_month)
);
