// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// The part of the contract that a supervisor watches the hall by.

import assert from "node:assert/strict";

export async function theSupervisor(expect, { token, supervisor, kiosk, bad, id }) {
    const overview = "/v1/halls/9901/overview";
    const hall = (await expect(200, "GET", overview, { token: supervisor })).json;
    assert(hall.windows.some((window) => window.code === "05"), "a window is missing");
    await expect(401, "GET", overview, { token: bad });
    await expect(403, "GET", overview, { token });
    const classes = "/v1/windows/05/classes";
    const wanted = { classes: hall.windows.find((window) => window.code === "05").classes };
    await expect(401, "PUT", classes, { token: bad, body: wanted });
    await expect(403, "PUT", classes, { token, body: wanted });
    await expect(404, "PUT", "/v1/windows/99/classes", { token: supervisor, body: wanted });
    await expect(422, "PUT", classes, { token: supervisor, body: { classes: [] } });
    await expect(200, "PUT", classes, { token: supervisor, body: wanted });
    const message = `/v1/messages/${id()}`;
    const told = { window: "05", text: "请同时办理B类" };
    await expect(401, "PUT", message, { token: bad, body: told });
    await expect(403, "PUT", message, { token, body: told });
    await expect(422, "PUT", message, { token: supervisor, body: { ...told, text: "" } });
    await expect(201, "PUT", message, { token: supervisor, body: told });
    await expect(200, "PUT", message, { token: supervisor, body: told });
    await expect(409, "PUT", message, { token: supervisor, body: { ...told, text: "别的" } });
    await expect(401, "GET", "/v1/messages", { token: bad });
    await expect(403, "GET", "/v1/messages", { token: kiosk });
    const unread = (await expect(200, "GET", "/v1/messages", { token })).json.messages;
    assert(unread.some((one) => one.text === told.text), "the window is not told");
    const receipt = `${message}/receipt`;
    const read = { token, body: { read: true } };
    await expect(401, "PUT", receipt, { ...read, token: bad });
    await expect(403, "PUT", receipt, { ...read, token: kiosk });
    await expect(404, "PUT", `/v1/messages/${id()}/receipt`, read);
    await expect(200, "PUT", receipt, read);
    const closer = await theCloserLook(expect, { token, supervisor, kiosk, bad, id });
    const pause = await thePause(expect, { token, supervisor, kiosk, bad, id });
    const statistics = await theStatistics(expect, { token, supervisor, bad });
    const trail = await theTrail(expect, { token, supervisor, bad });
    return [...closer, ...trail, ["GET", pause, { token }], ["PUT", pause, { token: supervisor, body: { state: "declined", word: "十点以后" } }], ["GET", statistics, { token: supervisor }], ["GET", overview, { token: supervisor }], ["PUT", classes, { token: supervisor, body: wanted }], ["PUT", message, { token: supervisor, body: told }],
        ["PUT", receipt, read]];
}

/** One window, one class, and who waits in it being sent to wait elsewhere. */
/** Who did what, of this hall, page by page; sealed or about to be. */
async function theTrail(expect, { token, supervisor, bad }) {
    const first = await expect(200, "GET", "/v1/audit?limit=2", { token: supervisor });
    assert(first.json.entries.length === 2 && first.json.last === first.json.entries[1].seq, "a page holds what was asked for");
    const next = await expect(200, "GET", `/v1/audit?after=${first.json.last}&act=window.open`, { token: supervisor });
    assert(next.json.entries.every((one) => one.seq > first.json.last && one.act === "window.open"), "a page holds something else");
    await expect(401, "GET", "/v1/audit", { token: bad });
    await expect(403, "GET", "/v1/audit", { token });
    return [["GET", "/v1/audit?limit=2", { token: supervisor }]];
}

