-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- The last day before time does something to a case by itself; empty where it does nothing.

ALTER TABLE case_record ADD COLUMN last_day TEXT NOT NULL DEFAULT '';
UPDATE case_record SET last_day = json_extract(body, '$.deferred[0].deadline')
    WHERE state IN ('accepted-deferred', 'in-review') AND json_extract(body, '$.deferred[0].deadline') IS NOT NULL;
CREATE INDEX case_last_day ON case_record (last_day);
