-- A version that the browser saved by itself (1) is written over by the next saving of the same member, so that a history holds what people saved.
ALTER TABLE post_versions ADD COLUMN auto INTEGER NOT NULL DEFAULT 0;

-- A review that is to be shown to the public at a moment, as the version that it had when that was decided.
CREATE TABLE schedules (
  post_id ${id} NOT NULL PRIMARY KEY REFERENCES posts (id),
  version INTEGER NOT NULL,
  due TEXT NOT NULL,
  correction TEXT NOT NULL,
  member_id ${id} NOT NULL REFERENCES members (id),
  made TEXT NOT NULL
);

-- Who asked for a second look at which version, and what the second person said: '' while it waits, APPROVED, RETURNED.
CREATE TABLE second_looks (
  id ${id} PRIMARY KEY,
  post_id ${id} NOT NULL REFERENCES posts (id),
  version INTEGER NOT NULL,
  member_id ${id} NOT NULL REFERENCES members (id),
  note TEXT NOT NULL,
  made TEXT NOT NULL,
  answer TEXT NOT NULL,
  reply TEXT NOT NULL,
  answered_by ${id} REFERENCES members (id),
  answered TEXT
);
CREATE INDEX second_looks_by_post ON second_looks (post_id, version);

-- What administrators decided for this desk; what is not here is as the program has it.
CREATE TABLE house_rules (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);
