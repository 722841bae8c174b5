-- What a batch finds, document by document. docs/store.md says what each column holds.

CREATE TABLE documents (
    sha256      TEXT PRIMARY KEY,   -- of the file's bytes: the document's identity, wherever the file lies
    media_type  TEXT,
    size        INTEGER NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('found', 'claimed', 'done', 'quarantined')),
    code        TEXT,               -- why it is quarantined: a fixed word
    cause       TEXT,
    remedy      TEXT,
    attempts    INTEGER NOT NULL DEFAULT 0,
    claimed_by  TEXT,
    lease_ends  REAL,               -- Unix time; another worker may take a claim that has run out
    made_by     TEXT                -- digest of the program's version and the model that its findings come from
) STRICT;
CREATE INDEX documents_by_state ON documents (state, lease_ends);

CREATE TABLE files (
    path        TEXT PRIMARY KEY,
    document    TEXT NOT NULL REFERENCES documents (sha256),
    size        INTEGER NOT NULL,
    modified_ns INTEGER NOT NULL,   -- with the size: whether the bytes have to be hashed again
    missing     INTEGER NOT NULL DEFAULT 0 CHECK (missing IN (0, 1))
) STRICT;
CREATE INDEX files_by_document ON files (document);

CREATE TABLE texts (
    key         INTEGER PRIMARY KEY,
    document    TEXT NOT NULL REFERENCES documents (sha256) ON DELETE CASCADE,
    part        TEXT NOT NULL,      -- '' or the name of the document within the file (an attachment)
    sha256      TEXT NOT NULL,      -- of `text` in UTF-8
    text        TEXT NOT NULL,      -- what every start and end are offsets into
    UNIQUE (document, part)
) STRICT;

CREATE TABLE meetings (
    key          INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,  -- from the bytes and the place within them
    document     TEXT NOT NULL REFERENCES documents (sha256) ON DELETE CASCADE,
    text         INTEGER NOT NULL REFERENCES texts (key) ON DELETE CASCADE,
    body         TEXT,
    title        TEXT,
    date         TEXT,
    starts       TEXT,
    ends         TEXT,
    place        TEXT,
    next_meeting TEXT,
    status       TEXT,
    warnings     TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX meetings_by_document ON meetings (document);
CREATE INDEX meetings_by_date ON meetings (date);

CREATE TABLE attendees (
    key            INTEGER PRIMARY KEY,
    meeting        INTEGER NOT NULL REFERENCES meetings (key) ON DELETE CASCADE,
    local          TEXT NOT NULL,   -- id within the meeting
    name           TEXT NOT NULL,
    initials       TEXT NOT NULL,   -- JSON list, as the document gives them
    honorifics     TEXT NOT NULL,   -- JSON list
    post           TEXT,
    organisation   TEXT,
    attendance     TEXT NOT NULL,
    deputising_for TEXT,
    "start"        INTEGER NOT NULL,
    "end"          INTEGER NOT NULL,
    UNIQUE (meeting, local)
) STRICT;
CREATE INDEX attendees_by_name ON attendees (name);

CREATE TABLE items (
    meeting INTEGER NOT NULL REFERENCES meetings (key) ON DELETE CASCADE,
    local   TEXT NOT NULL,
    number  TEXT,
    title   TEXT NOT NULL,
    PRIMARY KEY (meeting, local)
) STRICT, WITHOUT ROWID;

CREATE TABLE sentences (
    key     INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES meetings (key) ON DELETE CASCADE,
    local   TEXT NOT NULL,
    item    TEXT,
    "start" INTEGER NOT NULL,
    "end"   INTEGER NOT NULL,
    text    TEXT NOT NULL,
    labels  TEXT NOT NULL           -- JSON list
) STRICT;
CREATE INDEX sentences_by_meeting ON sentences (meeting, local);

CREATE VIRTUAL TABLE sentences_words USING fts5 (
    text, content = 'sentences', content_rowid = 'key', tokenize = "unicode61 remove_diacritics 2"
);
CREATE TRIGGER sentences_added AFTER INSERT ON sentences BEGIN
    INSERT INTO sentences_words (rowid, text) VALUES (new.key, new.text);
END;
CREATE TRIGGER sentences_removed AFTER DELETE ON sentences BEGIN
    INSERT INTO sentences_words (sentences_words, rowid, text) VALUES ('delete', old.key, old.text);
END;

CREATE TABLE findings (
    key       INTEGER PRIMARY KEY,
    id        TEXT NOT NULL,        -- from the bytes, the place and the kind: a second run gives the same
    kind      TEXT NOT NULL CHECK (kind IN ('action', 'update', 'decision', 'praise', 'insight')),
    meeting   INTEGER NOT NULL REFERENCES meetings (key) ON DELETE CASCADE,
    sentence  TEXT NOT NULL,
    item      TEXT,
    text      TEXT NOT NULL,
    quote     TEXT NOT NULL,        -- the source's words from start to end
    "start"   INTEGER NOT NULL,
    "end"     INTEGER NOT NULL,
    page      INTEGER,
    score     REAL NOT NULL,
    flags     TEXT NOT NULL,        -- JSON list
    ref       TEXT,                 -- actions, updates
    status    TEXT,                 -- actions, updates: as this document has it
    due_text  TEXT,
    due_date  TEXT,
    due_event TEXT,
    detail    TEXT NOT NULL DEFAULT '{}',   -- JSON: what only this kind has
    UNIQUE (meeting, id)
) STRICT;
CREATE INDEX findings_by_kind ON findings (kind, meeting);
CREATE INDEX findings_by_due ON findings (due_date) WHERE due_date IS NOT NULL;
CREATE INDEX findings_by_id ON findings (id);

CREATE TABLE parties (
    finding  INTEGER NOT NULL REFERENCES findings (key) ON DELETE CASCADE,
    role     TEXT NOT NULL CHECK (role IN ('owner', 'with', 'by', 'to', 'mover', 'seconder')),
    place    INTEGER NOT NULL,      -- order among those of the role
    name     TEXT NOT NULL,
    written  TEXT,                  -- as the document has it, of owners
    kind     TEXT,                  -- person, unit, group, role or unknown, of owners
    how      TEXT,                  -- how an owner was resolved
    attendee TEXT,                  -- id within the meeting
    unit     TEXT,
    PRIMARY KEY (finding, role, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX parties_by_name ON parties (name, role);
