-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- Visits on their way to another window.

CREATE TABLE outbox_next (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    subject TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('page', 'case', 'ticket-act', 'case-act', 'handover')),
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

-- A page may be asked for by another case of the same visit.
CREATE INDEX page_hash ON page (sha256);
