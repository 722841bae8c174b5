-- The living action log: every action of a series with all that later meetings say of it; derived, made anew by `settle`.

CREATE TABLE log_actions (
    id            TEXT PRIMARY KEY,     -- from the meeting and the place of its first record
    ref           TEXT NOT NULL UNIQUE, -- for people: the series' short form, then the action's own reference or date/number
    series        TEXT,                 -- NULL: the meeting belongs to none, and nothing later is looked for
    finding       TEXT NOT NULL,        -- id of its first record
    text          TEXT NOT NULL,
    status        TEXT NOT NULL CHECK (
        status IN ('open', 'in-progress', 'done', 'carried', 'superseded', 'dropped')
    ),
    due_text      TEXT,                 -- the latest that was said
    due_date      TEXT,
    first_meeting INTEGER NOT NULL REFERENCES meetings (key) ON DELETE CASCADE,
    last_meeting  INTEGER NOT NULL REFERENCES meetings (key) ON DELETE CASCADE,
    silent_for    INTEGER NOT NULL,     -- how many meetings of the series there were after the last that mentions it
    reopened      INTEGER NOT NULL      -- how often it was open again after it had been closed
) STRICT;
CREATE INDEX log_actions_by_status ON log_actions (status, due_date);
CREATE INDEX log_actions_by_series ON log_actions (series, status);

CREATE TABLE log_owners (
    action TEXT NOT NULL REFERENCES log_actions (id) ON DELETE CASCADE,
    place  INTEGER NOT NULL,
    person TEXT,                        -- NULL: nobody of an attendance list
    name   TEXT NOT NULL,
    PRIMARY KEY (action, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX log_owners_by_person ON log_owners (person);
CREATE INDEX log_owners_by_name ON log_owners (name);

CREATE TABLE log_entries (
    action   TEXT NOT NULL REFERENCES log_actions (id) ON DELETE CASCADE,
    finding  INTEGER NOT NULL REFERENCES findings (key) ON DELETE CASCADE,
    meeting  INTEGER NOT NULL REFERENCES meetings (key) ON DELETE CASCADE,
    status   TEXT,                      -- NULL: it is spoken of, but not how it stands
    due_date TEXT,
    how      TEXT NOT NULL,             -- first, ref, wording, ref+wording, with (tells of the same task as another entry)
    certain  INTEGER NOT NULL,          -- 1: those that are not stand in log_proposals
    reason   TEXT NOT NULL,
    PRIMARY KEY (action, finding)
) STRICT, WITHOUT ROWID;
CREATE INDEX log_entries_by_finding ON log_entries (finding);
CREATE INDEX log_entries_by_meeting ON log_entries (meeting);

CREATE TABLE log_proposals (
    finding INTEGER NOT NULL REFERENCES findings (key) ON DELETE CASCADE,
    action  TEXT NOT NULL REFERENCES log_actions (id) ON DELETE CASCADE,
    score   REAL NOT NULL,              -- 0 to 1: how well the words agree
    reason  TEXT NOT NULL,
    PRIMARY KEY (finding, action)
) STRICT, WITHOUT ROWID;
CREATE INDEX log_proposals_by_action ON log_proposals (action);
