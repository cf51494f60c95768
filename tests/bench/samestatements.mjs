// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// A pgbench script of the very statements that the back office sends for a call and a finish: read from PostgreSQL's own log, with the
// ticket, the window and the request's id of each round in the place of those that were logged.

import { readFileSync, statSync } from "node:fs";
import { newId, sleep } from "../support/largehall.mjs";

const Rounds = 60;

/** Text outside and inside of quotes, in turn. */
function pieces(sql) {
    return sql.split(/('(?:[^']|'')*')/);
}

/** Splits where `mark` stands outside of quotes and brackets. */
function split(sql, mark) {
    const parts = [""];
    let depth = 0;
    for (const piece of pieces(sql)) {
        if (piece.startsWith("'")) {
            parts[parts.length - 1] += piece;
            continue;
        }
        for (const letter of piece) {
            depth += letter === "(" ? 1 : letter === ")" ? -1 : 0;
            if (letter === mark && depth === 0) parts.push("");
            else parts[parts.length - 1] += letter;
        }
    }
    return parts.map((part) => part.trim()).filter(Boolean);
}

/** What was logged since, one message an entry. */
function messages(file, from) {
    return [...readFileSync(file).subarray(from).toString().matchAll(/^\[(\d+)\] LOG:  statement: ([\s\S]*?)(?=^\[\d+\] |$(?![\s\S]))/gm)]
        .map(([, connection, text]) => ({ connection, text: text.trim() }));
}

/** The messages of a request: who asks, what it looks at, what it writes; others say things of their own meanwhile. */
function servedBy(logged, request) {
    const looked = logged.findIndex(({ text }) => text.includes(request));
    const { connection } = logged[looked];
    const before = logged.slice(0, looked).findLast((message) => message.connection === connection);
    const after = logged.slice(looked).filter((message) => message.connection === connection).slice(0, 2);
    return [before, ...after];
}

/** The statements of some messages, prepared ones with their values in place. */
function statements(logged, prepared) {
    const result = [];
    for (const { connection, sql } of logged.flatMap((message) => split(message.text, ";").map((one) => ({ connection: message.connection, sql: one })))) {
        const made = /^PREPARE (\w+) AS ([\s\S]*)$/.exec(sql);
        if (made) {
            prepared.set(connection + made[1], made[2]);
            continue;
        }
        const run = /^EXECUTE (\w+)\s*\(([\s\S]*)\)$/.exec(sql);
        if (!run) {
            result.push(sql);
            continue;
        }
        if (!prepared.has(connection + run[1])) continue; // of a back office that began before
        const values = split(run[2], ",");
        const text = pieces(prepared.get(connection + run[1])).map((piece) => piece.startsWith("'") ? piece : piece.replace(/\$(\d+)/g, (_, n) => values[n - 1])).join("");
        result.push(text);
    }
    return result;
}

/** One round's own words in the place of the logged ones; colons would be variables. */
function ofEachRound(sql, { ticket, window, requests, at }) {
    return pieces(sql).map((piece) => {
        if (!piece.startsWith("'")) return sql.startsWith("SELECT") ? piece : piece.replaceAll(at, "(extract(epoch from clock_timestamp()) * 1000)::bigint");
        const value = piece.slice(1, -1);
        if (value === ticket) return ":id";
        if (value === window) return "lpad((:client_id + 1)::text, 3, '0')";
        if (requests.includes(value)) return `('request-' || :request${requests.indexOf(value)})`;
        return piece.replaceAll(":", ".");
    }).join("").replace(/\s+/g, " ");
}

/** `sql(database, text)` asks PostgreSQL; `hall` has a back office more at its end, whose connections are new. */
export async function sameStatements(hall, sql, token, window, logFile) {
    const instance = { port: 0, child: null, agent: hall.instances[0].agent };
    const told = { call: newId(), finish: newId() };
    const put = async (url, body) => {
        const { status, json } = await hall.once(instance, "PUT", url, token, body);
        if (status !== 200) throw new Error(`${url}: ${status}`);
        return json;
    };
    const round = async ({ call, finish }) => {
        const { at, ticket } = await put(`/v1/windows/${window}/calls/${call}`, { requestedAt: new Date().toISOString() });
        await put(`/v1/tickets/${ticket.id}/acts/${finish}`, { act: "finish", at: new Date().toISOString() });
        return { at: String(Date.parse(at)), ticket: ticket.id };
    };
    const log = async (on) => {
        for (const [name, value] of [["log_statement", "all"], ["log_min_messages", "log"], ["log_line_prefix", "[%p] "]])
            sql("postgres", on ? `ALTER SYSTEM SET ${name} = '${value}'` : `ALTER SYSTEM RESET ${name}`);
        sql("postgres", "SELECT pg_reload_conf()");
        await sleep(1000);
    };
    await log(true);
    const from = statSync(logFile).size;
    await hall.start(instance);
    try {
        for (let i = 0; i < Rounds; ++i) await round({ call: newId(), finish: newId() }); // until every connection knows its statements
        const last = await round(told);
        await sleep(500);
        const logged = messages(logFile, from);
        const prepared = new Map();
        statements(logged, prepared);
        const own = { ...last, window, requests: Object.values(told) };
        const fresh = Object.values(told).map((_, i) => `\\set request${i} random(1, 1000000000000)`);
        const same = Object.values(told).flatMap((request) => statements(servedBy(logged, request), prepared)).map((one) => ofEachRound(one, own));
        return { fresh, same };
    } finally {
        await hall.kill(instance);
        await log(false);
    }
}
