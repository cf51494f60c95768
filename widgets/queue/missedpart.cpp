// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/queue/missedpart.h"

#include "app/core/halltime.h"
#include "widgets/common/keybutton.h"
#include "widgets/common/label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

constexpr int LongestNumber = 12;
constexpr int MostKeys = 9;

} // namespace

MissedPart::MissedPart(desk::MissedDesk& missed, QWidget* parent)
    : QWidget(parent), m_missed(missed), m_entries(new QVBoxLayout), m_line(new QLineEdit(this)), m_done(newLabel("strong", this)),
      m_fault(newLabel("fault", this))
{
    m_line->setAccessibleName(tr("Missed number"));
    m_line->setMaxLength(LongestNumber);
    m_line->setFixedWidth(110);
    m_done->setWordWrap(true);
    m_fault->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->addWidget(newLabel("muted", this, tr("Missed number")));
    row->addWidget(m_line);
    row->addWidget(newLabel("muted", this, tr("Enter puts it back in the queue")), 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_entries);
    column->addLayout(row);
    column->addWidget(m_done);
    column->addWidget(m_fault);
    m_done->hide();
    m_fault->hide();
}

void MissedPart::submit()
{
    m_missed.putBack(m_line->text());
}

void MissedPart::follow()
{
    const QString done = m_missed.putBackLast();
    setTextOrHide(m_done, done.isEmpty() ? QString() : tr("%1 waits again in its queue.").arg(done));
    setTextOrHide(m_fault, m_missed.fault());
    if (done != m_told && !done.isEmpty())
        m_line->clear();
    m_told = done;
    if (m_missed.tickets() == m_shown)
        return;
    m_shown = m_missed.tickets();
    while (QLayoutItem* item = m_entries->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (qsizetype i = 0; i < std::min<qsizetype>(MostKeys, m_shown.size()); ++i) {
        const QString time = core::hallTime(m_shown[i].calledAt).toString(u"HH:mm"_s);
        auto* button = new KeyButton(tr("%1 was missed at %2: put it back").arg(m_shown[i].number, time), u"Alt+%1"_s.arg(i + 1), this);
        connect(button, &KeyButton::clicked, this, [this, i] { m_missed.putBack(i); });
        m_entries->addWidget(button);
        button->show();
    }
}

QString MissedPart::words() const
{
    QStringList words;
    for (const core::MissedTicket& one : m_shown)
        words.append(tr("%1 was missed at %2: put it back").arg(one.number, core::hallTime(one.calledAt).toString(u"HH:mm"_s)));
    words << (m_done->isHidden() ? QString() : m_done->text()) << (m_fault->isHidden() ? QString() : m_fault->text());
    return words.join(u' ').simplified();
}

} // namespace widgets
