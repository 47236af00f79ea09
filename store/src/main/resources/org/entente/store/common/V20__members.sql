-- Who may sign in, what they publish, what members say below it. Moments are ISO text in UTC, to the second. Secrets stand here only as hashes.
-- No member and no comment loses its row: an erased member keeps a row without name, mail and password, so that threads keep their shape.

CREATE TABLE members (
  id ${id} PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  mail TEXT NOT NULL,
  mail_key TEXT NOT NULL,
  mail_confirmed INTEGER NOT NULL,
  password TEXT,
  user_handle TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL,
  state TEXT NOT NULL,
  trusted INTEGER NOT NULL,
  muted_until TEXT,
  mute_reason TEXT NOT NULL,
  notices TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  joined TEXT NOT NULL
);
-- An address that nobody confirmed binds nobody: two accounts may claim it, one can prove it.
CREATE UNIQUE INDEX members_by_mail ON members (mail_key) WHERE mail_confirmed = 1;

CREATE TABLE passkeys (
  id TEXT NOT NULL PRIMARY KEY,
  member_id ${id} NOT NULL REFERENCES members (id),
  label TEXT NOT NULL,
  record TEXT NOT NULL,
  made TEXT NOT NULL,
  used TEXT NOT NULL
);
CREATE INDEX passkeys_by_member ON passkeys (member_id);

-- A link that lets somebody in once or until it ends: an invitation, a sign-in by mail, the proof of an address.
CREATE TABLE tickets (
  hash TEXT NOT NULL PRIMARY KEY,
  purpose TEXT NOT NULL,
  member_id ${id} REFERENCES members (id),
  role TEXT NOT NULL,
  note TEXT NOT NULL,
  made TEXT NOT NULL,
  ends TEXT NOT NULL,
  uses INTEGER NOT NULL
);

-- Who asked to join and waits for a moderator.
CREATE TABLE requests (
  id ${id} PRIMARY KEY,
  name TEXT NOT NULL,
  mail TEXT NOT NULL,
  words TEXT NOT NULL,
  made TEXT NOT NULL,
  state TEXT NOT NULL
);

CREATE TABLE posts (
  id ${id} PRIMARY KEY,
  address TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  member_id ${id} NOT NULL REFERENCES members (id),
  lead TEXT NOT NULL,
  state TEXT NOT NULL,
  comments TEXT NOT NULL,
  made TEXT NOT NULL,
  changed TEXT NOT NULL,
  published TEXT
);
CREATE INDEX posts_by_day ON posts (state, published);

-- form is the one-time number of the form that sent it: sent twice, it is kept once.
CREATE TABLE comments (
  id ${id} PRIMARY KEY,
  post_id ${id} NOT NULL REFERENCES posts (id),
  parent_id ${id} REFERENCES comments (id),
  member_id ${id} NOT NULL REFERENCES members (id),
  clip TEXT,
  clip_start INTEGER,
  clip_finish INTEGER,
  clip_exact TEXT,
  body TEXT NOT NULL,
  state TEXT NOT NULL,
  removed_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  pinned INTEGER NOT NULL,
  form TEXT NOT NULL UNIQUE,
  made TEXT NOT NULL,
  edited TEXT
);
CREATE INDEX comments_by_post ON comments (post_id, state);
CREATE INDEX comments_by_member ON comments (member_id);
CREATE INDEX comments_by_state ON comments (state);

-- What a comment said before it was edited.
CREATE TABLE comment_versions (
  comment_id ${id} NOT NULL REFERENCES comments (id),
  number INTEGER NOT NULL,
  body TEXT NOT NULL,
  made TEXT NOT NULL,
  PRIMARY KEY (comment_id, number)
) ${clustered};

CREATE TABLE reports (
  id ${id} PRIMARY KEY,
  comment_id ${id} NOT NULL REFERENCES comments (id),
  member_id ${id} NOT NULL REFERENCES members (id),
  reason TEXT NOT NULL,
  made TEXT NOT NULL,
  settled INTEGER NOT NULL,
  UNIQUE (comment_id, member_id)
);

-- Every act of moderators and administrators; rows are only added.
CREATE TABLE acts (
  id ${id} PRIMARY KEY,
  made TEXT NOT NULL,
  member_id ${id} NOT NULL REFERENCES members (id),
  act TEXT NOT NULL,
  subject TEXT NOT NULL,
  subject_id ${id} NOT NULL,
  reason TEXT NOT NULL
);

-- Mails wait here until they are handed over, so that a killed desk forgets none.
CREATE TABLE mails (
  id ${id} PRIMARY KEY,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  unsubscribe TEXT NOT NULL,
  made TEXT NOT NULL,
  due TEXT NOT NULL,
  tries INTEGER NOT NULL,
  state TEXT NOT NULL
);
CREATE INDEX mails_by_state ON mails (state, due);

-- What the desk itself must remember, as the key that signs links in mails.
CREATE TABLE desk_keys (
  name TEXT NOT NULL PRIMARY KEY,
  secret TEXT NOT NULL
);
