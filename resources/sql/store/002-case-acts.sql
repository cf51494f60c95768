-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- What was done to cases after they were taken in, and its way to the back office.

CREATE TABLE case_act (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_record (id),
    act TEXT NOT NULL,
    at INTEGER NOT NULL,
    body BLOB NOT NULL
) STRICT;
CREATE INDEX case_act_case ON case_act (case_id, at);
CREATE INDEX case_state ON case_record (state);
-- Taken in at another window and looked at or gone on with here.
ALTER TABLE case_record ADD COLUMN adopted INTEGER NOT NULL DEFAULT 0;

CREATE TABLE outbox_next (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    subject TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('page', 'case', 'ticket-act', 'case-act')),
    target TEXT NOT NULL,
    body BLOB NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'conflict', 'attention')),
    tries INTEGER NOT NULL DEFAULT 0,
    last_answer TEXT NOT NULL DEFAULT '',
    next_try INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    UNIQUE (kind, subject, target)
) STRICT;
INSERT INTO outbox_next SELECT id, subject, kind, target, body, state, tries, last_answer, next_try, created_at FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_next RENAME TO outbox;