async function theCloserLook(expect, { token, supervisor, kiosk, bad, id }) {
    const window = "/v1/halls/9901/windows/05";
    const line = "/v1/halls/9901/classes/C";
    for (const url of [window, line]) {
        await expect(401, "GET", url, { token: bad });
        await expect(403, "GET", url, { token });
        await expect(404, "GET", `${url}9Z`, { token: supervisor });
    }
    assert((await expect(200, "GET", window, { token: supervisor })).json.window.code === "05", "another window");
    const taken = (await expect(201, "POST", "/v1/halls/9901/tickets", { token: kiosk, body: { class: "C" } })).json;
    const waiting = (await expect(200, "GET", line, { token: supervisor })).json.tickets;
    assert(waiting.some((one) => one.id === taken.id && one.position > 0), "who waits is missing");
    const move = { act: "transfer", at: new Date().toISOString(), toWindow: "05" };
    await expect(200, "PUT", "/v1/windows/05/state", { token, body: { state: "open" } });
    await expect(403, "PUT", `/v1/tickets/${taken.id}/acts/${id()}`, { token, body: move });
    await expect(409, "PUT", `/v1/tickets/${taken.id}/acts/${id()}`, { token: supervisor, body: { ...move, toWindow: "01" } }); // is closed
    await expect(200, "PUT", `/v1/tickets/${taken.id}/acts/${id()}`, { token: supervisor, body: move });
    const moved = (await expect(200, "GET", line, { token: supervisor })).json.tickets.find((one) => one.id === taken.id);
    assert(moved.window === "05" && !moved.position, "it waits as before");
    return [["GET", window, { token: supervisor }], ["GET", line, { token: supervisor }]];
}

/** A window asks for a pause, twice, and is answered. */
async function thePause(expect, { token, supervisor, kiosk, bad, id }) {
    const ask = { state: "asked", reason: "meal" };
    await expect(200, "PUT", "/v1/windows/05/state", { token, body: { state: "open" } });
    const first = `/v1/pauses/${id()}`;
    await expect(201, "PUT", first, { token, body: ask });
    await expect(200, "PUT", first, { token, body: { state: "withdrawn" } });
    await expect(409, "PUT", first, { token: supervisor, body: { state: "approved" } });
    const pause = `/v1/pauses/${id()}`;
    await expect(401, "PUT", pause, { token: bad, body: ask });
    await expect(403, "PUT", pause, { token: kiosk, body: ask });
    await expect(404, "PUT", pause, { token, body: { state: "withdrawn" } });
    await expect(422, "PUT", pause, { token, body: { state: "asked" } });
    await expect(201, "PUT", pause, { token, body: ask });
    const hall = (await expect(200, "GET", "/v1/halls/9901/overview", { token: supervisor })).json;
    assert(hall.pauseRequests.some((one) => one.window === "05" && pause.endsWith(one.id)), "nobody hears of it");
    await expect(403, "PUT", pause, { token, body: { state: "approved" } });
    await expect(200, "PUT", pause, { token: supervisor, body: { state: "declined", word: "十点以后" } });
    await expect(401, "GET", pause, { token: bad });
    await expect(403, "GET", pause, { token: kiosk });
    await expect(404, "GET", `/v1/pauses/${id()}`, { token });
    assert((await expect(200, "GET", pause, { token })).json.state === "declined", "the window is not told");
    await expect(200, "PUT", "/v1/windows/05/state", { token, body: { state: "closed" } });
    return pause;
}

/** What the walkthrough did today, as figures and as a spreadsheet. */
async function theStatistics(expect, { token, supervisor, bad }) {
    const today = new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);
    const from = new Date(Date.parse(today) - 86400000).toISOString().slice(0, 10);
    const url = (group) => `/v1/halls/9901/statistics?from=${from}&to=${today}&group=${group}`;
    for (const group of ["hour", "item", "class", "day"]) {
        const { json } = await expect(200, "GET", url(group), { token: supervisor });
        assert(json.group === group && json.totals.cases.takenIn > 0 && json.rows.length > 0, `no figures by ${group}`);
    }
    const table = await expect(200, "GET", `${url("clerk")}&format=csv`, { token: supervisor });
    assert(table.headers["content-type"].startsWith("text/csv") && table.text.startsWith("\ufeff窗口人员,"), "no spreadsheet");
    const asked = await expect(200, "GET", url("item"), { token: supervisor, headers: { Accept: "text/csv" } });
    assert(asked.text.startsWith("\ufeff事项编码,"), "no spreadsheet where one was asked for");
    await expect(401, "GET", url("day"), { token: bad });
    await expect(403, "GET", url("day"), { token });
    await expect(422, "GET", `/v1/halls/9901/statistics?from=2026-01-01&to=${Number(today.slice(0, 4)) + 1}-01-01`, { token: supervisor });
    return url("clerk");
}
