-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- Hand-overs that arrived. One that is sent again because its answer was lost is known, whatever became of the visit since.

CREATE TABLE handed_over (
    case_id TEXT NOT NULL,
    etag TEXT NOT NULL,
    hall TEXT NOT NULL REFERENCES hall (code),
    at BIGINT NOT NULL,
    PRIMARY KEY (case_id, etag)
);
CREATE INDEX handed_over_at ON handed_over (at);
INSERT INTO handed_over (case_id, etag, hall, at) SELECT case_id, etag, hall, since FROM visit_holder WHERE taken = 0;
