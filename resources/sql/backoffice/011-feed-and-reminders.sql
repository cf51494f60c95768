-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- Accounts of departments' systems and of the hall's message gateway. The account table is built anew for its CHECK; what refers to
-- it (sessions) is kept aside meanwhile.

CREATE TABLE kept_session AS SELECT access_hash, refresh_hash, account, service_window, access_until, refresh_until FROM session;
DROP TABLE session;
CREATE TABLE kept_account AS SELECT number, name, role, hall, password_hash, failures, locked_until FROM account;
DROP TABLE account;
CREATE TABLE account (
    number TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('clerk', 'supervisor', 'display', 'kiosk', 'department', 'gateway')),
    hall TEXT NOT NULL REFERENCES hall (code),
    password_hash TEXT NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0,
    locked_until BIGINT NOT NULL DEFAULT 0,
    department TEXT NOT NULL DEFAULT ''
);
INSERT INTO account (number, name, role, hall, password_hash, failures, locked_until)
    SELECT number, name, role, hall, password_hash, failures, locked_until FROM kept_account;
DROP TABLE kept_account;
CREATE TABLE session (
    access_hash TEXT PRIMARY KEY,
    refresh_hash TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL REFERENCES account (number),
    service_window TEXT NOT NULL,
    access_until BIGINT NOT NULL,
    refresh_until BIGINT NOT NULL
);
INSERT INTO session (access_hash, refresh_hash, account, service_window, access_until, refresh_until)
    SELECT access_hash, refresh_hash, account, service_window, access_until, refresh_until FROM kept_session;
DROP TABLE kept_session;

ALTER TABLE case_record ADD COLUMN department TEXT NOT NULL DEFAULT '';
UPDATE case_record SET department = json_extract(body, '$.department');
CREATE INDEX case_department ON case_record (hall, department, id);

-- What departments are told of their cases, in order (一口出), and how far each has it. Entries are never removed: the next number
-- is the largest and one.
CREATE TABLE feed_entry (
    hall TEXT NOT NULL REFERENCES hall (code),
    department TEXT NOT NULL,
    seq BIGINT NOT NULL,
    kind TEXT NOT NULL,
    case_id TEXT NOT NULL REFERENCES case_record (id),
    version BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (hall, department, seq)
);
INSERT INTO feed_entry (hall, department, seq, kind, case_id, version, at)
    SELECT hall, department, row_number() OVER (PARTITION BY hall, department ORDER BY received_at, id),
           CASE state WHEN 'in-review' THEN 'review-started' ELSE state END, id, json_extract(body, '$.version'), received_at
    FROM case_record WHERE state IN ('accepted', 'accepted-deferred', 'in-review', 'decided', 'delivered');

CREATE TABLE feed_cursor (
    hall TEXT NOT NULL REFERENCES hall (code),
    department TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (hall, department)
);

-- What applicants are to be told (办事提醒): which case and on what occasion; whom and in which words stands in the case.
CREATE TABLE reminder (
    id TEXT PRIMARY KEY,
    hall TEXT NOT NULL REFERENCES hall (code),
    seq BIGINT NOT NULL,
    case_id TEXT NOT NULL REFERENCES case_record (id),
    kind TEXT NOT NULL,
    occasion TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'sent', 'failed', 'phoned', 'dropped')),
    reason TEXT NOT NULL DEFAULT '',
    made_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    UNIQUE (hall, seq),
    UNIQUE (case_id, kind, occasion)
);
CREATE INDEX reminder_state ON reminder (hall, state, seq);
