// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/voice/voice.h"

#ifdef YICHUANG_SPEECH
#include <QLocale>
#include <QTextToSpeech>
#endif

namespace devices {

void Voice::open()
{
    if (std::exchange(m_opened, true))
        return;
#ifdef YICHUANG_SPEECH
    if (!QTextToSpeech::availableEngines().isEmpty()) {
        auto* engine = new QTextToSpeech(this);
        const QList<QLocale> locales = engine->availableLocales();
        for (const QLocale& locale : locales) {
            if (locale.language() != QLocale::Chinese || m_engine)
                continue;
            engine->setLocale(locale);
            m_engine = engine;
        }
    }
#endif
    Q_EMIT availability(m_engine != nullptr);
}

void Voice::say(const QString& text)
{
    open();
#ifdef YICHUANG_SPEECH
    if (!m_engine)
        return;
    m_engine->stop();
    m_engine->say(text);
#else
    Q_UNUSED(text)
#endif
}

} // namespace devices
