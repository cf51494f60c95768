// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// The walkthrough through a validating OpenAPI proxy, then every path and status of the document, then one required field
// after another taken out of the answers. Uploads, blobs and event streams go straight.

import { execFileSync, spawn } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import yaml from "js-yaml";
import { theApplicants } from "./applicant.mjs";
import { theGrants } from "./inward.mjs";
import { theSupervisor } from "./supervisor.mjs";
import { theDepartments, theReminders } from "./outward.mjs";
import { drainQueue, theQueue } from "./queue.mjs";

const { YICHUANG, BACKOFFICE, OPENAPI, YICHUANG_POSTGRESQL } = process.env;
const database = YICHUANG_POSTGRESQL ?? "";
const document = yaml.load(readFileSync(OPENAPI, "utf8"));
const scratch = mkdtempSync(path.join(os.tmpdir(), "contract-"));
const children = [];
const seen = new Set();          // "get /v1/health 200"
const violations = [];
let upstreamAway = true;         // while it is, the proxy's complaints are about that
let mutate = null;               // changes an answer before the validating proxy sees it

const freePort = () => new Promise((done) => {
    const probe = net.createServer().listen(0, "127.0.0.1", () => {
        const { port } = probe.address();
        probe.close(() => done(port));
    });
});

function assert(condition, text) {
    if (!condition) throw new Error(text);
}

function operationOf(method, url) {
    const parts = url.split("?")[0].split("/");
    for (const template of Object.keys(document.paths)) {
        const names = template.split("/");
        if (names.length === parts.length && names.every((name, i) => name.startsWith("{") || name === parts[i]))
            return document.paths[template][method.toLowerCase()] ? `${method.toLowerCase()} ${template}` : null;
    }
    return null;
}

/** Passes requests on; `onAnswer` may look at or change buffered answers. */
function relay(port, targetOf, onAnswer) {
    const server = http.createServer((request, response) => {
        const target = targetOf(request);
        const onward = http.request({ host: "127.0.0.1", port: target.port, method: request.method, path: request.url, headers: request.headers },
            (answer) => {
                if (target.stream) {
                    onAnswer(request, answer.statusCode, null, target);
                    response.writeHead(answer.statusCode, answer.headers);
                    return answer.pipe(response);
                }
                const chunks = [];
                answer.on("data", (chunk) => chunks.push(chunk));
                answer.on("end", () => {
                    const body = onAnswer(request, answer.statusCode, Buffer.concat(chunks), target);
                    const headers = { ...answer.headers };
                    delete headers["transfer-encoding"];
                    if (request.method !== "HEAD" && answer.statusCode !== 204 && answer.statusCode !== 304) headers["content-length"] = body.length;
                    response.writeHead(answer.statusCode, headers);
                    response.end(body);
                });
                answer.on("error", () => response.destroy());
            });
        onward.on("error", () => response.destroy());
        response.on("close", () => onward.destroy());
        request.pipe(onward);
    });
    server.keepAliveTimeout = 0;
    return new Promise((done) => server.listen(port, "127.0.0.1", () => done(server)));
}

function start(program, args, ready, label) {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
    children.push(child);
    let log = "";
    return new Promise((done, fail) => {
        const look = (chunk) => {
            log += chunk;
            if (ready.test(log)) done(child);
        };
        child.stdout.on("data", look);
        child.stderr.on("data", look);
        child.on("exit", (code) => fail(new Error(`${label} ended with ${code}: ${log.slice(-800)}`)));
    });
}

function wait(child) {
    return new Promise((done) => (child.exitCode === null ? child.on("exit", done) : done(child.exitCode)));
}

async function walk(ports) {
    const child = spawn(YICHUANG, ["--walkthrough", path.join(scratch, "out"), "--back-office-program", BACKOFFICE, "--back-office-database", database, "--port", String(ports.office),
        "--connect", `http://127.0.0.1:${ports.front}`], { stdio: ["ignore", "pipe", "inherit"] });
    children.push(child);
    child.stdout.on("data", (chunk) => {
        process.stdout.write(chunk);
        const text = chunk.toString();
        if (text.includes("The clerk sits down")) upstreamAway = false;
        if (text.includes("goes away")) upstreamAway = true;
        if (text.includes("is back")) setTimeout(() => { upstreamAway = false; }, 1500).unref();
    });
    assert((await wait(child)) === 0, "the walkthrough failed");
}

