-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- The reference back office. Times are milliseconds since 1970 UTC.

CREATE TABLE hall (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL
);

CREATE TABLE service_window (
    code TEXT PRIMARY KEY,
    hall TEXT NOT NULL REFERENCES hall (code),
    name TEXT NOT NULL,
    classes TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'closed' CHECK (state IN ('open', 'paused', 'closed')),
    reason TEXT NOT NULL DEFAULT '',
    since BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE account (
    number TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('clerk', 'supervisor', 'display', 'kiosk', 'department')),
    hall TEXT NOT NULL REFERENCES hall (code),
    password_hash TEXT NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0,
    locked_until BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE session (
    access_hash TEXT PRIMARY KEY,
    refresh_hash TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL REFERENCES account (number),
    service_window TEXT NOT NULL,
    access_until BIGINT NOT NULL,
    refresh_until BIGINT NOT NULL
);

CREATE TABLE document (
    name TEXT PRIMARY KEY,
    etag TEXT NOT NULL,
    body TEXT NOT NULL
);

CREATE TABLE number_block (
    id TEXT PRIMARY KEY,
    hall TEXT NOT NULL REFERENCES hall (code),
    service_window TEXT NOT NULL,
    prefix TEXT NOT NULL,
    first_number BIGINT NOT NULL,
    last_number BIGINT NOT NULL
);

CREATE TABLE upload (
    id TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    length BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    media_type TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE blob (
    sha256 TEXT PRIMARY KEY,
    bytes BIGINT NOT NULL,
    media_type TEXT NOT NULL
);

CREATE TABLE case_record (
    id TEXT PRIMARY KEY,
    hall TEXT NOT NULL REFERENCES hall (code),
    number TEXT NOT NULL UNIQUE,
    provisional_number TEXT UNIQUE,
    item_code TEXT NOT NULL,
    state TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    received_hash TEXT NOT NULL,
    etag TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX case_received ON case_record (hall, received_at);

CREATE TABLE case_page (
    case_id TEXT NOT NULL REFERENCES case_record (id),
    sha256 TEXT NOT NULL REFERENCES blob (sha256),
    PRIMARY KEY (case_id, sha256)
);

CREATE TABLE ticket (
    id TEXT PRIMARY KEY,
    hall TEXT NOT NULL REFERENCES hall (code),
    ticket_day TEXT NOT NULL,
    ticket_class TEXT NOT NULL,
    serial INTEGER NOT NULL,
    number TEXT NOT NULL,
    state TEXT NOT NULL,
    calls INTEGER NOT NULL DEFAULT 0,
    taken_at BIGINT NOT NULL,
    called_at BIGINT NOT NULL DEFAULT 0,
    service_window TEXT NOT NULL DEFAULT '',
    holder TEXT NOT NULL DEFAULT '',
    UNIQUE (hall, ticket_day, ticket_class, serial)
);
CREATE INDEX ticket_waiting ON ticket (hall, ticket_day, state, ticket_class, taken_at);

CREATE TABLE replay (
    id TEXT PRIMARY KEY,
    target TEXT NOT NULL,
    status INTEGER NOT NULL,
    answer TEXT NOT NULL,
    at BIGINT NOT NULL
);

CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    hall TEXT NOT NULL,
    kind TEXT NOT NULL,
    data TEXT NOT NULL,
    at BIGINT NOT NULL
);

CREATE TABLE audit (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL
);
