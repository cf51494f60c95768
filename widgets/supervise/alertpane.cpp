// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/supervise/alertpane.h"

#include "app/core/halltime.h"
#include "app/core/wording.h"
#include "app/desk/boarddesk.h"
#include "app/desk/queuewords.h"
#include "widgets/common/keybutton.h"
#include "widgets/common/label.h"

#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

constexpr int Width = 300;
constexpr int LongestWord = 100; // characters
constexpr int Most = 4;          ///< more than that nobody does at once

void empty(QLayout* layout)
{
    while (QLayoutItem* entry = layout->takeAt(0)) {
        delete entry->widget();
        delete entry;
    }
}

QString titleOf(const core::HallAlert& alert)
{
    switch (alert.kind) {
    case core::AlertKind::NobodyServes: return AlertPane::tr("No window serves class %1").arg(alert.ticketClass);
    case core::AlertKind::LongWait: return AlertPane::tr("Open a window for class %1").arg(alert.ticketClass);
    case core::AlertKind::PauseAsked:
        return AlertPane::tr("Window %1 asks for a pause: %2").arg(core::plainNumber(alert.window), desk::pauseWords(alert.reason));
    case core::AlertKind::LongPause:
        return AlertPane::tr("Window %1 has paused for %2 min").arg(core::plainNumber(alert.window)).arg(alert.minutes);
    case core::AlertKind::NoticeDue: return AlertPane::tr("%n receipt(s) unanswered", nullptr, alert.count);
    }
    return {};
}

QString detailOf(const core::HallAlert& alert)
{
    switch (alert.kind) {
    case core::AlertKind::NobodyServes:
    case core::AlertKind::LongWait: {
        const QString now = AlertPane::tr("%1 waiting, longest %2 min").arg(alert.count).arg(alert.minutes);
        return alert.minutesThen ? now + u" · "_s + AlertPane::tr("with one more window about %1 min").arg(*alert.minutesThen) : now;
    }
    case core::AlertKind::PauseAsked: {
        const QString asked = AlertPane::tr("asked at %1").arg(core::hallTime(alert.pause.askedAt).toString(u"HH:mm"_s));
        return alert.pause.clerk.isEmpty() ? asked : alert.pause.clerk + u" · "_s + asked;
    }
    case core::AlertKind::LongPause: return desk::pauseWords(alert.reason);
    case core::AlertKind::NoticeDue: return AlertPane::tr("Silence accepts them: have them answered today");
    }
    return {};
}

QString actOf(const core::HallAlert& alert)
{
    if (alert.act == core::AlertAct::AnswerPause)
        return AlertPane::tr("Let window %1 pause").arg(core::plainNumber(alert.window));
    return alert.act == core::AlertAct::OpenClass
               ? AlertPane::tr("Window %1 takes class %2").arg(core::plainNumber(alert.window), alert.ticketClass)
               : AlertPane::tr("Remind window %1").arg(core::plainNumber(alert.window));
}

} // namespace

AlertPane::AlertPane(desk::BoardDesk& board, QWidget* parent)
    : QFrame(parent), m_board(board), m_alerts(new QVBoxLayout), m_facts(new QVBoxLayout), m_word(new QLineEdit(this))
{
    setObjectName(u"verdictPanel"_s);
    setFixedWidth(Width);
    auto* body = new QWidget(this);
    body->setObjectName(u"scrollBody"_s);
    auto* lines = new QVBoxLayout(body);
    lines->setContentsMargins(0, 0, 4, 0);
    lines->setSpacing(10);
    lines->addLayout(m_alerts);
    m_word->setPlaceholderText(tr("A word to the window, if declined"));
    m_word->setAccessibleName(m_word->placeholderText());
    m_word->setMaxLength(LongestWord);
    lines->addWidget(m_word);
    lines->addLayout(m_facts);
    lines->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 12, 14);
    column->setSpacing(10);
    column->addWidget(newLabel("strong", this, tr("To do now")));
    column->addWidget(scroll, 1);
    connect(&board, &desk::BoardDesk::changed, this, &AlertPane::follow);
    follow();
}

