-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- Which window holds a visit or a case, and what came with it when it was handed over.

CREATE TABLE visit_holder (
    case_id TEXT PRIMARY KEY,
    hall TEXT NOT NULL REFERENCES hall (code),
    service_window TEXT NOT NULL REFERENCES service_window (code),
    from_window TEXT NOT NULL,
    clerk TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    since BIGINT NOT NULL,
    taken INTEGER NOT NULL DEFAULT 0,
    etag TEXT NOT NULL,
    draft TEXT NOT NULL DEFAULT ''
);
CREATE INDEX visit_holder_window ON visit_holder (service_window, taken);
