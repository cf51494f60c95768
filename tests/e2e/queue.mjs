// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// The part of the contract that is the queue: tickets, appointments, windows, calls and what is done to a called number.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";

/** The day in the hall. */
const hallDay = (ms) => new Date(ms + 8 * 3600 * 1000).toISOString().slice(0, 10);
const problemOf = (answer) => answer.json.type.split(":").pop();

async function theTickets(expect, { kiosk, department, bad, id }) {
    const tickets = "/v1/halls/9901/tickets";
    const citizen = { certificateType: "citizen-id", certificateNumber: "11010519491231002X" };
    const taken = { body: { id: id(), class: "A", holderName: "王样例", ...citizen } };
    const first = await expect(201, "POST", tickets, { token: kiosk, ...taken });
    assert(first.json.group === "elderly" && first.json.queryToken && !first.text.includes(citizen.certificateNumber), "what the slip says");
    assert.deepEqual((await expect(200, "POST", tickets, { token: kiosk, ...taken })).json.number, first.json.number);
    const twice = await expect(409, "POST", tickets, { token: kiosk, body: { class: "A", ...citizen } });
    assert(problemOf(twice) === "already-waiting" && twice.json.number === first.json.number, "one person waits twice");
    await expect(401, "POST", tickets, { token: bad, ...taken });
    await expect(403, "POST", "/v1/halls/8801/tickets", { token: kiosk, ...taken });
    await expect(403, "POST", tickets, { token: department, ...taken });
    await expect(404, "POST", tickets, { token: kiosk, body: { appointment: id() } });
    await expect(422, "POST", tickets, { token: kiosk, body: { class: "ABC" } });
    return [["POST", tickets, { token: kiosk, ...taken }]];
}

/** A slot that is running now is booked, checked in, and called before the others. */
async function theAppointments(expect, { token, kiosk, department, bad, id }) {
    const half = 30 * 60 * 1000;
    const slotBegin = new Date(Math.floor(Date.now() / half) * half).toISOString();
    const body = { class: "B", slotBegin, holderName: "王样例", certificateType: "citizen-id", certificateNumber: "990101195304091321" };
    const [booked, other] = [`/v1/appointments/${id()}`, `/v1/appointments/${id()}`];
    await expect(201, "PUT", booked, { token, body });
    await expect(200, "PUT", booked, { token, body });
    await expect(401, "PUT", booked, { token: bad, body });
    await expect(403, "PUT", booked, { token: department, body });
    await expect(409, "PUT", booked, { token, body: { ...body, class: "C" } });
    assert(problemOf(await expect(409, "PUT", other, { token, body })) === "already-booked");
    await expect(422, "PUT", other, { token, body: { ...body, slotBegin: "2026-11-23T09:10:00+08:00" } });
    const day = "/v1/appointments?class=B";
    const listed = await expect(200, "GET", day, { token: kiosk });
    assert(listed.json.appointments.length === 1 && !listed.text.includes("王样例"), "who booked is not the list's business");
    await expect(401, "GET", day, { token: bad });
    await expect(403, "GET", day, { token: department });
    const search = "/v1/appointments/search";
    const asked = { certificateType: body.certificateType, certificateNumber: body.certificateNumber };
    const found = await expect(200, "POST", search, { token: kiosk, body: asked });
    assert(found.json.missed.length === 0 && found.json.appointments.length === 1 && found.json.appointments[0].mayCheckIn && !found.text.includes("王样例"));
    await expect(401, "POST", search, { token: bad, body: asked });
    await expect(403, "POST", search, { token: department, body: asked });
    await expect(422, "POST", search, { token: kiosk, body: { ...asked, certificateNumber: "9901\u0000" } });
    const arrived = await expect(201, "POST", "/v1/halls/9901/tickets", { token: kiosk, body: { appointment: booked.split("/").pop() } });
    assert(arrived.json.slotBegin && arrived.json.class === "B", "the appointment is not on the ticket");
    const again = await expect(409, "POST", "/v1/halls/9901/tickets", { token: kiosk, body: { appointment: booked.split("/").pop() } });
    assert(problemOf(again) === "appointment-ended");
    const later = await expect(200, "POST", search, { token: kiosk, body: asked });
    assert(later.json.appointments[0].state === "arrived" && !later.json.appointments[0].mayCheckIn);
    const slots = `/v1/appointments/slots?class=B&day=${hallDay(Date.now())}`;
    const open = await expect(200, "GET", slots, { token });
    const now = open.json.slots.find((one) => Date.parse(one.slotBegin) === Date.parse(slotBegin));
    assert(now.places === 4 && now.left === 3, "the place that was taken is still offered");
    const far = { ...body, slotBegin: new Date(Date.parse(slotBegin) + 30 * 24 * 3600 * 1000).toISOString() };
    assert(problemOf(await expect(409, "PUT", `/v1/appointments/${id()}`, { token, body: far })) === "slot-closed");
    const beyond = await expect(200, "GET", `/v1/appointments/slots?class=B&day=${hallDay(Date.parse(far.slotBegin))}`, { token });
    assert(beyond.json.closed === "slot.too-far" && beyond.json.slots.length === 0);
    await expect(401, "GET", slots, { token: bad });
    await expect(403, "GET", slots, { token: department });
    await expect(422, "GET", slots.replace("class=B", "class=Z"), { token });
    return [["PUT", booked, { token, body }], ["GET", day, { token: kiosk }], ["GET", slots, { token }], ["POST", search, { token: kiosk, body: asked }]];
}

