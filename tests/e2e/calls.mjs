// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// 200 windows, 20,000 tickets, two back offices on one PostgreSQL. One of the back offices is killed every few seconds, one answer in a
// hundred is lost, PostgreSQL is restarted once. What every window was told is compared with what was handed out: nobody twice, nobody
// forgotten, nobody before somebody who came earlier.

import { execFileSync } from "node:child_process";
import { LargeHall, newId, sleep, windowCode } from "../support/largehall.mjs";

const { POSTGRES_BIN, POSTGRES_DATA, POSTGRES_AS } = process.env;
const Windows = 200;
const Tickets = Number(process.env.TICKETS ?? 20_000);
const Desks = 24; // where tickets are handed out
const Fewest = Math.min(300, Tickets / 4), Most = 1500; // people who wait: without a queue there is no order to keep
const Lost = 0.01;
const KillEvery = Number(process.env.KILL_EVERY ?? 3000);

const hall = new LargeHall(Windows, 2);
const issued = new Map(); // id: { number, class, group, asked, told }
const calls = [];         // what windows were told: { window, id, number, why, asked, told, ended }
let handedOut = 0, called = 0, open = true, kills = 0, restarts = 0;
const now = () => performance.now();

function assert(condition, text) {
    if (!condition) throw new Error(text);
}

async function handOut(token, desk) {
    for (let serial = desk; serial < Tickets; serial += Desks) {
        while (handedOut - called > Most) await sleep(20);
        const body = { id: newId(), class: "ABC"[serial % 3] };
        if (serial % 10 === 0) body.group = "elderly";
        const asked = now();
        const { status, json } = await hall.ask("POST", "/v1/halls/9901/tickets", token, body, Lost);
        assert(status === 201 || status === 200, `no ticket: ${status} ${JSON.stringify(json)}`);
        issued.set(body.id, { number: json.number, class: body.class, group: json.group ?? "", asked, told: now() });
        ++handedOut;
    }
}

async function work(token, window) {
    for (;;) {
        const enough = () => handedOut - called > (handedOut < Tickets ? Fewest : 0);
        while (open && !enough() && Math.random() > 0.002) await sleep(20);
        const id = newId();
        const asked = now();
        const { status, json } = await hall.ask("PUT", `/v1/windows/${window}/calls/${id}`, token, { requestedAt: new Date().toISOString() }, Lost);
        if (status === 404) {
            if (!open) return;
            await sleep(100);
            continue;
        }
        assert(status === 200, `window ${window} cannot call: ${status} ${JSON.stringify(json)}`);
        const call = { window, id: json.ticket.id, number: json.ticket.number, why: json.why, asked, told: now() };
        calls.push(call);
        ++called;
        const done = await hall.ask("PUT", `/v1/tickets/${call.id}/acts/${newId()}`, token, { act: "finish", at: new Date().toISOString() }, Lost);
        assert(done.status === 200, `window ${window} cannot finish: ${done.status} ${JSON.stringify(done.json)}`);
        call.ended = now();
    }
}

async function trouble() {
    for (let round = 0; open; ++round) {
        await sleep(KillEvery);
        const instance = hall.instances[round % hall.instances.length];
        await hall.kill(instance);
        ++kills;
        if (!restarts && called > Tickets / 2) {
            const words = [...POSTGRES_AS.split(" ").filter(Boolean), `${POSTGRES_BIN}/pg_ctl`, "-D", POSTGRES_DATA, "-m", "fast", "-w", "-s",
                "-l", `${POSTGRES_DATA}/log`, "restart"];
            execFileSync(words[0], words.slice(1), { stdio: "ignore", cwd: "/" });
            ++restarts;
        }
        await hall.start(instance);
    }
}