function client(ports) {
    const send = (port) => (method, url, { token, body, headers = {}, raw } = {}) => new Promise((done, fail) => {
        const all = { ...headers };
        if (token) all.Authorization = `Bearer ${token}`;
        const data = raw ?? (body ? JSON.stringify(body) : undefined);
        if (body) all["Content-Type"] = "application/json";
        if (data !== undefined) all["Content-Length"] = Buffer.byteLength(data);
        const request = http.request({ host: "127.0.0.1", port, method, path: url, headers: all, agent: false }, (answer) => {
            if (String(answer.headers["content-type"]).startsWith("text/event-stream")) {
                done({ status: answer.statusCode, headers: answer.headers });
                return request.destroy();
            }
            const chunks = [];
            answer.on("data", (chunk) => chunks.push(chunk));
            answer.on("end", () => {
                const text = Buffer.concat(chunks).toString();
                let json = null;
                try { json = JSON.parse(text); } catch { /* not every answer is JSON */ }
                done({ status: answer.statusCode, headers: answer.headers, json, text });
            });
        });
        request.on("error", fail);
        request.end(data);
    });
    return send(ports.front);
}

/** Calls every operation so that each documented status is answered once; returns samples for the mutation. */
async function exercise(ask) {
    const expect = async (status, method, url, options) => {
        const answer = await ask(method, url, options);
        assert(answer.status === status, `${method} ${url}: ${answer.status} instead of ${status}: ${answer.text}`);
        return answer;
    };
    const signIn = async (clerk, window) =>
        (await expect(201, "POST", "/v1/sessions", { body: { clerk, password: "training", window, takeOver: true } })).json;
    const session = await signIn("002", "05");
    const token = session.accessToken;
    const kiosk = (await signIn("800", "12")).accessToken;
    const bad = "not-a-token";
    const id = () => "0190aaaa-0000-7000-8000-" + randomUUID().slice(24);
    const now = new Date().toISOString();
    await expect(200, "GET", "/v1/health");
    await expect(422, "POST", "/v1/sessions", { body: { clerk: "002", password: "training", window: "99" } });
    for (let i = 0; i < 5; ++i) await expect(401, "POST", "/v1/sessions", { body: { clerk: "004", password: "wrong", window: "05" } });
    await expect(429, "POST", "/v1/sessions", { body: { clerk: "004", password: "wrong", window: "05" } });
    await expect(401, "POST", "/v1/sessions/refresh", { body: { refreshToken: bad } });
    const third = await signIn("003", "06");
    const other = (await expect(201, "POST", "/v1/sessions/refresh", { body: { refreshToken: third.refreshToken } })).json.accessToken;
    await theSeat(expect, signIn);
    const leaving = (await signIn("001", "07")).accessToken;
    await expect(204, "DELETE", "/v1/sessions/current", { token: leaving });
    await expect(401, "DELETE", "/v1/sessions/current", { token: leaving });
    for (const url of ["/v1/catalogue", "/v1/calendar/2026"]) {
        const { headers } = await expect(200, "GET", url, { token });
        await expect(304, "GET", url, { token, headers: { "If-None-Match": headers.etag } });
        await expect(401, "GET", url, { token: bad });
    }
    await expect(404, "GET", "/v1/calendar/1999", { token });
    const display = (await signIn("820", "05")).accessToken;
    for (const url of ["/v1/catalogue", "/v1/calendar/2026"]) await expect(403, "GET", url, { token: display });
    const block = { id: id(), count: 3 };
    await expect(201, "POST", "/v1/number-blocks", { token, body: block });
    await expect(401, "POST", "/v1/number-blocks", { token: bad, body: block });
    await expect(403, "POST", "/v1/number-blocks", { token: kiosk, body: block });
    await expect(422, "POST", "/v1/number-blocks", { token, body: { id: id(), count: 1001 } });
    await uploads(expect, token, kiosk, display, bad, id);
    const offered = await releases(expect);
    const cases = await theCases(expect, token, kiosk, bad, id);
    const department = (await signIn("700", "05")).accessToken;
    const gateway = (await signIn("810", "05")).accessToken;
    const supervisor = (await signIn("900", "10")).accessToken;
    const inward = await theGrants(expect, { token, other, supervisor, kiosk, bad, id, now });
    const server = (await signIn("001", "03")).accessToken; // who took the cases in
    const applicants = await theApplicants(expect, { token, server, supervisor, kiosk, bad, id });
    const watched = await theSupervisor(expect, { token, supervisor, kiosk, bad, id });
    const outward = await theDepartments(expect, { token, kiosk, department, bad, id, now });
    const told = await theReminders(expect, { token, kiosk, gateway, bad, id });
    const enquiry = await enquiries(expect, token, kiosk, bad, id);
    const queue = await theQueue(expect, { token, other, supervisor, kiosk, department, display, bad, id, now });
    await expect(200, "GET", "/v1/events", { token });
    await expect(401, "GET", "/v1/events", { token: bad });
    await expect(403, "GET", "/v1/events", { token: department });
    await expect(200, "GET", "/v1/events", { token: display });
    return [
        ["GET", "/v1/health", {}],
        ["POST", "/v1/sessions", { body: { clerk: "800", password: "training", window: "12" } }],
        ["GET", "/v1/catalogue", { token }],
        ["GET", "/v1/calendar/2026", { token }],
        ["POST", "/v1/number-blocks", { token, body: block }],
        ["GET", "/v1/cases", { token }],
        ...cases, ...inward, ...applicants, ...watched, ...outward, ...told, ...enquiry, ...queue, ...offered,
    ];
}

