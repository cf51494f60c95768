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

constexpr int AlertWidth = 300;
constexpr int LongestWord = 100; // characters
constexpr int Most = 4;          // more than that nobody does at once

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

/// What an alert is about, however its figures change.
QString subjectOf(const core::HallAlert& alert)
{
    switch (alert.kind) {
    case core::AlertKind::NobodyServes:
    case core::AlertKind::LongWait: return u"class "_s + alert.ticketClass;
    case core::AlertKind::PauseAsked: return u"pause "_s + alert.pause.id;
    case core::AlertKind::LongPause: return u"paused "_s + alert.window;
    case core::AlertKind::NoticeDue: break;
    }
    return u"notices"_s;
}

int keysOf(const core::HallAlert& alert)
{
    return alert.act == core::AlertAct::None ? 0 : alert.act == core::AlertAct::AnswerPause ? 2 : 1;
}

} // namespace

AlertPane::AlertPane(desk::BoardDesk& board, QWidget* parent)
    : QFrame(parent), m_board(board), m_alerts(new QVBoxLayout), m_facts(new QVBoxLayout), m_word(new QLineEdit(this))
{
    setObjectName(u"verdictPanel"_s);
    setFixedWidth(AlertWidth);
    auto* body = new QWidget(this);
    body->setObjectName(u"scrollBody"_s);
    auto* lines = new QVBoxLayout(body);
    lines->setContentsMargins(0, 0, 4, 0);
    lines->setSpacing(10);
    lines->addLayout(m_alerts);
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
    const QList<core::HallAlert> alerts = arranged();
    const int more = int(m_board.alerts().size() - alerts.size());
    if (m_shown != alerts || m_more != more || m_alerts->count() == 0) { // a button somebody stands on stays
        m_shown = alerts;
        m_more = more;
        showAlerts();
    }
    m_order.clear();
    for (const core::HallAlert& alert : std::as_const(m_shown))
        m_order.append(subjectOf(alert));
    empty(m_facts);
    if (m_board.board())
        showFacts();
}

/// The most urgent that have keys. What stands on screen keeps its place while it lasts: nothing moves under a finger.
QList<core::HallAlert> AlertPane::arranged() const
{
    QList<core::HallAlert> chosen;
    int others = 0;
    int keys = 0;
    for (const core::HallAlert& alert : m_board.alerts()) {
        const bool pause = alert.kind == core::AlertKind::PauseAsked; // somebody waits for each answer
        if (keys + keysOf(alert) > Keys || (!pause && others == Most))
            continue;
        keys += keysOf(alert);
        others += pause ? 0 : 1;
        chosen.append(alert);
    }
    const auto place = [this](const core::HallAlert& alert) {
        const qsizetype known = m_order.indexOf(subjectOf(alert));
        return known < 0 ? m_order.size() : known;
    };
    std::stable_sort(chosen.begin(), chosen.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
    return chosen;
}

void AlertPane::showAlerts()
{
    const QList<Offer> before = std::exchange(m_offered, {});
    empty(m_alerts);
    for (const core::HallAlert& alert : std::as_const(m_shown))
        showAlert(alert);
    const QString words = m_shown.isEmpty() ? tr("Nothing: nobody waits too long") : tr("%n more wait(s)", nullptr, m_more);
    if (m_shown.isEmpty() || m_more > 0) {
        QLabel* label = newLabel("muted", this, words);
        m_alerts->addWidget(label);
        label->show();
    }
    for (qsizetype i = 0; isVisible() && i < std::min(before.size(), m_offered.size()); ++i) {
        if (!before[i].doesTheSame(m_offered[i]))
            m_fresh[size_t(i)].begin();
    }
    showWord();
}

/// What is written is for the window whose request stands first: it goes with that request.
void AlertPane::showWord()
{
    const auto first = std::find_if(m_offered.begin(), m_offered.end(), [](const Offer& one) { return one.declines; });
    const QString request = first == m_offered.end() ? QString() : first->alert.pause.id;
    if (std::exchange(m_wordFor, request) != request)
        m_word->clear();
    if (!request.isEmpty()) {
        m_word->setPlaceholderText(tr("A word to window %1, if declined").arg(core::plainNumber(first->alert.window)));
        m_word->setAccessibleName(m_word->placeholderText());
    }
    m_word->setVisible(!request.isEmpty());
}

void AlertPane::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    m_order.clear(); // whoever comes back finds the most urgent first
    follow();
}

bool AlertPane::Offer::doesTheSame(const Offer& other) const
{
    return declines == other.declines && alert.act == other.alert.act && alert.window == other.alert.window &&
           subjectOf(alert) == subjectOf(other.alert);
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
    connect(button, &KeyButton::clicked, this, [this, number] { carryOut(number); });
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
    addFact(tr("Silence accepts by the next working day"), tr("%n case(s)", nullptr, board.noticesDue) + first);
    addFact(tr("Supplements due"), tr("today %1 · in three working days %2 · passed %3")
                                       .arg(board.supplementsToday)
                                       .arg(board.supplementsSoon)
                                       .arg(board.supplementsPassed));
    const QString oneTrip =
        board.takenIn > 0 ? u" · "_s + tr("one trip was enough: %1%").arg(qRound(100.0 * board.oneTrip / board.takenIn)) : QString();
    addFact(tr("Papers saved today"), tr("%n paper(s)", nullptr, board.papersSaved) + oneTrip);
}

void AlertPane::act(int number)
{
    if (number >= 1 && number <= Keys && !m_fresh[size_t(number - 1)].isFresh())
        carryOut(number);
}

void AlertPane::carryOut(int number)
{
    if (number > m_offered.size())
        return;
    const Offer chosen = m_offered[number - 1];
    if (!chosen.declines)
        return m_board.act(chosen.alert);
    const core::PauseRequest& request = chosen.alert.pause;
    m_board.answerPause(request, false, request.id == m_wordFor ? m_word->text() : QString());
}

} // namespace widgets
