// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/supervise/periodbar.h"

#include "widgets/common/keybutton.h"
#include "widgets/common/label.h"

#include <QHBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {
constexpr int DayWidth = 112;
constexpr int LongestDay = 12; // characters
} // namespace

PeriodBar::PeriodBar(QWidget* parent) : QWidget(parent), m_fault(newLabel("fault", this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    using C = core::PeriodChoice;
    for (const auto& [choice, text, key] : {std::tuple(C::Today, tr("Today"), u"Alt+1"_s), std::tuple(C::Week, tr("This week"), u"Alt+2"_s),
                                            std::tuple(C::Month, tr("This month"), u"Alt+3"_s)}) {
        auto* button = new KeyButton(text, key, this);
        button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        connect(button, &KeyButton::clicked, this, [this, which = choice] { choose(which); });
        row->addWidget(button);
    }
    row->addSpacing(8);
    m_from = addDay(row, tr("From"));
    m_to = addDay(row, tr("to"));
    row->addWidget(newTag("key", this, u"Alt+4"_s));
    row->addWidget(m_fault, 1);
    connect(m_from, &QLineEdit::returnPressed, this, [this] {
        m_to->setFocus();
        m_to->selectAll();
    });
    connect(m_to, &QLineEdit::returnPressed, this, &PeriodBar::take); // shows something, and does nothing that lasts
}

QLineEdit* PeriodBar::addDay(QHBoxLayout* row, const QString& name)
{
    auto* line = new QLineEdit(this);
    line->setAccessibleName(name);
    line->setMaxLength(LongestDay);
    line->setFixedWidth(DayWidth);
    row->addWidget(newLabel("muted", this, name));
    row->addWidget(line);
    connect(line, &QLineEdit::textEdited, this, [this] {
        m_typed = true;
        for (QLineEdit* one : {m_from, m_to})
            showFault(one, {});
    });
    return line;
}

void PeriodBar::choose(core::PeriodChoice choice)
{
    m_typed = false; // it says the days anew
    Q_EMIT choiceMade(choice);
}

void PeriodBar::show(const core::Period& period)
{
    if (std::exchange(m_shown, period) == period && m_typed && (m_from->hasFocus() || m_to->hasFocus()))
        return;
    m_typed = false;
    for (const auto& [line, day] : {std::pair(m_from, period.from), std::pair(m_to, period.to)}) {
        const QString text = day.toString(Qt::ISODate);
        if (line->text() == text)
            continue; // what is marked stays marked
        line->setText(text);
        if (line->hasFocus())
            line->selectAll();
    }
    for (QLineEdit* one : {m_from, m_to})
        showFault(one, {});
}

void PeriodBar::focusDays()
{
    m_from->setFocus();
    m_from->selectAll();
}

void PeriodBar::showFault(QLineEdit* line, const QString& text)
{
    restyle(line, "faulty", !text.isEmpty());
    m_fault->setText(text);
}

void PeriodBar::take()
{
    const auto period = core::periodFrom(m_from->text(), m_to->text());
    if (period) {
        m_typed = false;
        return Q_EMIT periodChosen(*period);
    }
    QLineEdit* wrong = period.error().facts.value(0) == u"from" ? m_from : m_to;
    const bool isDay = core::dayFrom(wrong->text()).isValid();
    showFault(wrong, isDay ? tr("At most %n day(s), the first one first", nullptr, core::LongestPeriodDays) : tr("A day, like 2026-11-23"));
    wrong->setFocus();
    wrong->selectAll();
}

} // namespace widgets
