-- What cases are looked for by. The indexes below do not change with a case's steps, except by a dispatch.
ALTER TABLE cases ADD COLUMN number VARCHAR(64);

DROP INDEX cases_ending;
CREATE INDEX cases_ending ON cases (ending, department);
CREATE INDEX cases_number ON cases (number);
CREATE INDEX cases_newest ON cases (reported_ms DESC, born DESC);
CREATE INDEX cases_department ON cases (department, reported_ms DESC, born DESC);
CREATE INDEX cases_class ON cases (class_code, reported_ms DESC, born DESC);

-- Description and address of each case in small letters; revision is the journal's that brought them.
CREATE TABLE case_words (
    born BIGINT PRIMARY KEY,
    revision BIGINT NOT NULL,
    words VARCHAR NOT NULL
);
CREATE INDEX case_words_revision ON case_words (revision);

-- Which cases have which two characters side by side, in segments of some thousand cases each: written once, behind
-- the writer, and never changed. A segment holds what was worded up to the revision that names it. Where cases have
-- been worded anew they stand in a later segment as well; the words themselves decide.
CREATE TABLE gram_segments (
    segment BIGINT PRIMARY KEY,
    cases BYTEA NOT NULL
);
CREATE TABLE gram_cases (
    segment BIGINT NOT NULL,
    gram VARCHAR(2) NOT NULL,
    places BYTEA NOT NULL,
    PRIMARY KEY (segment, gram)
);
CREATE TABLE grams (
    gram VARCHAR(2) PRIMARY KEY
);
