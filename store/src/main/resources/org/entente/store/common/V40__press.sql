-- What press reviews are made of. Every saving is a version and stays; the public sees the one that posts.shown names (NULL before the
-- first publication, and in posts that are one text without clips). blocks and tags are JSON (class Block). correction is the line that
-- readers see of a version that mended a published one.
ALTER TABLE posts ADD COLUMN shown INTEGER;

CREATE TABLE post_versions (
  post_id ${id} NOT NULL REFERENCES posts (id),
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  tags TEXT NOT NULL,
  blocks TEXT NOT NULL,
  member_id ${id} NOT NULL REFERENCES members (id),
  made TEXT NOT NULL,
  correction TEXT NOT NULL,
  PRIMARY KEY (post_id, number)
) ${clustered};
