-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- Visits that ended with an answer. The remark travels in the outbox, sealed, and is not kept here.

CREATE TABLE enquiry (
    id TEXT PRIMARY KEY,
    item_code TEXT NOT NULL,
    guide_printed INTEGER NOT NULL CHECK (guide_printed IN (0, 1)),
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX enquiry_at ON enquiry (at);