/** A clerk is at one window, a window on one machine. */
async function theSeat(expect, signIn) {
    const before = await signIn("001", "08");
    const device = randomUUID();
    const again = { clerk: "001", password: "training", window: "07", device };
    const own = (await expect(409, "POST", "/v1/sessions", { body: again })).json;
    assert(own.type.endsWith(":signed-in-elsewhere") && own.self && own.window === "08" && !own.clerk, `still there: ${JSON.stringify(own)}`);
    const other = (await expect(409, "POST", "/v1/sessions", { body: { ...again, window: "05", takeOver: false } })).json;
    assert(!other.self && other.window === "05" && other.clerk, `somebody else is there: ${JSON.stringify(other)}`);
    await expect(201, "POST", "/v1/sessions", { body: { ...again, takeOver: true } });
    await expect(201, "POST", "/v1/sessions", { body: again });
    for (const answer of [await expect(401, "GET", "/v1/messages", { token: before.accessToken }),
        await expect(401, "POST", "/v1/sessions/refresh", { body: { refreshToken: before.refreshToken } })])
        assert(answer.json.type.endsWith(":taken-over") && answer.json.window === "07" && answer.json.self, `taken over: ${answer.text}`);
}

/** By the program's own commands. */
function offerRelease(data) {
    const [key, installer, description] = ["key", "installer", "release.json"].map((name) => path.join(scratch, name));
    writeFileSync(installer, "not much of an installer");
    execFileSync(BACKOFFICE, ["new-key", key]);
    const signed = execFileSync(BACKOFFICE, ["sign-release", installer, "--client-version", "9.1.0", "--notes", "更快", "--secret-key", `${key}.secret`]);
    writeFileSync(description, signed);
    execFileSync(BACKOFFICE, ["offer", description, installer, "--data", data, "--database", database]);
}

async function releases(expect) {
    const url = "/v1/releases/linux-x86_64";
    const { json } = await expect(200, "GET", url);
    await expect(404, "GET", "/v1/releases/amiga");
    const range = { Range: "bytes=4-7" };
    const piece = await expect(206, "GET", `${url}/file`, { headers: { ...range, "If-Match": `"${json.release.sha256}"` } });
    assert(piece.text === "much" && piece.headers["content-range"] === `bytes 4-7/${json.release.size}`, "another piece of the installer");
    await expect(404, "GET", "/v1/releases/amiga/file", { headers: range });
    await expect(412, "GET", `${url}/file`, { headers: { ...range, "If-Match": '"0"' } });
    await expect(416, "GET", `${url}/file`, { headers: { Range: "bytes=99-100" } });
    return [["GET", url, {}]];
}

