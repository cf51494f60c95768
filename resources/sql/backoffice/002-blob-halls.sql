-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- Which halls have shown that they have a page: its hash alone opens nothing in another hall.

CREATE TABLE blob_hall (
    sha256 TEXT NOT NULL REFERENCES blob (sha256),
    hall TEXT NOT NULL REFERENCES hall (code),
    PRIMARY KEY (sha256, hall)
);
INSERT INTO blob_hall (sha256, hall)
    SELECT DISTINCT p.sha256, c.hall FROM case_page p JOIN case_record c ON c.id = p.case_id;
