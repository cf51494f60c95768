-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- What applicants say of a visit (好差评): once for a case or a ticket, at the window's second screen or on their page. A bad one is
-- to be followed up.
CREATE TABLE evaluation (
    id TEXT PRIMARY KEY,
    hall TEXT NOT NULL REFERENCES hall (code),
    subject_kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    number TEXT NOT NULL,
    service_window TEXT NOT NULL,
    clerk TEXT NOT NULL,
    item TEXT NOT NULL,
    level INTEGER NOT NULL CHECK (level >= 1 AND level <= 5),
    reason TEXT NOT NULL,
    channel TEXT NOT NULL,
    at BIGINT NOT NULL,
    follow_up_until TEXT NOT NULL DEFAULT '',
    follow_up TEXT NOT NULL DEFAULT '',
    followed_up_by TEXT NOT NULL DEFAULT '',
    followed_up_at BIGINT NOT NULL DEFAULT 0,
    UNIQUE (subject_kind, subject)
);
CREATE INDEX evaluation_hall ON evaluation (hall, at);
