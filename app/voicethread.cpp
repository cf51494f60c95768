// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/voicethread.h"

#include <QDeadlineTimer>

using namespace Qt::StringLiterals;

namespace {
constexpr auto Deadline = std::chrono::seconds(5);
}

VoiceThread::VoiceThread() : m_voice(new devices::Voice)
{
    m_thread.setObjectName(u"voice"_s);
    m_voice->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_voice, &QObject::deleteLater);
    m_thread.start();
}

VoiceThread::~VoiceThread()
{
    m_thread.quit();
    if (!m_thread.wait(QDeadlineTimer(Deadline))) {
        m_thread.terminate(); // an engine that hangs
        m_thread.wait();
    }
}

void VoiceThread::open()
{
    QMetaObject::invokeMethod(m_voice, &devices::Voice::open);
}

void VoiceThread::say(const QString& words)
{
    QMetaObject::invokeMethod(m_voice, [voice = m_voice, words] { voice->say(words); });
}
