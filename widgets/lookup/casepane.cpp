// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/lookup/casepane.h"

#include "app/core/actbuilder.h"
#include "app/core/casedue.h"
#include "app/core/halltime.h"
#include "app/core/masking.h"
#include "app/core/progress.h"
#include "app/core/wording.h"
#include "app/desk/paperwords.h"
#include "widgets/common/keybutton.h"
#include "widgets/common/label.h"
#include "widgets/common/markedline.h"

#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

constexpr int CaseWidth = 400;
constexpr int TellKey = 9;

const char* toneOf(core::CaseState state)
{
    using core::CaseState;
    switch (state) {
    case CaseState::AcceptedDeferred:
    case CaseState::ToCorrect:
    case CaseState::ReceivedDeferred: return "warn";
    case CaseState::Refused:
    case CaseState::Returned:
    case CaseState::Terminated:
    case CaseState::Voided:
    case CaseState::Withdrawn: return "danger";
    default: return "ok";
    }
}

bool allows(core::CaseState state, core::CaseAct act)
{
    return core::nextState(state, act).has_value();
}

/// What comes on the day that is due.
QString dueTitle(const core::CaseRecord& record)
{
    if (record.suspendedSince)
        return record.suspendedFor.isEmpty() ? CasePane::tr("Suspended, returned after %1")
                                             : CasePane::tr("%2: the clock stands still until %1").arg(u"%1"_s, record.suspendedFor);
    switch (record.state) {
    case core::CaseState::Received: return CasePane::tr("Silence accepts it after %1");
    case core::CaseState::ToCorrect: return CasePane::tr("To be corrected by %1");
    case core::CaseState::ReceivedDeferred: return CasePane::tr("Papers are kept until %1");
    default: return record.deferred.isEmpty() ? CasePane::tr("Promised by %1") : CasePane::tr("Supplement by %1");
    }
}

} // namespace

CasePane::CasePane(desk::CaseDesk& cases, desk::WorkDay& day, QWidget* parent)
    : QFrame(parent), m_cases(cases), m_day(day),
      m_empty(newLabel("muted", this, tr("A case that is chosen is shown here with everything that was done to it"))),
      m_body(new QWidget(this)), m_state(newTag("plain", m_body)), m_number(newLabel("title", m_body)), m_item(new QLabel(m_body)),
      m_party(newLabel("muted", m_body)), m_due(newLabel("muted", m_body)), m_lines(new QVBoxLayout), m_words(new QLineEdit(m_body)),
      m_primary(new KeyButton(tr("Go on"), u"F12"_s, m_body, KeyButton::Weight::Primary)), m_progress(new QLabel(m_body)),
      m_tell(new KeyButton(tr("Print how it stands"), u"Alt+9"_s, m_body))
{
    setObjectName(u"verdictPanel"_s);
    m_words->setObjectName(u"caseWords"_s);
    setFixedWidth(CaseWidth);
    m_empty->setWordWrap(true);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QLabel* label : {m_item, m_party, m_due, m_progress}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_lines->setSpacing(5);
    m_lines->setContentsMargins(0, 0, 4, 0);
    auto* lines = new QWidget(m_body);
    lines->setObjectName(u"scrollBody"_s);
    lines->setLayout(m_lines);
    auto* scroll = new QScrollArea(m_body);
    scroll->setWidget(lines);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* head = new QHBoxLayout;
    head->addWidget(m_number);
    head->addStretch();
    head->addWidget(m_state);
    auto* body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(8);
    body->addLayout(head);
    for (QLabel* label : {m_item, m_party, m_due, m_progress})
        body->addWidget(label);
    body->addWidget(scroll, 1);
    body->addWidget(m_words);
    body->addWidget(m_primary);
    addOther(core::CaseAct::Extend, tr("Extend the deadline"));
    addOther(core::CaseAct::Withdraw, tr("Withdraw"));
    addOther(core::CaseAct::TakeBack, tr("Give the papers back"));
    addOther(core::CaseAct::Void, tr("Void, accepted by mistake"));
    addOther(core::CaseAct::RepairCredit, tr("Repair the credit"));
    addOther(core::CaseAct::Suspend, tr("A procedure stops the clock"));
    addOther(core::CaseAct::Resume, tr("The procedure is over"));
    addOther(core::CaseAct::Correct, tr("Put right what was written wrong"));
    for (const Other& other : m_others)
        body->addWidget(other.button);
    body->addWidget(m_tell);
    connect(m_tell, &KeyButton::clicked, this, [this] { otherAct(TellKey); });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 14);
    column->addWidget(m_empty);
    column->addWidget(m_body, 1);
    column->addStretch();
    connect(m_primary, &KeyButton::clicked, this, &CasePane::primaryAct);
    connect(&cases, &desk::CaseDesk::currentChanged, this, &CasePane::follow);
    connect(&cases, &desk::CaseDesk::busyChanged, this, &CasePane::follow);
    connect(&cases, &desk::CaseDesk::acted, m_words, &QLineEdit::clear);
    follow();
}

