-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- The hall's screens show who was called last.
CREATE INDEX ticket_called ON ticket (hall, ticket_day, called_at);
