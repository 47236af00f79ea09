-- 1 where content is not the text that was read: the sentences in which something was found, and blanks (docs/archive.md).
-- pending: how a copy without its text was coded, should its original go: the version, a line end, a digest as JSON without the text.
ALTER TABLE documents ADD COLUMN excerpt INTEGER NOT NULL DEFAULT 0;
ALTER TABLE documents ADD COLUMN pending TEXT;
