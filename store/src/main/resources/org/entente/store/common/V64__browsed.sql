-- Who acts and is acted on is counted, and an actor's newest events are found, from these indexes alone; statements that an older coding made
-- are taken off the counts of speakers.
CREATE INDEX events_by_source ON events (source_key, day) WHERE live = 1;
CREATE INDEX events_by_target ON events (target_key, day) WHERE live = 1;
CREATE INDEX statements_old ON statements (id) WHERE live = 0;
