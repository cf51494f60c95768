-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- Pauses that windows ask their supervisor for, and the answers.
CREATE TABLE pause_request (
    id TEXT PRIMARY KEY,
    hall TEXT NOT NULL REFERENCES hall (code),
    service_window TEXT NOT NULL REFERENCES service_window (code),
    clerk TEXT NOT NULL,
    reason TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('asked', 'approved', 'declined', 'withdrawn', 'taken')),
    answered_by TEXT NOT NULL DEFAULT '',
    answered_at BIGINT NOT NULL DEFAULT 0,
    word TEXT NOT NULL DEFAULT ''
);
CREATE INDEX pause_request_open ON pause_request (hall, state, asked_at);