async function uploads(expect, token, kiosk, display, bad, id) {
    const bytes = Buffer.from("a page that belongs to no case");
    const sha = createHash("sha256").update(bytes).digest("hex");
    const tus = { "Tus-Resumable": "1.0.0" };
    const creation = (length, sha256) => ({ ...tus, "Upload-Length": String(length), "Upload-Metadata": `sha256 ${Buffer.from(sha256).toString("base64")}` });
    const append = (offset) => ({ ...tus, "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream" });
    await expect(204, "OPTIONS", "/v1/uploads");
    await expect(401, "POST", "/v1/uploads", { token: bad, headers: creation(1, sha) });
    await expect(403, "POST", "/v1/uploads", { token: kiosk, headers: creation(1, sha) });
    await expect(412, "POST", "/v1/uploads", { token, headers: { "Upload-Length": "1", "Upload-Metadata": "x" } });
    await expect(413, "POST", "/v1/uploads", { token, headers: creation(99999999999, sha) });
    await expect(422, "POST", "/v1/uploads", { token, headers: creation(5, "no hash") });
    const create = async (sha256) => (await expect(201, "POST", "/v1/uploads", { token, headers: creation(bytes.length, sha256) })).headers.location;
    const url = await create(sha);
    await expect(200, "HEAD", url, { token });
    await expect(401, "HEAD", url, { token: bad });
    for (const method of ["HEAD", "DELETE"]) await expect(403, method, url, { token: display });
    await expect(403, "PATCH", url, { token: display, headers: append(0), raw: "a" });
    await expect(401, "PATCH", url, { token: bad, headers: append(0), raw: "a" });
    await expect(409, "PATCH", url, { token, headers: append(3), raw: "a" });
    await expect(413, "PATCH", url, { token, headers: append(0), raw: bytes + "more" });
    await expect(415, "PATCH", url, { token, headers: { ...append(0), "Content-Type": "text/plain" }, raw: "a" });
    await expect(460, "PATCH", url, { token, headers: { ...append(0), "Upload-Checksum": "sha256 AAAA" }, raw: "a" });
    await expect(204, "PATCH", url, { token, headers: append(0), raw: bytes });
    await expect(404, "PATCH", url, { token, headers: append(0), raw: "a" });
    await expect(404, "HEAD", url, { token });
    const given = await create(sha);
    await expect(401, "DELETE", given, { token: bad });
    await expect(204, "DELETE", given, { token });
    await expect(404, "DELETE", given, { token });
    const blob = `/v1/blobs/${sha}`;
    await expect(200, "HEAD", blob, { token });
    await expect(401, "HEAD", blob, { token: bad });
    await expect(403, "HEAD", blob, { token: display });
    await expect(404, "HEAD", `/v1/blobs/${"0".repeat(64)}`, { token });
    await expect(401, "GET", blob, { token: bad });
    await expect(403, "GET", blob, { token });
    await expect(404, "GET", `/v1/blobs/${"0".repeat(64)}`, { token });
}

