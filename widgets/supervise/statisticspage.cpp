// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/supervise/statisticspage.h"

#include "app/desk/statisticsdesk.h"
#include "widgets/common/keybutton.h"
#include "widgets/common/label.h"
#include "widgets/common/listtable.h"
#include "widgets/supervise/chartview.h"
#include "widgets/supervise/figurestable.h"
#include "widgets/supervise/followuppane.h"
#include "widgets/supervise/periodbar.h"
#include "widgets/supervise/statisticsreport.h"
#include "widgets/supervise/statisticswords.h"

#include <QFrame>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

constexpr int Figures = 6;
constexpr int RoomForBoth = 900; ///< of the page's height: clerks and items one below the other
constexpr int FigureRowHeight = 32;
constexpr int NoteHeight = 36; ///< two lines
constexpr QSize LeastChart{260, 176};

QFrame* chartCard(QWidget* parent)
{
    auto* card = new QFrame(parent);
    card->setObjectName(u"card"_s);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(4);
    return card;
}

QTableView* newFiguresTable(FiguresTable& rows, const QString& name, QWidget* parent)
{
    QTableView* table = newListTable(rows, 0, name, parent);
    table->verticalHeader()->setDefaultSectionSize(FigureRowHeight);
    table->setMinimumHeight(3 * FigureRowHeight);
    table->setWordWrap(false);
    return table;
}

} // namespace

StatisticsPage::StatisticsPage(desk::StatisticsDesk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_days(newLabel("muted", this)), m_age(newLabel("muted", this)), m_period(new PeriodBar(this)),
      m_clerkRows(new FiguresTable(this)), m_itemRows(new FiguresTable(this))
{
    auto* head = new QHBoxLayout;
    head->addWidget(newLabel("title", this, tr("Statistics")));
    head->addWidget(m_days, 1);
    head->addWidget(m_age);
    auto* column = new QVBoxLayout;
    column->setContentsMargins(20, 14, 20, 14);
    column->setSpacing(10);
    column->addLayout(head);
    column->addWidget(m_period);
    addFigures(column);
    addCharts(column);
    addTables(column);
    m_followUps = new FollowUpPane(desk, this); // Tab leads to it last
    addExports();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(column, 1);
    row->addWidget(m_followUps);
    m_second.setInterval(std::chrono::seconds(1));
    connectDesk();
    follow();
}

void StatisticsPage::connectDesk()
{
    connect(&m_second, &QTimer::timeout, this, &StatisticsPage::showAge);
    connect(&m_desk, &desk::StatisticsDesk::changed, this, &StatisticsPage::follow);
    connect(m_period, &PeriodBar::choiceMade, this,
            [this](core::PeriodChoice choice) { m_desk.choose(core::periodOf(choice, m_desk.today())); });
    connect(m_period, &PeriodBar::periodChosen, &m_desk, &desk::StatisticsDesk::choose);
}

void StatisticsPage::addFigures(QVBoxLayout* column)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    for (int i = 0; i < Figures; ++i) {
        QFrame* card = chartCard(this);
        card->layout()->setSpacing(0);
        const Card parts{newLabel("muted", card), newLabel("figure", card), newLabel("muted", card)};
        for (QLabel* label : {parts.title, parts.value, parts.note})
            card->layout()->addWidget(label);
        parts.note->setWordWrap(true);
        parts.note->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        parts.note->setFixedHeight(NoteHeight);
        row->addWidget(card, 1);
        m_cards.append(parts);
    }
    column->addLayout(row);
}

void StatisticsPage::addCharts(QVBoxLayout* column)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    const auto add = [&](const QString& name, QLabel*& title, ChartView*& view, int stretch) {
        QFrame* card = chartCard(this);
        title = newLabel("small", card, name);
        view = new ChartView(name, LeastChart, card);
        card->layout()->addWidget(title);
        static_cast<QVBoxLayout*>(card->layout())->addWidget(view, 1);
        row->addWidget(card, stretch);
    };
    add(tr("Tickets and waits"), m_courseTitle, m_course, 5);
    add(tr("When people come"), m_heatTitle, m_heat, 4);
    column->addLayout(row, 3);
}

void StatisticsPage::addTables(QVBoxLayout* column)
{
    m_tables = new QWidget(this);
    auto* tables = new QVBoxLayout(m_tables);
    tables->setContentsMargins(0, 0, 0, 0);
    tables->setSpacing(10);
    showTables(); // their heads
    m_clerks = newFiguresTable(*m_clerkRows, tr("Clerks"), m_tables);
    m_items = newFiguresTable(*m_itemRows, tr("Items"), m_tables);
    tables->addWidget(m_clerks, 1);
    tables->addWidget(m_items, 1);
    column->addWidget(m_tables, 4);
}

