-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- What the supervisor's figures are made of. 0: not yet.
ALTER TABLE ticket ADD COLUMN first_called_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN started_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN ended_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN clerk TEXT NOT NULL DEFAULT '';
CREATE INDEX ticket_day ON ticket (hall, ticket_day, taken_at);
ALTER TABLE service_window ADD COLUMN clerk TEXT NOT NULL DEFAULT '';
ALTER TABLE case_record ADD COLUMN papers_saved INTEGER NOT NULL DEFAULT 0;
ALTER TABLE case_record ADD COLUMN one_trip INTEGER NOT NULL DEFAULT 0;

-- What a supervisor tells a window; it is read there once.
CREATE TABLE message (
    id TEXT PRIMARY KEY,
    hall TEXT NOT NULL REFERENCES hall (code),
    service_window TEXT NOT NULL REFERENCES service_window (code),
    text TEXT NOT NULL,
    sender TEXT NOT NULL,
    at BIGINT NOT NULL,
    read_at BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX message_unread ON message (service_window, read_at);
