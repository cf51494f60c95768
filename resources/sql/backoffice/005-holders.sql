-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- What is known of a holder ("type:number"): cases, e-licences, and commitments that were broken.

ALTER TABLE case_record ADD COLUMN holder TEXT NOT NULL DEFAULT '';
UPDATE case_record SET holder = json_extract(body, '$.applicant.certificateType') || ':' || json_extract(body, '$.applicant.certificateNumber');
CREATE INDEX case_holder ON case_record (hall, holder);

CREATE TABLE e_licence (
    id TEXT PRIMARY KEY,
    hall TEXT NOT NULL REFERENCES hall (code),
    holder TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    number TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    valid_until TEXT NOT NULL DEFAULT '',
    pages TEXT NOT NULL DEFAULT '[]'
);
CREATE INDEX e_licence_holder ON e_licence (hall, holder);

CREATE TABLE credit_bar (
    hall TEXT NOT NULL REFERENCES hall (code),
    holder TEXT NOT NULL,
    case_id TEXT NOT NULL REFERENCES case_record (id),
    since BIGINT NOT NULL,
    PRIMARY KEY (hall, holder, case_id)
);
