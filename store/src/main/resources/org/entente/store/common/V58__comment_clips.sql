-- A comment on a clip is tied to the words in their text, not to the place of the clip in the review: clip_start and clip_finish count in
-- the text of clip_sha256 where that is known, else in the part of the review. clip_name says which clip it was, should it leave.
ALTER TABLE comments ADD COLUMN clip_sha256 TEXT;
ALTER TABLE comments ADD COLUMN clip_name TEXT;
