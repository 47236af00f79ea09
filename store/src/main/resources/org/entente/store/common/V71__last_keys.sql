-- The highest key that was given out in each table whose rows go. A form, a mail or a reading that is under way with the key of a row that
-- went must not meet another's row under it.
CREATE TABLE last_keys (
  name TEXT NOT NULL PRIMARY KEY,
  last ${id} NOT NULL
);
