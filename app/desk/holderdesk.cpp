// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/holderdesk.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace desk {

namespace {
constexpr auto RetryDelay = std::chrono::seconds(20);
}

HolderDesk::HolderDesk(Services& services, WorkDay& day, IntakeDesk& intake) : m_services(services), m_day(day), m_intake(intake)
{
    connect(&intake, &IntakeDesk::visitBegun, this, [this] {
        m_asked = {};
        m_told = 0;
    });
    connect(&intake, &IntakeDesk::changed, this, &HolderDesk::follow);
    connect(&services.events, &syncing::EventStream::connected, this, [this] { // what could not be asked before
        if (!m_intake.isKnown())
            m_asked = {};
        follow();
    });
}

void HolderDesk::follow()
{
    const auto checked = core::checkedCertificate(m_intake.draft().applicant.certificate, m_day.today());
    if (m_day.isSignedIn() && checked && *checked != m_asked && !m_intake.record())
        ask(*checked);
    const int offered = m_intake.offered();
    if (offered > m_told)
        Q_EMIT found(offered);
    m_told = offered;
}

void HolderDesk::takePrefilingOver()
{
    const core::Prefiling* offered = m_intake.prefiling();
    if (!offered)
        return Q_EMIT adviceGiven(adviceFor({core::ErrorKind::NotFound, u"prefiling.none"_s, {}}));
    m_services.api.call(syncing::ApiCall::post(u"prefilings/%1/takeover"_s.arg(offered->id), {{u"caseId"_s, m_intake.draft().caseId}}))
        .then(this, [this](const syncing::ApiResult& reply) {
            const auto prefiling =
                reply ? core::Prefiling::fromJson(reply->json()) : core::Result<core::Prefiling>(tl::unexpected(reply.error()));
            if (!prefiling)
                Q_EMIT adviceGiven(adviceFor(prefiling.error()));
            else if (m_intake.takeOver(*prefiling))
                Q_EMIT tookOver(prefiling->number);
        });
}

void HolderDesk::ask(const core::Certificate& holder)
{
    m_asked = holder;
    const QJsonObject body{{u"certificateType"_s, core::toWire(holder.type)}, {u"certificateNumber"_s, holder.number}};
    m_services.api.call(syncing::ApiCall::post(u"holders/search"_s, body)).then(this, [this, holder](const syncing::ApiResult& reply) {
        if (holder != m_asked)
            return; // somebody else by now
        if (reply)
            m_intake.know(core::HolderFindings::fromJson(holder, reply->json()));
        else
            QTimer::singleShot(RetryDelay, this, [this, holder] { // until then the verdict says that credit is not checked
                if (holder != m_asked)
                    return;
                m_asked = {};
                follow();
            });
    });
}

} // namespace desk
