-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- What was done to a case after it was taken in; the record itself holds what it came to.

CREATE TABLE case_act (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_record (id),
    seq BIGINT NOT NULL,
    act TEXT NOT NULL,
    at BIGINT NOT NULL,
    received_hash TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (case_id, seq)
);
CREATE INDEX case_state ON case_record (hall, state);
