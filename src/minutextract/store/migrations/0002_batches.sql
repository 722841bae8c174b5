-- What batches need beside the documents themselves.

-- The next document to work on, without sorting all that wait.
CREATE INDEX documents_to_do ON documents (state, attempts, sha256);

-- Documents that have changed since what links them over time was last derived; a batch that is killed before it gets
-- there leaves them for the next one.
CREATE TABLE unsettled (
    document TEXT PRIMARY KEY       -- it may be gone
) STRICT, WITHOUT ROWID;
CREATE TRIGGER documents_finished AFTER UPDATE OF state ON documents WHEN new.state IN ('done', 'quarantined') BEGIN
    INSERT OR IGNORE INTO unsettled (document) VALUES (new.sha256);
END;
CREATE TRIGGER documents_removed AFTER DELETE ON documents BEGIN
    INSERT OR IGNORE INTO unsettled (document) VALUES (old.sha256);
END;
