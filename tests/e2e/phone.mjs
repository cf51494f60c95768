// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// The applicant's page in a browser of a phone's size: the place in the queue moves by itself, the window is named, the evaluation
// arrives, a code that nobody has gets a plain answer. Nothing overflows and nothing runs.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import puppeteer from "puppeteer-core";

const { BACKOFFICE, TRAINING, YICHUANG_PICTURES } = process.env;
const Skipped = 77;
const Phone = { width: 360, height: 740, deviceScaleFactor: 2 };
const Patience = 30_000;
const folder = mkdtempSync(path.join(os.tmpdir(), "phone-"));
const executablePath = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync);
if (!executablePath) {
    console.log("there is no Chromium");
    process.exit(Skipped);
}

function run(...words) {
    return new Promise((done, fail) => {
        const child = spawn(BACKOFFICE, [...words, "--data", folder], { stdio: ["ignore", "pipe", "inherit"] });
        if (words[0] === "serve") return child.stdout.once("data", (text) => done({ child, url: /http\S+/.exec(text)[0].replace(/\/$/, "") }));
        child.on("exit", (code) => (code === 0 ? done() : fail(new Error(`${words[0]}: ${code}`))));
    });
}

let office, browser, failed = 0;

async function ask(method, url, token, body) {
    const answer = await fetch(office.url + url, {
        method, body: body && JSON.stringify(body), headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    });
    assert(answer.ok, `${method} ${url}: ${answer.status}`);
    return answer.json();
}

const signIn = async (clerk, window) => (await ask("POST", "/v1/sessions", "", { clerk, password: "training", window })).accessToken;

async function look(page, name) {
    assert(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${name} is wider than the phone`);
    if (!YICHUANG_PICTURES) return;
    for (const scheme of ["light", "dark"]) {
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
        await page.screenshot({ path: path.join(YICHUANG_PICTURES, `phone-${name}-${scheme}.png`), fullPage: true });
    }
}

const words = (page, id) => page.$eval(`#${id}`, (element) => element.textContent);
const showing = (page, id, text) =>
    page.waitForFunction((id, text) => document.getElementById(id)?.textContent.includes(text), { timeout: Patience }, id, text);

async function theQueue(page, clerk, kiosk) {
    const take = () => ask("POST", "/v1/halls/9901/tickets", kiosk, { id: randomUUID(), class: "A" });
    const call = async () => (await ask("PUT", `/v1/windows/03/calls/${randomUUID()}`, clerk, { requestedAt: new Date().toISOString() })).ticket;
    const finish = (ticket) => ask("PUT", `/v1/tickets/${ticket.id}/acts/${randomUUID()}`, clerk, { act: "finish", at: new Date().toISOString() });
    const mine = await take();
    assert(mine.ahead > 0, "nobody is before it");
    await page.goto(`${office.url}/q/${mine.queryToken}`);
    assert.equal(await words(page, "number"), mine.number);
    assert((await words(page, "next")).includes(`${mine.ahead}位`), await words(page, "next"));
    await look(page, "waiting");
    const before = await call();
    await finish(before);
    await showing(page, "next", mine.ahead > 1 ? `${mine.ahead - 1}位` : "下一位就是您"); // nobody touches the phone
    let called = await call();
    for (; called.id !== mine.id; called = await call()) await finish(called);
    await page.reload();
    assert((await words(page, "state")).startsWith("请到"), await words(page, "state"));
    await look(page, "called");
    await finish(mine);
    await page.reload();
    await look(page, "finished");
    await evaluate(page);
    return mine;
}

async function evaluate(page) {
    await page.click("input[name=level][value='1']");
    await page.type("textarea", "等得太久 <b>&");
    await Promise.all([page.waitForNavigation(), page.click("button")]);
    assert.equal(await words(page, "state"), "谢谢您的评价");
    await Promise.all([page.waitForNavigation(), page.click("a")]);
    assert.equal(await words(page, "rated"), "您已评价，谢谢。");
}

try {
    await run("seed", path.join(TRAINING, "hall.json"));
    await run("import", path.join(TRAINING, "catalogue.json"));
    office = await run("serve", "--port", "0");
    const [clerk, kiosk, supervisor] = [await signIn("001", "03"), await signIn("800", "03"), await signIn("900", "12")];
    await ask("PUT", "/v1/windows/03/state", clerk, { state: "open" });
    browser = await puppeteer.launch({ executablePath, headless: true, args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] });
    const page = await browser.newPage();
    await page.setViewport(Phone);
    const complaints = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => complaints.push(message.text()));
    page.on("requestfailed", (request) => complaints.push(`${request.url()}: ${request.failure()?.errorText}`));
    const mine = await theQueue(page, clerk, kiosk);
    const { evaluations } = await ask("GET", "/v1/evaluations?open=true", supervisor);
    assert(evaluations.length === 1 && evaluations[0].number === mine.number && evaluations[0].reason === "等得太久 <b>&", "the evaluation did not arrive");
    assert.deepEqual(complaints, []);
    for (const code of ["ZZZZZZZZZZ", "%3Cscript%3Ealert(1)%3C"]) {
        const answer = await page.goto(`${office.url}/q/${code}`);
        assert.equal(answer.status(), 404);
        assert((await words(page, "next")).includes("不存在或已过期"));
    }
    await look(page, "unknown");
    console.log(`${mine.number}: waited, was called, said what it was like`);
} catch (error) {
    console.error(error);
    failed = 1;
} finally {
    await browser?.close();
    office?.child.kill();
    rmSync(folder, { recursive: true, force: true });
}
process.exit(failed);