/** Of two of one kind, the later is not called before the earlier: where both orders are certain from outside. */
function overtaken(tickets) {
    const byAsked = [...tickets].sort((a, b) => a.asked - b.asked);
    const byTold = [...tickets].sort((a, b) => a.told - b.told);
    let before = 0, lastCall = null, count = 0;
    for (const later of byAsked) {
        for (; before < byTold.length && byTold[before].told < later.asked; ++before) {
            if (!lastCall || byTold[before].call.asked > lastCall.call.asked) lastCall = byTold[before];
        }
        if (lastCall && lastCall.call.asked > later.call.told) ++count;
    }
    return count;
}

function check() {
    const byTicket = new Map();
    for (const call of calls) {
        assert(!byTicket.has(call.id), `${call.number} was called to ${byTicket.get(call.id)?.window} and to ${call.window}`);
        byTicket.set(call.id, call);
        assert(issued.has(call.id) && issued.get(call.id).number === call.number, `${call.number} was never handed out`);
    }
    const lost = [...issued].filter(([id]) => !byTicket.has(id));
    assert(byTicket.size === issued.size, `${issued.size - byTicket.size} tickets were never called: ${lost.slice(0, 3).map(([, ticket]) => ticket.number)}`);
    assert(new Set([...issued.values()].map((ticket) => ticket.number)).size === issued.size, "a number was handed out twice");
    for (const [id, ticket] of issued) ticket.call = byTicket.get(id);
    for (const kind of ["A", "B", "C"]) {
        for (const group of ["", "elderly"]) {
            const some = [...issued.values()].filter((ticket) => ticket.class === kind && ticket.group === group);
            const wrong = overtaken(some);
            assert(wrong === 0, `${wrong} of ${some.length} in class ${kind} ${group} were called before somebody who came earlier`);
        }
    }
    const jumps = calls.filter((call) => call.why === "priority").length;
    const groups = [...issued.values()].filter((ticket) => ticket.group).length;
    assert(jumps > 0 && jumps <= groups, `${jumps} calls before their turn, ${groups} of a group`);
}

/** Whoever listens at one back office hears at once what was done through another, and soon what one that was killed had done. */
async function theyHearEachOther(token) {
    const [near, far] = hall.instances;
    for (const killed of [false, true]) {
        let ready;
        const listening = new Promise((done) => { ready = done; });
        const heard = hall.listen(far, token, "window", ready);
        await listening;
        const begun = now();
        const state = killed ? "closed" : "paused";
        const { status } = await hall.once(near, "PUT", `/v1/windows/${windowCode(0)}/state`, token, { state, reason: "meal" });
        assert(status === 200, `the window's state: ${status}`);
        if (killed) await hall.kill(near);
        const event = await Promise.race([heard, sleep(10_000)]);
        assert(event?.state === state, `nobody heard that the window is ${state}`);
        console.log(`heard after ${(now() - begun).toFixed(0)} ms`);
        if (killed) await hall.start(near);
    }
    await hall.ask("PUT", `/v1/windows/${windowCode(0)}/state`, token, { state: "open" });
}

let failed = 0;
try {
    await hall.begin();
    const tokens = await hall.openAll();
    const kiosk = await hall.signIn("800", windowCode(0));
    await theyHearEachOther(tokens[0]);
    const begun = now();
    const troubled = trouble();
    const windows = Promise.all(tokens.map((token, i) => work(token, windowCode(i))));
    await Promise.race([windows, Promise.all(Array.from({ length: Desks }, (_, desk) => handOut(kiosk, desk)))]);
    while (called < handedOut) await Promise.race([sleep(100), troubled]);
    open = false;
    await windows;
    const seconds = (now() - begun) / 1000;
    await troubled;
    check();
    assert(kills > 3 && restarts === 1, `only ${kills} kills and ${restarts} restarts`);
    console.log(`${issued.size} tickets at ${Windows} windows in ${seconds.toFixed(0)} s (${hall.requests} requests): nobody twice, nobody forgotten, ` +
        `nobody overtaken; back offices killed ${kills} times, PostgreSQL restarted`);
} catch (error) {
    console.error(error);
    failed = 1;
} finally {
    open = false;
    await hall.end();
}
process.exit(failed);
