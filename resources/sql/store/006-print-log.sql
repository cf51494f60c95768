-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- Who printed it; empty: before this was noted.
ALTER TABLE paper_print ADD COLUMN clerk TEXT NOT NULL DEFAULT '';
CREATE INDEX paper_print_case ON paper_print (case_id, printed_at);
