// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// A hall with many windows on PostgreSQL: back offices that can be killed, and a client that asks whichever is there until it is
// answered, as a window does.

import { execFileSync, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";

const { BACKOFFICE, TRAINING, YICHUANG_POSTGRESQL } = process.env;

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
export const newId = randomUUID;
export const windowCode = (i) => String(i + 1).padStart(3, "0");

export class LargeHall {
    constructor(windows, instances) {
        this.folder = mkdtempSync(path.join(os.tmpdir(), "hall-"));
        this.windows = windows;
        this.instances = Array.from({ length: instances }, () => ({ port: 0, child: null, agent: new http.Agent({ keepAlive: true, maxSockets: Infinity }) }));
        this.database = `hall_${process.pid}`;
        this.url = YICHUANG_POSTGRESQL.replace(/[^/]*$/, this.database);
        this.requests = 0;
        this.turn = 0;
    }

    async begin() {
        execFileSync("psql", [YICHUANG_POSTGRESQL, "-qc", `CREATE DATABASE ${this.database}`]);
        const seed = JSON.parse(readFileSync(path.join(TRAINING, "hall.json"), "utf8"));
        seed.windows = Array.from({ length: this.windows }, (_, i) => ({ code: windowCode(i), name: `${i + 1}号窗口`, classes: ["A,B", "B,C", "A,B,C"][i % 3] }));
        seed.tickets = [];
        seed.prefilings = [];
        const file = path.join(this.folder, "seed.json");
        writeFileSync(file, JSON.stringify(seed));
        this.run("seed", file);
        this.run("import", path.join(TRAINING, "catalogue.json"));
        this.hireClerks();
        for (const instance of this.instances) await this.start(instance);
    }

    /** One for every window. They share a password: making many would only cost time. */
    hireClerks() {
        const like = "SELECT password_hash FROM account WHERE number = '001'";
        const sql = `INSERT INTO account (number, name, role, hall, password_hash) SELECT 'W' || code, name, 'clerk', hall, (${like}) FROM service_window`;
        execFileSync("psql", [this.url, "-qc", sql]);
    }

    run(...words) {
        execFileSync(BACKOFFICE, [...words, "--data", this.folder, "--database", this.url], { stdio: ["ignore", "ignore", "inherit"] });
    }

    start(instance) {
        const child = spawn(BACKOFFICE, ["serve", "--data", this.folder, "--database", this.url, "--port", String(instance.port)],
            { stdio: ["ignore", "pipe", "ignore"] });
        instance.child = child;
        return new Promise((done, fail) => {
            child.stdout.once("data", (text) => {
                instance.port = Number(new URL(/http\S+/.exec(text)[0]).port);
                done();
            });
            child.once("exit", (code) => fail(new Error(`a back office ended with ${code}`)));
        });
    }

    kill(instance) {
        return new Promise((done) => {
            instance.child.removeAllListeners("exit");
            instance.child.once("exit", done);
            instance.child.kill("SIGKILL");
        });
    }

    async end() {
        for (const instance of this.instances) {
            instance.agent.destroy();
            if (instance.child) await this.kill(instance);
        }
        rmSync(this.folder, { recursive: true, force: true });
    }

    /** One try. With `lose` the answer is never read. */
    once(instance, method, url, token, body, lose) {
        ++this.requests;
        const data = body ? JSON.stringify(body) : "";
        return new Promise((done, fail) => {
            const request = http.request({
                host: "127.0.0.1", port: instance.port, method, path: url, agent: lose ? false : instance.agent, timeout: 20_000,
                headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json", "Content-Length": Buffer.byteLength(data) },
            }, (answer) => {
                const chunks = [];
                answer.on("data", (chunk) => chunks.push(chunk));
                answer.on("error", fail);
                answer.on("end", () => {
                    try {
                        const text = Buffer.concat(chunks).toString();
                        done({ status: answer.statusCode, json: text ? JSON.parse(text) : null });
                    } catch (error) {
                        fail(error);
                    }
                });
            });
            request.on("error", fail);
            request.on("timeout", () => request.destroy(new Error("no answer")));
            request.end(data, () => {
                if (lose) setTimeout(() => request.destroy(new Error("the answer was lost")), lose);
            });
        });
    }

    /** Until it is answered by one that is not busy, always with the same words. `lossy`: that part of the answers is lost. */
    async ask(method, url, token, body, lossy = 0) {
        for (let tries = 0; ; ++tries) {
            const instance = this.instances[this.turn++ % this.instances.length];
            try {
                const answer = await this.once(instance, method, url, token, body, Math.random() < lossy ? 1 + Math.random() * 30 : 0);
                if (answer.status !== 503) return answer;
            } catch (error) {
                if (tries > 300) throw error;
            }
            await sleep(20 + Math.random() * 80);
        }
    }

    /** The next event of one kind that an instance tells whoever listens; `ready` once it listens. */
    listen(instance, token, kind, ready) {
        return new Promise((done, fail) => {
            const request = http.get({ host: "127.0.0.1", port: instance.port, path: "/v1/events", agent: false, headers: { Authorization: `Bearer ${token}` } }, (answer) => {
                let text = "";
                answer.on("error", fail);
                answer.on("data", (chunk) => {
                    if (!text) ready();
                    text += chunk;
                    const event = new RegExp(`event: ${kind}\\ndata: (.*)\\n`).exec(text);
                    if (!event) return;
                    done(JSON.parse(event[1]));
                    request.destroy();
                });
            });
            request.on("error", fail);
        });
    }

    async signIn(clerk, window) {
        const { status, json } = await this.ask("POST", "/v1/sessions", "", { clerk, password: "training", window, device: this.device(window) });
        if (status !== 201) throw new Error(`${clerk} cannot sign in: ${status}`);
        return json.accessToken;
    }

    /** Always the same one at a window: an answer that was lost is asked for again. */
    device(window) {
        return `0b2f6a3e-9d0e-4f6e-8a41-${window.padStart(12, "0")}`;
    }

    /** The tokens of all windows, which are open then. */
    async openAll() {
        const tokens = [];
        for (let from = 0; from < this.windows; from += 4) {
            const some = Array.from({ length: Math.min(4, this.windows - from) }, (_, i) => windowCode(from + i));
            tokens.push(...await Promise.all(some.map((code) => this.signIn(`W${code}`, code))));
        }
        await Promise.all(tokens.map((token, i) => this.ask("PUT", `/v1/windows/${windowCode(i)}/state`, token, { state: "open" })));
        return tokens;
    }
}
