// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/lookup/casepane.h"

#include "app/core/actbuilder.h"
#include "app/core/halltime.h"
#include "app/core/masking.h"
#include "app/core/wording.h"
#include "widgets/common/keybutton.h"
#include "widgets/common/label.h"
#include "widgets/common/markedline.h"

#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

constexpr int Width = 400;

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

bool isHere(const core::MaterialRecord& material)
{
    return material.status == core::MaterialStatus::Present || material.status == core::MaterialStatus::Reused ||
           material.status == core::MaterialStatus::ELicence;
}

} // namespace

CasePane::CasePane(desk::CaseDesk& cases, desk::WorkDay& day, QWidget* parent)
    : QFrame(parent), m_cases(cases), m_day(day),
      m_empty(newLabel("muted", this, tr("A case that is chosen is shown here with everything that was done to it"))),
      m_body(new QWidget(this)), m_state(newTag("plain", m_body)), m_number(newLabel("title", m_body)), m_item(new QLabel(m_body)),
      m_party(newLabel("muted", m_body)), m_due(newLabel("muted", m_body)), m_lines(new QVBoxLayout), m_words(new QLineEdit(m_body)),
      m_primary(new KeyButton(tr("Go on"), u"F12"_s, m_body, KeyButton::Weight::Primary)),
      m_extend(new KeyButton(tr("Extend the deadline"), u"Alt+1"_s, m_body)), m_withdraw(new KeyButton(tr("Withdraw"), u"Alt+2"_s, m_body))
{
    setObjectName(u"verdictPanel"_s);
    setFixedWidth(Width);
    m_empty->setWordWrap(true);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QLabel* label : {m_item, m_party, m_due}) {
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
    for (QLabel* label : {m_item, m_party, m_due})
        body->addWidget(label);
    body->addWidget(scroll, 1);
    body->addWidget(m_words);
    for (KeyButton* button : {m_primary, m_extend, m_withdraw})
        body->addWidget(button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 14);
    column->addWidget(m_empty);
    column->addWidget(m_body, 1);
    column->addStretch();
    connect(m_primary, &KeyButton::clicked, this, &CasePane::primaryAct);
    connect(m_extend, &KeyButton::clicked, this, [this] { act(core::CaseAct::Extend); });
    connect(m_withdraw, &KeyButton::clicked, this, [this] { act(core::CaseAct::Withdraw); });
    connect(&cases, &desk::CaseDesk::currentChanged, this, &CasePane::follow);
    connect(&cases, &desk::CaseDesk::busyChanged, this, &CasePane::follow);
    connect(&cases, &desk::CaseDesk::acted, m_words, &QLineEdit::clear);
    follow();
}

void CasePane::follow()
{
    const auto& record = m_cases.current();
    m_empty->setVisible(!record);
    m_body->setVisible(record.has_value());
    if (!record)
        return;
    if (std::exchange(m_shown, record->id) != record->id)
        m_words->clear(); // written about another case
    m_number->setText(record->number);
    m_state->setText(desk::stateWords(record->state));
    restyle(m_state, "tone", QLatin1String(toneOf(record->state)));
    m_item->setText(record->item.name + u" · "_s + record->scenario.name);
    QStringList party{core::maskedName(record->applicant.name), core::maskedNumber(record->applicant.certificate.number)};
    if (record->agent)
        party.append(tr("agent %1").arg(core::maskedName(record->agent->name)));
    m_party->setText(party.join(u" · "_s));
    const auto due = core::dueOf(*record);
    setTextOrHide(m_due,
                  due ? (record->deferred.isEmpty() ? tr("Promised by %1") : tr("Supplement by %1")).arg(core::chineseDayAndWeekday(*due))
                      : QString());
    while (QLayoutItem* entry = m_lines->takeAt(0)) {
        delete entry->widget();
        delete entry;
    }
    showMaterials(*record);
    showHistory(*record);
    m_lines->addStretch();
    const bool delivers = allows(record->state, core::CaseAct::Deliver) && record->deferred.isEmpty();
    const bool goesOn = core::goesOn(record->state) && !core::materialsToBring(*record).isEmpty();
    m_primary->setText(delivers                     ? tr("Hand out the result")
                       : record->deferred.isEmpty() ? tr("Go on with the correction")
                                                    : tr("Take the supplement"));
    m_primary->setVisible(delivers || goesOn);
    m_extend->setVisible(!record->deferred.isEmpty() && allows(record->state, core::CaseAct::Extend) && !record->extended);
    m_withdraw->setVisible(allows(record->state, core::CaseAct::Withdraw));
    m_words->setVisible(delivers || m_extend->isVisibleTo(m_body) || m_withdraw->isVisibleTo(m_body));
    m_words->setPlaceholderText(delivers ? tr("Who takes it: read the card (F5), or name or tracking number")
                                         : tr("Reason, for extending or withdrawing"));
    m_words->setAccessibleName(m_words->placeholderText());
    for (KeyButton* button : {m_primary, m_extend, m_withdraw})
        button->setEnabled(!m_cases.isBusy());
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
    add(newLabel("muted", this, tr("Materials")));
    for (const core::MaterialRecord& material : record.materials) {
        QString text = material.name;
        if (isHere(material) && material.pageCount() > 0)
            text += u" · "_s + tr("%n page(s)", nullptr, material.pageCount());
        if (material.arrivedAt.isValid())
            text += u" · "_s + tr("arrived %1").arg(core::chineseDayAndWeekday(core::hallTime(material.arrivedAt).date()));
        const auto owed =
            std::find_if(record.deferred.begin(), record.deferred.end(), [&](const auto& one) { return one.code == material.code; });
        if (owed != record.deferred.end())
            text += u" · "_s + desk::dueWords(owed->deadline, m_day.today());
        else if (!isHere(material) && !material.shortfall.isEmpty())
            text += u" · "_s + material.shortfall;
        addLine(isHere(material) ? u"✓"_s : u"!"_s, isHere(material) ? "ok" : "warn", text);
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

void CasePane::primaryAct()
{
    const auto& record = m_cases.current();
    if (!record || m_cases.isBusy())
        return;
    if (allows(record->state, core::CaseAct::Deliver) && record->deferred.isEmpty())
        return act(core::CaseAct::Deliver);
    if (core::goesOn(record->state) && !core::materialsToBring(*record).isEmpty())
        Q_EMIT goOnRequested(*record);
}

void CasePane::otherAct(int number)
{
    if (number == 1 && m_extend->isVisible())
        act(core::CaseAct::Extend);
    else if (number == 2 && m_withdraw->isVisible())
        act(core::CaseAct::Withdraw);
}

/// What needs words and has none leads to the line.
void CasePane::act(core::CaseAct act)
{
    if (m_words->text().trimmed().isEmpty())
        m_words->setFocus();
    m_cases.act(act, m_words->text());
}

void CasePane::fillRecipient(const QString& name, const QString& certificateNumber)
{
    const auto& record = m_cases.current();
    if (record && allows(record->state, core::CaseAct::Deliver))
        m_words->setText(name + u' ' + core::maskedNumber(certificateNumber));
}

} // namespace widgets