async function theWindows(expect, { token, supervisor, bad }) {
    const state = "/v1/windows/05/state";
    await expect(200, "PUT", state, { token, body: { state: "paused", reason: "meal" } });
    await expect(200, "PUT", state, { token, body: { state: "open" } });
    await expect(401, "PUT", state, { token: bad, body: { state: "open" } });
    await expect(403, "PUT", "/v1/windows/06/state", { token, body: { state: "open" } });
    await expect(422, "PUT", state, { token, body: { state: "paused" } });
    const classes = "/v1/windows/05/classes";
    const all = { token: supervisor, body: { classes: ["A", "B", "C"] } };
    await expect(200, "PUT", classes, all);
    await expect(401, "PUT", classes, { ...all, token: bad });
    await expect(403, "PUT", classes, { ...all, token });
    await expect(404, "PUT", "/v1/windows/99/classes", all);
    await expect(422, "PUT", classes, { ...all, body: { classes: ["Z"] } });
    return [["PUT", state, { token, body: { state: "open" } }], ["PUT", classes, all]];
}

/** Who was missed waits again by any window that serves, and not by a machine. */
async function theMissed(expect, ticket, { token, other, kiosk, bad, id, now }) {
    const url = `/v1/halls/9901/tickets/${ticket.number}`;
    const stands = await expect(200, "GET", url, { token: other });
    assert(stands.json.id === ticket.id && stands.json.state === "serving" && !("holderName" in stands.json), "whose it is is said");
    await expect(401, "GET", url, { token: bad });
    await expect(403, "GET", url, { token: kiosk });
    await expect(404, "GET", "/v1/halls/9901/tickets/Z999", { token });
    const back = { act: "return", at: now, reason: "过号恢复" };
    await expect(403, "PUT", `/v1/tickets/${ticket.id}/acts/${id()}`, { token: other, body: back }); // is not missed
    return [["GET", url, { token }]];
}

/** One number goes through every act; each press that may be taken back is. */
async function theActs(expect, ticket, { token, other, bad, id, now }) {
    const act = (name, more = {}) => ({ body: { act: name, at: now, ...more } });
    const url = () => `/v1/tickets/${ticket.id}/acts/${id()}`;
    const startUrl = url();
    await expect(401, "PUT", startUrl, { token: bad, ...act("start") });
    await expect(403, "PUT", startUrl, { token: other, ...act("start") });
    await expect(404, "PUT", `/v1/tickets/${id()}/acts/${id()}`, { token, ...act("start") });
    await expect(409, "PUT", url(), { token, ...act("no-show") });
    await expect(422, "PUT", url(), { token, ...act("return") });
    await expect(422, "PUT", url(), { token, ...act("transfer", { toClass: "A", toWindow: "06" }) });
    await expect(200, "PUT", startUrl, { token, ...act("start") });
    for (const [name, more, state] of [["hold", {}, "held"], ["return", { reason: "去取材料" }, "waiting"], ["transfer", { toClass: "A", note: "样例" }, "transferred"], ["finish", {}, "done"]]) {
        assert((await expect(200, "PUT", url(), { token, ...act(name, more) })).json.state === state, name);
        assert((await expect(200, "PUT", url(), { token, ...act("undo") })).json.state === "serving", `${name} is not taken back`);
    }
    return [["PUT", startUrl, { token, ...act("start") }]];
}

