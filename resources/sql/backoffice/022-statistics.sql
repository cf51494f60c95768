-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- What a supervisor's statistics ask of a case: whose it was (the clerk's number), and what became of what was to follow: open,
-- in-time, late, passed; empty where nothing was. Cases that are there already are told by their audit and their own words.
ALTER TABLE case_record ADD COLUMN clerk TEXT NOT NULL DEFAULT '';
ALTER TABLE case_record ADD COLUMN deferral TEXT NOT NULL DEFAULT '';
UPDATE case_record SET clerk = taken.actor FROM (SELECT subject, actor FROM audit WHERE seq IN (SELECT min(seq) FROM audit
    WHERE act IN ('case.received', 'case.accepted', 'case.accepted-deferred', 'case.to-correct', 'case.received-deferred', 'case.refused')
    GROUP BY subject)) AS taken WHERE taken.subject = case_record.id;
UPDATE case_record SET deferral = 'open' WHERE body LIKE '%"deferred":[{%';
UPDATE case_record SET deferral = 'passed' WHERE deferral = 'open' AND body LIKE '%"commitment":"%';
UPDATE case_record SET deferral = 'late' WHERE deferral = '' AND body LIKE '%"commitment":"repaired"%';
UPDATE case_record SET deferral = 'in-time' WHERE deferral = '' AND body LIKE '%"kind":"deferred-acceptance-notice"%';
