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
    return [["GET", overview, { token: supervisor }], ["PUT", classes, { token: supervisor, body: wanted }], ["PUT", message, { token: supervisor, body: told }],
        ["PUT", receipt, read]];
}
