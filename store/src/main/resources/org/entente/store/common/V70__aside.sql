-- A version that the browser saved by itself although somebody else had saved meanwhile (1) lies beside the others: kept, and never the newest.
ALTER TABLE post_versions ADD COLUMN aside INTEGER NOT NULL DEFAULT 0;
