-- A watch holds all that the wire filters by; days are ISO text.
ALTER TABLE watches ADD COLUMN status TEXT;
ALTER TABLE watches ADD COLUMN outlet TEXT;
ALTER TABLE watches ADD COLUMN first_day TEXT;
ALTER TABLE watches ADD COLUMN last_day TEXT;
-- mail_proved: who reads the address agreed by a link. proof_hash is the SHA-256 of the link on its way; only the newest holds, until proof_ends.
ALTER TABLE watches ADD COLUMN mail_proved INTEGER NOT NULL DEFAULT 0;
ALTER TABLE watches ADD COLUMN proof_hash TEXT;
ALTER TABLE watches ADD COLUMN proof_ends TEXT;
CREATE INDEX watches_by_proof ON watches (proof_hash) WHERE proof_hash IS NOT NULL;
-- A rare week is that of a pair, since a watch may turn to another pair.
UPDATE watch_items SET item_key = item_key || ' ' || (SELECT w.actors FROM watches w WHERE w.id = watch_id) WHERE item_key LIKE 'week %';
-- A feed that moved for good is asked at its new address; its items keep the names that they got by the first, which is origin.
ALTER TABLE feeds ADD COLUMN origin TEXT;
ALTER TABLE feeds ADD COLUMN moved_from TEXT;
ALTER TABLE feeds ADD COLUMN moved_at TEXT;
