-- SPDX-FileCopyrightText: 2026 The Yichuang Authors
-- SPDX-License-Identifier: Apache-2.0

-- Who withdrew a case, or whose case its department ended, is not waited for any more.

UPDATE case_record SET deferral = 'released' WHERE deferral = 'open' AND state IN ('refused', 'returned', 'terminated', 'withdrawn', 'voided');

-- What time did to a case belongs to its hall's trail; what is sealed already stays as it is.
UPDATE audit SET hall = coalesce((SELECT c.hall FROM case_record c WHERE c.id = audit.subject), '') WHERE hall = '' AND link = 0;
