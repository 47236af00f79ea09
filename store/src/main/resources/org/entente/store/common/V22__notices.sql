-- A mail about a comment is sent only while the comment shows. digest = 1: it waits to be told together with others of the same member.
ALTER TABLE mails ADD COLUMN member_id ${id} REFERENCES members (id);
ALTER TABLE mails ADD COLUMN comment_id ${id} REFERENCES comments (id);
ALTER TABLE mails ADD COLUMN digest INTEGER NOT NULL DEFAULT 0;
