// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

/// While it lives, the machine neither darkens its screen nor sleeps. Where nobody on the session's bus can see to that
/// (org.freedesktop.ScreenSaver), a line in the log says so. UI thread.
class KeepAwake
{
public:
    KeepAwake();
    ~KeepAwake();
    KeepAwake(const KeepAwake&) = delete;
    KeepAwake& operator=(const KeepAwake&) = delete;
};
