-- What links meetings and people over time: derived from the documents, and made anew whenever one changes.

CREATE TABLE series (
    id   TEXT PRIMARY KEY,
    name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE series_meetings (
    meeting INTEGER PRIMARY KEY REFERENCES meetings (key) ON DELETE CASCADE,
    series  TEXT NOT NULL REFERENCES series (id),
    place   INTEGER NOT NULL,       -- order in time, from 1
    how     TEXT NOT NULL           -- what made it one of the series, and where it stands if it has no date
) STRICT;
CREATE INDEX series_meetings_in_order ON series_meetings (series, place);

CREATE TABLE persons (
    id   TEXT PRIMARY KEY,
    name TEXT NOT NULL              -- the spelling that is used most, in full if there is one
) STRICT, WITHOUT ROWID;

CREATE TABLE person_attendees (
    attendee INTEGER PRIMARY KEY REFERENCES attendees (key) ON DELETE CASCADE,
    person   TEXT NOT NULL REFERENCES persons (id),
    how      TEXT NOT NULL,
    certain  INTEGER NOT NULL CHECK (certain IN (0, 1))   -- 0: who it is stays open; `how` says why
) STRICT;
CREATE INDEX person_attendees_by_person ON person_attendees (person);

CREATE TABLE person_proposals (     -- two that may be one; for the secretary to settle
    person TEXT NOT NULL REFERENCES persons (id),
    other  TEXT NOT NULL REFERENCES persons (id),
    reason TEXT NOT NULL,
    PRIMARY KEY (person, other)
) STRICT, WITHOUT ROWID;

-- The alias file as it was last read: what is derived rests on the store alone.
CREATE TABLE alias_file (
    key     INTEGER PRIMARY KEY CHECK (key = 1),
    path    TEXT NOT NULL,
    content TEXT NOT NULL
) STRICT;
