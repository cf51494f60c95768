-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- Who wrote a passport's letters small is the same person.
UPDATE case_record SET holder = 'passport:' || upper(substr(holder, 10)) WHERE holder LIKE 'passport:%';
UPDATE e_licence SET holder = 'passport:' || upper(substr(holder, 10)) WHERE holder LIKE 'passport:%';
UPDATE prefiling SET holder = 'passport:' || upper(substr(holder, 10)) WHERE holder LIKE 'passport:%';
INSERT INTO credit_bar (hall, holder, case_id, since) SELECT hall, 'passport:' || upper(substr(holder, 10)), case_id, since FROM credit_bar WHERE holder LIKE 'passport:%' ON CONFLICT DO NOTHING;
DELETE FROM credit_bar WHERE holder LIKE 'passport:%' AND holder <> 'passport:' || upper(substr(holder, 10));
UPDATE case_record SET holder = 'military:' || upper(substr(holder, 10)) WHERE holder LIKE 'military:%';
UPDATE e_licence SET holder = 'military:' || upper(substr(holder, 10)) WHERE holder LIKE 'military:%';
UPDATE prefiling SET holder = 'military:' || upper(substr(holder, 10)) WHERE holder LIKE 'military:%';
INSERT INTO credit_bar (hall, holder, case_id, since) SELECT hall, 'military:' || upper(substr(holder, 10)), case_id, since FROM credit_bar WHERE holder LIKE 'military:%' ON CONFLICT DO NOTHING;
DELETE FROM credit_bar WHERE holder LIKE 'military:%' AND holder <> 'military:' || upper(substr(holder, 10));
UPDATE case_record SET holder = 'other:' || upper(substr(holder, 7)) WHERE holder LIKE 'other:%';
UPDATE e_licence SET holder = 'other:' || upper(substr(holder, 7)) WHERE holder LIKE 'other:%';
UPDATE prefiling SET holder = 'other:' || upper(substr(holder, 7)) WHERE holder LIKE 'other:%';
INSERT INTO credit_bar (hall, holder, case_id, since) SELECT hall, 'other:' || upper(substr(holder, 7)), case_id, since FROM credit_bar WHERE holder LIKE 'other:%' ON CONFLICT DO NOTHING;
DELETE FROM credit_bar WHERE holder LIKE 'other:%' AND holder <> 'other:' || upper(substr(holder, 7));
