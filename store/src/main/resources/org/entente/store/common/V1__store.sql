-- documents.commentary and articles.layout keep the parts of a page as spans, so that a recoding finds the same articles.
-- Days are ISO text (2013-05-07), moments ISO text in UTC; spans count UTF-16 units of documents.content, half-open.
-- ${id} is the type of keys: INTEGER in SQLite (an alias of its row id), BIGINT in PostgreSQL. ${clustered} keeps a table
-- in the order of its key where the database can.

CREATE TABLE documents (
  id ${id} PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  address TEXT,
  language TEXT,
  content TEXT NOT NULL,
  commentary TEXT NOT NULL,
  added TEXT NOT NULL,
  copy_of ${id} REFERENCES documents (id),
  replaced_by ${id} REFERENCES documents (id),
  UNIQUE (name, sha256)
);
CREATE INDEX documents_by_text ON documents (sha256);

-- What happened, as articles tell it; its key is that of its first article.
CREATE TABLE stories (
  id ${id} PRIMARY KEY,
  headline TEXT
);

CREATE TABLE articles (
  id ${id} PRIMARY KEY,
  document_id ${id} NOT NULL REFERENCES documents (id),
  number INTEGER NOT NULL,
  headline TEXT,
  author TEXT,
  outlet TEXT,
  printed TEXT,
  day TEXT,
  day_rule TEXT NOT NULL,
  start INTEGER NOT NULL,
  finish INTEGER NOT NULL,
  layout TEXT NOT NULL,
  sentences INTEGER NOT NULL,
  story_id ${id} REFERENCES stories (id),
  copy_of ${id} REFERENCES articles (id),
  live INTEGER NOT NULL,
  UNIQUE (document_id, number)
);
CREATE INDEX articles_by_day ON articles (day);
CREATE INDEX articles_by_story ON articles (story_id);
CREATE INDEX articles_by_copied ON articles (copy_of) WHERE copy_of IS NOT NULL;

-- What stories compare of an article: its telling terms with their weights, and a sample of its shingles.
CREATE TABLE story_articles (
  article_id ${id} PRIMARY KEY REFERENCES articles (id),
  day TEXT,
  terms TEXT NOT NULL,
  level INTEGER NOT NULL,
  shingles TEXT NOT NULL
);
CREATE INDEX story_articles_by_day ON story_articles (day);

-- Which version of codebook and actors coded a document; old ones stay, with live = 0.
CREATE TABLE codings (
  id ${id} PRIMARY KEY,
  document_id ${id} NOT NULL REFERENCES documents (id),
  version TEXT NOT NULL,
  made TEXT NOT NULL,
  live INTEGER NOT NULL
);
CREATE INDEX codings_by_document ON codings (document_id);

-- An actor as named on a day: one person in two offices is two rows with one name.
CREATE TABLE actors (
  id ${id} PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  country TEXT NOT NULL,
  sector TEXT NOT NULL,
  office TEXT NOT NULL,
  actor_key TEXT NOT NULL,
  UNIQUE (name, kind, country, sector, office)
);
CREATE INDEX actors_by_key ON actors (actor_key);

-- code, status, the two actors and their keys are what holds now; what the machine said is kept in machine_* once a person changed it.
CREATE TABLE events (
  id ${id} PRIMARY KEY,
  coding_id ${id} NOT NULL REFERENCES codings (id),
  article_id ${id} NOT NULL REFERENCES articles (id),
  number INTEGER NOT NULL,
  code TEXT NOT NULL,
  quad INTEGER NOT NULL,
  goldstein DOUBLE PRECISION NOT NULL,
  status TEXT NOT NULL,
  status_rule TEXT NOT NULL,
  certainty TEXT NOT NULL,
  wish TEXT NOT NULL,
  tense TEXT NOT NULL,
  day TEXT,
  date_from TEXT,
  date_to TEXT,
  date_rule TEXT NOT NULL,
  source_id ${id} REFERENCES actors (id),
  source_key TEXT NOT NULL,
  source_start INTEGER,
  source_finish INTEGER,
  target_id ${id} REFERENCES actors (id),
  target_key TEXT NOT NULL,
  target_start INTEGER,
  target_finish INTEGER,
  place TEXT NOT NULL,
  attribution TEXT NOT NULL,
  start INTEGER NOT NULL,
  finish INTEGER NOT NULL,
  rule TEXT NOT NULL,
  confidence DOUBLE PRECISION NOT NULL,
  company TEXT NOT NULL,
  machine_code TEXT,
  machine_status TEXT,
  machine_source ${id},
  machine_target ${id},
  verdict TEXT,
  counted INTEGER NOT NULL,
  live INTEGER NOT NULL
);
CREATE INDEX events_by_article ON events (article_id);
CREATE INDEX events_by_coding ON events (coding_id);
CREATE INDEX events_by_pair ON events (source_key, target_key, day) WHERE counted = 1;
CREATE INDEX events_by_day ON events (day) WHERE live = 1;
CREATE INDEX events_by_code ON events (code, day) WHERE live = 1;

