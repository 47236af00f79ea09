-- From which queue a person took an event to check it: only those drawn by chance tell of all others.
CREATE TABLE review_draws (
  event_id ${id} PRIMARY KEY REFERENCES events (id),
  drawn TEXT NOT NULL
);
CREATE INDEX events_unchecked ON events (confidence, id) WHERE live = 1 AND verdict IS NULL;
CREATE INDEX events_checked ON events (verdict) WHERE live = 1 AND verdict IS NOT NULL;
CREATE INDEX events_by_rule ON events (rule, verdict) WHERE live = 1;