void CasePane::addOther(core::CaseAct act, const QString& text)
{
    auto* button = new KeyButton(text, u"Alt+%1"_s.arg(m_others.size() + 1), m_body);
    connect(button, &KeyButton::clicked, this, [this, act] { this->act(act); });
    m_others.append({act, button});
}

/// Whether the act makes sense for the case on screen, and is this person's to do.
bool CasePane::offers(core::CaseAct act) const
{
    const core::CaseRecord& record = *m_cases.current();
    if (!allows(record.state, act))
        return false;
    const bool supervises = m_day.supervises();
    switch (act) {
    case core::CaseAct::Extend: return !record.deferred.isEmpty() && !record.extended && !record.suspendedSince;
    case core::CaseAct::Void: return supervises;
    case core::CaseAct::Suspend: return supervises && !record.suspendedSince;
    case core::CaseAct::Resume: return supervises && record.suspendedSince && !record.suspendedFor.isEmpty();
    case core::CaseAct::RepairCredit: return supervises && record.commitment == core::Commitment::Broken;
    default: return true;
    }
}

void CasePane::follow()
{
    const auto& record = m_cases.current();
    m_empty->setVisible(!record);
    m_body->setVisible(record.has_value());
    if (!record)
        return;
    if (std::exchange(m_shown, record->id) != record->id) {
        m_words->clear(); // written about another case
        m_posts = !record->postTo.isEmpty();
    }
    m_number->setText(record->number);
    m_state->setText(desk::stateWords(record->state));
    restyle(m_state, "tone", QLatin1String(toneOf(record->state)));
    m_item->setText(record->item.name + u" · "_s + record->scenario.name);
    QStringList party{core::maskedName(record->applicant.name), core::maskedNumber(record->applicant.certificate.number)};
    if (record->agent)
        party.append(tr("agent %1").arg(core::maskedName(record->agent->name)));
    m_party->setText(party.join(u" · "_s));
    const auto due = core::dueOf(*record);
    setTextOrHide(m_due, due ? dueTitle(*record).arg(core::chineseDayAndWeekday(*due)) : QString());
    const core::Progress progress = core::progressOf(*record);
    m_progress->setText(tr("To the applicant: %1").arg(progress.state + (progress.next.isEmpty() ? QString() : u"。"_s + progress.next)));
    while (QLayoutItem* entry = m_lines->takeAt(0)) {
        delete entry->widget();
        delete entry;
    }
    showMaterials(*record);
    showHistory(*record);
    showPrints();
    m_lines->addStretch();
    const bool delivers = allows(record->state, core::CaseAct::Deliver) && record->deferred.isEmpty();
    const bool goesOn = core::goesOn(record->state) && !core::materialsToBring(*record).isEmpty();
    m_primary->setText(delivers && m_posts          ? tr("The result is posted")
                       : delivers                   ? tr("Hand out the result")
                       : record->deferred.isEmpty() ? tr("Go on with the correction")
                                                    : tr("Take the supplement"));
    m_primary->setVisible(delivers || goesOn);
    bool needsWords = false;
    for (const Other& other : m_others) {
        other.button->setVisible(offers(other.act));
        other.button->setEnabled(!m_cases.isBusy());
        needsWords = needsWords || (offers(other.act) && other.act != core::CaseAct::Correct);
    }
    m_words->setVisible(delivers || needsWords);
    m_words->setPlaceholderText(delivers && m_posts              ? tr("Tracking number; or read the card (F5) of whoever takes it here")
                                : delivers                       ? tr("Who takes it: read the card (F5), or write the name")
                                : offers(core::CaseAct::Suspend) ? tr("Reason; or the procedure and its working days: 专家评审 10")
                                                                 : tr("Reason, for the acts below"));
    m_words->setAccessibleName(m_words->placeholderText());
    m_primary->setEnabled(!m_cases.isBusy());
}

/// A layout shows what is added with the next turn of the event loop; until then the list would be empty for an instant.
void CasePane::add(QWidget* line)
{
    m_lines->addWidget(line);
    line->show();
}

void CasePane::addLine(const QString& mark, const char* tone, const QString& text)
{
    add(newMarkedLine(mark, tone, text, this));
}

