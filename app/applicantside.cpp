// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/applicantside.h"

#include "app/core/announcement.h"
#include "widgets/display/evaluationpad.h"
#include "widgets/display/secondscreen.h"
#include "widgets/display/signaturepad.h"
#include "widgets/display/windowdisplay.h"

#include <QGuiApplication>
#include <QScreen>

using namespace Qt::StringLiterals;

ApplicantSide::ApplicantSide(const Desks& desks, bool aloud, bool expectsDisplay)
    : m_desks(desks), m_display(std::make_unique<widgets::WindowDisplay>(desks.day, desks.queue)),
      m_pad(std::make_unique<widgets::SignaturePad>(desks.signature)),
      m_evaluation(std::make_unique<widgets::EvaluationPad>(desks.evaluation))
{
    if (aloud)
        callAloud();
    if (expectsDisplay)
        watchScreens();
}

ApplicantSide::~ApplicantSide() = default;

void ApplicantSide::show()
{
    m_display->showOnSecondScreen();
    m_pad->watchScreens();
    m_evaluation->watchScreens();
}

void ApplicantSide::callAloud()
{
    const auto announce = [this, &day = m_desks.day](const core::Ticket& ticket) {
        if (!day.isSignedIn()) // left before the answer came
            return;
        m_voice.say(core::spokenText(ticket.number, day.workplace().window.name));
    };
    QObject::connect(&m_desks.queue, &desk::QueueDesk::called, m_display.get(), announce);
    QObject::connect(&m_desks.queue, &desk::QueueDesk::recalled, m_display.get(), announce);
    m_desks.readiness.expect(core::ReadinessSubject::Voice);
    QObject::connect(&m_voice.voice(), &devices::Voice::availability, m_display.get(),
                     [&readiness = m_desks.readiness](bool available) { readiness.tell(core::ReadinessSubject::Voice, available); });
    m_voice.open();
}

void ApplicantSide::watchScreens()
{
    const auto look = [&readiness = m_desks.readiness] {
        readiness.tell(core::ReadinessSubject::Display, widgets::secondScreen() != nullptr);
    };
    m_desks.readiness.expect(core::ReadinessSubject::Display);
    QObject::connect(qApp, &QGuiApplication::screenAdded, m_display.get(), look);
    QObject::connect(qApp, &QGuiApplication::screenRemoved, m_display.get(), look);
    look();
}
