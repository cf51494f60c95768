// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/lookup/conflictpane.h"

#include "app/core/halltime.h"
#include "app/core/masking.h"
#include "app/core/wording.h"
#include "app/desk/casedesk.h"
#include "app/desk/conflictdesk.h"
#include "widgets/common/keybutton.h"
#include "widgets/common/label.h"
#include "widgets/common/markedline.h"

#include <QGridLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

constexpr int ConflictWidth = 400;

QString fieldWords(const core::CaseDifference& difference)
{
    static const QHash<QString, const char*> names{
        {u"state"_s, QT_TRANSLATE_NOOP("widgets::ConflictPane", "State")},
        {u"result"_s, QT_TRANSLATE_NOOP("widgets::ConflictPane", "Decision")},
        {u"applicant.name"_s, QT_TRANSLATE_NOOP("widgets::ConflictPane", "Applicant")},
        {u"applicant.certificateNumber"_s, QT_TRANSLATE_NOOP("widgets::ConflictPane", "Certificate number")},
        {u"applicant.phone"_s, QT_TRANSLATE_NOOP("widgets::ConflictPane", "Phone")},
        {u"agent.name"_s, QT_TRANSLATE_NOOP("widgets::ConflictPane", "Agent")},
        {u"statutoryUntil"_s, QT_TRANSLATE_NOOP("widgets::ConflictPane", "Statutory limit")},
        {u"promisedUntil"_s, QT_TRANSLATE_NOOP("widgets::ConflictPane", "Promised by")},
        {u"waitsUntil"_s, QT_TRANSLATE_NOOP("widgets::ConflictPane", "Ends by itself after")},
        {u"suspendedSince"_s, QT_TRANSLATE_NOOP("widgets::ConflictPane", "Suspended since")},
        {u"commitment"_s, QT_TRANSLATE_NOOP("widgets::ConflictPane", "Commitment")},
        {u"status"_s, QT_TRANSLATE_NOOP("widgets::ConflictPane", "brought")},
        {u"pages"_s, QT_TRANSLATE_NOOP("widgets::ConflictPane", "pages")},
        {u"deadline"_s, QT_TRANSLATE_NOOP("widgets::ConflictPane", "supplement by")}};
    const QString name = ConflictPane::tr(names.value(difference.field, "?"));
    return difference.material.isEmpty() ? name : difference.material + u" · "_s + name;
}

QString valueWords(const QString& field, const QString& value)
{
    if (value.isEmpty())
        return u"—"_s;
    if (field == u"state")
        return desk::stateWords(core::caseStateFromWire(value).value_or(core::CaseState::Received));
    if (field == u"applicant.name" || field == u"agent.name")
        return core::maskedName(value);
    if (field == u"applicant.certificateNumber")
        return core::maskedNumber(value);
    if (field == u"applicant.phone")
        return core::maskedPhone(value);
    if (field == u"status")
        return value == u"missing" || value.startsWith(u"wrong") ? ConflictPane::tr("no") : ConflictPane::tr("yes");
    if (field == u"result")
        return value == u"granted" ? ConflictPane::tr("granted") : ConflictPane::tr("denied");
    if (field == u"commitment")
        return value == u"broken"     ? ConflictPane::tr("broken")
               : value == u"repaired" ? ConflictPane::tr("repaired")
                                      : ConflictPane::tr("kept");
    const QDate day = QDate::fromString(value, Qt::ISODate);
    return day.isValid() ? core::chineseDayAndWeekday(day) : value;
}

/// What of the case itself was refused, and that nothing of it is lost.
QString refusedWords(const QString& pointer)
{
    if (pointer == u"/number")
        return ConflictPane::tr("The case itself: another case over there has its number");
    if (pointer.startsWith(u"/applicant"_s))
        return ConflictPane::tr("The case itself: something is wrong with the applicant");
    if (pointer.startsWith(u"/agent"_s))
        return ConflictPane::tr("The case itself: something is wrong with the agent");
    if (pointer.startsWith(u"/grants"_s))
        return ConflictPane::tr("The case itself: the exception it names was not granted over there");
    if (pointer.isEmpty())
        return ConflictPane::tr("The case itself. Call the administrator with what stands above; it stays here, nothing is lost");
    return ConflictPane::tr("The case itself, at %1. Call the administrator; it stays here, nothing is lost").arg(pointer);
}

void empty(QLayout* layout)
{
    while (QLayoutItem* entry = layout->takeAt(0)) {
        delete entry->widget();
        delete entry;
    }
}

QString actLine(const core::ActRecord& act)
{
    QStringList parts{core::hallTime(act.at).toString(u"M月d日 HH:mm"_s) + u' ' + desk::actWords(act.act), act.window.name, act.clerk.name,
                      act.reason};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

} // namespace

