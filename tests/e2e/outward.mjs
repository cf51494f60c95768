// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// The part of the contract that goes out of the hall: to departments' systems and to applicants.

import assert from "node:assert/strict";

/** A case comes to its department by the feed and with its originals, and is decided there. */
export async function theDepartments(expect, { token, kiosk, department, bad, id, now }) {
    const name = "市市场监督管理局";
    const held = (await expect(200, "GET", "/v1/cases", { token })).json.cases.find((entry) => entry.materials.some((one) => one.pages.length > 0));
    const made = (of) => {
        const { provisionalNumber, result, refusal, delivery, waitsUntil, suspendedSince, suspendedFor, prefiling, grants, ...plain } = held;
        const mine = id();
        return { ...plain, id: mine, number: "d" + mine, numberProvisional: false, version: 1, state: "accepted", acceptedAt: now, deferred: [], department: of };
    };
    const [ours, theirs] = [made(name), made("样例局")];
    const feed = `/v1/departments/${encodeURIComponent(name)}/feed`;
    for (let more = true; more;) { // what the walkthrough left there
        const page = (await expect(200, "GET", feed, { token: department })).json;
        await expect(200, "PUT", `${feed}/cursor`, { token: department, body: { cursor: page.last } });
        ({ more } = page);
    }
    for (const record of [ours, theirs]) await expect(201, "PUT", `/v1/cases/${record.id}`, { token, body: record });
    const { entries, last } = (await expect(200, "GET", feed, { token: department })).json;
    assert(entries.length === 1 && entries[0].kind === "accepted" && entries[0].case.id === ours.id, "the department is told something else");
    await expect(200, "GET", `/v1/blobs/${entries[0].files[0].sha256}`, { token: department });
    await expect(403, "GET", `/v1/cases/${theirs.id}`, { token: department });
    await expect(401, "GET", feed, { token: bad });
    await expect(403, "GET", feed, { token });
    await expect(422, "GET", `${feed}?after=-1`, { token: department });
    const cursor = { token: department, body: { cursor: last } };
    await expect(401, "PUT", `${feed}/cursor`, { ...cursor, token: bad });
    await expect(403, "PUT", `${feed}/cursor`, { ...cursor, token });
    await expect(409, "PUT", `${feed}/cursor`, { ...cursor, body: { cursor: last + 1 } });
    await expect(422, "PUT", `${feed}/cursor`, { ...cursor, body: { cursor: -1 } });
    await expect(200, "PUT", `${feed}/cursor`, cursor);
    assert((await expect(200, "GET", feed, { token: department })).json.entries.length === 0, "told twice");
    for (const [act, more] of [["start-review", {}], ["decide", { result: "granted" }]]) {
        const answer = { id: id(), caseId: ours.id, act, window: ours.window, clerk: ours.clerk, at: now, offline: false, ...more };
        await expect(201, "PUT", `/v1/cases/${ours.id}/acts/${answer.id}`, { token: department, body: answer });
    }
    const window = { code: "05", name: "5号综合窗口" };
    const entry = (record) => ({ caseId: record.id, number: record.number, itemName: record.item.name, originals: [{ code: "m1", name: "原件", count: 1 }] });
    const list = { id: id(), number: "J1", hall: ours.hall, window, clerk: ours.clerk, department: name, at: now, offline: false, entries: [entry(ours)] };
    const url = `/v1/transfers/${list.id}`;
    await expect(401, "PUT", url, { token: bad, body: list });
    await expect(403, "PUT", url, { token: kiosk, body: list });
    await expect(422, "PUT", url, { token, body: { ...list, entries: [entry(theirs)] } });
    await expect(201, "PUT", url, { token, body: list });
    await expect(200, "PUT", url, { token, body: list });
    await expect(409, "PUT", url, { token, body: { ...list, number: "J2" } });
    const open = (await expect(200, "GET", "/v1/transfers", { token: department })).json.transfers;
    assert(open.some((one) => one.id === list.id), "the department does not hear of its originals");
    await expect(401, "GET", "/v1/transfers", { token: bad });
    await expect(403, "GET", "/v1/transfers", { token: kiosk });
    const receipt = { token: department, body: { receivedBy: "李样例" } };
    await expect(401, "PUT", `${url}/receipt`, { ...receipt, token: bad });
    await expect(403, "PUT", `${url}/receipt`, { ...receipt, token });
    await expect(404, "PUT", `/v1/transfers/${id()}/receipt`, receipt);
    await expect(422, "PUT", `${url}/receipt`, { ...receipt, body: { receivedBy: " " } });
    await expect(200, "PUT", `${url}/receipt`, receipt);
    await expect(409, "PUT", `${url}/receipt`, { ...receipt, body: { receivedBy: "别人" } });
    const shift = "/v1/windows/05/shift";
    await expect(200, "GET", shift, { token });
    await expect(401, "GET", shift, { token: bad });
    await expect(403, "GET", "/v1/windows/06/shift", { token });
    return [["GET", `${feed}?after=${last - 1}&limit=1`, { token: department }], ["PUT", `${feed}/cursor`, cursor], ["GET", "/v1/transfers?open=false", { token }],
        ["PUT", url, { token, body: list }], ["PUT", `${url}/receipt`, receipt], ["GET", shift, { token }]];
}

export async function theReminders(expect, { token, kiosk, gateway, bad, id }) {
    const url = "/v1/reminders";
    const { reminders } = (await expect(200, "GET", `${url}?limit=200`, { token: gateway })).json;
    assert(reminders.length > 1 && reminders.every((one) => one.state === "open" && one.phone && one.text.includes(one.caseNumber)), "the gateway is handed something else");
    await expect(401, "GET", url, { token: bad });
    await expect(403, "GET", url, { token: kiosk });
    await expect(422, "GET", `${url}?after=-1`, { token: gateway });
    const first = `${url}/${reminders[0].id}`;
    const sent = { token: gateway, body: { state: "sent" } };
    await expect(401, "PUT", first, { ...sent, token: bad });
    await expect(403, "PUT", first, { ...sent, token: kiosk });
    await expect(404, "PUT", `${url}/${id()}`, sent);
    await expect(422, "PUT", first, { ...sent, body: { state: "open" } });
    await expect(200, "PUT", first, sent);
    await expect(409, "PUT", first, { ...sent, body: { state: "dropped" } });
    await expect(200, "PUT", `${url}/${reminders[1].id}`, { token: gateway, body: { state: "failed", reason: "空号" } });
    const open = (await expect(200, "GET", `${url}?open=true&limit=200`, { token })).json.reminders;
    assert(open.some((one) => one.state === "failed" && one.reason === "空号") && !open.some((one) => one.id === reminders[0].id), "clerks see something else");
    return [["GET", `${url}?limit=1&open=true`, { token }], ["PUT", first, sent]];
}
