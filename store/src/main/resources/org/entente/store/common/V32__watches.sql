-- Saved views, what they found, and where it was sent. token opens the feeds of a watch to programs that cannot sign in.
CREATE TABLE watches (
  id ${id} PRIMARY KEY,
  name TEXT NOT NULL,
  words TEXT NOT NULL,
  actors TEXT NOT NULL,
  codes TEXT NOT NULL,
  rare INTEGER NOT NULL,
  owner TEXT NOT NULL,
  made_at TEXT NOT NULL,
  token TEXT NOT NULL UNIQUE,
  mail TEXT NOT NULL,
  hook TEXT NOT NULL,
  secret TEXT NOT NULL,
  last_document ${id} NOT NULL
);
CREATE TABLE watch_items (
  id ${id} PRIMARY KEY,
  watch_id ${id} NOT NULL REFERENCES watches (id) ON DELETE CASCADE,
  item_key TEXT NOT NULL,
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  path TEXT NOT NULL,
  day TEXT,
  found_at TEXT NOT NULL,
  UNIQUE (watch_id, item_key)
);
CREATE TABLE watch_sendings (
  id ${id} PRIMARY KEY,
  watch_id ${id} NOT NULL REFERENCES watches (id) ON DELETE CASCADE,
  channel TEXT NOT NULL,
  first_item ${id} NOT NULL,
  last_item ${id} NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  next_at TEXT NOT NULL,
  message TEXT NOT NULL
);
CREATE INDEX watch_sendings_by_turn ON watch_sendings (next_at) WHERE state = 'WAITING';