ConflictPane::ConflictPane(desk::ConflictDesk& conflict, QWidget* parent)
    : QFrame(parent), m_conflict(conflict), m_heading(newTag("danger", this)), m_number(newLabel("title", this)),
      m_answer(newLabel("muted", this)), m_events(new QVBoxLayout), m_table(new QWidget(this)), m_fields(new QGridLayout(m_table)),
      m_primary(new KeyButton(tr("Take what the back office has"), u"F12"_s, this, KeyButton::Weight::Primary)),
      m_ours(new KeyButton(tr("Do ours again on top of it"), u"Alt+2"_s, this))
{
    setObjectName(u"verdictPanel"_s);
    setFixedWidth(ConflictWidth);
    m_answer->setWordWrap(true);
    m_fields->setContentsMargins(0, 0, 0, 0);
    m_fields->setVerticalSpacing(6);
    m_fields->setColumnStretch(0, 2);
    m_fields->setColumnStretch(1, 1);
    m_fields->setColumnStretch(2, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 14);
    column->setSpacing(10);
    column->addWidget(m_heading, 0, Qt::AlignLeft);
    column->addWidget(m_number);
    column->addWidget(m_answer);
    column->addLayout(m_events);
    column->addWidget(m_table);
    column->addStretch();
    column->addWidget(m_primary);
    column->addWidget(m_ours);
    connect(m_primary, &KeyButton::clicked, this, &ConflictPane::primaryAct);
    connect(m_ours, &KeyButton::clicked, this, &ConflictPane::keepOurs);
    connect(&conflict, &desk::ConflictDesk::changed, this, &ConflictPane::follow);
    follow();
}

void ConflictPane::follow()
{
    const auto& standoff = m_conflict.standoff();
    setVisible(standoff.has_value());
    if (!standoff)
        return;
    m_heading->setText(standoff->conflict ? tr("Changed elsewhere meanwhile") : tr("Not taken by the back office"));
    m_number->setText(standoff->ours.number);
    m_answer->setText(m_conflict.needsSupervisor() ? tr("Only a supervisor may do this. It is sent once a supervisor signs in here; "
                                                        "nothing is lost until then.")
                                                   : m_conflict.why().text());
    showWhatHappened();
    showDifferences();
    m_primary->setText(m_conflict.canMend()        ? tr("Put it right and send it again")
                       : m_conflict.canSendWhole() ? tr("Send the whole case again")
                                                   : tr("Take what the back office has"));
    m_primary->setVisible(m_conflict.canTakeTheirs() || m_conflict.canMend() || m_conflict.canSendWhole());
    m_ours->setVisible(m_conflict.canTakeTheirs() && !standoff->acts.isEmpty());
    m_ours->setEnabled(m_conflict.canKeepOurs());
}

/// Who did what and when, here and there.
void ConflictPane::showWhatHappened()
{
    empty(m_events);
    const auto add = [this](QWidget* line) {
        m_events->addWidget(line);
        line->show();
    };
    add(newLabel("muted", this, tr("Done here, not taken")));
    const auto& ours = m_conflict.standoff()->acts;
    const bool changed = m_conflict.isCaseItself() && m_conflict.standoff()->conflict;
    const bool refused = !changed && (m_conflict.isCaseItself() || ours.isEmpty());
    if (changed)
        add(newMarkedLine(u"!"_s, "warn", tr("The case itself: the back office has it otherwise"), this));
    if (refused)
        add(newMarkedLine(u"!"_s, "warn", refusedWords(m_conflict.faultyField()), this));
    for (const core::ActRecord& act : ours)
        add(newMarkedLine(u"!"_s, "warn", actLine(act), this));
    if (!m_conflict.theirs() && (refused || m_conflict.canSendWhole()))
        return; // there is nothing over there
    if (!m_conflict.theirs())
        return add(newLabel("muted", this, tr("What the back office has is shown as soon as it can be reached")));
    add(newLabel("muted", this, tr("Done elsewhere")));
    for (const core::ActRecord& act : m_conflict.theirActs())
        add(newMarkedLine(u"·"_s, "plain", actLine(act), this));
}

void ConflictPane::showDifferences()
{
    empty(m_fields);
    const auto differences = m_conflict.differences();
    if (differences.isEmpty())
        return;
    m_fields->addWidget(newLabel("muted", m_table, tr("What differs")), 0, 0);
    m_fields->addWidget(newLabel("muted", m_table, tr("Here")), 0, 1);
    m_fields->addWidget(newLabel("muted", m_table, tr("Back office")), 0, 2);
    int row = 1;
    for (const core::CaseDifference& difference : differences) {
        const std::array cells{newLabel("small", m_table, fieldWords(difference)),
                               newLabel("strong", m_table, valueWords(difference.field, difference.ours)),
                               newLabel("strong", m_table, valueWords(difference.field, difference.theirs))};
        for (int column = 0; column < int(cells.size()); ++column) {
            cells[size_t(column)]->setWordWrap(true);
            m_fields->addWidget(cells[size_t(column)], row, column);
        }
        ++row;
    }
}

void ConflictPane::primaryAct()
{
    if (m_conflict.canMend())
        Q_EMIT mendRequested(m_conflict.standoff()->ours, m_conflict.faultyField());
    else if (m_conflict.canSendWhole())
        m_conflict.sendWhole();
    else
        m_conflict.takeTheirs();
}

void ConflictPane::keepOurs()
{
    m_conflict.keepOurs();
}

} // namespace widgets
