-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- Paper originals on their way to departments, and who signed for them there.

ALTER TABLE case_record ADD COLUMN service_window TEXT NOT NULL DEFAULT '';

CREATE TABLE transfer (
    id TEXT PRIMARY KEY,
    hall TEXT NOT NULL,
    department TEXT NOT NULL,
    number TEXT NOT NULL,
    at BIGINT NOT NULL,
    hash TEXT NOT NULL,
    body TEXT NOT NULL,
    received_by TEXT NOT NULL DEFAULT '',
    received_at BIGINT NOT NULL DEFAULT 0,
    remarks TEXT NOT NULL DEFAULT ''
);
CREATE INDEX transfer_open ON transfer (hall, department, at);
