// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/intake/paperband.h"

#include "app/desk/intakedesk.h"
#include "app/desk/paperwords.h"
#include "widgets/common/label.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

PaperBand::PaperBand(desk::IntakeDesk& intake, QWidget* parent)
    : Band(4, tr("Papers"), tr("Preview"), u"F11"_s, parent), m_intake(intake), m_papers(newLabel("small", this))
{
    head()->addWidget(m_papers);
    connect(&intake, &desk::IntakeDesk::changed, this, &PaperBand::follow);
    follow();
}

void PaperBand::follow()
{
    if (m_intake.record()) {
        m_papers->setText(desk::paperNames(m_intake.record()->papers));
        return;
    }
    const auto record = m_intake.provisionalRecord();
    const bool known = record && m_intake.verdict().outcome != core::Outcome::Undetermined;
    m_papers->setText(known ? desk::paperNames(record->papers) : tr("What is printed depends on the verdict"));
}

} // namespace widgets