void StatisticsPage::addExports()
{
    auto* turn = new KeyButton(tr("Clerks or items"), u"Alt+5"_s, this);
    auto* paper = new KeyButton(tr("Save as PDF"), u"Alt+8"_s, this);
    auto* tables = new KeyButton(tr("Save as CSV"), u"Alt+9"_s, this);
    m_turn = turn;
    for (const auto& [button, number] : {std::pair(turn, 5), std::pair(paper, 8), std::pair(tables, 9)}) {
        connect(button, &KeyButton::clicked, this, [this, act = number] { otherAct(act); });
        m_followUps->foot()->addWidget(button);
    }
}

void StatisticsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_desk.watch(true);
    m_second.start();
}

void StatisticsPage::hideEvent(QHideEvent* event)
{
    m_desk.watch(false);
    m_second.stop();
    QWidget::hideEvent(event);
}

void StatisticsPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrangeTables();
}

void StatisticsPage::arrangeTables()
{
    const bool both = height() >= RoomForBoth;
    m_turn->setVisible(!both);
    m_clerks->setVisible(both || !m_showsItems);
    m_items->setVisible(both || m_showsItems);
}

void StatisticsPage::turnTables()
{
    m_showsItems = !m_showsItems;
    arrangeTables();
    focusWork();
}

void StatisticsPage::follow()
{
    showAge();
    m_period->show(m_desk.wanted());
    m_days->setText(m_desk.shown() ? StatisticsWords::period(m_desk.shown()->course.period) : QString());
    showFigures();
    showCharts();
    showTables();
}

void StatisticsPage::showFigures()
{
    const auto figures = StatisticsWords::figures(m_desk.shown() ? m_desk.shown()->course : core::HallStatistics());
    for (qsizetype i = 0; i < m_cards.size(); ++i) {
        m_cards[i].title->setText(figures[i].title);
        m_cards[i].value->setText(m_desk.shown() ? figures[i].value : u"—"_s);
        m_cards[i].value->setAccessibleName(figures[i].title);
        m_cards[i].note->setText(m_desk.shown() ? figures[i].notes.join(u'\n') : QString());
    }
}

void StatisticsPage::showCharts()
{
    const core::HallStatistics statistics = m_desk.shown() ? m_desk.shown()->course : core::HallStatistics();
    const CourseChart course = StatisticsWords::course(statistics);
    const HeatChart heat = StatisticsWords::arrivals(statistics);
    m_courseTitle->setText(course.parts.isEmpty() ? tr("Tickets and waits stand here once somebody has taken one.")
                                                  : StatisticsWords::courseTitle(statistics));
    m_heat->parentWidget()->setVisible(!heat.rows.isEmpty() && statistics.period.days() > 1); // the hours of a day stand beside it
    m_heatTitle->setText(StatisticsWords::arrivalsTitle(statistics));
    m_course->show(
        [course, this](QPainter& painter, const QRectF& area) { paintCourse(painter, area, course, ChartInk::ofTheme(), font()); },
        StatisticsWords::spoken(course));
    m_heat->show([heat, this](QPainter& painter, const QRectF& area) { paintHeat(painter, area, heat, ChartInk::ofTheme(), font()); },
                 StatisticsWords::spoken(heat));
}

void StatisticsPage::showTables()
{
    const auto clerks = StatisticsWords::clerks(m_desk.shown() ? m_desk.shown()->clerks : core::HallStatistics());
    const auto items = StatisticsWords::items(m_desk.shown() ? m_desk.shown()->items : core::HallStatistics());
    m_clerkRows->show(clerks.head, QList<QStringList>{clerks.sum} + clerks.rows);
    m_itemRows->show(items.head, QList<QStringList>{items.sum} + items.rows);
}

/// Said always: a figure without its age misleads.
void StatisticsPage::showAge()
{
    const auto age = m_desk.ageSeconds();
    restyle(m_age, "tone", m_desk.isStale() ? QLatin1String("warn") : QLatin1String(""));
    if (!age)
        return m_age->setText(m_desk.isStale() ? tr("The back office cannot be reached") : tr("The figures are being read"));
    const QString words = *age < 60 ? tr("Data %n s old", nullptr, int(*age)) : tr("Data %n min old", nullptr, int(*age / 60));
    m_age->setText(m_desk.isStale() ? words + u" · "_s + tr("the back office cannot be reached") : words);
}

void StatisticsPage::focusWork()
{
    (m_clerks->isHidden() ? m_items : m_clerks)->setFocus();
}

void StatisticsPage::savePaper()
{
    if (!m_desk.shown())
        return;
    const StatisticsReport report{m_desk.hallName(), m_desk.now(), m_desk.madeBy(), *m_desk.shown()};
    m_desk.savePaper([report] { return statisticsPdf(report); });
}

void StatisticsPage::primaryAct()
{
    m_followUps->record();
}

void StatisticsPage::otherAct(int number)
{
    using C = core::PeriodChoice;
    switch (number) {
    case 1: return m_period->choose(C::Today);
    case 2: return m_period->choose(C::Week);
    case 3: return m_period->choose(C::Month);
    case 4: return m_period->focusDays();
    case 5: return m_turn->isHidden() ? focusWork() : turnTables();
    case 6: return m_followUps->focusLine();
    case 8: return savePaper();
    case 9: return m_desk.saveTables();
    default: return;
    }
}

} // namespace widgets
