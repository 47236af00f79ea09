-- Full text. 'simple' folds case and keeps every word, as the SQLite index does.
CREATE TABLE article_search (
  article_id BIGINT PRIMARY KEY REFERENCES articles (id),
  words tsvector NOT NULL
);
CREATE INDEX article_search_words ON article_search USING gin (words);
