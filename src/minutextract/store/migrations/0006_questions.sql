-- What makes questions quick in a large store.

CREATE TABLE finding_flags (
    flag    TEXT NOT NULL,
    finding INTEGER NOT NULL REFERENCES findings (key) ON DELETE CASCADE,
    PRIMARY KEY (flag, finding)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_flags_by_finding ON finding_flags (finding);
CREATE TRIGGER findings_flagged AFTER INSERT ON findings WHEN new.flags <> '[]' BEGIN
    INSERT OR IGNORE INTO finding_flags (flag, finding) SELECT value, new.key FROM json_each(new.flags);
END;
CREATE TRIGGER findings_flagged_otherwise AFTER UPDATE OF flags ON findings BEGIN
    DELETE FROM finding_flags WHERE finding = new.key;
    INSERT OR IGNORE INTO finding_flags (flag, finding) SELECT value, new.key FROM json_each(new.flags);
END;
INSERT OR IGNORE INTO finding_flags (flag, finding) SELECT value, findings.key FROM findings, json_each(findings.flags);

-- The body of each meeting under one name: that of its series, or as the minutes have it.
CREATE VIEW meeting_bodies AS
    SELECT m.key AS meeting, coalesce(s.name, m.body) AS body, sm.series AS series
    FROM meetings m LEFT JOIN series_meetings sm ON sm.meeting = m.key LEFT JOIN series s ON s.id = sm.series;

-- How often each check of the audit finds something; made anew whenever documents have changed.
CREATE TABLE audit_counts (
    kind TEXT NOT NULL,
    body TEXT NOT NULL,             -- '' if unknown
    year TEXT NOT NULL,             -- '' if unknown
    n    INTEGER NOT NULL,
    "of" INTEGER NOT NULL,          -- how many there are to check
    PRIMARY KEY (kind, body, year)
) STRICT, WITHOUT ROWID;

-- The index once more, with the first letters of words: without them a search for `word*` gathers every word that
-- begins so, each time.
DROP TABLE sentences_words;
CREATE VIRTUAL TABLE sentences_words USING fts5 (
    text, content = 'sentences', content_rowid = 'key', tokenize = "unicode61 remove_diacritics 2", prefix = '2 3 4'
);
INSERT INTO sentences_words (sentences_words) VALUES ('rebuild');
