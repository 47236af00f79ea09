-- The sides that an actor took within some days are found without a look at the articles of all others.
ALTER TABLE positions ADD COLUMN day TEXT;
UPDATE positions SET day = (SELECT a.day FROM articles a WHERE a.id = positions.article_id);
DROP INDEX positions_by_speaker;
CREATE INDEX positions_by_speaker ON positions (speaker_key, day) WHERE live = 1;
