-- Which series have a log that still stands, so that only those are linked again that documents have changed.

CREATE TABLE log_series (
    series TEXT PRIMARY KEY,
    digest TEXT NOT NULL                -- of all that its log was derived from
) STRICT, WITHOUT ROWID;

-- What is taken out takes its part of the log along: the rest is derived anew.
CREATE TRIGGER meetings_leave_the_log BEFORE DELETE ON meetings BEGIN
    DELETE FROM log_series WHERE series = (SELECT series FROM series_meetings WHERE meeting = old.key);
END;
CREATE TRIGGER findings_leave_the_log BEFORE DELETE ON findings WHEN old.kind IN ('action', 'update') BEGIN
    DELETE FROM log_series WHERE series = (SELECT series FROM series_meetings WHERE meeting = old.meeting);
END;
