-- Who is signed in, so that a restarted desk asks nobody again. hash is the SHA-256 of the key in the browser's cookie, which stands nowhere else.
-- A session holds while its member's epoch is the one that it began with.
CREATE TABLE sessions (
  hash TEXT NOT NULL PRIMARY KEY,
  member_id ${id} NOT NULL REFERENCES members (id),
  member_epoch INTEGER NOT NULL,
  began TEXT NOT NULL,
  used TEXT NOT NULL
) ${clustered};
CREATE INDEX sessions_by_member ON sessions (member_id);

-- By whose word else a member signs in: an issuer of OpenID Connect, and the member's subject there.
CREATE TABLE identities (
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  member_id ${id} NOT NULL REFERENCES members (id),
  made TEXT NOT NULL,
  PRIMARY KEY (issuer, subject)
) ${clustered};
CREATE INDEX identities_by_member ON identities (member_id);
