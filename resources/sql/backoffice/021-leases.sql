-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- A waiting ticket that one window alone may call until then, so that it can without the back office. It stays marked when the time is
-- over: the window may have called it and not been able to say so.
ALTER TABLE ticket ADD COLUMN lease_window TEXT NOT NULL DEFAULT '';
ALTER TABLE ticket ADD COLUMN lease_until BIGINT NOT NULL DEFAULT 0;
CREATE INDEX ticket_lease ON ticket (hall, ticket_day, lease_window) WHERE lease_window <> '';
