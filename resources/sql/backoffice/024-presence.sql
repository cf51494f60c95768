-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- A clerk is at one window only, and a window has one machine. A session knows its machine and when the clerk entered, and who took
-- over from it at which window: it is kept until its end, to say so.
ALTER TABLE session ADD COLUMN device TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN since BIGINT NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN taken_by TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN taken_window TEXT NOT NULL DEFAULT '';
UPDATE session SET since = access_until - 1800000;
CREATE INDEX session_account ON session (account);
CREATE INDEX session_window ON session (service_window);
