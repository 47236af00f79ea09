-- Which members want reviews by mail. tags (JSON) and author_id narrow it: a review with one of the tags, or by the author; without both, all.
CREATE TABLE newsletters (
  member_id ${id} NOT NULL PRIMARY KEY REFERENCES members (id),
  often TEXT NOT NULL,
  tags TEXT NOT NULL,
  author_id ${id} REFERENCES members (id)
);
-- A mail about a review is made when it is handed over, of what the review says then.
ALTER TABLE mails ADD COLUMN post_id ${id} REFERENCES posts (id);
