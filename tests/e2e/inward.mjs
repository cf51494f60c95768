// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// The part of the contract that stays in the hall: between windows and their supervisor.

import assert from "node:assert/strict";

/** A clerk asks for an exception, the supervisor answers once, and a case may name what was granted and nothing else. */
export async function theGrants(expect, { token, other, supervisor, kiosk, bad, id, now }) {
    const held = (await expect(200, "GET", "/v1/cases", { token })).json.cases.find((entry) => entry.materials.some((one) => one.pages.length > 0));
    const asked = () => ({ id: id(), caseId: id(), kind: "more-deferred", materials: 3, itemName: "样例事项", windowName: "5号综合窗口", clerkName: "乙", reason: "路途遥远", askedAt: now });
    const [grant, denied] = [asked(), asked()];
    const url = `/v1/grants/${grant.id}`;
    await expect(401, "PUT", url, { token: bad, body: grant });
    await expect(403, "PUT", url, { token: kiosk, body: grant });
    await expect(422, "PUT", url, { token, body: { ...grant, id: id() } });
    await expect(201, "PUT", url, { token, body: { ...grant, answer: "granted" } });
    assert((await expect(200, "GET", url, { token })).json.answer === "open", "a clerk grants it to themselves");
    await expect(200, "PUT", url, { token, body: grant });
    await expect(409, "PUT", url, { token, body: { ...grant, reason: "别的原因" } });
    await expect(201, "PUT", `/v1/grants/${denied.id}`, { token, body: denied });
    await expect(401, "GET", url, { token: bad });
    await expect(403, "GET", url, { token: other });
    await expect(404, "GET", `/v1/grants/${id()}`, { token });
    const waiting = (await expect(200, "GET", "/v1/grants?open=true", { token: supervisor })).json.grants;
    assert(waiting.some((one) => one.id === grant.id), "the supervisor does not hear of it");
    assert((await expect(200, "GET", "/v1/grants?open=true", { token: other })).json.grants.length === 0, "another window's");
    await expect(401, "GET", "/v1/grants", { token: bad });
    await expect(403, "GET", "/v1/grants", { token: kiosk });
    const granted = { token: supervisor, body: { answer: "granted" } };
    await expect(401, "PUT", `${url}/answer`, { ...granted, token: bad });
    await expect(403, "PUT", `${url}/answer`, { ...granted, token });
    await expect(404, "PUT", `/v1/grants/${id()}/answer`, granted);
    await expect(422, "PUT", `${url}/answer`, { token: supervisor, body: { answer: "denied" } });
    await expect(200, "PUT", `${url}/answer`, granted);
    await expect(200, "PUT", `${url}/answer`, granted);
    await expect(409, "PUT", `${url}/answer`, { token: supervisor, body: { answer: "denied", answerReason: "材料太多" } });
    await expect(200, "PUT", `/v1/grants/${denied.id}/answer`, { token: supervisor, body: { answer: "denied", answerReason: "材料太多" } });
    const answered = (await expect(200, "GET", url, { token })).json;
    const { provisionalNumber, result, refusal, delivery, waitsUntil, suspendedSince, suspendedFor, prefiling, ...plain } = held;
    const made = (caseId, grants) => ({ ...plain, id: caseId, number: "g" + caseId, numberProvisional: false, version: 1, state: "accepted", acceptedAt: now, deferred: [], grants });
    await expect(422, "PUT", `/v1/cases/${denied.caseId}`, { token, body: made(denied.caseId, [{ ...answered, id: denied.id, caseId: denied.caseId }]) });
    await expect(201, "PUT", `/v1/cases/${grant.caseId}`, { token, body: made(grant.caseId, [answered]) });
    return [["GET", "/v1/grants", { token }], ["GET", url, { token }], ["PUT", url, { token, body: grant }], ["PUT", `${url}/answer`, granted]];
}
