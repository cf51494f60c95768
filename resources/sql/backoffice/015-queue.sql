-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- A ticket's place in the queue, and what was done to it. The class of its number stays when it waits in another one.

ALTER TABLE ticket ADD COLUMN queue_class TEXT NOT NULL DEFAULT '';
ALTER TABLE ticket ADD COLUMN since BIGINT NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN way TEXT NOT NULL DEFAULT 'taken';
ALTER TABLE ticket ADD COLUMN target_window TEXT NOT NULL DEFAULT '';
ALTER TABLE ticket ADD COLUMN priority_group TEXT NOT NULL DEFAULT '';
ALTER TABLE ticket ADD COLUMN slot_begin BIGINT NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN slot_end BIGINT NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN misses INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE ticket ADD COLUMN holder_hash TEXT NOT NULL DEFAULT '';
ALTER TABLE ticket ADD COLUMN query_token TEXT NOT NULL DEFAULT '';
UPDATE ticket SET queue_class = ticket_class, since = taken_at;
CREATE INDEX ticket_queue ON ticket (hall, ticket_day, state, queue_class);

-- Every press at a window, with the ticket as it was before: for undoing it, for the cap on jumps, and for figures.
CREATE TABLE ticket_step (
    ticket_id TEXT NOT NULL REFERENCES ticket (id),
    step INTEGER NOT NULL,
    hall TEXT NOT NULL,
    ticket_day TEXT NOT NULL,
    queue_class TEXT NOT NULL,
    service_window TEXT NOT NULL,
    clerk TEXT NOT NULL,
    act TEXT NOT NULL,
    why TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    at BIGINT NOT NULL,
    before TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (ticket_id, step)
);
CREATE INDEX ticket_step_call ON ticket_step (hall, ticket_day, act, at);

-- Keys that the back office makes for itself: numbers of certificates are compared by a keyed hash and not kept.
CREATE TABLE own_key (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE appointment (
    id TEXT PRIMARY KEY,
    hall TEXT NOT NULL REFERENCES hall (code),
    ticket_class TEXT NOT NULL,
    slot_day TEXT NOT NULL,
    slot_begin BIGINT NOT NULL,
    slot_end BIGINT NOT NULL,
    state TEXT NOT NULL DEFAULT 'booked' CHECK (state IN ('booked', 'arrived', 'cancelled', 'missed')),
    holder TEXT NOT NULL,
    holder_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    ticket_id TEXT NOT NULL DEFAULT '',
    made_at BIGINT NOT NULL
);
CREATE INDEX appointment_slot ON appointment (hall, ticket_class, slot_begin);
