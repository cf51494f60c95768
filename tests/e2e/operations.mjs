// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// What whoever runs a back office relies on: a backup taken while it serves comes up as it was, figures for Prometheus, logs without
// personal data, and an end that answers what is under way. On SQLite, and on PostgreSQL under tests/support/withpostgres.

import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const { BACKOFFICE, TRAINING, YICHUANG_POSTGRESQL } = process.env;
const scratch = mkdtempSync(path.join(os.tmpdir(), "operations-"));
const Citizen = { holderName: "王样例", certificateType: "citizen-id", certificateNumber: "11010519491231002X" };

function placeOf(name) {
    const data = path.join(scratch, name);
    if (!YICHUANG_POSTGRESQL) return { data, words: ["--data", data] };
    const url = YICHUANG_POSTGRESQL.replace(/[^/]*$/, name);
    return { data, url, words: ["--data", data, "--database", url] };
}

const postgres = (program, ...words) => execFileSync(program, words, { stdio: ["ignore", "inherit", "inherit"] });
const run = (place, ...words) => execFileSync(BACKOFFICE, [...words, ...place.words], { stdio: ["ignore", "pipe", "inherit"] });

function serve(place) {
    const child = spawn(BACKOFFICE, ["serve", "--port", "0", "--log-requests", ...place.words], { stdio: ["ignore", "pipe", "pipe"] });
    const office = { child, log: "" };
    child.stderr.on("data", (text) => { office.log += text; });
    office.ended = new Promise((done) => child.once("exit", (code, signal) => done(signal ?? code)));
    return new Promise((done) => child.stdout.once("data", (text) => {
        office.url = /http\S+/.exec(text)[0].replace(/\/$/, "");
        done(office);
    }));
}

