-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- Times of a ticket and of a window stand under the clerk's number: two of one name are two.
UPDATE ticket SET clerk = (SELECT min(a.number) FROM account a WHERE a.name = ticket.clerk)
WHERE (SELECT count(*) FROM account a WHERE a.name = ticket.clerk) = 1;
UPDATE service_window SET clerk = (SELECT min(a.number) FROM account a WHERE a.name = service_window.clerk)
WHERE (SELECT count(*) FROM account a WHERE a.name = service_window.clerk) = 1;
UPDATE window_time SET clerk = (SELECT min(a.number) FROM account a WHERE a.name = window_time.clerk)
WHERE (SELECT count(*) FROM account a WHERE a.name = window_time.clerk) = 1;

-- A ticket that is held is not in service.
ALTER TABLE ticket ADD COLUMN held_since BIGINT NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN held_ms BIGINT NOT NULL DEFAULT 0;

-- The ticket of the visit that is evaluated: one visit counts once, whether it was its ticket or its case that was asked about.
ALTER TABLE evaluation ADD COLUMN visit TEXT NOT NULL DEFAULT '';
UPDATE evaluation SET visit = subject WHERE subject_kind = 'ticket';
CREATE INDEX evaluation_visit ON evaluation (visit);

-- Slots that pass are looked for every minute.
CREATE INDEX appointment_open ON appointment (slot_end) WHERE state = 'booked';