/** A window keeps its next tickets, another one waits for them, and what was called without the back office is told later. */
async function theLease(expect, { token, bad, id, now }) {
    const url = `/v1/windows/05/leases/${id()}`;
    const none = { body: { without: [] } };
    await expect(401, "PUT", url, { token: bad, ...none });
    await expect(403, "PUT", `/v1/windows/06/leases/${id()}`, { token, ...none });
    await expect(200, "PUT", "/v1/windows/05/state", { token, body: { state: "paused", reason: "meal" } });
    await expect(409, "PUT", `/v1/windows/05/leases/${id()}`, { token, ...none });
    await expect(200, "PUT", "/v1/windows/05/state", { token, body: { state: "open" } });
    const lease = (await expect(200, "PUT", url, { token, ...none })).json;
    assert(lease.tickets.length > 1 && lease.seconds > 0, "nothing is leased");
    const unheard = `/v1/windows/05/calls/${id()}`;
    await expect(200, "PUT", unheard, { token, body: { requestedAt: now, abandon: id(), instead: lease.tickets[0].id } });
    const told = { requestedAt: now, offline: lease.tickets[0].id, at: now };
    const called = await expect(200, "PUT", `/v1/windows/05/calls/${id()}`, { token, body: told });
    assert(called.json.why === "offline" && called.json.ticket.id === lease.tickets[0].id, "it is not told");
    await expect(200, "PUT", `/v1/tickets/${called.json.ticket.id}/acts/${id()}`, { token, body: { act: "finish", at: now, offline: true } });
    await expect(200, "PUT", `/v1/windows/05/leases/${id()}`, { token, body: { without: lease.tickets.map((ticket) => ticket.id) } });
    return [["PUT", url, { token, ...none }]];
}

export async function theQueue(expect, world) {
    const { token, display, bad, id, now } = world;
    const call = { body: { requestedAt: now } };
    await expect(409, "PUT", `/v1/windows/05/calls/${id()}`, { token, ...call });
    const samples = [...await theTickets(expect, world), ...await theAppointments(expect, world), ...await theWindows(expect, world)];
    const board = "/v1/halls/9901/board";
    await expect(200, "GET", board, { token });
    await expect(401, "GET", board, { token: bad });
    await expect(403, "GET", "/v1/halls/8801/board", { token });
    await expect(422, "PUT", `/v1/windows/05/calls/${id()}`, { token, body: { requestedAt: now, number: "A001" } });
    await expect(404, "PUT", `/v1/windows/05/calls/${id()}`, { token, body: { requestedAt: now, number: "A999", reason: "样例" } });
    samples.push(...await theLease(expect, world));
    const callUrl = `/v1/windows/05/calls/${id()}`;
    const first = (await expect(200, "PUT", callUrl, { token, ...call })).json;
    assert(first.why, "nobody says why this one");
    const screen = (await expect(200, "GET", board, { token: display })).json;
    const newest = screen.calls[0];
    assert(newest.number === first.ticket.number && newest.window === "05" && newest.calls === first.ticket.calls, "the hall does not see who was called");
    assert(screen.classes.some((one) => one.code === "A" && one.name) && screen.notices.length > 0, "the hall's words are missing");
    assert(!screen.windows.some((window) => window.ticket || window.held), "the hall sees whose ticket it is");
    await expect(401, "PUT", callUrl, { token: bad, ...call });
    await expect(403, "PUT", `/v1/windows/06/calls/${id()}`, { token, ...call });
    return [...samples, ["GET", board, { token }], ["PUT", callUrl, { token, ...call }], ...await theActs(expect, first.ticket, world), ...await theMissed(expect, first.ticket, world)];
}

/** Finishes everything that waits, so that calling into an empty queue is answered too. */
export async function drainQueue(ask) {
    const { accessToken: token } = (await ask("POST", "/v1/sessions", { body: { clerk: "002", password: "training", window: "08", takeOver: true } })).json;
    const at = new Date().toISOString();
    await ask("PUT", "/v1/windows/08/state", { token, body: { state: "open" } });
    const finish = (ticket) => ask("PUT", `/v1/tickets/${ticket.id}/acts/${randomUUID()}`, { token, body: { act: "finish", at } });
    const mine = (await ask("GET", "/v1/halls/9901/board", { token })).json.windows.find(({ code }) => code === "08").ticket;
    if (mine) await finish(mine); // whoever was served at the other window came along
    for (let i = 0; i < 1000; ++i) {
        const call = await ask("PUT", `/v1/windows/08/calls/${randomUUID()}`, { token, body: { requestedAt: at } });
        if (call.status === 404) return;
        await finish(call.json.ticket);
    }
}
