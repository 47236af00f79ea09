-- What counts between two is answered from the index alone; codings are found by their document's articles.
DROP INDEX events_by_pair;
CREATE INDEX events_by_pair ON events (source_key, target_key, day, code, quad, goldstein, confidence, company)
  WHERE counted = 1;
DROP INDEX events_by_coding;
DROP INDEX statements_by_coding;
