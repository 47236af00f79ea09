-- Loads this data package with DuckDB; run it in the folder of the package: duckdb -init load.sql
-- Codes stay text (040), missing values are empty cells, days are days.

CREATE TABLE events AS SELECT * FROM read_parquet('events.parquet');

CREATE TABLE dyads AS SELECT * FROM read_csv('dyads.tab', delim = '\t', quote = '', escape = '', header = true,
  nullstr = '', all_varchar = true);

CREATE TABLE withdrawn AS SELECT * FROM read_csv('withdrawn.tab', delim = '\t', quote = '', escape = '', header = true,
  nullstr = '', columns = {'what': 'VARCHAR', 'id': 'BIGINT', 'article_id': 'BIGINT', 'code': 'VARCHAR', 'day': 'DATE',
  'reason': 'VARCHAR', 'codebook': 'VARCHAR'});

CREATE TABLE quotations AS SELECT * FROM read_json('quotations.jsonl', format = 'newline_delimited',
  maximum_object_size = 16777216);