async function theCases(expect, token, kiosk, bad, id) {
    const held = (await expect(200, "GET", "/v1/cases", { token })).json.cases;
    await expect(401, "GET", "/v1/cases", { token: bad });
    await expect(403, "GET", "/v1/cases", { token: kiosk });
    await expect(403, "GET", `/v1/cases/${held[0].id}`, { token: kiosk });
    const one = held.find((entry) => entry.deferred.length > 0 && entry.agent);
    const url = `/v1/cases/${one.id}`;
    const current = { "If-Match": (await expect(200, "GET", url, { token })).headers.etag };
    await expect(401, "GET", url, { token: bad });
    await expect(404, "GET", `/v1/cases/${id()}`, { token });
    await expect(200, "PUT", url, { token, body: one });
    await expect(401, "PUT", url, { token: bad, body: one });
    await expect(403, "PUT", url, { token: kiosk, body: one });
    await expect(412, "PUT", url, { token, body: { ...one, remarks: "changed" } });
    for (const [status, more] of [[409, { deferred: [] }], [403, { applicant: { ...one.applicant, name: "别人" } }]]) // acts' and a supervisor's
        await expect(status, "PUT", url, { token, body: { ...one, ...more }, headers: current });
    await expect(422, "PUT", `/v1/cases/${id()}`, { token, body: one });
    const page = { sha256: "1".repeat(64), bytes: 1, mediaType: "image/jpeg" };
    const lacking = { ...one, id: id(), number: "n" + id(), materials: [{ ...one.materials[0], pages: [page] }] };
    await expect(409, "PUT", `/v1/cases/${lacking.id}`, { token, body: lacking });
    const byCode = { body: { text: one.queryCode.toLowerCase() } };
    const byHolder = { body: { text: one.applicant.certificateNumber } };
    for (const query of [byCode, byHolder]) {
        const listed = (await expect(200, "POST", "/v1/cases/search", { token, ...query })).json.cases;
        assert(listed.some((entry) => entry.id === one.id), "the case is not found");
    }
    await expect(401, "POST", "/v1/cases/search", { token: bad, ...byCode });
    await expect(403, "POST", "/v1/cases/search", { token: kiosk, ...byCode });
    await expect(422, "POST", "/v1/cases/search", { token, body: { text: " " } });
    const holder = { body: { certificateType: one.applicant.certificateType, certificateNumber: one.applicant.certificateNumber } };
    const found = (await expect(200, "POST", "/v1/holders/search", { token, ...holder })).json;
    assert(found.openCases.some((entry) => entry.id === one.id) && found.held.length > 0 && found.licences.length > 0, "the holder is not known");
    await expect(401, "POST", "/v1/holders/search", { token: bad, ...holder });
    await expect(403, "POST", "/v1/holders/search", { token: kiosk, ...holder });
    await expect(422, "POST", "/v1/holders/search", { token, body: { certificateType: "library-card", certificateNumber: "1" } });
    const online = (await expect(200, "POST", "/v1/holders/search", { token, body: { certificateType: "citizen-id", certificateNumber: "990101195805111415" } })).json.prefilings;
    assert(online.length === 1 && !online[0].applicant, "what was submitted online is not found, or too much of it");
    const takeover = `/v1/prefilings/${online[0].id}/takeover`;
    const forCase = { body: { caseId: id() } };
    await expect(401, "POST", takeover, { token: bad, ...forCase });
    await expect(403, "POST", takeover, { token: kiosk, ...forCase });
    await expect(404, "POST", "/v1/prefilings/none/takeover", { token, ...forCase });
    await expect(422, "POST", takeover, { token, body: { caseId: "" } });
    const fromOnline = (await expect(200, "POST", takeover, { token, ...forCase })).json;
    assert(fromOnline.materials.length === 2 && fromOnline.applicant.name, "the files did not come");
    await expect(200, "POST", takeover, { token, ...forCase });
    await expect(409, "POST", takeover, { token, body: { caseId: id() } });
    const visit = id();
    const holderUrl = `/v1/cases/${visit}/holder`;
    const handedAt = new Date().toISOString();
    const visitDraft = { caseId: visit, itemCode: one.item.code, materials: { app: { status: "present", pages: [one.materials.flatMap((m) => m.pages)[0]] } } };
    const handedOver = { body: { window: "03", at: handedAt, reason: "x", draft: visitDraft } };
    await expect(401, "PUT", holderUrl, { token: bad, ...handedOver });
    await expect(403, "PUT", holderUrl, { token: kiosk, ...handedOver });
    await expect(422, "PUT", holderUrl, { token, body: { ...handedOver.body, window: "99" } });
    await expect(404, "GET", holderUrl, { token });
    await expect(409, "PUT", holderUrl, { token, body: { ...handedOver.body, draft: { ...visitDraft, materials: { app: { status: "present", pages: [page] } } } } });
    await expect(201, "PUT", holderUrl, { token, ...handedOver });
    const heldBy = await expect(200, "GET", holderUrl, { token });
    assert(heldBy.json.draft.caseId === visit && !heldBy.json.taken, "the draft did not come along");
    await expect(412, "PUT", holderUrl, { token, body: { window: "05", at: handedAt }, headers: { "If-Match": '"another"' } });
    await expect(200, "PUT", holderUrl, { token, body: { window: "05", at: handedAt }, headers: { "If-Match": heldBy.headers.etag } });
    await expect(401, "GET", holderUrl, { token: bad });
    await expect(403, "GET", holderUrl, { token: kiosk });
    await expect(200, "GET", "/v1/windows/05/handovers", { token });
    await expect(401, "GET", "/v1/windows/05/handovers", { token: bad });
    await expect(403, "GET", "/v1/windows/03/handovers", { token });
    const acts = `${url}/acts`;
    const place = { window: one.window, clerk: one.clerk, at: new Date().toISOString(), offline: false };
    const owed = one.deferred[0];
    const arrived = { ...one.materials.find((material) => material.code === owed.code), status: "present" };
    const act = { id: id(), caseId: one.id, act: "supplement", ...place, materials: [arrived] };
    const actUrl = `${acts}/${act.id}`;
    await expect(401, "PUT", actUrl, { token: bad, body: act });
    await expect(403, "PUT", actUrl, { token: kiosk, body: act });
    await expect(422, "PUT", `${acts}/${id()}`, { token, body: act });
    const nowhere = { ...act, caseId: id() };
    await expect(404, "PUT", `/v1/cases/${nowhere.caseId}/acts/${act.id}`, { token, body: nowhere });
    for (const forbidden of ["void", "silence-passed", "limit-passed", "decide", "resume", "repair-credit"]) { // a supervisor's, or nobody's
        const others = { id: id(), caseId: one.id, act: forbidden, ...place, reason: "x", result: "granted" };
        await expect(403, "PUT", `${acts}/${others.id}`, { token, body: others });
    }
    const wrong = { applicant: { ...one.applicant, phone: "19900000008" } };
    if (one.agent) wrong.agent = one.agent;
    if (one.postTo) wrong.postTo = one.postTo;
    const correction = { id: id(), caseId: one.id, act: "correct", ...place, reason: "电话录入错误", correction: wrong };
    await expect(409, "PUT", `${acts}/${correction.id}`, { token, body: { ...correction, reason: undefined } });
    const somebodyElse = { ...correction, id: id(), correction: { ...wrong, applicant: { ...wrong.applicant, name: "别人" } } };
    await expect(403, "PUT", `${acts}/${somebodyElse.id}`, { token, body: somebodyElse }); // a supervisor's
    const early = { id: id(), caseId: one.id, act: "deliver", ...place, recipient: "本人" };
    await expect(409, "PUT", `${acts}/${early.id}`, { token, body: early });
    const photo = { ...act, id: id(), materials: [{ ...arrived, pages: [page] }] };
    const without = await expect(409, "PUT", `${acts}/${photo.id}`, { token, body: photo });
    assert(without.json.missing[0] === page.sha256, "the page that is missing is not named");
    const after = (await expect(201, "PUT", actUrl, { token, body: act })).json;
    assert(after.version === one.version + 1 && !after.deferred.some((entry) => entry.code === owed.code), "the supplement was not taken");
    const again = (await expect(200, "PUT", actUrl, { token, body: act })).json;
    assert(again.version === after.version, "the same act counted twice");
    await expect(200, "GET", acts, { token });
    await expect(401, "GET", acts, { token: bad });
    await expect(403, "GET", acts, { token: kiosk });
    await expect(404, "GET", `/v1/cases/${id()}/acts`, { token });
    const withPage = one.materials.find((material) => material.pages.length > 0);
    await expect(200, "GET", `/v1/blobs/${withPage.pages[0].sha256}`, { token });
    return [["GET", url, { token }], ["PUT", url, { token, body: one }], ["POST", "/v1/cases/search", { token, ...byCode }], ["POST", "/v1/holders/search", { token, ...holder }], ["GET", acts, { token }], ["PUT", actUrl, { token, body: act }]];
}

