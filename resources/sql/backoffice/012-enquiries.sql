-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- Visits that ended with an answer and no application.

CREATE TABLE enquiry (
    id TEXT PRIMARY KEY,
    hall TEXT NOT NULL,
    service_window TEXT NOT NULL,
    clerk TEXT NOT NULL,
    item_code TEXT NOT NULL,
    guide_printed INTEGER NOT NULL,
    at BIGINT NOT NULL,
    hash TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX enquiry_window ON enquiry (hall, service_window, at);
