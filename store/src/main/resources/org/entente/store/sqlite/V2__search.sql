-- Full text; contentless, since the words stand in documents.content. The row id is the article's.
CREATE VIRTUAL TABLE article_search USING fts5 (
  headline, body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