async function enquiries(expect, token, kiosk, bad, id) {
    const body = { id: id(), item: { code: "99000000002W00014", name: "食品经营许可证核发" }, guidePrinted: true, at: new Date().toISOString(), offline: false };
    const url = `/v1/enquiries/${body.id}`;
    await expect(401, "PUT", url, { token: bad, body });
    await expect(403, "PUT", url, { token: kiosk, body });
    await expect(422, "PUT", url, { token, body: { ...body, remark: "请回电 19900000001" } });
    await expect(201, "PUT", url, { token, body });
    await expect(200, "PUT", url, { token, body });
    await expect(409, "PUT", url, { token, body: { ...body, guidePrinted: false } });
    return [["PUT", url, { token, body }]];
}

const resolve = (schema) => (schema?.$ref ? document.components.schemas[schema.$ref.split("/").pop()] : schema);

/** Paths to every required field that a sample answer has. */
function requiredFields(schemaOrRef, sample, at = []) {
    const schema = resolve(resolve(schemaOrRef)?.oneOf?.[0] ?? schemaOrRef);
    if (schema?.type === "array" && Array.isArray(sample) && sample.length > 0) return requiredFields(schema.items, sample[0], [...at, 0]);
    if (schema?.type !== "object" || sample === null || typeof sample !== "object") return [];
    const fields = [];
    for (const [name, child] of Object.entries(schema.properties ?? {})) {
        if (!(name in sample)) continue;
        if (schema.required?.includes(name)) fields.push([...at, name]);
        fields.push(...requiredFields(child, sample[name], [...at, name]));
    }
    return fields;
}