async function ask(office, method, url, token, body, headers = {}) {
    const raw = Buffer.isBuffer(body);
    const answer = await fetch(office.url + url, {
        method, body: raw ? body : body && JSON.stringify(body),
        headers: { Authorization: `Bearer ${token}`, ...(raw ? {} : { "Content-Type": "application/json" }), ...headers },
    });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

async function signIn(office, clerk) {
    return JSON.parse((await ask(office, "POST", "/v1/sessions", "", { clerk, password: "training", window: "03", takeOver: true })).text).accessToken;
}

async function upload(office, token) {
    const bytes = randomBytes(50_000);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const metadata = Object.entries({ sha256, mediaType: "image/jpeg" }).map(([key, value]) => `${key} ${Buffer.from(value).toString("base64")}`).join(",");
    const made = await ask(office, "POST", "/v1/uploads", token, undefined, { "Tus-Resumable": "1.0.0", "Upload-Length": String(bytes.length), "Upload-Metadata": metadata });
    assert.equal(made.status, 201);
    const sent = await ask(office, "PATCH", new URL(made.headers.get("location"), office.url).pathname, token, bytes,
        { "Tus-Resumable": "1.0.0", "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream" });
    assert.equal(sent.status, 204);
    return sha256;
}

async function take(office, kiosk, more = {}) {
    const { status, text } = await ask(office, "POST", "/v1/halls/9901/tickets", kiosk, { id: randomUUID(), class: "A", ...more });
    assert.equal(status, 201, text);
    return JSON.parse(text);
}

/** As the README says it. */
function backUp(from, to) {
    if (!from.url) {
        run(from, "backup", to.data);
        return;
    }
    const dump = path.join(scratch, "hall.dump");
    postgres("pg_dump", "--format=custom", `--file=${dump}`, from.url);
    if (existsSync(path.join(from.data, "blobs"))) cpSync(path.join(from.data, "blobs"), path.join(to.data, "blobs"), { recursive: true });
    postgres("psql", "-q", YICHUANG_POSTGRESQL, "-c", `CREATE DATABASE ${path.basename(to.url)}`);
    postgres("pg_restore", `--dbname=${to.url}`, dump);
}

/** A slip of whoever types the command costs nothing: what is served goes on, and the former backup stays. */
function backupsDestroyNothing(live, kept, page) {
    const backup = (data, to, ...more) => spawnSync(BACKOFFICE, ["backup", to, "--data", data, ...more], { encoding: "utf8" });
    const [file, link, nowhere, empty] = [path.join(kept, "backoffice.sqlite"), path.join(scratch, "link"), path.join(scratch, "nowhere"), path.join(scratch, "empty")];
    const good = readFileSync(file);
    symlinkSync(live, link);
    for (const itself of [live, `${live}/.`, link]) {
        const said = backup(live, itself);
        assert(said.status === 1 && /folder that it is of/.test(said.stderr), said.stderr);
    }
    assert.equal(backup(empty, live, "--database", path.join(live, "backoffice.sqlite")).status, 1, "the live database was replaced");
    assert(/no back office/.test(backup(nowhere, kept).stderr) && !existsSync(nowhere), "a folder was made to be backed up");
    mkdirSync(path.join(scratch, "bare"));
    writeFileSync(path.join(scratch, "bare", "backoffice.sqlite"), "");
    const said = backup(path.join(scratch, "bare"), kept);
    assert(said.status === 1 && /no back office/.test(said.stderr), said.stderr);
    assert(readFileSync(file).equals(good), "nothing has taken the place of a good backup");
    truncateSync(path.join(kept, "blobs", page.slice(0, 2), page), 100);
    const again = backup(live, kept);
    assert(again.status === 0 && / 1 pages were new/.test(again.stdout), again.stdout + again.stderr);
}

/** A former backup that was served and ended hard left its log, which is not the new one's. */
async function backupsAfterServing(live, kept) {
    const served = await serve({ words: ["--data", kept] });
    await take(served, await signIn(served, "800"));
    served.child.kill("SIGKILL");
    await served.ended;
    assert(existsSync(path.join(kept, "backoffice.sqlite-wal")), "it left nothing");
    run({ words: ["--data", live] }, "backup", kept);
    assert(!existsSync(path.join(kept, "backoffice.sqlite-wal")) && !existsSync(path.join(kept, "backoffice.sqlite-shm")), "a strange log lies by the backup");
}

const offices = [];
let failed = 0;
try {
    const [first, second] = [placeOf("first"), placeOf("second")];
    if (first.url) postgres("psql", "-q", YICHUANG_POSTGRESQL, "-c", "CREATE DATABASE first");
    run(first, "seed", path.join(TRAINING, "hall.json"));
    run(first, "import", path.join(TRAINING, "catalogue.json"));
    const office = await serve(first);
    offices.push(office);
    const [clerk, kiosk] = [await signIn(office, "001"), await signIn(office, "800")];
    const page = await upload(office, clerk);
    const ticket = await take(office, kiosk, Citizen);
    backUp(first, second);
    if (!first.url) {
        const third = path.join(scratch, "third");
        run(first, "backup", third);
        backupsDestroyNothing(first.data, third, page);
        await backupsAfterServing(first.data, third);
    }
    const later = await take(office, kiosk);
    const figures = (await ask(office, "GET", "/metrics", "")).text;
    assert(/yichuang_requests_total\{method="POST",resource="\/v1\/halls\/\*\/tickets",status="201"\} 2/.test(figures), figures);
    assert(/yichuang_request_duration_seconds_bucket\{method="POST",resource="\/v1\/halls\/\*\/tickets",le="\+Inf"\} 2/.test(figures), figures);
    assert(!/[0-9a-f]{8}-[0-9a-f]{4}|9901|\/001/.test(figures), "somebody's id is in the figures");

    const copy = await serve(second);
    offices.push(copy);
    const page2 = await ask(copy, "HEAD", `/v1/blobs/${page}`, await signIn(copy, "001"));
    assert(page2.status === 200 && existsSync(path.join(second.data, "blobs", page.slice(0, 2), page)), "the backup lacks a page");
    assert.equal((await ask(copy, "GET", `/q/${ticket.queryToken}`, "")).status, 200, "the backup lacks a ticket");
    assert.equal((await ask(copy, "GET", `/q/${later.queryToken}`, "")).status, 404, "the backup has what came later");
    const again = await ask(copy, "POST", "/v1/halls/9901/tickets", await signIn(copy, "800"), { class: "A", ...Citizen });
    assert.equal(again.status, 409, "the copy's own keys are others");

    // Asked to end in the middle of many requests: each is answered, or refused before it was begun.
    const ids = Array.from({ length: 60 }, () => randomUUID());
    const under = ids.map((id) => ask(office, "POST", "/v1/halls/9901/tickets", kiosk, { id, class: "B" }).then(({ status }) => status, () => 0));
    await Promise.race(under);
    office.child.kill("SIGTERM");
    assert.equal(await office.ended, 0, "it did not end by itself");
    const answers = await Promise.all(under);
    assert(answers.includes(201) && answers.every((status) => status === 201 || status === 0), `answers: ${answers}`);
    if (first.url) postgres("psql", "-q", YICHUANG_POSTGRESQL, "-c", "ALTER ROLE yichuang SET log_min_error_statement = panic");
    const anew = await serve(first);
    offices.push(anew);
    const kiosk2 = await signIn(anew, "800");
    const known = await Promise.all(ids.map((id) => ask(anew, "POST", "/v1/halls/9901/tickets", kiosk2, { id, class: "B" })));
    known.forEach(({ status }, i) => assert(answers[i] === 0 || status === 200, `a ticket that was given is not there: ${status}`));
    assert.equal(known.filter(({ status }, i) => status === 200 && answers[i] === 0).length, 0, "one was given, and nobody told");

    const lines = office.log.trim().split("\n").map((line) => JSON.parse(line));
    assert(lines.some(({ method, resource, status, ms }) => method === "POST" && resource === "v1/halls/*/tickets" && status === 201 && ms > 0), "a request is not in the log");
    for (const personal of [Citizen.holderName, Citizen.certificateNumber, ticket.queryToken, ticket.id, clerk])
        assert(!office.log.includes(personal), "personal data is in the log");
    // What fails would stand in PostgreSQL's own log, with whoever it is about, until its administrator says otherwise.
    assert.equal(office.log.includes("log_min_error_statement"), Boolean(first.url));
    assert(!anew.log.includes("log_min_error_statement"), "warned of what is no longer so");
    console.log(`${first.url ? "PostgreSQL" : "SQLite"}: backup, figures, log and end are good; ${answers.filter(Boolean).length} of 60 answered at the end`);
} catch (error) {
    console.error(error);
    failed = 1;
} finally {
    for (const { child } of offices) child.kill("SIGKILL");
    rmSync(scratch, { recursive: true, force: true });
}
process.exit(failed);
