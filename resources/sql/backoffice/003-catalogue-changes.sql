-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- Which item changed in which catalogue, so that windows fetch what changed and no more.

CREATE TABLE catalogue_version (
    etag TEXT PRIMARY KEY,
    seq BIGINT NOT NULL
);

CREATE TABLE catalogue_item (
    code TEXT PRIMARY KEY,
    hash TEXT NOT NULL,
    body TEXT NOT NULL,
    changed_in BIGINT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX catalogue_item_changed ON catalogue_item (changed_in);
