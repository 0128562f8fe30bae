-- The journal: entries, what happened to them, and who holds an order. Never changed after its release.

PRAGMA application_id = 1128548913;

-- What this file is. One row, written when the file is made.
CREATE TABLE about (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    environment TEXT NOT NULL
) STRICT;

-- One capture or release. Everything here is copied from the event that recorded it, so that it can be looked up.
CREATE TABLE entries (
    row INTEGER PRIMARY KEY, -- of that event
    id TEXT NOT NULL UNIQUE,
    store TEXT NOT NULL,
    order_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('capture', 'release')),
    reference TEXT NOT NULL,
    recorded_at INTEGER NOT NULL -- milliseconds since 1970, UTC
) STRICT;
CREATE INDEX entries_of_store ON entries (store);
CREATE INDEX entries_of_order ON entries (store, order_id);

-- What happened. The rows count from 1 without gaps; each carries the hash of the one before it.
CREATE TABLE events (
    row INTEGER PRIMARY KEY,
    entry TEXT NOT NULL REFERENCES entries (id),
    at INTEGER NOT NULL, -- milliseconds since 1970, UTC
    event TEXT NOT NULL,
    body TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;
CREATE INDEX events_of_entry ON events (entry);

-- The last row of events.
CREATE TABLE head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    row INTEGER NOT NULL,
    hash TEXT NOT NULL
) STRICT;

-- Which unfinished entry holds an order: at most one.
CREATE TABLE claims (
    store TEXT NOT NULL,
    order_id TEXT NOT NULL,
    entry TEXT NOT NULL REFERENCES entries (id),
    PRIMARY KEY (store, order_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER events_follow_the_head BEFORE INSERT ON events
WHEN NOT EXISTS (SELECT 1 FROM head WHERE row = NEW.row - 1 AND hash = NEW.previous)
BEGIN SELECT RAISE(ABORT, 'an event can only follow the last one'); END;

CREATE TRIGGER events_move_the_head AFTER INSERT ON events
BEGIN UPDATE head SET row = NEW.row, hash = NEW.hash; END;

CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- Without this, INSERT OR REPLACE would delete rows past the triggers on DELETE.
CREATE TRIGGER entries_are_not_replaced BEFORE INSERT ON entries
WHEN EXISTS (SELECT 1 FROM entries WHERE row = NEW.row OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER entries_are_not_changed BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER entries_are_not_deleted BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER head_only_follows_events BEFORE UPDATE ON head
WHEN NOT EXISTS (SELECT 1 FROM events WHERE row = NEW.row AND row = OLD.row + 1 AND hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER head_is_not_deleted BEFORE DELETE ON head
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER head_is_not_replaced BEFORE INSERT ON head
WHEN EXISTS (SELECT 1 FROM head)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

PRAGMA user_version = 1;