void CasePane::showMaterials(const core::CaseRecord& record)
{
    if (record.refusal)
        addLine(u"✕"_s, "danger", record.refusal->reason + u" · "_s + record.refusal->basis);
    if (!record.postTo.isEmpty() && !record.delivery)
        addLine(u"✉"_s, "plain", tr("To be posted to %1").arg(record.postTo));
    if (record.commitment == core::Commitment::Broken)
        addLine(u"!"_s, "danger", tr("The commitment was broken: no further deferral until a supervisor repairs the credit"));
    add(newLabel("muted", this, tr("Materials")));
    for (const core::MaterialRecord& material : record.materials) {
        QString text = material.name;
        if (core::isHere(material.status) && material.pageCount() > 0)
            text += u" · "_s + tr("%n page(s)", nullptr, material.pageCount());
        if (material.arrivedAt.isValid())
            text += u" · "_s + tr("arrived %1").arg(core::chineseDayAndWeekday(core::hallTime(material.arrivedAt).date()));
        const auto owed =
            std::find_if(record.deferred.begin(), record.deferred.end(), [&](const auto& one) { return one.code == material.code; });
        if (owed != record.deferred.end())
            text += u" · "_s + desk::dueWords(owed->deadline, m_day.today(), core::soonUntil(m_day.today(), m_day.calendar()));
        else if (!core::isHere(material.status) && !material.shortfall.isEmpty())
            text += u" · "_s + material.shortfall;
        addLine(core::isHere(material.status) ? u"✓"_s : u"!"_s, core::isHere(material.status) ? "ok" : "warn", text);
    }
}

void CasePane::showHistory(const core::CaseRecord& record)
{
    add(newLabel("muted", this, tr("History")));
    const auto when = [](const QDateTime& time) { return core::hallTime(time).toString(u"M月d日 HH:mm"_s); };
    addLine(u"·"_s, "plain", tr("%1 taken in · %2 · %3").arg(when(record.receivedAt), record.window.name, record.clerk.name));
    const bool acceptedLater = std::any_of(m_cases.history().begin(), m_cases.history().end(), [](const core::ActRecord& act) {
        return act.act == core::CaseAct::Accept || act.act == core::CaseAct::AcceptDeferred || act.act == core::CaseAct::SilencePassed;
    });
    if (record.acceptedAt.isValid() && !acceptedLater)
        addLine(u"·"_s, "plain", tr("%1 accepted").arg(when(record.acceptedAt)));
    for (const core::ActRecord& act : m_cases.history()) {
        QStringList parts{when(act.at) + u' ' + desk::actWords(act.act), act.window.name, act.clerk.name};
        for (const QString& more : {act.reason, act.recipient}) {
            if (!more.isEmpty())
                parts.append(more);
        }
        if (act.offline)
            parts.append(tr("offline"));
        parts.removeAll(QString());
        addLine(u"·"_s, "plain", parts.join(u" · "_s));
    }
}

/// What left the printer here, and what of it was a copy.
void CasePane::showPrints()
{
    if (m_cases.prints().isEmpty())
        return;
    add(newLabel("muted", this, tr("Papers printed here")));
    for (const store::PrintNote& note : m_cases.prints()) {
        QStringList parts{core::hallTime(note.atMs).toString(u"M月d日 HH:mm"_s) + u' ' + desk::paperName(note.kind)};
        if (note.copies > 1)
            parts.append(tr("%n copies", nullptr, note.copies));
        if (!note.clerk.isEmpty())
            parts.append(note.clerk);
        addLine(u"·"_s, "plain", parts.join(u" · "_s));
    }
}

void CasePane::primaryAct()
{
    const auto& record = m_cases.current();
    if (!record || m_cases.isBusy())
        return;
    if (allows(record->state, core::CaseAct::Deliver) && record->deferred.isEmpty())
        return act(core::CaseAct::Deliver);
    goOn();
}

void CasePane::goOn()
{
    const auto& record = m_cases.current();
    if (record && !m_cases.isBusy() && core::goesOn(record->state) && !core::materialsToBring(*record).isEmpty())
        Q_EMIT goOnRequested(*record);
}

void CasePane::otherAct(int number)
{
    if (number == TellKey && m_cases.current())
        return progressRequested(*m_cases.current());
    if (number <= m_others.size() && m_others[number - 1].button->isVisible())
        act(m_others[number - 1].act);
}

/// What needs words and has none leads to the line.
void CasePane::act(core::CaseAct act)
{
    if (act == core::CaseAct::Correct)
        return m_cases.isBusy() ? void() : correctionRequested(*m_cases.current());
    if (m_words->text().trimmed().isEmpty())
        m_words->setFocus();
    m_cases.act(act, m_words->text(), m_posts);
}

void CasePane::fillRecipient(const QString& name, const QString& certificateNumber)
{
    const auto& record = m_cases.current();
    if (!record || !allows(record->state, core::CaseAct::Deliver))
        return;
    m_posts = false; // somebody has come for it
    follow();
    m_words->setText(name + u' ' + core::maskedNumber(certificateNumber));
}

} // namespace widgets
