-- Topics: pages that editors make of the reviews with some tags. The address is made once and stays; tags is JSON; a withdrawn topic (1)
-- says so at its address;
-- edition counts the changes. Who made and changed what stands in acts.
CREATE TABLE topics (
  id ${id} PRIMARY KEY,
  address TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  lead TEXT NOT NULL,
  tags TEXT NOT NULL,
  withdrawn INTEGER NOT NULL,
  edition INTEGER NOT NULL,
  made TEXT NOT NULL,
  changed TEXT NOT NULL
);
