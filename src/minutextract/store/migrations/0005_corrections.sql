-- What the secretary corrected. Corrections are kept apart from the findings, which each run writes anew; they are laid
-- over them in the same transaction.

CREATE TABLE corrections (
    key          INTEGER PRIMARY KEY,
    finding      TEXT NOT NULL,     -- id of the finding
    kind         TEXT NOT NULL,     -- with the words and the file: finds it again once its file has changed
    quote_sha256 TEXT NOT NULL,     -- of the quote with single spaces, in UTF-8
    path         TEXT NOT NULL,
    field        TEXT NOT NULL,     -- labels, confirmed, text, owners, due_date, status; other parts add theirs
    value        TEXT NOT NULL,     -- JSON
    made_at      TEXT NOT NULL,     -- UTC
    UNIQUE (finding, field)
) STRICT;
CREATE INDEX corrections_by_path ON corrections (path);

ALTER TABLE findings ADD COLUMN corrected TEXT NOT NULL DEFAULT '[]';   -- JSON list of the fields that are corrected
CREATE INDEX findings_corrected ON findings (meeting) WHERE corrected <> '[]';

CREATE TABLE originals (
    key     INTEGER PRIMARY KEY,    -- of the finding
    meeting INTEGER NOT NULL REFERENCES meetings (key) ON DELETE CASCADE,
    id      TEXT NOT NULL,          -- of the finding
    finding TEXT NOT NULL,          -- JSON object: the row as the document has it
    parties TEXT NOT NULL           -- JSON list of objects
) STRICT;
CREATE INDEX originals_by_meeting ON originals (meeting);
CREATE INDEX originals_by_id ON originals (id);
