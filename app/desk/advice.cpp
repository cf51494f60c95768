// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/advice.h"

#include "app/desk/advicetable.h"
#include "app/desk/queuewords.h"
#include "app/desk/scanwords.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr const char* Context = "desk";

const QHash<QString, const char*>& reasonTable()
{
    static const QHash<QString, const char*> table{
        {u"item.needed"_s, QT_TRANSLATE_NOOP("desk", "Choose the item")},
        {u"scenario.needed"_s, QT_TRANSLATE_NOOP("desk", "Choose the scenario")},
        {u"item.not-ours"_s, QT_TRANSLATE_NOOP("desk", "Not handled in this hall")},
        {u"applicant.needed"_s, QT_TRANSLATE_NOOP("desk", "Applicant not complete")},
        {u"materials.complete"_s, QT_TRANSLATE_NOOP("desk", "All materials are here")},
        {u"materials.keys-complete"_s, QT_TRANSLATE_NOOP("desk", "Key materials complete")},
        {u"material.correct-now"_s, QT_TRANSLATE_NOOP("desk", "\"%1\" can be put right here and now")},
        {u"material.wrong"_s, QT_TRANSLATE_NOOP("desk", "\"%1\" does not meet the requirements")},
        {u"deferral.allowed"_s, QT_TRANSLATE_NOOP("desk", "\"%1\" missing; secondary, may be deferred")},
        {u"deferral.key-material"_s, QT_TRANSLATE_NOOP("desk", "\"%1\" missing; a key material is never deferred")},
        {u"deferral.item-forbids"_s, QT_TRANSLATE_NOOP("desk", "\"%1\" missing; this item knows no deferral")},
        {u"deferral.not-deferrable"_s, QT_TRANSLATE_NOOP("desk", "\"%1\" missing; this material may not be deferred")},
        {u"deferral.no-time"_s, QT_TRANSLATE_NOOP("desk", "\"%1\" missing; the time limit leaves no room to defer")},
        {u"deferral.too-many"_s, QT_TRANSLATE_NOOP("desk", "More are missing than the %1 that may be deferred")},
        {u"case.open-already"_s, QT_TRANSLATE_NOOP("desk", "Case %1 for this item is open already")},
        {u"credit.clear"_s, QT_TRANSLATE_NOOP("desk", "No credit bar")},
        {u"deferral.more-granted"_s, QT_TRANSLATE_NOOP("desk", "The supervisor lets %1 be deferred")},
        {u"credit.bar-lifted"_s, QT_TRANSLATE_NOOP("desk", "The supervisor allows deferral in spite of the broken commitment")},
        {u"credit.barred"_s, QT_TRANSLATE_NOOP("desk", "Barred from deferral: an earlier commitment was broken")},
        {u"credit.unknown"_s, QT_TRANSLATE_NOOP("desk", "Credit not checked: the look-up does not answer")},
        {u"agent.may-sign"_s, QT_TRANSLATE_NOOP("desk", "Agent authorised, may sign the commitment")},
        {u"agent.not-authorised"_s, QT_TRANSLATE_NOOP("desk", "Agent without authorisation (Alt+3 once you have seen it)")},
        {u"commitment.needed"_s, QT_TRANSLATE_NOOP("desk", "Applicant agrees to sign the commitment? (Alt+2)")},
        {u"calendar.not-covered"_s, QT_TRANSLATE_NOOP("desk", "The calendar does not reach %1: no deadline can be printed")},
    };
    return table;
}

const Words* wordsOf(const QString& code)
{
    for (const QHash<QString, Words>* table : {&adviceTable(), &queueAdvice(), &scanAdvice()}) {
        if (const auto found = table->constFind(code); found != table->constEnd())
            return &*found;
    }
    return nullptr;
}

QString translated(const char* text)
{
    return *text ? QCoreApplication::translate(Context, text) : QString();
}

