-- 1 where content is not the text that was read: the sentences in which something was found, and blanks (docs/archive.md).
ALTER TABLE documents ADD COLUMN excerpt INTEGER NOT NULL DEFAULT 0;
