-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- Paper originals that wait here for their department, and the lists they left under.

-- Nobody asks for it here.
ALTER TABLE case_record DROP COLUMN content_hash;
-- 1: some wait here.
ALTER TABLE case_record ADD COLUMN originals INTEGER NOT NULL DEFAULT 0 CHECK (originals IN (0, 1));
-- What was taken in these days may still lie here.
UPDATE case_record SET originals = 1 WHERE received_at >= (CAST(strftime('%s', 'now') AS INTEGER) - 3 * 86400) * 1000;
CREATE INDEX case_originals ON case_record (originals) WHERE originals = 1;

CREATE TABLE transfer (
    id TEXT PRIMARY KEY,
    number TEXT NOT NULL,
    department TEXT NOT NULL,
    at INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX transfer_at ON transfer (at);

CREATE TABLE transferred (
    case_id TEXT NOT NULL,
    material TEXT NOT NULL,
    transfer_id TEXT NOT NULL REFERENCES transfer (id),
    PRIMARY KEY (case_id, material)
) STRICT;

-- A list in a CHECK is built anew for every row, so the states are named one by one and the kinds not at all; entries of one
-- case lie side by side.
CREATE TABLE outbox_next (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    subject TEXT NOT NULL,
    kind TEXT NOT NULL,
    target TEXT NOT NULL,
    body BLOB NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state = 'waiting' OR state = 'conflict' OR state = 'attention'),
    tries INTEGER NOT NULL DEFAULT 0,
    last_answer TEXT NOT NULL DEFAULT '',
    next_try INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    UNIQUE (subject, kind, target)
) STRICT;
INSERT INTO outbox_next SELECT id, subject, kind, target, body, state, tries, last_answer, next_try, created_at FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_next RENAME TO outbox;

-- Most cases are accepted, and nobody asks for those by their state.
DROP INDEX case_state;
CREATE INDEX case_state ON case_record (state) WHERE state <> 'accepted';