QString filled(QString text, const QStringList& facts)
{
    for (qsizetype i = 0; i < std::min<qsizetype>(3, facts.size()); ++i)
        text.replace(u"%"_s + QString::number(i + 1), facts[i]);
    return text;
}

} // namespace

Advice adviceFor(const core::Error& error)
{
    const QString reason = error.facts.value(2); // the back office says why a ticket cannot do that
    if ((error.code == u"server.ticket-act-refused" || error.code == u"server.case-act-refused") && wordsOf(reason))
        return adviceFor({error.kind, reason, {}});
    if (const Words* words = wordsOf(error.code))
        return {filled(translated(words->what), error.facts), filled(translated(words->next), error.facts), error.code};
    // Types this version does not know: the server's own words, and its reference for the help desk.
    const QString title = error.code.startsWith(u"server.") ? error.facts.value(0) : QString();
    return {title.isEmpty() ? translated(QT_TRANSLATE_NOOP("desk", "That did not work.")) : title,
            translated(QT_TRANSLATE_NOOP("desk", "Nothing is lost. Try again, or call the administrator.")),
            QStringList{error.code, error.facts.value(1)}.join(u' ').trimmed()};
}

QString wordsFor(const core::Reason& reason, const QString& material)
{
    const char* text = reasonTable().value(reason.code, nullptr);
    if (!text)
        return reason.code;
    return filled(translated(text), material.isEmpty() ? reason.facts : QStringList{material});
}

QString outcomeWords(core::Outcome outcome)
{
    switch (outcome) {
    case core::Outcome::Undetermined: return translated(QT_TRANSLATE_NOOP("desk", "Not decided yet"));
    case core::Outcome::NotOurs: return translated(QT_TRANSLATE_NOOP("desk", "Not ours"));
    case core::Outcome::CorrectOnSpot: return translated(QT_TRANSLATE_NOOP("desk", "Correct on the spot"));
    case core::Outcome::Complete: return translated(QT_TRANSLATE_NOOP("desk", "Can be accepted"));
    case core::Outcome::Deferrable: return translated(QT_TRANSLATE_NOOP("desk", "Can be accepted with deferral"));
    case core::Outcome::DeferredReceipt: return translated(QT_TRANSLATE_NOOP("desk", "Papers stay, no clock runs"));
    case core::Outcome::Incomplete: return translated(QT_TRANSLATE_NOOP("desk", "Incomplete"));
    }
    return {};
}

QString stateWords(core::CaseState state)
{
    using core::CaseState;
    switch (state) {
    case CaseState::Draft: return translated(QT_TRANSLATE_NOOP("desk", "Draft"));
    case CaseState::Received: return translated(QT_TRANSLATE_NOOP("desk", "Received"));
    case CaseState::Accepted: return translated(QT_TRANSLATE_NOOP("desk", "Accepted"));
    case CaseState::AcceptedDeferred: return translated(QT_TRANSLATE_NOOP("desk", "Accepted with deferral"));
    case CaseState::ToCorrect: return translated(QT_TRANSLATE_NOOP("desk", "One-time notice given"));
    case CaseState::ReceivedDeferred: return translated(QT_TRANSLATE_NOOP("desk", "Papers received, deferred"));
    case CaseState::Refused: return translated(QT_TRANSLATE_NOOP("desk", "Refused"));
    case CaseState::InReview: return translated(QT_TRANSLATE_NOOP("desk", "In review"));
    case CaseState::Decided: return translated(QT_TRANSLATE_NOOP("desk", "Decided"));
    case CaseState::Delivered: return translated(QT_TRANSLATE_NOOP("desk", "Delivered"));
    case CaseState::Returned: return translated(QT_TRANSLATE_NOOP("desk", "Returned"));
    case CaseState::Terminated: return translated(QT_TRANSLATE_NOOP("desk", "Terminated"));
    case CaseState::Withdrawn: return translated(QT_TRANSLATE_NOOP("desk", "Withdrawn"));
    case CaseState::Voided: return translated(QT_TRANSLATE_NOOP("desk", "Voided"));
    }
    return {};
}

} // namespace desk