async function mutateAll(ask, samples) {
    let tried = 0;
    for (const [method, url, options] of samples) {
        const whole = await ask(method, url, options);
        assert(whole.status < 300, `${method} ${url}: ${whole.status}`);
        const [name, template] = operationOf(method, url).split(" ");
        const schema = document.paths[template][name].responses[whole.status].content["application/json"].schema;
        const fields = requiredFields(schema, whole.json);
        assert(fields.length > 0, `no required field in ${method} ${url}`);
        for (const field of fields) {
            mutate = (json) => {
                let target = json;
                for (const step of field.slice(0, -1)) target = target?.[step];
                if (target) delete target[field.at(-1)];
                return json;
            };
            const answer = await ask(method, url, options);
            mutate = null;
            assert(String(answer.json?.type).includes("stoplight.io"), `${method} ${url} without /${field.join("/")} passed: ${answer.status}`);
            ++tried;
        }
    }
    return tried;
}

async function main() {
    const ports = { office: await freePort(), mutator: await freePort(), prism: await freePort(), front: await freePort() };
    const servers = [
        await relay(ports.mutator, () => ({ port: ports.office }), (request, status, body) => {
            if (!mutate || status >= 300) return body;
            return Buffer.from(JSON.stringify(mutate(JSON.parse(body.toString()))));
        }),
        await relay(ports.front, (request) => {
            const straight = /^\/v1\/(uploads|blobs|events|releases\/.*\/file)/.test(request.url);
            return { port: straight ? ports.office : ports.prism, stream: request.url.startsWith("/v1/events"), straight };
        }, (request, status, body, target) => {
            const text = body?.toString() ?? "";
            const complaint = !target.straight && text.includes("stoplight.io/prism");
            if (complaint && !upstreamAway && !mutate) violations.push(`${request.method} ${request.url} ${status} ${text.slice(0, 700)}`);
            const operation = operationOf(request.method, request.url);
            if (operation && !complaint) seen.add(`${operation} ${status}`);
            return body;
        }),
    ];
    const prism = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), "node_modules/@stoplight/prism-cli/dist/index.js");
    await start(process.execPath, [prism, "proxy", OPENAPI, `http://127.0.0.1:${ports.mutator}`, "--errors", "-p", String(ports.prism), "-h", "127.0.0.1"],
        /is listening on/, "proxy");
    await walk(ports);
    upstreamAway = false;
    await start(BACKOFFICE, ["serve", "--data", path.join(scratch, "out/data/backoffice"), "--database", database, "--port", String(ports.office)], /listening/, "back office");
    const ask = client(ports);
    offerRelease(path.join(scratch, "out/data/backoffice"));
    const samples = await exercise(ask);
    assert(violations.length === 0, violations.join("\n"));
    const tried = await mutateAll(ask, samples);
    await drainQueue(ask);
    assert(violations.length === 0, violations.join("\n"));
    const documented = Object.entries(document.paths).flatMap(([template, item]) =>
        Object.entries(item).filter(([method]) => method !== "parameters").flatMap(([method, operation]) => Object.keys(operation.responses).map((status) => `${method} ${template} ${status}`)));
    const missing = documented.filter((entry) => !seen.has(entry));
    assert(missing.length === 0, "never answered: " + missing.join(", "));
    console.log(`${documented.length} statuses of ${Object.keys(document.paths).length} paths exercised, no violation; ${tried} removed fields noticed`);
    for (const server of servers) server.close();
}

let failed = 0;
try {
    await main();
} catch (error) {
    console.error(error);
    failed = 1;
} finally {
    for (const child of children) if (child.exitCode === null) child.kill();
    if (existsSync(scratch)) rmSync(scratch, { recursive: true, force: true });
}
process.exit(failed);
