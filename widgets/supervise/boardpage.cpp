// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/supervise/boardpage.h"

#include "app/desk/boarddesk.h"
#include "widgets/common/label.h"
#include "widgets/supervise/alertpane.h"
#include "widgets/supervise/hourbars.h"
#include "widgets/supervise/windowgrid.h"

#include <QFrame>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

constexpr int BarsHeight = 150;

QString minutes(int seconds)
{
    return BoardPage::tr("%n min", nullptr, seconds / 60);
}

/// Nobody was called yet, or served: no figure is better than nought.
QString average(int seconds)
{
    return seconds > 0 ? minutes(seconds) : u"—"_s;
}

/// Who waits for a class, and what somebody who comes now has to expect.
QString classWords(const core::ClassFigures& one)
{
    const QString now = BoardPage::tr("%1: %2, longest %3").arg(one.code).arg(one.waiting).arg(minutes(one.longestSeconds));
    if (!one.expected)
        return now;
    return now + BoardPage::tr(", who comes now %1 (%2 to %3)")
                     .arg(one.expected->seconds / 60)
                     .arg(one.expected->lowSeconds / 60)
                     .arg(minutes(one.expected->highSeconds));
}

QFrame* newCard(QWidget* parent, QWidget* content, const QString& title)
{
    auto* card = new QFrame(parent);
    card->setObjectName(u"card"_s);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(16, 12, 16, 14);
    column->setSpacing(8);
    column->addWidget(newLabel("muted", card, title));
    column->addWidget(content, 1);
    return card;
}

} // namespace

BoardPage::BoardPage(desk::BoardDesk& board, QWidget* parent)
    : QWidget(parent), m_board(board), m_age(newLabel("muted", this)), m_classes(newLabel("muted", this)), m_windows(new WindowGrid(this)),
      m_hours(new HourBars(tr("Waiting, hour by hour"), this)), m_alerts(new AlertPane(board, this))
{
    auto* head = new QHBoxLayout;
    head->addWidget(newLabel("title", this, tr("The hall now")));
    head->addWidget(m_classes, 1);
    head->addWidget(m_age);
    auto* figures = new QHBoxLayout;
    figures->setSpacing(12);
    m_waiting = addFigure(figures, tr("Waiting"));
    m_longest = addFigure(figures, tr("Longest wait"));
    m_averageWait = addFigure(figures, tr("Average wait"));
    m_averageService = addFigure(figures, tr("Average service"));
    m_open = addFigure(figures, tr("Open windows"));
    m_satisfied = addFigure(figures, tr("Satisfied"));
    m_hours->setFixedHeight(BarsHeight);
    auto* column = new QVBoxLayout;
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addLayout(head);
    column->addLayout(figures);
    column->addWidget(newCard(this, m_windows, tr("Windows")), 1);
    column->addWidget(newCard(this, m_hours, tr("Waiting, hour by hour")));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(column, 1);
    row->addWidget(m_alerts);
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, &BoardPage::showAge);
    connect(&board, &desk::BoardDesk::changed, this, &BoardPage::follow);
    follow();
}

QLabel* BoardPage::addFigure(QHBoxLayout* row, const QString& title)
{
    QLabel* figure = newLabel("figure", this);
    figure->setAccessibleName(title);
    auto* card = newCard(this, figure, title);
    card->layout()->setSpacing(2);
    row->addWidget(card, 1);
    return figure;
}

void BoardPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_board.watch(true);
    m_second.start();
}

void BoardPage::hideEvent(QHideEvent* event)
{
    m_board.watch(false);
    m_second.stop();
    QWidget::hideEvent(event);
}

void BoardPage::follow()
{
    showAge();
    const auto& board = m_board.board();
    if (!board) {
        for (QLabel* figure : {m_waiting, m_longest, m_averageWait, m_averageService, m_open, m_satisfied})
            figure->setText(u"—"_s);
        m_windows->show({}, {});
        m_hours->show({});
        return;
    }
    m_waiting->setText(QString::number(board->waiting()));
    m_longest->setText(minutes(board->longestSeconds()));
    restyle(m_longest, "alarm", board->longestSeconds() / 60 >= m_board.limits().waitMinutes);
    m_averageWait->setText(average(board->averageWaitSeconds));
    m_averageService->setText(average(board->averageServiceSeconds));
    m_open->setText(u"%1 / %2"_s.arg(board->openWindows()).arg(board->windows.size()));
    m_satisfied->setText(board->evaluations > 0 ? u"%1%"_s.arg(100.0 * board->satisfied / board->evaluations, 0, 'f', 1) : u"—"_s);
    QStringList classes;
    for (const core::ClassFigures& one : board->classes)
        classes.append(classWords(one));
    m_classes->setText(classes.join(u" · "_s));
    m_windows->show(board->windows, board->at);
    QList<HourBars::Bar> bars;
    for (const core::HourFigures& hour : board->hours)
        bars.append({tr("%1h").arg(hour.hour), hour.waiting, false});
    m_hours->show(bars);
}

/// Said always: a figure without its age misleads.
void BoardPage::showAge()
{
    const auto age = m_board.ageSeconds();
    restyle(m_age, "tone", m_board.isStale() ? QLatin1String("warn") : QLatin1String(""));
    if (!age)
        return m_age->setText(m_board.isStale() ? tr("The back office cannot be reached") : tr("The hall is being read"));
    const QString words = *age < 60 ? tr("Data %n s old", nullptr, int(*age)) : tr("Data %n min old", nullptr, int(*age / 60));
    m_age->setText(m_board.isStale() ? words + u" · "_s + tr("the back office cannot be reached") : words);
}

void BoardPage::focusWork()
{
    m_windows->setFocus();
}

void BoardPage::primaryAct()
{
    m_alerts->act(1);
}

void BoardPage::otherAct(int number)
{
    if (number > 1)
        m_alerts->act(number);
}

} // namespace widgets