void AlertPane::follow()
{
    if (m_shown != m_board.alerts() || m_alerts->count() == 0) { // a button somebody stands on stays
        m_shown = m_board.alerts();
        m_offered.clear();
        empty(m_alerts);
        int others = 0;
        for (const core::HallAlert& alert : std::as_const(m_shown)) {
            if (alert.kind == core::AlertKind::PauseAsked || ++others <= Most) // somebody waits for each answer
                showAlert(alert);
        }
        m_word->setVisible(std::any_of(m_offered.begin(), m_offered.end(), [](const Offer& one) { return one.declines; }));
        if (m_shown.isEmpty()) {
            QLabel* calm = newLabel("muted", this, tr("Nothing: nobody waits too long"));
            m_alerts->addWidget(calm);
            calm->show();
        }
    }
    empty(m_facts);
    if (m_board.board())
        showFacts();
}

void AlertPane::showAlert(const core::HallAlert& alert)
{
    auto* box = new QFrame(this);
    box->setObjectName(u"alert"_s);
    box->setProperty("tone", alert.isUrgent() ? u"danger"_s : u"warn"_s);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(2);
    for (const auto& [role, text] : {std::pair("strong", titleOf(alert)), std::pair("small", detailOf(alert))}) {
        QLabel* label = newLabel(role, box, text);
        label->setWordWrap(true);
        label->setVisible(!text.isEmpty());
        column->addWidget(label);
    }
    m_alerts->addWidget(box);
    box->show();
    if (alert.act != core::AlertAct::None)
        offer(alert, actOf(alert));
    if (alert.act == core::AlertAct::AnswerPause)
        offer(alert, tr("Decline"), true);
}

void AlertPane::offer(const core::HallAlert& alert, const QString& words, bool declines)
{
    m_offered.append({alert, declines});
    const int number = int(m_offered.size());
    const bool first = number == 1;
    auto* button = new KeyButton(words, first ? u"F12"_s : u"Alt+%1"_s.arg(number), this,
                                 first ? KeyButton::Weight::Primary : KeyButton::Weight::Plain);
    connect(button, &KeyButton::clicked, this, [this, number] { act(number); });
    m_alerts->addWidget(button);
    button->show();
}

void AlertPane::addFact(const QString& title, const QString& text)
{
    for (QLabel* label : {newLabel("muted", this, title), newLabel("small", this, text)}) {
        m_facts->addWidget(label);
        label->show();
    }
}

void AlertPane::showFacts()
{
    const core::HallBoard& board = *m_board.board();
    const QString first = board.firstNotice ? u" · "_s + tr("first on %1").arg(core::chineseDayAndWeekday(*board.firstNotice)) : QString();
    addFact(tr("Silence accepts by tomorrow"), tr("%n case(s)", nullptr, board.noticesDue) + first);
    addFact(
        tr("Supplements due"),
        tr("today %1 · in three days %2 · passed %3").arg(board.supplementsToday).arg(board.supplementsSoon).arg(board.supplementsPassed));
    const QString oneTrip =
        board.takenIn > 0 ? u" · "_s + tr("one trip was enough: %1%").arg(qRound(100.0 * board.oneTrip / board.takenIn)) : QString();
    addFact(tr("Papers saved today"), tr("%n paper(s)", nullptr, board.papersSaved) + oneTrip);
}

void AlertPane::act(int number)
{
    if (number < 1 || number > m_offered.size())
        return;
    const Offer chosen = m_offered[number - 1];
    if (!chosen.declines)
        return m_board.act(chosen.alert);
    if (m_board.answerPause(chosen.alert.pause, false, m_word->text()))
        m_word->clear();
}

} // namespace widgets
