-- What makes a page of people, meetings and actions as quick in a large store as in a small one.

CREATE INDEX series_by_name ON series (name);
CREATE INDEX persons_by_name ON persons (name);
CREATE INDEX person_proposals_by_other ON person_proposals (other);

-- Every spelling of a person once, also as it is compared.
CREATE TABLE person_names (
    person TEXT NOT NULL REFERENCES persons (id),
    name   TEXT NOT NULL,
    folded TEXT NOT NULL,           -- without case and accents
    PRIMARY KEY (person, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_names_by_folded ON person_names (folded);

-- Every name in lists and findings once, and its words without case, accents and punctuation.
CREATE TABLE all_names (
    name  TEXT PRIMARY KEY,
    words TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What was counted of a person at a meeting, where there is anything; each finding once, as its document has it.
CREATE TABLE person_counts (
    person          TEXT NOT NULL REFERENCES persons (id),
    meeting         INTEGER NOT NULL REFERENCES meetings (key) ON DELETE CASCADE,
    actions         INTEGER NOT NULL,
    actions_done    INTEGER NOT NULL,
    actions_open    INTEGER NOT NULL,
    thanks_given    INTEGER NOT NULL,
    thanks_received INTEGER NOT NULL,
    PRIMARY KEY (person, meeting)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_counts_by_meeting ON person_counts (meeting);

ALTER TABLE log_actions ADD COLUMN opened TEXT;     -- date of the first meeting
ALTER TABLE log_actions ADD COLUMN place INTEGER;   -- where the words begin in its minutes
CREATE INDEX log_actions_in_order ON log_actions (series, opened, place, ref);
CREATE INDEX log_actions_by_due ON log_actions (due_date) WHERE due_date IS NOT NULL;
CREATE INDEX log_actions_silent ON log_actions (silent_for) WHERE status IN ('open', 'in-progress', 'carried');
CREATE INDEX audit_counts_in_order ON audit_counts (body, year, kind);

-- What goes with a meeting or a text that is taken out is found without reading whole tables.
CREATE INDEX log_actions_by_first_meeting ON log_actions (first_meeting);
CREATE INDEX log_actions_by_last_meeting ON log_actions (last_meeting);
CREATE INDEX meetings_by_text ON meetings (text);

-- Derive it all anew, where there is anything.
INSERT OR IGNORE INTO unsettled (document) SELECT 'views' WHERE EXISTS (SELECT 1 FROM documents);
