-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- The wait that was foretold when a ticket was taken: seconds that it does not exceed with 0, 5, 10 ... 100 percent. Held against what
-- then happened, later forecasts know how good they are.
ALTER TABLE ticket ADD COLUMN foretold TEXT NOT NULL DEFAULT '';
CREATE INDEX ticket_token ON ticket (query_token) WHERE query_token <> '';

-- What a window did from when until when; the present state stands at the window itself.
CREATE TABLE window_time (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    hall TEXT NOT NULL REFERENCES hall (code),
    service_window TEXT NOT NULL,
    clerk TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    since BIGINT NOT NULL,
    until BIGINT NOT NULL
);
CREATE INDEX window_time_hall ON window_time (hall, since);
