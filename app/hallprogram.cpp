// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/hallprogram.h"

#include "app/desk/halldisplaydesk.h"
#include "app/desk/unattendedsignin.h"
#include "app/voicethread.h"
#include "widgets/display/halldisplay.h"
#include "widgets/display/hallwindow.h"
#include "widgets/shell/signinpage.h"

#include <QCoreApplication>
#include <QShortcut>
#include <QThread>

using namespace Qt::StringLiterals;

namespace {

/// Lives on the network's thread and ends with it.
template<class T> T* on(QThread& thread, T* object)
{
    object->moveToThread(&thread);
    QObject::connect(&thread, &QThread::finished, object, &QObject::deleteLater);
    return object;
}

QString words(const char* text)
{
    return QCoreApplication::translate("HallProgram", text);
}

} // namespace

class HallProgram::Parts
{
public:
    Parts(const HallOptions& options, std::shared_ptr<store::Store> kept)
        : account(options.account), store(std::move(kept)), clock(std::make_shared<syncing::ServerClock>()),
          api(on(network, new syncing::ApiClient(options.backOffice, clock))), events(on(network, new syncing::EventStream(*api))),
          signIn(*api, store, clock, options.hall, syncing::SignIn::Use::Display), desk({*api, *events, clock}),
          entry({*api, signIn, store}), page(new widgets::SignInPage(nullptr)), display(new widgets::HallDisplay(desk)),
          window(std::make_unique<widgets::HallWindow>(display, page))
    {
        network.setObjectName(u"network"_s);
        network.start();
        api->setLanguage(options.language == u"en" ? u"en"_s : u"zh-CN"_s);
        page->setWindowCode(account.window);
        page->setClerk(account.number);
        page->setAction(words(QT_TRANSLATE_NOOP("HallProgram", "Sign in and show the hall")));
        page->setHint(words(QT_TRANSLATE_NOOP(
            "HallProgram",
            "Once: this screen keeps its account sealed and signs in by itself from then on. Any window of the hall will do.")));
        enter();
        if (options.aloud)
            speak();
    }

    ~Parts()
    {
        window.reset(); // looks at the desk until its end
        store->drain();
        network.quit();
        network.wait();
    }

    store::OwnAccount account;
    std::shared_ptr<store::Store> store;
    std::shared_ptr<syncing::ServerClock> clock;
    QThread network;
    syncing::ApiClient* api;
    syncing::EventStream* events;
    syncing::SignIn signIn;
    desk::HallDisplayDesk desk;
    desk::UnattendedSignIn entry;
    widgets::SignInPage* page;     ///< the window's
    widgets::HallDisplay* display; ///< the window's
    std::unique_ptr<widgets::HallWindow> window;
    std::unique_ptr<VoiceThread> voice; ///< null: silent

private:
    void enter()
    {
        QObject::connect(new QShortcut(QKeySequence(Qt::Key_F12), page), &QShortcut::activated, page, &widgets::SignInPage::submit);
        QObject::connect(page, &widgets::SignInPage::submitted, &entry,
                         [this](const QString& number, const QString& password, const QString& place) {
                             entry.submit({number.trimmed(), password, place.trimmed()});
                         });
        QObject::connect(&entry, &desk::UnattendedSignIn::handNeeded, page, [this](const desk::Advice& advice) {
            window->showPage();
            page->focusWork();
            if (!advice.what.isEmpty())
                page->showAdvice(advice);
        });
        QObject::connect(&entry, &desk::UnattendedSignIn::signedIn, page, [this](const core::NamedCode& hall) {
            desk.follow(hall);
            window->showHall();
        });
    }

    void speak()
    {
        voice = std::make_unique<VoiceThread>();
        QObject::connect(&desk, &desk::HallDisplayDesk::called, &desk, [this](const QString& sentence) { voice->say(sentence); });
        QObject::connect(&voice->voice(), &devices::Voice::said, &desk, &desk::HallDisplayDesk::said);
        voice->open();
    }
};

HallProgram::HallProgram(const HallOptions& options, std::shared_ptr<store::Store> store)
    : m_parts(std::make_unique<Parts>(options, std::move(store)))
{
}

HallProgram::~HallProgram() = default;

void HallProgram::start()
{
    m_parts->entry.begin(m_parts->account);
}

widgets::HallWindow& HallProgram::window()
{
    return *m_parts->window;
}

desk::HallDisplayDesk& HallProgram::desk()
{
    return m_parts->desk;
}

widgets::HallDisplay& HallProgram::display()
{
    return *m_parts->display;
}

widgets::SignInPage& HallProgram::signInPage()
{
    return *m_parts->page;
}
