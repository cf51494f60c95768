// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/shell/topbar.h"

#include "app/core/masking.h"
#include "app/desk/intakedesk.h"
#include "app/desk/queuedesk.h"
#include "app/desk/statusdesk.h"
#include "widgets/common/label.h"
#include "widgets/common/statepill.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {
constexpr int BarHeight = 48;
}

TopBar::TopBar(const Desks& desks, QWidget* parent)
    : QFrame(parent), m_desks(desks), m_window(newLabel("strong", this)), m_clerk(new QLabel(this)), m_ticket(newLabel("ticket", this)),
      m_service(new QLabel(this)), m_online(new StatePill(this)), m_reader(new StatePill(this)), m_scanner(new StatePill(this)),
      m_printer(new StatePill(this)), m_clock(newLabel("strong", this)), m_timer(this)
{
    setObjectName(u"topBar"_s);
    setFixedHeight(BarHeight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(22);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_window, m_clerk, m_ticket, m_service})
        row->addWidget(widget);
    row->addStretch();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_online, m_reader, m_scanner, m_printer, m_clock})
        row->addWidget(widget);
    connect(&desks.day, &desk::WorkDay::signedIn, this, &TopBar::follow);
    connect(&desks.queue, &desk::QueueDesk::changed, this, &TopBar::follow);
    connect(&desks.intake, &desk::IntakeDesk::changed, this, &TopBar::follow);
    connect(&desks.status, &desk::StatusDesk::changed, this, &TopBar::followStatus);
    connect(&m_timer, &QTimer::timeout, this, &TopBar::tick);
    m_timer.start(std::chrono::seconds(1));
    follow();
    followStatus();
}

void TopBar::follow()
{
    if (m_desks.day.isSignedIn()) {
        m_window->setText(m_desks.day.workplace().window.name);
        m_clerk->setText(m_desks.day.workplace().clerk.name);
    }
    m_ticket->setText(m_desks.queue.ticket() ? m_desks.queue.ticket()->number : QString());
    tick();
}

void TopBar::followStatus()
{
    const desk::StatusDesk& status = m_desks.status;
    m_online->set(status.isOnline() ? ColourRole::Ok : ColourRole::Offline, !status.isOnline(),
                  (status.isOnline() ? tr("Online · to send %1") : tr("Offline · to send %1")).arg(status.waiting()));
    const auto device = [](StatePill* pill, bool ready, const QString& good, const QString& bad) {
        pill->set(ready ? ColourRole::Ok : ColourRole::Warn, !ready, ready ? good : bad);
    };
    device(m_reader, status.isReaderReady(), tr("Reader"), status.hasReaderTrouble() ? tr("Reader · fault") : tr("Reader · absent"));
    device(m_scanner, status.isScannerReady(), tr("Scanner"), tr("Scanner · absent"));
    device(m_printer, status.isPrinterReady(), tr("Printer"), tr("Printer · absent"));
}

void TopBar::tick()
{
    m_clock->setText(m_desks.day.now().toString(u"HH:mm"_s));
    const auto& ticket = m_desks.queue.ticket();
    if (!ticket) {
        m_service->clear();
        return;
    }
    const core::Party& applicant = m_desks.intake.draft().applicant;
    const bool organisation = applicant.kind == core::ApplicantKind::Organisation && !applicant.name.isEmpty();
    const QString name = organisation ? applicant.name : core::maskedName(applicant.name.isEmpty() ? ticket->holderName : applicant.name);
    const qint64 seconds = std::clamp<qint64>(m_desks.queue.secondsInService(), 0, 86'399);
    const QString spent = QTime(0, 0).addSecs(int(seconds)).toString(seconds < 3600 ? u"mm:ss"_s : u"H:mm:ss"_s);
    const bool called = ticket->state == core::TicketState::Called;
    m_service->setText((called ? tr("%1 called %2") : tr("%1 in service %2")).arg(name, spent).trimmed());
}

} // namespace widgets
