-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- What was submitted online, until a window makes a case of it.

CREATE TABLE prefiling (
    id TEXT PRIMARY KEY,
    hall TEXT NOT NULL REFERENCES hall (code),
    holder TEXT NOT NULL,
    submitted_at BIGINT NOT NULL,
    taken_case TEXT NOT NULL DEFAULT '',
    taken_at BIGINT NOT NULL DEFAULT 0,
    body TEXT NOT NULL
);
CREATE INDEX prefiling_holder ON prefiling (hall, holder);

-- Pages of what is no case yet: an online submission, a draft that goes from window to window.
CREATE TABLE loose_page (
    subject TEXT NOT NULL,
    hall TEXT NOT NULL REFERENCES hall (code),
    sha256 TEXT NOT NULL REFERENCES blob (sha256),
    PRIMARY KEY (subject, sha256)
);
CREATE INDEX loose_page_hash ON loose_page (sha256);
