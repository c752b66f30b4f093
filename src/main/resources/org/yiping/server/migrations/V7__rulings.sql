-- What lies near is told by this index alone; who handled it is then looked up for the few that count.
DROP INDEX cases_tile;
CREATE INDEX cases_tile ON cases (tile, class_code, reported_ms DESC, ending, longitude, latitude);

-- A department's cases are found along the newest. An index by department would be written at every dispatch, and all
-- over; here a dispatch changes the page where the cases of these days lie.
DROP INDEX cases_department;
DROP INDEX cases_reported;
DROP INDEX cases_newest;
CREATE INDEX cases_newest ON cases (reported_ms DESC, born DESC, department, class_code);
DROP INDEX cases_ending;
CREATE INDEX cases_ending ON cases (ending, reported_ms DESC, born DESC, department);
