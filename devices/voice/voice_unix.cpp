// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/voice/voice.h"

#ifdef YICHUANG_SPEECH
#include <QLocale>
#include <QTextToSpeech>
#endif

namespace devices {

#ifdef YICHUANG_SPEECH
class Voice::Engine
{
public:
    explicit Engine(Voice& voice)
    {
        if (QTextToSpeech::availableEngines().isEmpty())
            return;
        auto engine = std::make_unique<QTextToSpeech>();
        const QList<QLocale> locales = engine->availableLocales();
        for (const QLocale& locale : locales) {
            if (locale.language() != QLocale::Chinese)
                continue;
            engine->setLocale(locale);
            QObject::connect(engine.get(), &QTextToSpeech::stateChanged, &voice, [&voice](QTextToSpeech::State state) {
                if (state == QTextToSpeech::Ready || state == QTextToSpeech::Error)
                    Q_EMIT voice.said();
            });
            m_engine = std::move(engine);
            return;
        }
    }

    [[nodiscard]] bool speaks() const { return m_engine != nullptr; }
    void say(const QString& text)
    {
        {
            const QSignalBlocker quiet(m_engine.get()); // what is broken off is not over
            m_engine->stop();
        }
        m_engine->say(text);
    }

private:
    std::unique_ptr<QTextToSpeech> m_engine;
};
#else
class Voice::Engine
{
public:
    explicit Engine(Voice&) {}
    [[nodiscard]] bool speaks() const { return false; }
    void say(const QString&) {}
};
#endif

Voice::Voice() = default;
Voice::~Voice() = default;

void Voice::open()
{
    if (!m_engine) {
        m_engine = std::make_unique<Engine>(*this);
        Q_EMIT availability(m_engine->speaks());
    }
}

void Voice::say(const QString& text)
{
    open();
    if (m_engine->speaks())
        m_engine->say(text);
    else
        Q_EMIT said();
}

} // namespace devices
