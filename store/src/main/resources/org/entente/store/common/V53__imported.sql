-- What came from another blog keeps the name that it had there (foreign_id), so that the same export taken twice doubles nothing.
CREATE TABLE imported (
  source TEXT NOT NULL,
  kind TEXT NOT NULL,
  foreign_id TEXT NOT NULL,
  own_id ${id} NOT NULL,
  PRIMARY KEY (source, kind, foreign_id)
) ${clustered};

-- Where a review stood before it came here; readers are led from there.
CREATE TABLE old_addresses (
  path TEXT NOT NULL PRIMARY KEY,
  post_id ${id} NOT NULL REFERENCES posts (id)
) ${clustered};

-- Who said a comment at another blog; NULL for what members say. Nobody signs in by such a name.
ALTER TABLE comments ADD COLUMN said_by TEXT;
