-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- `ticket_queue` begins with the same columns, and each call writes both.
DROP INDEX ticket_waiting;
