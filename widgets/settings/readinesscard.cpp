// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/settings/readinesscard.h"

#include "app/core/halltime.h"
#include "app/desk/advice.h"
#include "app/desk/readinessdesk.h"
#include "widgets/common/label.h"
#include "widgets/common/statepill.h"

#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

ColourRole roleOf(core::Health health)
{
    switch (health) {
    case core::Health::Ok: return ColourRole::Ok;
    case core::Health::Degraded: return ColourRole::Warn;
    case core::Health::Broken: return ColourRole::Danger;
    }
    return ColourRole::Muted;
}

} // namespace

ReadinessCard::ReadinessCard(desk::ReadinessDesk& readiness, QWidget* parent)
    : QFrame(parent), m_readiness(readiness), m_grid(new QGridLayout(this))
{
    setObjectName(u"card"_s);
    m_grid->setContentsMargins(16, 12, 16, 12);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(2, 1);
    connect(&readiness, &desk::ReadinessDesk::changed, this, &ReadinessCard::follow);
    follow();
}

void ReadinessCard::follow()
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const auto& line : m_readiness.lines()) {
        auto* pill = new StatePill(this);
        pill->set(roleOf(line.is.health), line.is.health != core::Health::Ok, desk::healthWords(line.is.health));
        QString words;
        if (!line.is.code.isEmpty())
            words = desk::adviceFor({core::ErrorKind::Device, line.is.code, line.is.facts}).text();
        const QString since = core::hallTime(line.since).toString(u"HH:mm"_s);
        m_grid->addWidget(new QLabel(desk::subjectWords(line.is.subject), this), row, 0);
        m_grid->addWidget(pill, row, 1);
        m_grid->addWidget(newLabel("muted", this, words), row, 2);
        m_grid->addWidget(newLabel("muted", this, tr("since %1").arg(since)), row, 3);
        ++row;
    }
}

} // namespace widgets
