-- What the minutes tell of an action in words that are no finding of their own: points of reviews, sentences in prose.

CREATE TABLE log_told (
    action   TEXT NOT NULL REFERENCES log_actions (id) ON DELETE CASCADE,
    meeting  INTEGER NOT NULL REFERENCES meetings (key) ON DELETE CASCADE,
    "start"  INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    quote    TEXT NOT NULL,
    status   TEXT,                      -- NULL: it is spoken of, but not how it stands
    due_date TEXT,
    how      TEXT NOT NULL,             -- ref or wording
    certain  INTEGER NOT NULL CHECK (certain IN (0, 1)),    -- 0: only proposed; it changes nothing
    score    REAL NOT NULL,
    reason   TEXT NOT NULL,
    PRIMARY KEY (action, meeting, "start")
) STRICT, WITHOUT ROWID;
CREATE INDEX log_told_by_meeting ON log_told (meeting);
