-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- What is looked for in every hall, or every minute, is found without going through the table.

DROP INDEX case_query_code;
CREATE INDEX case_query ON case_record (query_code);
CREATE INDEX case_page_sha ON case_page (sha256);

CREATE INDEX ticket_named ON ticket (ticket_day) WHERE holder <> '';
CREATE INDEX appointment_named ON appointment (slot_day) WHERE holder <> '';
CREATE INDEX visit_holder_since ON visit_holder (since);
