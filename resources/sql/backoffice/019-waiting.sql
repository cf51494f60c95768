-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- Whose turn it is, without looking at everybody who waits: the ordinary ones by arrival, and the few others.
CREATE INDEX ticket_ordinary ON ticket (hall, ticket_day, queue_class, since, serial)
    WHERE state IN ('waiting', 'transferred') AND way = 'taken' AND priority_group = '' AND slot_begin = 0 AND target_window = '';
CREATE INDEX ticket_special ON ticket (hall, ticket_day, queue_class)
    WHERE state IN ('waiting', 'transferred') AND (way <> 'taken' OR priority_group <> '' OR slot_begin > 0 OR target_window <> '');
CREATE INDEX ticket_window ON ticket (service_window, ticket_day);

CREATE INDEX event_hall ON event (hall, id);

-- Answers of the last two days are kept for requests that are repeated.
CREATE INDEX replay_at ON replay (at);
