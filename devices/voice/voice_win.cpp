// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/voice/voice.h"

#include <QTimer>

#include <windows.h>

#include <objbase.h>
#include <sapi.h>

namespace devices {

namespace {
constexpr auto Category = L"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Speech\\Voices";
constexpr auto LookInterval = std::chrono::milliseconds(200);
constexpr auto Chinese = L"Language=804"; // zh-CN, as SAPI writes it

template<class Interface> void release(Interface*& object)
{
    if (object != nullptr)
        std::exchange(object, nullptr)->Release();
}

/// The first Chinese voice; null where there is none.
ISpObjectToken* chineseVoice()
{
    ISpObjectTokenCategory* category = nullptr;
    IEnumSpObjectTokens* voices = nullptr;
    ISpObjectToken* found = nullptr;
    if (SUCCEEDED(CoCreateInstance(CLSID_SpObjectTokenCategory, nullptr, CLSCTX_ALL, IID_ISpObjectTokenCategory,
                                   reinterpret_cast<void**>(&category))) &&
        SUCCEEDED(category->SetId(Category, FALSE)) && SUCCEEDED(category->EnumTokens(Chinese, nullptr, &voices)))
        voices->Next(1, &found, nullptr);
    release(voices);
    release(category);
    return found;
}
} // namespace

class Voice::Engine
{
public:
    explicit Engine(Voice& voice)
    {
        m_look.setInterval(LookInterval);
        QObject::connect(&m_look, &QTimer::timeout, &voice, [this, &voice] {
            if (m_voice->WaitUntilDone(0) != S_OK)
                return;
            m_look.stop();
            Q_EMIT voice.said();
        });
        m_apartment = SUCCEEDED(CoInitializeEx(nullptr, COINIT_APARTMENTTHREADED));
        ISpObjectToken* chinese = chineseVoice();
        if (chinese != nullptr &&
            SUCCEEDED(CoCreateInstance(CLSID_SpVoice, nullptr, CLSCTX_ALL, IID_ISpVoice, reinterpret_cast<void**>(&m_voice))) &&
            FAILED(m_voice->SetVoice(chinese)))
            release(m_voice);
        release(chinese);
    }
    ~Engine()
    {
        release(m_voice);
        if (m_apartment)
            CoUninitialize();
    }
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    [[nodiscard]] bool speaks() const { return m_voice != nullptr; }
    void say(const QString& text)
    {
        m_voice->Speak(reinterpret_cast<const wchar_t*>(text.utf16()), SPF_ASYNC | SPF_PURGEBEFORESPEAK | SPF_IS_NOT_XML, nullptr);
        m_look.start();
    }

private:
    bool m_apartment = false;
    ISpVoice* m_voice = nullptr;
    QTimer m_look; ///< for the end of what is said
};

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
