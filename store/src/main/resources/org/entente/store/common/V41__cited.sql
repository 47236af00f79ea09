-- Texts that clips point into and that came with an archive of press reviews; what was read itself stands in documents.
CREATE TABLE cited_texts (
  sha256 TEXT NOT NULL PRIMARY KEY,
  content TEXT NOT NULL
);
