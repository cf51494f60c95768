// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// The part of the contract that applicants meet themselves: the page behind a paper's QR, and what they say of a visit.

import assert from "node:assert/strict";

export async function theApplicants(expect, { token, server, supervisor, kiosk, bad, id }) {
    const held = (await expect(200, "GET", "/v1/cases", { token })).json.cases;
    const [one, two] = held.filter((entry) => entry.state === "accepted" || entry.state === "accepted-deferred");
    const page = await expect(200, "GET", `/q/${one.queryCode}`);
    for (const personal of [one.applicant.name, one.applicant.certificateNumber, one.applicant.phone])
        assert(!personal || !page.text.includes(personal), "the page names somebody");
    await expect(404, "GET", "/q/ZZZZZZZZZZ");
    await expect(200, "GET", "/q/style.css");
    const form = (fields) => ({ headers: { "Content-Type": "application/x-www-form-urlencoded" }, raw: new URLSearchParams(fields).toString() });
    const sent = `/q/${one.queryCode}/evaluation`;
    await expect(404, "POST", "/q/ZZZZZZZZZZ/evaluation", form({ level: 5 }));
    await expect(422, "POST", sent, form({ level: 7 }));
    await expect(200, "POST", sent, form({ level: 2, reason: "等得太久" }));
    await expect(409, "POST", sent, form({ level: 5 }));
    const url = `/v1/evaluations/${two.id}`;
    const good = { of: "case", level: 5 };
    await expect(401, "PUT", url, { token: bad, body: good });
    await expect(403, "PUT", url, { token: kiosk, body: good });
    await expect(404, "PUT", `/v1/evaluations/${id()}`, { token, body: good });
    await expect(403, "PUT", url, { token, body: good }); // at another window
    await expect(422, "PUT", url, { token: server, body: { ...good, level: 6 } });
    await expect(200, "PUT", url, { token: server, body: good });
    await expect(401, "GET", "/v1/evaluations", { token: bad });
    await expect(403, "GET", "/v1/evaluations", { token });
    const open = (await expect(200, "GET", "/v1/evaluations?open=true", { token: supervisor })).json.evaluations;
    assert(open.length === 1 && page.text.includes(open[0].number) && open[0].followUpUntil, "the bad one is not to be followed up");
    const followUp = `/v1/evaluations/${open[0].id}/follow-up`;
    const told = { followUp: "已致歉并说明" };
    await expect(401, "PUT", followUp, { token: bad, body: told });
    await expect(403, "PUT", followUp, { token, body: told });
    await expect(404, "PUT", `/v1/evaluations/${id()}/follow-up`, { token: supervisor, body: told });
    await expect(422, "PUT", followUp, { token: supervisor, body: { followUp: " " } });
    await expect(200, "PUT", followUp, { token: supervisor, body: told });
    await expect(409, "PUT", followUp, { token: supervisor, body: { followUp: "别的" } });
    return [["GET", "/v1/evaluations", { token: supervisor }], ["PUT", url, { token: server, body: good }], ["PUT", followUp, { token: supervisor, body: told }]];
}