CREATE TABLE statements (
  id ${id} PRIMARY KEY,
  coding_id ${id} NOT NULL REFERENCES codings (id),
  article_id ${id} NOT NULL REFERENCES articles (id),
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  speaker_id ${id} REFERENCES actors (id),
  addressee_id ${id} REFERENCES actors (id),
  source_start INTEGER,
  source_finish INTEGER,
  cue_start INTEGER,
  cue_finish INTEGER,
  contents TEXT NOT NULL,
  start INTEGER NOT NULL,
  finish INTEGER NOT NULL,
  chain TEXT NOT NULL,
  rule TEXT NOT NULL,
  live INTEGER NOT NULL
);
CREATE INDEX statements_by_article ON statements (article_id);
CREATE INDEX statements_by_coding ON statements (coding_id);

-- Everybody who speaks in a statement, the first named at place 0.
CREATE TABLE statement_speakers (
  statement_id ${id} NOT NULL REFERENCES statements (id),
  place INTEGER NOT NULL,
  actor_id ${id} NOT NULL REFERENCES actors (id),
  PRIMARY KEY (statement_id, place)
);
CREATE INDEX statement_speakers_by_actor ON statement_speakers (actor_id);

CREATE TABLE positions (
  id ${id} PRIMARY KEY,
  coding_id ${id} NOT NULL REFERENCES codings (id),
  article_id ${id} NOT NULL REFERENCES articles (id),
  speaker_id ${id} REFERENCES actors (id),
  speaker_key TEXT NOT NULL,
  topic TEXT NOT NULL,
  topic_start INTEGER NOT NULL,
  topic_finish INTEGER NOT NULL,
  side TEXT NOT NULL,
  start INTEGER NOT NULL,
  finish INTEGER NOT NULL,
  rule TEXT NOT NULL,
  live INTEGER NOT NULL
);
CREATE INDEX positions_by_speaker ON positions (speaker_key) WHERE live = 1;
CREATE INDEX positions_by_coding ON positions (coding_id);

CREATE TABLE figures (
  id ${id} PRIMARY KEY,
  coding_id ${id} NOT NULL REFERENCES codings (id),
  article_id ${id} NOT NULL REFERENCES articles (id),
  measure TEXT NOT NULL,
  low DOUBLE PRECISION NOT NULL,
  high DOUBLE PRECISION NOT NULL,
  bound TEXT NOT NULL,
  unit TEXT NOT NULL,
  period_from TEXT,
  period_to TEXT,
  place TEXT NOT NULL,
  according_id ${id} REFERENCES actors (id),
  start INTEGER NOT NULL,
  finish INTEGER NOT NULL,
  rule TEXT NOT NULL,
  live INTEGER NOT NULL
);
CREATE INDEX figures_by_coding ON figures (coding_id);

CREATE TABLE announcements (
  id ${id} PRIMARY KEY,
  coding_id ${id} NOT NULL REFERENCES codings (id),
  article_id ${id} NOT NULL REFERENCES articles (id),
  code TEXT NOT NULL,
  place TEXT NOT NULL,
  date_from TEXT,
  date_to TEXT,
  announced_by TEXT NOT NULL,
  spans TEXT NOT NULL,
  live INTEGER NOT NULL
);
CREATE INDEX announcements_by_day ON announcements (date_to) WHERE live = 1;
CREATE INDEX announcements_by_coding ON announcements (coding_id);

CREATE TABLE announcement_actors (
  announcement_id ${id} NOT NULL REFERENCES announcements (id),
  place INTEGER NOT NULL,
  actor_id ${id} NOT NULL REFERENCES actors (id),
  PRIMARY KEY (announcement_id, place)
);

CREATE TABLE problems (
  id ${id} PRIMARY KEY,
  document_id ${id} REFERENCES documents (id),
  kind TEXT NOT NULL,
  place TEXT NOT NULL,
  message TEXT NOT NULL,
  UNIQUE (kind, place, message)
);

-- What was read: articles of a day that are no copies, and for each such article how many sentences name two actors.
CREATE TABLE days (
  day TEXT PRIMARY KEY,
  articles INTEGER NOT NULL,
  sentences INTEGER NOT NULL
);
CREATE TABLE article_pairs (
  first_key TEXT NOT NULL,
  second_key TEXT NOT NULL,
  day TEXT NOT NULL,
  article_id ${id} NOT NULL REFERENCES articles (id),
  sentences INTEGER NOT NULL,
  PRIMARY KEY (first_key, second_key, day, article_id)
) ${clustered};
CREATE INDEX article_pairs_by_article ON article_pairs (article_id);

-- What people say of the machine's codings: kept apart, and laid over every new coding of the same words.
CREATE TABLE corrections (
  id ${id} PRIMARY KEY,
  document_id ${id} NOT NULL REFERENCES documents (id),
  event_id ${id} NOT NULL REFERENCES events (id),
  start INTEGER NOT NULL,
  finish INTEGER NOT NULL,
  machine_code TEXT NOT NULL,
  machine_status TEXT NOT NULL,
  machine_source ${id} REFERENCES actors (id),
  machine_target ${id} REFERENCES actors (id),
  verdict TEXT NOT NULL,
  code TEXT,
  status TEXT,
  source_id ${id} REFERENCES actors (id),
  target_id ${id} REFERENCES actors (id),
  corrected_by TEXT NOT NULL,
  corrected_at TEXT NOT NULL,
  reason TEXT NOT NULL
);
CREATE INDEX corrections_by_document ON corrections (document_id);
