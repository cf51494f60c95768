-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- What stands on every paper as QR finds its case.

ALTER TABLE case_record ADD COLUMN query_code TEXT NOT NULL DEFAULT '';
UPDATE case_record SET query_code = json_extract(body, '$.queryCode');
CREATE INDEX case_query_code ON case_record (hall, query_code);
