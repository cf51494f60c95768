-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- The case before time did something to it: an act that was done earlier and arrives later goes on from there.

ALTER TABLE case_act ADD COLUMN before TEXT NOT NULL DEFAULT '';
