-- Feeds that the desk reads, each with what became of the last reading, and what people gave it to read.
CREATE TABLE feeds (
  id ${id} PRIMARY KEY,
  address TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  pages INTEGER NOT NULL,
  active INTEGER NOT NULL,
  state TEXT NOT NULL,
  message TEXT NOT NULL,
  etag TEXT,
  modified TEXT,
  items INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  checked_at TEXT,
  changed_at TEXT,
  next_at TEXT NOT NULL,
  added_by TEXT NOT NULL,
  added_at TEXT NOT NULL
);
CREATE INDEX feeds_by_turn ON feeds (next_at) WHERE active = 1;

CREATE TABLE intakes (
  id ${id} PRIMARY KEY,
  name TEXT NOT NULL,
  given_by TEXT NOT NULL,
  given_at TEXT NOT NULL,
  state TEXT NOT NULL,
  added INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  copies INTEGER NOT NULL,
  versions INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  message TEXT NOT NULL,
  document_id ${id}
);
