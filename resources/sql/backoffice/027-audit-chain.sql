-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- Each entry of the audit trail is sealed to the one before it. `link`: its place in the chain; 0: not sealed yet.
ALTER TABLE audit ADD COLUMN hall TEXT NOT NULL DEFAULT '';
ALTER TABLE audit ADD COLUMN link BIGINT NOT NULL DEFAULT 0;
ALTER TABLE audit ADD COLUMN hash TEXT NOT NULL DEFAULT '';
UPDATE audit SET hall = coalesce((SELECT a.hall FROM account a WHERE a.number = audit.actor), '');
UPDATE audit SET hall = coalesce((SELECT c.hall FROM case_record c WHERE c.id = audit.subject), '') WHERE hall = '';
CREATE INDEX audit_open ON audit (seq) WHERE link = 0;
CREATE UNIQUE INDEX audit_link ON audit (link) WHERE link > 0;
CREATE INDEX audit_hall ON audit (hall, seq);
