// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/supervise/boardpage.h"

#include "app/desk/boarddesk.h"
#include "widgets/common/label.h"
#include "widgets/supervise/agelabel.h"
#include "widgets/supervise/alertpane.h"
#include "widgets/supervise/classlist.h"
#include "widgets/supervise/classpane.h"
#include "widgets/supervise/hourbars.h"
#include "widgets/supervise/windowgrid.h"
#include "widgets/supervise/windowpane.h"

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
    : QWidget(parent), m_board(board), m_age(new AgeLabel(this)), m_windows(new WindowGrid(this)), m_classes(new ClassList(this)),
      m_hours(new HourBars(tr("Waiting, hour by hour"), this)), m_alerts(new AlertPane(board, this)), m_window(new WindowPane(board, this)),
      m_class(new ClassPane(board, this))
{
    auto* head = new QHBoxLayout;
    head->addWidget(newLabel("title", this, tr("The hall now")));
    head->addStretch();
    head->addWidget(newLabel("muted", this, tr("Enter: a window or a class closely")));
    head->addSpacing(16);
    head->addWidget(m_age);
    auto* figures = new QHBoxLayout;
    figures->setSpacing(12);
    m_waiting = addFigure(figures, tr("Waiting"));
    m_longest = addFigure(figures, tr("Longest wait"));
    m_averageWait = addFigure(figures, tr("Average wait"));
    m_averageService = addFigure(figures, tr("Average service"));
    m_open = addFigure(figures, tr("Open windows"));
    m_satisfied = addFigure(figures, tr("Satisfied"));
    auto* column = new QVBoxLayout;
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addLayout(head);
    column->addLayout(figures);
    column->addWidget(newCard(this, m_windows, tr("Windows")), 1);
    column->addLayout(buildFoot());
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(column, 1);
    for (QWidget* pane : std::initializer_list<QWidget*>{m_alerts, m_window, m_class})
        row->addWidget(pane);
    connectBoard();
    showPane();
    follow();
}

QHBoxLayout* BoardPage::buildFoot()
{
    auto* foot = new QHBoxLayout;
    foot->setSpacing(12);
    foot->addWidget(newCard(this, m_classes, tr("Classes")), 1);
    foot->addWidget(newCard(this, m_hours, tr("Waiting, hour by hour")), 1);
    for (QWidget* part : std::initializer_list<QWidget*>{m_classes, m_hours})
        part->setFixedHeight(BarsHeight);
    return foot;
}

void BoardPage::connectBoard()
{
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, &BoardPage::showAge);
    connect(&m_board, &desk::BoardDesk::changed, this, &BoardPage::follow);
    desk::CloserDesk& closer = m_board.closer();
    connect(m_windows, &WindowGrid::opened, &closer, &desk::CloserDesk::lookAtWindow);
    connect(m_classes, &ClassList::opened, &closer, &desk::CloserDesk::lookAtClass);
    connect(&closer, &desk::CloserDesk::subjectChanged, this, &BoardPage::showPane);
}

/// What is looked at closely stands where otherwise stands what is to be done: there is one F12.
void BoardPage::showPane()
{
    using Subject = desk::CloserDesk::Subject;
    const Subject subject = m_board.closer().subject();
    m_window->setVisible(subject == Subject::Window);
    m_class->setVisible(subject == Subject::TicketClass);
    m_alerts->setVisible(subject == Subject::Nothing);
    if (HallPane* open = pane())
        open->focusWork();
}

HallPane* BoardPage::pane() const
{
    using Subject = desk::CloserDesk::Subject;
    switch (m_board.closer().subject()) {
    case Subject::Window: return m_window;
    case Subject::TicketClass: return m_class;
    case Subject::Nothing: break;
    }
    return nullptr;
}

bool BoardPage::stepBack()
{
    const auto subject = m_board.closer().subject();
    if (subject == desk::CloserDesk::Subject::Nothing)
        return false;
    m_board.closer().leave();
    (subject == desk::CloserDesk::Subject::Window ? static_cast<QWidget*>(m_windows) : m_classes)->setFocus();
    return true;
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
        m_classes->show({}, {});
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
    QStringList names;
    for (const core::ClassFigures& one : board->classes)
        names.append(m_board.className(one.code));
    m_classes->show(board->classes, names);
    m_windows->show(board->windows, board->at);
    QList<HourBars::Bar> bars;
    for (const core::HourFigures& hour : board->hours)
        bars.append({tr("%1h").arg(hour.hour), hour.waiting, false});
    m_hours->show(bars);
}

void BoardPage::showAge()
{
    m_age->say(m_board.ageSeconds(), m_board.isStale() ? tr("the back office cannot be reached") : QString());
    if (HallPane* open = pane())
        open->showAge();
}

void BoardPage::focusWork()
{
    if (HallPane* open = pane())
        return open->focusWork();
    m_windows->setFocus();
}

void BoardPage::primaryAct()
{
    if (HallPane* open = pane())
        return open->act();
    m_alerts->act(1);
}

void BoardPage::otherAct(int number)
{
    if (number > 1 && !pane())
        m_alerts->act(number);
}

} // namespace widgets
