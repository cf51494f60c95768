-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- Exceptions asked of a supervisor, and the answers.

CREATE TABLE grant_request (
    id TEXT PRIMARY KEY,
    hall TEXT NOT NULL REFERENCES hall (code),
    case_id TEXT NOT NULL,
    service_window TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    answer TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX grant_open ON grant_request (hall, answer, asked_at);
