// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/readinesscheck.h"

#include "app/desk/advice.h"
#include "app/desk/readinessdesk.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

constexpr auto DevicesDeadline = std::chrono::seconds(6); // a scanner may take as long to be found

QString adviceText(const core::ReadinessLine& line)
{
    return line.code.isEmpty() ? QString() : desk::adviceFor({core::ErrorKind::Device, line.code, line.facts}).text();
}

} // namespace

void ReadinessCheck::begin(Client& client)
{
    m_readiness = &client.desks().readiness;
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &ReadinessCheck::finish);
    connect(m_readiness, &desk::ReadinessDesk::changed, this, [this] { // no need to wait for what is well
        const auto& lines = m_readiness->lines();
        const bool well = std::all_of(lines.begin(), lines.end(), [](const auto& line) { return line.is.health == core::Health::Ok; });
        if (well && m_readiness->isComplete() && m_deadline.isActive()) {
            m_deadline.stop();
            QMetaObject::invokeMethod(this, &ReadinessCheck::finish, Qt::QueuedConnection);
        }
    });
    m_deadline.start(DevicesDeadline);
    m_readiness->check();
}

void ReadinessCheck::finish()
{
    QTextStream out(stdout);
    QJsonArray array;
    QList<core::ReadinessLine> lines;
    for (const auto& line : m_readiness->lines()) {
        lines.append(line.is);
        array.append(QJsonObject{{u"subject"_s, core::toWire(line.is.subject)},
                                 {u"state"_s, core::toWire(line.is.health)},
                                 {u"code"_s, line.is.code},
                                 {u"advice"_s, adviceText(line.is)}});
        if (!m_json)
            out << desk::healthWords(line.is.health) << u"  "_s << desk::subjectWords(line.is.subject) << u"  "_s << adviceText(line.is)
                << Qt::endl;
    }
    const core::Health worst = core::worstOf(lines);
    if (m_json)
        out << QString::fromUtf8(QJsonDocument(QJsonObject{{u"state"_s, core::toWire(worst)}, {u"lines"_s, array}}).toJson()) << Qt::flush;
    QCoreApplication::exit(int(worst));
}
