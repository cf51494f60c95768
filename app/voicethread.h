// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "devices/voice/voice.h"

#include <QThread>

/// The voice on a thread of its own, which ends with this even when the engine hangs.
class VoiceThread
{
public:
    VoiceThread();
    ~VoiceThread();
    VoiceThread(const VoiceThread&) = delete;
    VoiceThread& operator=(const VoiceThread&) = delete;

    void open();
    void say(const QString& words);
    /// For its signals.
    [[nodiscard]] devices::Voice& voice() { return *m_voice; }

private:
    QThread m_thread;
    devices::Voice* m_voice; ///< lives on the thread and ends with it
};
