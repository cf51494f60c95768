// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// A stock tus client uploads 50 MB, is cut off half-way, resumes, and what arrived has the right SHA-256.

import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import * as tus from "tus-js-client";

const { BACKOFFICE, SEED } = process.env;
const scratch = mkdtempSync(path.join(os.tmpdir(), "upload-"));
const Size = 50 * 1024 * 1024;
const CutAfter = 21 * 1024 * 1024;

function run(args) {
    return new Promise((done, fail) => {
        const child = spawn(BACKOFFICE, [...args, "--data", scratch], { stdio: ["ignore", "pipe", "inherit"] });
        if (args[0] === "serve") return child.stdout.once("data", (text) => done({ child, url: new URL(/http\S+/.exec(text)[0]) }));
        child.on("exit", (code) => (code === 0 ? done() : fail(new Error(`${args[0]}: ${code}`))));
    });
}

/** Passes bytes on and tears the first connection that has carried enough. */
function cuttingProxy(target) {
    let cuts = 0;
    const server = net.createServer((socket) => {
        const onward = net.connect(Number(target.port), target.hostname);
        let carried = 0;
        const end = () => { socket.destroy(); onward.destroy(); };
        socket.on("data", (chunk) => {
            carried += chunk.length;
            onward.write(chunk, () => {
                if (carried > CutAfter && cuts === 0) { ++cuts; end(); }
            });
        });
        onward.on("data", (chunk) => socket.write(chunk));
        for (const side of [socket, onward]) side.on("error", end).on("close", end);
    });
    return new Promise((done) => server.listen(0, "127.0.0.1", () => done({ server, port: server.address().port, cuts: () => cuts })));
}

function upload(endpoint, bytes, token) {
    const offsets = [];
    return new Promise((done, fail) => {
        new tus.Upload(bytes, {
            endpoint,
            retryDelays: [0, 200, 500, 1000],
            headers: { Authorization: `Bearer ${token}` },
            metadata: { sha256: createHash("sha256").update(bytes).digest("hex"), mediaType: "image/jpeg" },
            onBeforeRequest: (request) => {
                if (request.getMethod() === "PATCH") offsets.push(Number(request.getHeader("Upload-Offset")));
            },
            onError: fail,
            onSuccess: () => done(offsets),
        }).start();
    });
}

function fileHash(file) {
    return new Promise((done, fail) => {
        const hash = createHash("sha256");
        createReadStream(file).on("data", (chunk) => hash.update(chunk)).on("error", fail).on("end", () => done(hash.digest("hex")));
    });
}

let office;
let failed = 0;
try {
    await run(["seed", SEED]);
    office = await run(["serve", "--port", "0"]);
    const proxy = await cuttingProxy(office.url);
    const answer = await fetch(new URL("/v1/sessions", office.url), {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ clerk: "001", password: "training", window: "03" }),
    });
    const { accessToken } = await answer.json();
    const bytes = randomBytes(Size);
    const offsets = await upload(`http://127.0.0.1:${proxy.port}/v1/uploads`, bytes, accessToken);
    const sha = createHash("sha256").update(bytes).digest("hex");
    const arrived = await fileHash(path.join(scratch, "blobs", sha.slice(0, 2), sha));
    console.log(`offsets ${offsets.join(", ")}; cut ${proxy.cuts()} time(s)`);
    if (proxy.cuts() !== 1 || offsets.length < 2 || offsets[0] !== 0 || offsets.at(-1) <= 0 || arrived !== sha) failed = 1;
    proxy.server.close();
} catch (error) {
    console.error(error);
    failed = 1;
} finally {
    office?.child.kill();
    rmSync(scratch, { recursive: true, force: true });
}
console.log(failed ? "failed" : "50 MB cut off, resumed, intact");
process.exit(failed);
