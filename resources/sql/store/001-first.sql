-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- What one window keeps. Bodies are sealed; names, numbers of persons and phones stand nowhere else.

CREATE TABLE draft (
    case_id TEXT PRIMARY KEY,
    body BLOB NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE page (
    case_id TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    file TEXT NOT NULL UNIQUE,
    bytes INTEGER NOT NULL CHECK (bytes > 0),
    media_type TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (case_id, sha256)
) STRICT;

CREATE TABLE case_record (
    id TEXT PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    provisional_number TEXT UNIQUE,
    item_code TEXT NOT NULL,
    state TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    holder_hash BLOB NOT NULL,
    content_hash TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    body BLOB NOT NULL
) STRICT;
CREATE INDEX case_received ON case_record (received_at);
CREATE INDEX case_holder ON case_record (holder_hash);

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    subject TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('page', 'case', 'ticket-act')),
    target TEXT NOT NULL,
    body BLOB NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'conflict', 'attention')),
    tries INTEGER NOT NULL DEFAULT 0,
    last_answer TEXT NOT NULL DEFAULT '',
    next_try INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    UNIQUE (kind, subject, target)
) STRICT;

CREATE TABLE audit (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    offline INTEGER NOT NULL,
    actor TEXT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    facts TEXT NOT NULL,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL
) STRICT;

CREATE TABLE paper_print (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id TEXT NOT NULL REFERENCES case_record (id),
    kind TEXT NOT NULL,
    copies INTEGER NOT NULL,
    printed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE number_block (
    id TEXT PRIMARY KEY,
    prefix TEXT NOT NULL,
    digits INTEGER NOT NULL,
    next INTEGER NOT NULL,
    last INTEGER NOT NULL CHECK (next <= last + 1)
) STRICT;

CREATE TABLE cache (
    name TEXT PRIMARY KEY,
    etag TEXT NOT NULL,
    body BLOB NOT NULL,
    fetched_at INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE credential (
    clerk TEXT PRIMARY KEY,
    verifier BLOB NOT NULL,
    body BLOB NOT NULL,
    verified_at INTEGER NOT NULL
) STRICT;
