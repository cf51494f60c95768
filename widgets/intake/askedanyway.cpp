// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/intake/askedanyway.h"

#include "widgets/common/label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace widgets {

AskedAnyway::AskedAnyway(desk::IntakeDesk& intake, QWidget* parent) : QWidget(parent), m_intake(intake), m_reason(new QComboBox(this))
{
    m_reason->setEditable(true);
    m_reason->setInsertPolicy(QComboBox::NoInsert);
    m_reason->addItems({tr("The applicant brought it unasked"), tr("What is held is out of date"), tr("What is held cannot be read"),
                        tr("Its content has changed since")});
    m_reason->setCurrentIndex(-1);
    m_reason->lineEdit()->setPlaceholderText(tr("Held already. Why is it asked for? ↓ proposes"));
    m_reason->setAccessibleName(tr("Why a paper is asked for that is held already"));
    m_reason->installEventFilter(this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(newTag("warn", this, tr("Asked for twice")));
    row->addWidget(m_reason, 1);
    connect(m_reason, &QComboBox::editTextChanged, this,
            [this](const QString& text) { m_intake.setAskedBecause(m_intake.draft().focusMaterial, text); });
    connect(&intake, &desk::IntakeDesk::changed, this, &AskedAnyway::follow);
    connect(&intake, &desk::IntakeDesk::focusMaterialChanged, this, &AskedAnyway::follow);
    connect(&intake, &desk::IntakeDesk::visitBegun, this, [this] { m_asked.clear(); });
    follow();
}

void AskedAnyway::ask(const QString& materialCode)
{
    m_asked = materialCode;
    follow();
    m_reason->setFocus();
}

void AskedAnyway::follow()
{
    const QString code = m_intake.draft().focusMaterial;
    const bool sent = code == m_asked && m_intake.askedWithoutReason().contains(code);
    setVisible(!m_intake.record() && (sent || m_intake.isAskedAnyway(code)));
    const QString given = m_intake.draft().materials.value(code).askedBecause;
    if (m_reason->currentText() == given)
        return;
    const QSignalBlocker quiet(m_reason);
    m_reason->setCurrentIndex(m_reason->findText(given));
    m_reason->setEditText(given);
}

bool AskedAnyway::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            Q_EMIT done();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace widgets
