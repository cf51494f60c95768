// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/lookup/shiftpane.h"

#include "app/desk/caselistmodel.h"
#include "widgets/common/keybutton.h"
#include "widgets/common/label.h"
#include "widgets/common/markedline.h"

#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

constexpr int MostNumbers = 5; ///< of cases, named in a line

QString named(const QStringList& numbers)
{
    const QString list = numbers.first(std::min<qsizetype>(numbers.size(), MostNumbers)).join(u'、');
    return numbers.size() > MostNumbers ? list + u" …"_s : list;
}

} // namespace

ShiftPane::ShiftPane(desk::ShiftDesk& shift, QWidget* parent)
    : QFrame(parent), m_shift(shift), m_lines(new QVBoxLayout),
      m_primary(new KeyButton(tr("Hand over, print the lists"), u"F12"_s, this, KeyButton::Weight::Primary)),
      m_hint(newLabel("muted", this, tr("Digit: only this department · Ctrl+P prints the last list again · Esc back")))
{
    setFocusPolicy(Qt::StrongFocus);
    m_primary->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_lines->setSpacing(6);
    auto* lines = new QWidget(this);
    lines->setObjectName(u"scrollBody"_s);
    lines->setLayout(m_lines);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(lines);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_hint, 1);
    foot->addWidget(m_primary);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    column->addWidget(newLabel("title", this, tr("End of the shift")));
    column->addWidget(scroll, 1);
    column->addLayout(foot);
    connect(m_primary, &KeyButton::clicked, this, &ShiftPane::primaryAct);
    connect(&shift, &desk::ShiftDesk::changed, this, &ShiftPane::follow);
    follow();
    hide();
}

void ShiftPane::open()
{
    show();
    setFocus();
    m_shift.refresh();
}

void ShiftPane::primaryAct()
{
    m_shift.handOver(-1);
}

void ShiftPane::keyPressEvent(QKeyEvent* event)
{
    if (event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9 && !(event->modifiers() & ~Qt::KeypadModifier) && !event->isAutoRepeat())
        return m_shift.handOver(event->key() - Qt::Key_1);
    QFrame::keyPressEvent(event);
}

void ShiftPane::add(const QString& mark, const char* tone, const QString& text)
{
    QWidget* line = newMarkedLine(mark, tone, text, this);
    line->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_lines->addWidget(line);
    line->show();
    m_spoken += text + u'\n';
}

void ShiftPane::follow()
{
    while (QLayoutItem* entry = m_lines->takeAt(0)) {
        delete entry->widget();
        delete entry;
    }
    m_spoken.clear();
    showCases();
    showSending();
    showTickets();
    showOriginals();
    m_lines->addStretch();
    m_primary->setEnabled(!m_shift.isBusy() && !m_shift.waiting().isEmpty());
    setAccessibleName(tr("End of the shift"));
    setAccessibleDescription(m_spoken);
}

void ShiftPane::showCases()
{
    const store::ShiftFigures& figures = m_shift.figures();
    int whole = 0;
    QStringList parts;
    for (auto it = figures.cases.cbegin(); it != figures.cases.cend(); ++it) {
        whole += it.value();
        parts.append(u"%1 %2"_s.arg(desk::stateWords(it.key())).arg(it.value()));
    }
    add(u"·"_s, "plain", tr("%n case(s) taken in today", nullptr, whole) + (parts.isEmpty() ? QString() : u"："_s + parts.join(u'、')));
    add(u"·"_s, "plain", tr("%1 papers printed, %2 printed again").arg(figures.papers).arg(figures.reprints));
    if (figures.enquiries > 0)
        add(u"·"_s, "plain",
            tr("%n enquiry(ies) answered", nullptr, figures.enquiries) + u"："_s + tr("%n with a checklist", nullptr, figures.guides));
    if (!figures.unprinted.isEmpty())
        add(u"!"_s, "warn", tr("Papers never printed: %1").arg(named(figures.unprinted)));
    if (figures.drafts > 0)
        add(u"!"_s, "warn", tr("%n draft(s) not finished", nullptr, figures.drafts));
}

void ShiftPane::showSending()
{
    const store::ShiftFigures& figures = m_shift.figures();
    if (figures.conflicts > 0)
        add(u"✕"_s, "danger", tr("%n thing(s) that the back office did not take: look at them under Today", nullptr, figures.conflicts));
    if (figures.outbox == 0)
        add(u"✓"_s, "ok", tr("Everything has been sent"));
    else
        add(u"!"_s, "warn",
            tr("%n thing(s) wait to be sent", nullptr, figures.outbox) +
                (figures.unsent.isEmpty() ? QString() : u"："_s + named(figures.unsent)));
    int here = 0;
    for (const int count : figures.cases)
        here += count;
    if (!m_shift.counted())
        add(u"!"_s, "warn", tr("The back office cannot be reached: its count is not known"));
    else if (m_shift.counted()->cases == here)
        add(u"✓"_s, "ok", tr("The back office has the same %n case(s)", nullptr, here));
    else
        add(u"!"_s, "warn", tr("The back office has %1 of %2 cases").arg(m_shift.counted()->cases).arg(here));
    if (m_shift.counted() && m_shift.counted()->enquiries < figures.enquiries)
        add(u"!"_s, "warn", tr("The back office has %1 of %2 enquiries").arg(m_shift.counted()->enquiries).arg(figures.enquiries));
}

void ShiftPane::showTickets()
{
    if (!m_shift.counted())
        return;
    const QMap<QString, int>& tickets = m_shift.counted()->tickets;
    add(u"·"_s, "plain", tr("Tickets: %1 done, %2 no-show").arg(tickets.value(u"done"_s)).arg(tickets.value(u"no-show"_s)));
    const int open = tickets.value(u"called"_s) + tickets.value(u"serving"_s) + tickets.value(u"held"_s);
    if (open > 0)
        add(u"!"_s, "warn", tr("%n ticket(s) not finished", nullptr, open));
}

void ShiftPane::showOriginals()
{
    if (m_shift.waiting().isEmpty())
        add(u"✓"_s, "ok", tr("No originals wait here for a department"));
    int digit = 0;
    for (const core::Transfer& list : m_shift.waiting())
        add(QString::number(++digit), "warn",
            tr("%1: %2 cases, %3 originals").arg(list.department).arg(list.entries.size()).arg(list.originalCount()));
    for (const core::Transfer& list : m_shift.made())
        add(u"✓"_s, "ok", tr("List %1: %2 originals handed to %3").arg(list.number).arg(list.originalCount()).arg(list.department));
}

} // namespace widgets
